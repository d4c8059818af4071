import { createGuard, GUARD, type Guard, type GuardSettings, type HintingSystem, mergedUpstream, tagsOf, type TmfApi, type Upstream, type UpstreamHealth, type Upstreams } from '@faceplate/gateway';
import { clientCredentials, urlUpstream } from '@faceplate/gateway/node';
import type { Config } from './config/config.ts';
import { TMF_APIS } from './config/file.ts';
import { said } from './config/said.ts';
import type { UpstreamSetting } from './config/upstream.ts';

/** What the embedded BSS is called where its data is shown, API by API: customers read it as the origin of a bill, or as what is missing. */
const AREA: Record<TmfApi, string> = {
  TMF620: 'catalogue',
  TMF621: 'support',
  TMF622: 'orders',
  TMF623: 'service levels',
  TMF629: 'customer records',
  TMF632: 'customer records',
  TMF635: 'usage',
  TMF637: 'product records',
  TMF645: 'availability',
  TMF646: 'appointments',
  TMF648: 'quotes',
  TMF653: 'line tests',
  TMF654: 'allowances',
  TMF656: 'incidents',
  TMF663: 'cart',
  TMF666: 'billing',
  TMF667: 'documents',
  TMF669: 'customer records',
  TMF670: 'payments',
  TMF672: 'rights',
  TMF673: 'addresses',
  TMF676: 'payments',
  TMF677: 'allowances',
  TMF678: 'billing',
  TMF679: 'eligibility',
  TMF680: 'recommendations',
  TMF681: 'messages',
  TMF683: 'contact history',
  TMF687: 'stock',
  TMF760: 'configuration',
};

/** Whether any API is left to the embedded BSS. */
export function needsEmbeddedBss({ upstreams }: Config): boolean {
  return TMF_APIS.some((api) => !upstreams[api]?.length);
}

type Foreign = Upstream & { guard: Guard; close(): Promise<void> };

/** A path in the setting is where the API's resources stand; without one TM Forum's own paths are taken. */
function foreign(api: TmfApi, setting: UpstreamSetting): Foreign {
  const { url, version, token, oauth, tls = {}, timeouts = {}, heedsKeys = false } = setting;
  const { origin, pathname, host } = new URL(url);
  const basePath = pathname.replace(/\/+$/, '');
  const name = setting.name ?? `${api} at ${host}`;
  const connecting = { ...said(tls), ...(timeouts.connect !== undefined && { timeout: timeouts.connect }) };
  const credentials = oauth && clientCredentials(said(oauth), connecting);
  const guard = createGuard(name, guardSettings(setting));
  const facts = { name, baseUrl: origin, guard, heedsKeys, ...(basePath !== '' && { basePath }), ...said({ version, token, credentials }) };
  const upstream = urlUpstream(facts, connecting);
  const close = async () => {
    await Promise.all([upstream.close(), credentials?.close()]);
  };
  return { ...upstream, guard, close };
}

function guardSettings({ timeouts: { read, write } = {}, retries }: UpstreamSetting): GuardSettings {
  return { ...GUARD, patience: { ...GUARD.patience, ...said({ read, write }) }, retry: { ...GUARD.retry, ...said(retries) } };
}

/** One of the operator's systems as its guard sees it. */
export interface ApiHealth extends UpstreamHealth {
  api: TmfApi;
}

export interface Connected {
  upstreams: Upstreams;
  /** Of the systems reached by URL; the embedded BSS lives and dies with this process. */
  health(): ApiHealth[];
  /** Those that tell us of changes over their hubs. */
  hinting: HintingSystem[];
  close(): Promise<void>;
}

/** Which system answers which API: the operator's where one is set, else the embedded BSS, which costs no socket. */
export function connectUpstreams(config: Config, embedded: Pick<Upstream, 'fetch' | 'token'>): Connected {
  const bss = (api: TmfApi): Upstream => ({ ...embedded, scoped: true, name: `${config.tenant.name} ${AREA[api]}`, baseUrl: 'http://bss.internal' });
  const systems = new Map(TMF_APIS.flatMap((api) => {
    const settings = config.upstreams[api] ?? [];
    return settings.length > 0 ? [[api, settings.map((one) => foreign(api, one))] as const] : [];
  }));
  const answering = asOne(config, systems);
  return {
    upstreams: (api) => answering.get(api) ?? bss(api),
    health: () => [...systems].flatMap(([api, all]) => all.map(({ guard }) => ({ api, ...guard.health() }))),
    hinting: [...systems].flatMap(([api, all]) => hintingOf(api, config.upstreams[api] ?? [], all)),
    close: async () => {
      await Promise.all([...systems.values()].flat().map((upstream) => upstream.close()));
    },
  };
}

function hintingOf(api: TmfApi, settings: readonly UpstreamSetting[], all: readonly Foreign[]): HintingSystem[] {
  return settings.flatMap(({ hub }, at) => {
    const upstream = all[at];
    const name = at === 0 ? api : `${api}-${at + 1}`;
    return hub && upstream ? [{ name, api, upstream, secret: hub.secret, signed: hub.signed ?? false }] : [];
  });
}

/** Where several systems answer one API, they are one upstream to everybody else. */
function asOne({ tenant }: Config, systems: ReadonlyMap<TmfApi, readonly Foreign[]>): ReadonlyMap<TmfApi, Upstream> {
  const tags = tagsOf(new Map([...systems].filter(([, all]) => all.length > 1)));
  return new Map([...systems].flatMap(([api, all]): [TmfApi, Upstream][] => {
    const [only] = all;
    if (!only) return [];
    return [[api, all.length === 1 ? only : mergedUpstream(`${tenant.name} ${AREA[api]}`, all, tags)]];
  }));
}
