import type { TmfApi, Upstream, Upstreams } from '@faceplate/gateway';
import { urlUpstream } from '@faceplate/gateway/node';
import type { Config } from './config/config.ts';
import { TMF_APIS, type UpstreamSetting } from './config/file.ts';

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
  const bss: Upstream = { ...embedded, name: `${config.tenant.name} reference BSS`, baseUrl: 'http://bss.internal' };
  const others = new Map(
    TMF_APIS.flatMap((api) => {
      const setting = config.upstreams[api];
      return setting ? [[api as TmfApi, foreign(api, setting)] as const] : [];
    }),
  );
  return {
    upstreams: (api) => others.get(api) ?? bss,
    close: async () => {
      await Promise.all([...others.values()].map((upstream) => upstream.close()));
    },
  };
}
