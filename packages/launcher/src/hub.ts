import type { Store } from '@faceplate/bss';
import type { Database } from '@faceplate/bss/node';
import { type HintingSystem, type HintLog, hubListener, Registration, type GatewayOptions, type Upstreams } from '@faceplate/gateway';
import type { Kept } from './data/kept.ts';
import { leader } from './leader.ts';
import type { ProductLog } from './log.ts';
import { startTicker } from './ticker.ts';

interface Needs {
  /** Those that tell us of changes. */
  hinting: readonly HintingSystem[];
  /** Takes what they tell. */
  hints: HintLog;
  upstreams: Upstreams;
  database: Database;
  store: Store;
  kept: Kept;
  publicUrl: string;
  stack: AsyncDisposableStack;
  log: ProductLog;
}

/** Registered anew this often: a system that was set up afresh has forgotten us. */
const RENEW_MS = 10 * 60_000;
/** Until the first try: by then our own door is open, which some systems knock at before they agree. */
const FIRST_MS = 1_000;
/** How long an event is known by its id, and a stream may resume from it. */
export const KEPT_MS = 48 * 60 * 60_000;

/** What it takes to hear from systems elsewhere; nothing where none tells us of changes. */
export function openHub(needs: Needs): Pick<GatewayOptions, 'hub'> {
  const { hinting, hints, upstreams, log } = needs;
  if (hinting.length === 0) return {};
  keepRegistered(needs);
  return { hub: hubListener({ systems: hinting, hints, accounts: () => upstreams('TMF666'), clock: () => new Date(), log: log.facts }) };
}

/** One process for all. Where others may go on, what is registered stays; the last of all takes it away. */
function keepRegistered({ hinting, database, store, kept, publicUrl, stack, log }: Needs): void {
  const registered = {
    read: (name: string) => kept.read<{ id: string; callback: string }>(`hub-${name}`),
    write: (name: string, entry: { id: string; callback: string } | undefined) => kept.replace(`hub-${name}`, entry),
  };
  const registration = new Registration({ systems: hinting, registered, publicUrl, log: log.facts });
  let next = 0;
  const registering = leader(store, 'hub registrations', async () => {
    if (Date.now() < next) return;
    next = Date.now() + RENEW_MS;
    await registration.renew();
  });
  if (database.kind === 'pglite') stack.defer(() => registration.remove());
  stack.defer(() => registering.stop());
  const ticker = startTicker(() => registering.run(), FIRST_MS, log.failure);
  stack.defer(() => ticker.stop());
}
