import { createBss, memoryStore, type Store } from '@faceplate/bss';
import { createGateway, type ScopeResolver, type SessionReader, tmfScopeResolver, type Upstreams } from '@faceplate/gateway';
import { http, type RequestHandler } from 'msw';
import { type Fault, none } from './fault.ts';
import type { NamedWorld } from './worlds.ts';

export interface OperatorOptions {
  /** What goes wrong between the page and the gateway. */
  faults?: Fault;
  /** What goes wrong between the gateway and the BSS. */
  upstreamFaults?: Fault;
}

/** A whole operator in memory: the real gateway over the real BSS. Only the session, the clock and the faults are a test's. */
export interface Operator {
  readonly handlers: RequestHandler[];
  /** What the page's calls get, faults and all. */
  fetch(request: Request): Promise<Response>;
  /** Lets time pass, and with it whatever the operator does by itself. */
  passTime(seconds: number): Promise<void>;
  /** Asks the BSS directly, as another system of the operator's would. */
  bss(path: string, init?: RequestInit): Promise<Response>;
  readonly store: Store;
}

const BSS = 'http://bss.test';

export function operator(world: NamedWorld, { faults = none, upstreamFaults = none }: OperatorOptions = {}): Operator {
  let now = world.now.getTime();
  const clock = () => new Date(now);
  const store = memoryStore(world.records());
  const bss = createBss({ store, clock, baseUrl: BSS });
  const upstreams = (fault: Fault): Upstreams => () => ({
    name: 'Meridian Billing',
    baseUrl: BSS,
    fetch: (request) => fault(request, bss.fetch),
  });
  const gateway = createGateway({
    tenant: {
      name: 'Meridian Telecom',
      zone: 'Europe/Berlin',
      currency: 'EUR',
      publicUrl: globalThis.location?.origin ?? 'http://portal.test',
      embedOrigins: [],
    },
    upstreams: upstreams(upstreamFaults),
    // Faults are about the data on show; signing in is not what a portlet's test is about.
    sessions: sessionOf(world, tmfScopeResolver(upstreams(none)), clock),
    changes: store.changes,
    clock,
  });
  const fetch = (request: Request) => faults(request, async (asked) => gateway.fetch(asked));

  return {
    handlers: [http.all('*/api/v1/*', async ({ request }) => fetch(request).catch(() => Response.error()))],
    fetch,
    passTime: async (seconds) => {
      for (const end = now + seconds * 1000; now < end; ) {
        now = Math.min(end, now + 1000);
        await bss.tick();
      }
    },
    bss: (path, init) => bss.fetch(new Request(BSS + path, init)),
    store,
  };
}

/** The person of the world, signed in for good; whose data that person may see is resolved as in the product. */
function sessionOf(world: NamedWorld, scope: ScopeResolver, clock: () => Date): SessionReader {
  const later = (minutes: number) => new Date(clock().getTime() + minutes * 60_000).toISOString();
  return {
    read: async () => {
      const sub = world.signedIn();
      if (!sub) return undefined;
      const subject = await scope.resolve(sub);
      return { subject, sessionId: 'session-of-the-test', idleEndsAt: later(30), endsAt: later(600) };
    },
  };
}
