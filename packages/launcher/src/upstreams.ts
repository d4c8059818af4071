import type { TmfApi, Upstream, Upstreams } from '@faceplate/gateway';
import { urlUpstream } from '@faceplate/gateway/node';
import type { Config } from './config/config.ts';
import { TMF_APIS, type UpstreamSetting } from './config/file.ts';

/** What the embedded BSS is called where its data is shown, API by API: customers read it as the origin of a bill, or as what is missing. */
const AREA: Record<TmfApi, string> = {
  TMF620: 'catalogue',
  TMF621: 'support',
  TMF622: 'orders',
  TMF623: 'service levels',
  TMF629: 'customer records',
  TMF632: 'customer records',
  TMF637: 'product records',
  TMF656: 'incidents',
  TMF663: 'cart',
  TMF666: 'billing',
  TMF669: 'customer records',
  TMF672: 'rights',
  TMF678: 'billing',
  TMF683: 'contact history',
};

/** Whether any API is left to the embedded BSS. */
export function needsEmbeddedBss({ upstreams }: Config): boolean {
  return TMF_APIS.some((api) => !upstreams[api]);
}

/** A path in the setting is where the API's resources stand; without one TM Forum's own paths are taken. */
function foreign(api: TmfApi, { url, token, name }: UpstreamSetting): ReturnType<typeof urlUpstream> {
  const { origin, pathname, host } = new URL(url);
  const basePath = pathname.replace(/\/+$/, '');
  return urlUpstream({
    name: name ?? `${api} at ${host}`,
    baseUrl: origin,
    ...(basePath !== '' && { basePath }),
    ...(token !== undefined && { token }),
  });
}

/** Which system answers which API: the operator's where one is set, else the embedded BSS, which costs no socket. */
export function connectUpstreams(config: Config, embedded: Pick<Upstream, 'fetch' | 'token'>): { upstreams: Upstreams; close(): Promise<void> } {
  const bss = (api: TmfApi): Upstream => ({ ...embedded, name: `${config.tenant.name} ${AREA[api]}`, baseUrl: 'http://bss.internal' });
  const others = new Map<TmfApi, ReturnType<typeof foreign>>(
    TMF_APIS.flatMap((api) => {
      const setting = config.upstreams[api];
      return setting ? [[api, foreign(api, setting)] as const] : [];
    }),
  );
  return {
    upstreams: (api) => others.get(api) ?? bss(api),
    close: async () => {
      await Promise.all([...others.values()].map((upstream) => upstream.close()));
    },
  };
}
