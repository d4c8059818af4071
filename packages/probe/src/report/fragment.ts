import type { Report } from './schema.ts';

/** The part of a `FACEPLATE_CONFIG` that this landscape answers: where each API stands and which words it speaks. */
export interface ConfigFragment {
  readonly capabilities: string;
  readonly upstreams: Readonly<Record<string, { readonly url: string; readonly version: 'v4' | 'v5' }>>;
}

/** Credentials are not in it: write `token: env:NAME` beside each address. `only`: APIs the gateway can be configured with. */
export function configFragment(report: Report, capabilities: string, only: readonly string[]): ConfigFragment {
  const upstreams = report.apis.flatMap(({ api, chosen, versions }) => {
    const found = versions.find(({ version }) => version === chosen);
    // A generation in the path and another in the rows: the rows are what is read.
    const spoken = found?.resources.some(({ findings }) => findings.some(({ id }) => id === 'version.speaks-v5')) ? 'v5' : found?.version;
    return found?.base !== undefined && spoken && only.includes(api) ? [[api, { url: found.base, version: spoken }] as const] : [];
  });
  return { capabilities, upstreams: Object.fromEntries(upstreams) };
}
