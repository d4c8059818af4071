import { createBss, generateWorld, memoryStore, type Resource } from '@faceplate/bss';
import { gatewayOver } from '../gateway.ts';
import { DeskTally } from '../desk/tally.ts';
import type { Documents, GatewayOptions, Subject, Upstreams } from '../options.ts';
import type { Quarantine } from '../quarantine/types.ts';
import { apiRoutes } from '../routes.ts';
import { tmfScopeResolver } from '../sign-on/scope.ts';
import type { Guard } from '../upstream/guard.ts';
import { aSeller, aSession, aTenant, NOW } from './fixtures.ts';
import { aPaymentDesk } from './payments.ts';

const BSS = 'http://bss.internal';
const world = generateWorld({ seed: 7, customers: 12, now: NOW });
const records = [...world.records];

/** Stands between gateway and BSS: answers in its place, changes the answer, or lets it pass with `undefined`. */
export type Meddle = (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response | undefined> | undefined;

type Name = 'ada' | 'bilal' | 'chiara' | 'daniel';

interface Operated {
  meddle?: Meddle;
  documents?: Partial<Documents>;
  change?: (record: { resource: string; body: Resource }) => void;
  /** Which generation of its APIs the BSS is asked by. */
  version?: 'v4' | 'v5';
  /** As of a system reached over the network; without one it is an app in this process. */
  guard?: Guard;
  quarantine?: Quarantine;
  /** What a product has, and most tests do without. */
  guards?: Pick<GatewayOptions, 'audit' | 'limits'>;
  /** Stands between the gateway and the payment provider, or between its news and the gateway. */
  paying?: Partial<Parameters<typeof aPaymentDesk>[0]>;
}

const unprinted = () => Promise.reject(new Error('nothing is printed here'));

/** The real gateway over the real BSS and a generated world. `as` says who calls. */
export async function anOperator({ meddle, documents, change, quarantine, guards, guard, paying, version = 'v4' }: Operated = {}) {
  const copies = structuredClone(records);
  if (change) copies.forEach(change);
  const store = memoryStore(copies);
  let ahead = 0;
  const bss = createBss({ store, clock: () => new Date(NOW.getTime() + ahead), baseUrl: BSS });
  /** Lets so much time pass for the BSS alone, and what is due in it happen. */
  const later = async (milliseconds: number) => {
    ahead += milliseconds;
    await bss.tick();
  };
  const asked: Request[] = [];
  const upstreams = (around?: Meddle): Upstreams => () => ({
    name: 'Meridian Billing',
    baseUrl: BSS,
    version,
    ...(guard && { guard }),
    fetch: async (request) => {
      asked.push(request.clone());
      return (await around?.(request, bss.fetch)) ?? bss.fetch(request);
    },
  });
  const scope = tmfScopeResolver(upstreams());
  const subjects = Object.fromEntries(
    await Promise.all(world.signIns.map(async ({ username, sub }) => [username, await scope.resolve(sub)])),
  ) as Record<Name, Subject>;
  asked.length = 0;
  const time = { now: NOW };
  const tally = new DeskTally();
  const payments = aPaymentDesk({ clock: () => time.now, upstreams: upstreams(meddle), ...paying });
  const app = gatewayOver(apiRoutes, {
    tenant: aTenant({ name: 'Meridian Telecom', seller: aSeller(), consolidation: true }),
    upstreams: upstreams(meddle),
    sessions: {
      read: (request) => Promise.resolve(aSession({ subject: subjects[request.headers.get('x-test-as') as Name] })),
      byLink: async (sub, id) => aSession({ subject: await scope.resolve(sub), kind: 'link', sessionId: `link ${id}` }),
    },
    changes: store.changes,
    clock: () => NOW,
    payments: payments.desk,
    tally,
    ...(documents && { documents: { pdf: unprinted, receipt: unprinted, print: unprinted, ...documents } }),
    ...(quarantine && { quarantine }),
    ...guards,
  });
  return { app, store, subjects, asked, bss, later, payments, time, tally, as: (name: Name) => caller(app, name) };
}

export interface Ask {
  method?: string;
  body?: unknown;
  key?: string;
  headers?: Readonly<Record<string, string>>;
}

export interface Answer<Body> {
  response: Response;
  status: number;
  /** As the test expects it to be; the assertions find out whether it is. */
  body: Body;
}

function caller(app: ReturnType<typeof gatewayOver>, name: Name) {
  return async <Body = Record<string, never>>(path: string, { method, body, key = crypto.randomUUID(), headers = {} }: Ask = {}): Promise<Answer<Body>> => {
    const how = method ?? (body === undefined ? 'GET' : 'POST');
    const response = await app.request(`http://portal.test/api/v1${path}`, {
      method: how,
      headers: { 'x-fp-csrf': '1', 'x-test-as': name, ...(how !== 'GET' && { 'content-type': 'application/json', 'idempotency-key': key }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.clone().text();
    return { response, status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Body };
  };
}

/** Two answers, bare of what differs between any two calls: the trace. */
export const withoutTrace = async (response: Response) => {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'x-request-id'));
  return { status: response.status, headers, body: (await response.text()).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '') };
};

/** An upstream gone dark for the paths that hold `part`. */
export const down = (part: string): Meddle => (request) =>
  request.url.includes(part) ? Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 })) : undefined;

/** An upstream that heeds no filter: it gives everybody's records. */
export const heedless = (part: string): Meddle => (request, pass) => {
  if (!request.url.includes(`/${part}?`)) return undefined;
  const url = new URL(request.url);
  const kept = [...url.searchParams].filter(([name]) => name === 'offset' || name === 'limit');
  url.search = new URLSearchParams(kept).toString();
  return pass(new Request(url, request));
};
