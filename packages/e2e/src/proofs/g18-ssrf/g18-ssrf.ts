import { Machine } from '../../product/machine.ts';
import type { RunningProduct } from '../../product/running-product.ts';
import { sabotaged } from '../../product/sabotage.ts';
import { Visitor } from '../../product/visitor.ts';
import { UNLIMITED } from '../place.ts';
import { type Finding, finding, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { callbackForms, own } from './forms.ts';
import { inProcess } from './in-process.ts';
import { Door, onwards, Trap } from './traps.ts';

/** Which system answers which view with which redirect. Each has a breaker of its own. */
const REDIRECTED = [
  ['/tickets', 'TMF621', 301],
  ['/orders', 'TMF622', 302],
  ['/bills', 'TMF678', 303],
  ['/products', 'TMF637', 307],
  ['/offers', 'TMF620', 308],
] as const;
/** Its token endpoint sends on; it never comes to a call. */
const TOKEN_VIEW = '/interactions';

const HUBS = ['troubleTicket/v4', 'troubleTicket/v5', 'productOrderingManagement/v4'];
const NEWS = 10;

/** The machine's own addresses, each with a trap of its own where it has them. */
async function traps(stack: DisposableStack): Promise<Trap[]> {
  const all = await Promise.all(['127.0.0.1', '127.0.0.2', '::1', '::'].map((address) => Trap.at(address)));
  return all.flatMap((trap) => (trap ? [stack.use(trap)] : []));
}

const hits = (all: readonly Trap[]): number => all.reduce((sum, trap) => sum + trap.hits, 0);

/** Refused, or accepted; what came of it is seen at the traps. */
async function subscribe({ url, tmfToken }: RunningProduct, callback: string, hub: string, query?: string): Promise<number> {
  const headers = { authorization: `Bearer ${tmfToken}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/tmf-api/${hub}/hub`, { method: 'POST', headers, body: JSON.stringify({ callback, query }) });
  await answer.body?.cancel();
  return answer.status;
}

/** Tickets are made and changed, so that whoever has subscribed is told. */
async function news(product: RunningProduct): Promise<void> {
  const machine = new Machine(product);
  for (let count = 0; count < NEWS; count += 1) {
    const { id } = await machine.make('troubleTicket/v4/troubleTicket', { name: 'Slow', description: 'Slow.', severity: 'Minor', ticketType: 'request' });
    await machine.change(`troubleTicket/v4/troubleTicket/${id}`, { status: 'inProgress' });
  }
  const [order] = await machine.read<{ id: string }[]>('productOrderingManagement/v4/productOrder?limit=1&sort=-orderDate');
  if (!order) throw new Error('There is no order to change.');
  await machine.change(`productOrderingManagement/v4/productOrder/${order.id}`, { description: 'Changed.' });
}

async function hubForms(product: RunningProduct, all: readonly Trap[]): Promise<Finding> {
  const outcomes: (string | undefined)[] = [];
  let refused = 0;
  const forms = callbackForms(all.map(({ port }) => port));
  for (const [at, form] of forms.entries()) {
    const before = hits(all);
    const status = await subscribe(product, form, HUBS[at % HUBS.length] ?? '');
    if (status === 400) refused += 1;
    outcomes.push(hits(all) > before || status >= 500 ? `${JSON.stringify(form.slice(0, 80))}: ${status}, ${hits(all) - before} connections` : undefined);
  }
  await news(product);
  const open = await subscribe(product, 'https://192.88.99.1/tmf', 'troubleTicket/v4', 'eventType=NoSuchEvent');
  outcomes.push(open === 201 ? undefined : `an open address is refused as well: ${open}`);
  outcomes.push(hits(all) === 0 ? undefined : `${hits(all)} connections to traps: ${all.map(({ heard }) => heard.slice(0, 80)).join(' | ')}`);
  return finding(`${forms.length} forms of callbacks, and news for them: 0 connections`, `${refused} refused, ${forms.length - refused} taken and never called`, outcomes);
}

/** Views whose systems send us elsewhere: each is asked, none is followed, and nothing that opens them leaves. */
async function upstreams(product: RunningProduct, doors: readonly Door[], all: readonly Trap[]): Promise<Finding> {
  const ada = await Visitor.signIn(product.url, 'ada');
  const before = hits(all);
  const outcomes: (string | undefined)[] = [];
  for (const [at, view] of [...REDIRECTED.map(([path]) => path), TOKEN_VIEW].entries()) {
    const { status, text } = await ada.call('GET', view);
    const isTold = status >= 500 || (status === 200 && text.includes('"gaps"'));
    const called = (doors[at]?.calls ?? 0) > 0;
    outcomes.push(isTold && called && hits(all) === before ? undefined : `${view}: ${status}, ${doors[at]?.calls} calls, ${hits(all) - before} connections`);
  }
  await ada.close();
  return finding('Systems and a token endpoint that redirect: 0 followed, 0 credentials out', `${outcomes.filter(Boolean).length} followed`, outcomes);
}

interface Field {
  readonly product: RunningProduct;
  readonly doors: readonly Door[];
  readonly all: readonly Trap[];
}

async function field<T>({ open }: ProductProofSetting, more: { bss?: object; env?: Record<string, string> }, work: (field: Field) => Promise<T>): Promise<T> {
  using stack = new DisposableStack();
  const all = await traps(stack);
  const to = `http://127.0.0.1:${all[0]?.port}/caught`;
  const doors: Door[] = [];
  for (const [, , status] of REDIRECTED) doors.push(stack.use(await Door.open(onwards(status, to))));
  const tokens = stack.use(await Door.open(onwards(307, to)));
  const systems = REDIRECTED.map(([, api], at): [string, object] => [api, { url: doors[at]?.url, token: 'our-secret', name: api }]);
  const oauth = { tokenUrl: `${tokens.url}/token`, clientId: 'us', clientSecret: 'our-secret' };
  const config = { ...UNLIMITED, ...(more.bss && { bss: more.bss }), upstreams: { ...Object.fromEntries<object>(systems), TMF683: { url: tokens.url, oauth, name: 'TMF683' } } };
  const product = await open({ simulator: false, config, ...(more.env && { env: more.env }) });
  try {
    return await work({ product, doors: [...doors, tokens], all });
  } finally {
    await product.stop();
  }
}

/** Goes where an answer points, with what opens the first door, and calls subscribers wherever they are. */
const CARELESS = {
  bss: { privateCallbacks: true },
  env: sabotaged({
    file: 'packages/gateway/src/node/pool-send.ts',
    text: 'this.#status = status;',
    instead: 'this.#status = status; if (headers.location) void fetch(headers.location, { headers: this.#call.headers }).catch(() => undefined);',
  }),
};

const twin = (setting: ProductProofSetting): Promise<Finding> =>
  field(setting, CARELESS, async ({ product, doors, all }) => {
    const { failures } = await upstreams(product, doors, all);
    const before = hits(all);
    const [trap] = all;
    for (const form of own(trap?.port ?? 0)) await subscribe(product, form, HUBS[0] ?? '');
    await news(product);
    const called = hits(all) - before;
    const leaked = all.some(({ heard }) => heard.includes('our-secret'));
    return finding('Sabotage: private callbacks allowed, redirects followed', `${called} connections, ${failures} views followed`, [
      called > 0 ? undefined : 'no callback noticed',
      failures > 0 && leaked ? undefined : 'no redirect noticed',
    ]);
  });

/** security.md G18. */
export const ssrf: ProductProof = {
  on: 'product',
  id: 'G18',
  title: 'Nobody makes us call what is not theirs to name',
  run: async (setting) => [
    ...(await field(setting, {}, async ({ product, doors, all }) => [await hubForms(product, all), await upstreams(product, doors, all)])),
    ...(await inProcess()),
    await twin(setting),
  ],
};
