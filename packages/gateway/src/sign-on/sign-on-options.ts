import type { AuditEntry, AuditTrail, Log, SessionReader, Tenant, Upstreams } from '../options.ts';
import type { GuestBook } from '../visitor/guest-book.ts';
import type { Provider } from './provider.ts';
import type { ScopeResolver } from './scope.ts';
import type { Seal } from './seal.ts';
import type { SessionStore } from './session-store.ts';
import type { TokenKeeper } from './tokens.ts';

export interface SignOnOptions {
  tenant: Tenant;
  provider: Provider;
  store: SessionStore;
  sessions: SessionReader;
  scope: ScopeResolver;
  seal: Seal;
  tokens: TokenKeeper;
  /** Whose the parties of guests are; without it nobody takes an order along that they placed as a guest. */
  guests?: GuestBook;
  /** Makes the party of somebody whom the operator does not know and who has just made an account; without it there is none. */
  upstreams?: Upstreams;
  clock: () => Date;
  audit?: AuditTrail;
  log?: Log;
}

/** Who a record is about, and how it went. */
type Said = Pick<AuditEntry, 'action' | 'result'> & Partial<Pick<AuditEntry, 'actor' | 'code' | 'channel' | 'object'>>;

/** Who somebody unknown is in the trail. */
const NOBODY = 'nobody';

/** Leaves a record of what happened in sign-on. A trail that is away keeps nobody from signing out, and is told of in the log. */
export async function note({ audit, clock, log }: Pick<SignOnOptions, 'audit' | 'clock' | 'log'>, trace: string, said: Said): Promise<void> {
  const actor = said.actor ?? NOBODY;
  try {
    await audit?.record({ at: clock().toISOString(), trace, ...said, actor, party: actor });
  } catch {
    log?.('error', { event: 'audit-lost', trace, reason: said.action });
  }
}
