import { createBss, memoryStore, type Store } from '@faceplate/bss';
import { createGateway, type OwnSession, tmfScopeResolver, type Upstreams } from '@faceplate/gateway';
import { http, type RequestHandler } from 'msw';
import { auditOf } from './audit.ts';
import { type Fault, none } from './fault.ts';
import { sessionOf } from './session.ts';
import type { NamedWorld } from './worlds.ts';

export interface OperatorOptions {
  /** What goes wrong between the page and the gateway. */
  faults?: Fault;
  /** What goes wrong between the gateway and the BSS. */
  upstreamFaults?: Fault;
  /** Where the person is signed in, this session among them; by default nothing is known of it. */
  sessions?: readonly OwnSession[];
  /** The person has just proved who they are, as ending a session asks. */
  proved?: boolean;
  /** What is done leaves its record, so that the access log has something to tell. */
  audited?: boolean;
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

export function operator(world: NamedWorld, options: OperatorOptions = {}): Operator {
  const { faults = none, upstreamFaults = none, audited = false } = options;
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
      disputes: { goodwill: 2500 },
    },
    upstreams: upstreams(upstreamFaults),
    // Faults are about the data on show; signing in is not what a portlet's test is about.
    sessions: sessionOf({ world, scope: tmfScopeResolver(upstreams(none)), clock, ...options }),
    changes: store.changes,
    clock,
    ...(audited && auditOf(clock)),
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
