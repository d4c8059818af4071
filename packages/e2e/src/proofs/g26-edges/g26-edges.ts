import type { RunningProduct } from '../../product/running-product.ts';
import { sabotaged } from '../../product/sabotage.ts';
import { Visitor } from '../../product/visitor.ts';
import { UNLIMITED } from '../place.ts';
import { type Finding, finding, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { at, type Case, list, raising, ticketOf } from './cases.ts';
import { Echo, TOKEN } from './echo.ts';
import { CODINGS, LENGTHS, LINES } from './framing.ts';
import { HEADERS, HOSTS } from './headers.ts';
import { gist, type Honest, ONE, wasRefused, wrong } from './judge.ts';
import { BODIES, PATHS } from './paths.ts';
import { returned } from './return-to.ts';
import { behind, type Scene, speak } from './wire.ts';

const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  'lengths of bodies': LENGTHS,
  'codings and chunks': CODINGS,
  'lines and methods': LINES,
  'headers that say who one is': HEADERS,
  'hosts': HOSTS,
  'paths and queries': PATHS,
  'bodies': BODIES,
};

/** Nothing more will come of a request that is not all there. */
const UNFINISHED_MS = 300;

/** The product as Ada knows it, its tickets in a system that writes down what it is asked. */
class Edge {
  readonly #echo: Echo;
  readonly #scene: Scene;
  readonly #honest: Honest;

  private constructor(echo: Echo, scene: Scene, honest: Honest) {
    this.#echo = echo;
    this.#scene = scene;
    this.#honest = honest;
  }

  static async of(product: RunningProduct, echo: Echo): Promise<Edge> {
    const [ada, bilal] = [await Visitor.signIn(product.url, 'ada'), await Visitor.signIn(product.url, 'bilal')];
    const read = async <T>(visitor: Visitor, path: string) => JSON.parse((await visitor.call('GET', path)).text) as T;
    const whose = async (visitor: Visitor) => (await read<{ person: { id: string } }>(visitor, '/session')).person.id;
    const { items } = await read<{ items: { id: string }[] }>(ada, '/products');
    echo.owner = await whose(ada);
    const { host, port } = new URL(product.url);
    const cookie = `fp-session=${ada.jar.get('fp-session') ?? ''}`;
    const scene = { host, port: Number(port), cookie, productId: items[0]?.id ?? '', stranger: await whose(bilal) };
    await Promise.all([ada.close(), bilal.close()]);
    const cameOf = async (bytes: string) => {
      echo.taken();
      const { statuses } = await speak(scene.port, bytes + behind(scene));
      const came = echo.taken().map(gist);
      if ((statuses[0] ?? 500) >= 300 || statuses[1] !== 200 || came.length === 0) throw new Error(`Honest requests do not work: ${statuses.join(', ')}`);
      return came;
    };
    const body = ticketOf(scene);
    return new Edge(echo, scene, { list: await cameOf(list(scene)), ticket: await cameOf(raising(scene, [`Content-Length: ${body.length}`], body)), one: await cameOf(at(`/api/v1/tickets/${ONE}`, { ticket: ONE }).bytes(scene)) });
  }

