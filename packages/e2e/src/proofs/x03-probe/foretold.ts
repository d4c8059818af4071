import { createBss, generateWorld, memoryStore } from '@faceplate/bss';
import { createGateway, type Subject, tmfScopeResolver, type Upstreams } from '@faceplate/gateway';
import { APIS, composeReport, survey } from '@faceplate/probe';
import { type Finding, finding } from '../proof.ts';
import { FAULTS, type Fault } from './faults.ts';
import type { Answers } from './servers.ts';

/** Lists of the API, each with the collection behind it. */
const LISTS: readonly (readonly [path: string, api: string, resource: string])[] = [
  ['/tickets', 'TMF621', 'troubleTicket'],
  ['/orders', 'TMF622', 'productOrder'],
  ['/products', 'TMF637', 'product'],
  ['/bills', 'TMF678', 'customerBill'],
  ['/interactions', 'TMF683', 'partyInteraction'],
];

const NOW = new Date('2026-11-21T08:00:00.000Z');
const LATER = '2026-11-21T20:00:00.000Z';
const HOST = 'http://127.0.0.1:1';

interface World {
  readonly bss: Answers;
  readonly ada: Subject;
}

const upstreamsOf = (fetch: Answers): Upstreams => () => ({ name: 'Landscape', baseUrl: HOST, fetch });

async function aWorld(): Promise<World> {
  const store = memoryStore();
  const world = generateWorld({ seed: 7, customers: 25, now: NOW });
  await store.load(world.records);
  const bss = createBss({ store, clock: () => NOW, simulate: false, report: () => undefined });
  const sub = world.signIns.find(({ username }) => username === 'ada')?.sub ?? '';
  return { bss: bss.fetch, ada: await tmfScopeResolver(upstreamsOf(bss.fetch), () => NOW).resolve(sub) };
}

interface Seen {
  readonly status: number;
  readonly ids: readonly string[];
  readonly gaps: number;
}

/** What a customer is really shown: the gateway itself, before the spoilt collection. */
async function shown({ ada }: World, answers: Answers, path: string): Promise<Seen> {
  const gateway = createGateway({
    tenant: { name: 'Meridian', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: HOST, embedOrigins: [] },
    upstreams: upstreamsOf(answers),
    sessions: { read: () => Promise.resolve({ subject: ada, sessionId: 's', idleEndsAt: LATER, endsAt: LATER }) },
    changes: { after: () => Promise.resolve([]), latest: () => Promise.resolve(0), subscribe: () => () => undefined },
    clock: () => NOW,
  });
  const response = await gateway.request(`${HOST}/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } });
  const { items = [], gaps = [] } = (await response.json()) as { items?: readonly { id: string }[]; gaps?: readonly unknown[] };
  return { status: response.status, ids: items.map(({ id }) => id), gaps: gaps.length };
}

async function foretell(answers: Answers, api: string, resource: string): Promise<string> {
  const apis = APIS.filter((one) => one.api === api);
  const report = composeReport(await survey({ base: HOST, apis, timeout: 10_000, maxRequests: 1_000, concurrency: 4, fetch: answers, pause: () => Promise.resolve() }), NOW);
  const version = report.apis[0]?.versions.find((one) => one.version === 'v4');
  return version?.resources.find((one) => one.resource === resource)?.state ?? version?.standing ?? 'absent';
}

/** Whether what is shown fits what was foretold, beside what is shown when nothing is wrong. */
function fits(state: string, seen: Seen, clean: Seen): boolean {
  const same = seen.ids.length === clean.ids.length;
  const suffers = seen.status >= 400 || seen.gaps > 0 || seen.ids.length < clean.ids.length;
  if (state === 'good') return seen.status === 200 && same && seen.gaps === 0;
  if (state === 'limited') return seen.status === 200 && seen.ids.every((id) => clean.ids.includes(id));
  return state === 'empty' ? seen.status === 200 && seen.ids.length === 0 : suffers;
}

async function foretoldCase(world: World, fault: Fault | undefined, [path, api, resource]: (typeof LISTS)[number]): Promise<string | undefined> {
  const v4: Answers = (request) => (new URL(request.url).pathname.includes('/v4/') ? world.bss(request) : Promise.resolve(new Response('', { status: 404 })));
  const spoilt = fault?.spoil(v4) ?? v4;
  const answers: Answers = (request) => (new URL(request.url).pathname.includes(`/v4/${resource}`) ? spoilt(request) : v4(request));
  const [state, seen, clean] = [await foretell(answers, api, resource), await shown(world, answers, path), await shown(world, v4, path)];
  if (clean.ids.length === 0) return `${path}: nothing to compare, ${clean.status}`;
  return fits(state, seen, clean) ? undefined : `${path}, ${fault?.name ?? 'nothing wrong'}: foretold ${state}, shown ${seen.status} with ${seen.ids.length} of ${clean.ids.length} rows and ${seen.gaps} gaps`;
}

/** The probe foretells; the gateway, before the very same servers, is asked whether it was right. */
export async function foretold(): Promise<Finding> {
  const world = await aWorld();
  const cases: (string | undefined)[] = [];
  for (const fault of [undefined, ...FAULTS]) {
    for (const list of LISTS) {
      if (fault?.only?.includes(list[2]) ?? true) cases.push(await foretoldCase(world, fault, list));
    }
  }
  return finding('probe: what it foretells of a faulty server is what the gateway then shows', `${FAULTS.length} kinds of fault, ${LISTS.length} lists`, cases);
}
