import type { RunningProduct } from '../../product/running-product.ts';
import { Visitor } from '../../product/visitor.ts';
import type { ProductProofSetting } from '../proof.ts';
import { FaultProxy, TRUST } from './fault-proxy.ts';
import { gist, look, type View, VIEWS } from './views.ts';

/** Every API the gateway asks another system for. */
export const APIS = ['TMF620', 'TMF621', 'TMF622', 'TMF623', 'TMF629', 'TMF632', 'TMF635', 'TMF637', 'TMF645', 'TMF646', 'TMF648', 'TMF653', 'TMF654', 'TMF656', 'TMF663', 'TMF666', 'TMF667', 'TMF669', 'TMF670', 'TMF672', 'TMF673', 'TMF676', 'TMF677', 'TMF678', 'TMF679', 'TMF680', 'TMF681', 'TMF683', 'TMF687', 'TMF760'] as const;
export type Api = (typeof APIS)[number];

/** Two businesses: they have something of everything. */
const WHO = ['bilal', 'bilal', 'bilal', 'bilal', 'ada', 'ada', 'ada', 'ada'];

/** A gateway whose systems are all reached over the network, each through a proxy of its own, and people who look. */
export interface World {
  readonly proxies: ReadonlyMap<Api, FaultProxy>;
  readonly visitors: readonly Visitor[];
  /** By visitor, then by view: the gist of what each answers when all is well. */
  readonly whole: readonly ReadonlyMap<View, string>[];
  /** How many calls one look at a view makes of an API, when nothing is remembered. */
  readonly calls: ReadonlyMap<View, ReadonlyMap<Api, number>>;
  /** Milliseconds that looking at all views takes, one after the other. */
  readonly pass: number;
  close(): Promise<void>;
}

/** The real BSS, in a process of its own. */
export const openBss = ({ open }: ProductProofSetting): Promise<RunningProduct> => open({ simulator: false });

export async function openWorld({ open }: ProductProofSetting, bss: RunningProduct, { apis = APIS, env = {} }: { apis?: readonly Api[]; env?: Record<string, string> } = {}): Promise<World> {
  const proxies = new Map<Api, FaultProxy>();
  for (const api of apis) proxies.set(api, await FaultProxy.open(bss.url));
  const upstreams = Object.fromEntries(
    [...proxies].map(([api, { port }]) => [api, { url: `https://127.0.0.1:${port}`, token: bss.tmfToken, name: `System of ${api}`, tls: { ca: TRUST } }]),
  );
  const product = await open({ simulator: false, config: { upstreams }, env });
  const visitors: Visitor[] = [];
  for (const name of WHO) visitors.push(await Visitor.signIn(product.url, name));
  const calls = new Map<View, ReadonlyMap<Api, number>>();
  const whole: Map<View, string>[] = [];
  for (const visitor of visitors) whole.push(await answersOf(visitor, proxies, calls));
  const begun = performance.now();
  for (const visitor of visitors) await answersOf(visitor, proxies, calls);
  const pass = (performance.now() - begun) / visitors.length;
  const close = async () => {
    await Promise.all(visitors.map((visitor) => visitor.close()));
    await product.stop();
    await Promise.all([...proxies.values()].map((proxy) => proxy.close()));
  };
  return { proxies, visitors, whole, calls, pass, close };
}

/** What each view answers, and, the first time, what it asks for. */
async function answersOf(visitor: Visitor, proxies: ReadonlyMap<Api, FaultProxy>, calls: Map<View, ReadonlyMap<Api, number>>): Promise<Map<View, string>> {
  const answers = new Map<View, string>();
  for (const view of VIEWS) {
    const before = new Map([...proxies].map(([api, proxy]) => [api, proxy.calls]));
    const { verdict, text, status } = await look(visitor, view);
    if (verdict !== 'whole' || (JSON.parse(text) as { gaps?: unknown[] }).gaps?.length) throw new Error(`${view} is not well before any fault: ${status} ${text.slice(0, 200)}`);
    answers.set(view, gist(text));
    if (!calls.has(view)) calls.set(view, new Map([...proxies].map(([api, proxy]) => [api, proxy.calls - (before.get(api) ?? 0)])));
  }
  return answers;
}
