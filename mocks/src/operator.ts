import { createBss, memoryStore, type Store } from '@faceplate/bss';
import { createGateway, memoryHints, memoryPayments, type OwnSession, memoryReports, PaymentDesk, referenceProvider, ReportDesk, tmfScopeResolver, type Upstream, type Upstreams } from '@faceplate/gateway';
import { createPsp, memoryPsp } from '@faceplate/psp';
import { http, type RequestHandler } from 'msw';
import { auditOf } from './audit.ts';
import { type Fault, none } from './fault.ts';
import { landscapeOf } from './second-system.ts';
import { sessionOf } from './session.ts';
import type { NamedWorld } from './worlds.ts';

export interface OperatorOptions {
  /** What goes wrong between the page and the gateway. */
  faults?: Fault;
  /** What goes wrong between the gateway and the BSS. */
  upstreamFaults?: Fault;
  /** Where the person is signed in, this session among them; by default nothing is known of it. */
  sessions?: readonly OwnSession[];
  /** Ada has a cable account on a second billing system, and this goes wrong between the gateway and it. */
  second?: Fault;
  /** The person has just proved who they are, as ending a session asks. */
  proved?: boolean;
  /** What is done leaves its record, so that the access log has something to tell. */
  audited?: boolean;
  /** What goes wrong between the gateway and the payment provider; `none` where nobody takes payments. */
  providerFaults?: Fault | 'none';
}

/** A whole operator in memory: the real gateway over the real BSS. Only the session, the clock and the faults are a test's. */
export interface Operator {
  readonly handlers: RequestHandler[];
  /** What the page's calls get, faults and all. */
  fetch(request: Request): Promise<Response>;
  /** Lets time pass, and with it whatever the operator does by itself. */
  passTime(seconds: number): Promise<void>;
  /** The operator's back office does something: `POST /sim/v1/…` of the BSS. */
  lever(path: string, body: object): Promise<Response>;
  /** Asks the BSS directly, as another system of the operator's would. */
  bss(path: string, init?: RequestInit): Promise<Response>;
  /** The payment provider's pages, at {@link PROVIDER}: see `payerBy` of `@faceplate/psp/testing`. */
  provider(request: Request): Promise<Response>;
  readonly store: Store;
}

const BSS = 'http://bss.test';
/** Where the payment provider's pages are. */
export const PROVIDER = 'http://pay.test';

export function operator(world: NamedWorld, options: OperatorOptions = {}): Operator {
  const { faults = none, upstreamFaults = none, providerFaults = none, audited = false } = options;
  let now = world.now.getTime();
  const clock = () => new Date(now);
  const store = memoryStore(world.records());
  const bss = createBss({ store, clock, baseUrl: BSS });
  const first = (fault: Fault): Upstream => ({ name: 'Meridian Billing', baseUrl: BSS, fetch: (request) => fault(request, bss.fetch) });
  const { sound, faulty } = landscapeOf({ world, clock, first, faults: upstreamFaults, second: options.second });
  const publicUrl = globalThis.location?.origin ?? 'http://portal.test';
  const { desk, psp, hints } = paymentsOf({ clock, upstreams: sound, publicUrl, faults: providerFaults });
  const gateway = createGateway({
    ...(providerFaults !== 'none' && { payments: desk }),
    hints,
    reports: new ReportDesk({ store: memoryReports(), clock, hints }),
    tenant: {
      name: 'Meridian Telecom',
      zone: 'Europe/Berlin',
      currency: 'EUR',
      publicUrl,
      embedOrigins: [],
      disputes: { goodwill: 2500 },
      consolidation: true,
    },
    upstreams: faulty,
    // Faults are about the data on show; signing in is not what a portlet's test is about.
    sessions: sessionOf({ world, scope: tmfScopeResolver(sound), clock, ...options }),
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
        await psp.tick();
        await desk.sweep();
      }
    },
    provider: psp.fetch,
    lever: (path, body) => pullLever({ store, clock }, path, body),
    bss: (path, init) => bss.fetch(new Request(BSS + path, init)),
    store,
  };
}

/** The back office of the same operator: its levers are not among what the gateway can reach. */
async function pullLever(of: { store: Store; clock: () => Date }, path: string, body: object): Promise<Response> {
  const office = createBss({ ...of, baseUrl: BSS, levers: true, token: 'office' });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer office' };
  return office.fetch(new Request(`${BSS}/sim/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

interface PaymentNeeds {
  clock: () => Date;
  upstreams: Upstreams;
  publicUrl: string;
  faults: Fault | 'none';
}

/** The reference provider in memory, with the gateway's desk before it: its news reach the desk as they do over the network. */
function paymentsOf({ clock, upstreams, publicUrl, faults }: PaymentNeeds) {
  const [secret, webhookSecret] = ['merchant-of-a-test', 'news-of-a-test'];
  const hints = memoryHints();
  const news = async (request: Request) => {
    const isHeard = await desk.hear({ headers: request.headers, body: await request.text() });
    return new Response(null, { status: isHeard ? 204 : 404 });
  };
  const psp = createPsp({ store: memoryPsp(), clock, publicUrl: PROVIDER, secret, merchant: 'Meridian Telecom', desk: { url: `${publicUrl}/payments/provider-news`, secret: webhookSecret }, post: news });
  const provider = referenceProvider({ url: PROVIDER, secret, webhookSecret, fetch: (request) => (faults === 'none' ? none : faults)(request, psp.fetch) });
  const desk: PaymentDesk = new PaymentDesk({ provider, store: memoryPayments(), upstreams, clock, hints });
  return { desk, psp, hints };
}