  /** Every case, and after each an honest request from elsewhere. */
  async run(cases: readonly Case[]): Promise<{ outcomes: (string | undefined)[]; refused: number }> {
    const outcomes: (string | undefined)[] = [];
    let refused = 0;
    for (const one of cases) {
      this.#echo.taken();
      const heard = await speak(this.#scene.port, one.bytes(this.#scene) + (one.last ? '' : behind(this.#scene)), one.unfinished && UNFINISHED_MS);
      const came = this.#echo.taken();
      if (wasRefused(heard, came)) refused += 1;
      const what = wrong(one, heard, came, this.#honest) ?? (await this.#unwell());
      outcomes.push(what && `${one.name}: ${what}`);
    }
    return { outcomes, refused };
  }

  async #unwell(): Promise<string | undefined> {
    const heard = await speak(this.#scene.port, list(this.#scene) + behind(this.#scene));
    const after: Case = { name: 'after it', means: 'the list', bytes: list };
    const what = heard.statuses[0] === 200 ? wrong(after, heard, this.#echo.taken(), this.#honest) : `answered ${heard.statuses.join(', ')}`;
    return what && `the next honest request ${what}`;
  }
}

async function withEdge<T>({ open }: ProductProofSetting, env: Record<string, string>, work: (edge: Edge, url: string) => Promise<T>): Promise<T> {
  const echo = await Echo.open();
  const product = await open({ simulator: false, env, config: { ...UNLIMITED, upstreams: { TMF621: { url: echo.url, token: TOKEN, name: 'Echo' } } } });
  try {
    return await work(await Edge.of(product, echo), product.url);
  } finally {
    await product.stop();
    echo.close();
  }
}

async function honestEdge(setting: ProductProofSetting): Promise<Finding[]> {
  return withEdge(setting, {}, async (edge, url) => {
    const findings: Finding[] = [];
    for (const [name, cases] of Object.entries(GROUPS)) {
      setting.tell(name);
      const { outcomes, refused } = await edge.run(cases);
      findings.push(finding(`Raw HTTP, ${name}: 0 differences to what was authorised`, `${refused} refused, ${cases.length - refused} the same`, outcomes));
    }
    const places = await returned(url);
    return [...findings, finding('Ways back after signing in and out: 0 lead elsewhere', `${places.filter(Boolean).length} elsewhere`, places)];
  });
}

/** Hands on what the caller says of itself, believes every id and way back, and reads HTTP as kindly as Node can. */
function careless(): Record<string, string> {
  const own = 'packages/gateway/src';
  const env = sabotaged(
    { file: `${own}/routing/mount.ts`, text: 'demandKnownCaller(request, options.tenant);', instead: 'Object.assign(globalThis, { inbound: Object.fromEntries([...request.headers].filter(([name]) => /^x[-_]/.test(name) && name !== "x-fp-csrf")) });' },
    { file: `${own}/upstream/exchange.ts`, text: 'const headers = headersFor(ask, within);', instead: 'const headers = { ...globalThis.inbound, ...headersFor(ask, within) };' },
    { file: `${own}/routing/read.ts`, text: '!OPAQUE_ID.test(value)', instead: 'false' },
    { file: `${own}/tmf/owned.ts`, text: 'if (!OPAQUE_ID.test(id)) throw notFound();', instead: '' },
    { file: `${own}/upstream/client.ts`, text: 'return encodeURIComponent(id);', instead: 'return id;' },
    { file: `${own}/sign-on/return-to.ts`, text: "if (asked === undefined || asked.length > 2_000 || !/^\\/(?![/\\\\])/.test(asked)) return '/';", instead: 'if (asked !== undefined) return asked;' },
  );
  return { ...env, NODE_OPTIONS: `${env['NODE_OPTIONS']} --insecure-http-parser` };
}

/** Groups whose defences the twin has not got: each has to notice. */
const CUT = ['lengths of bodies', 'headers that say who one is', 'paths and queries'] as const;

async function twin(setting: ProductProofSetting): Promise<Finding> {
  return withEdge(setting, careless(), async (edge, url) => {
    const noticed: [string, number][] = [];
    for (const name of CUT) noticed.push([name, (await edge.run(GROUPS[name] ?? [])).outcomes.filter(Boolean).length]);
    noticed.push(['ways back', (await returned(url)).filter(Boolean).length]);
    const figure = noticed.map(([name, count]) => `${name} ${count}`).join(', ');
    return finding('Sabotage: headers passed on, ids and ways back believed, a lenient parser', figure, noticed.map(([name, count]) => (count > 0 ? undefined : `${name}: nothing noticed`)));
  });
}

/** security.md G26. */
export const edges: ProductProof = {
  on: 'product',
  id: 'G26',
  title: 'What was authorised is what the systems behind us get',
  run: async (setting) => [...(await honestEdge(setting)), await twin(setting)],
};
