import type { Portlet } from '../registry/manifest.ts';

export type Fake = 'healthy' | 'missing' | 'throws-at-import' | 'throws-at-mount' | 'throws-at-render' | 'hangs' | 'no-lifecycle';

/** A portlet whose module lies beside this file, or nowhere (`missing`). */
export function aPortlet(fake: Fake, overrides: Partial<Portlet> = {}): Portlet {
  return {
    name: fake,
    tag: 'fp-healthy',
    title: { en: 'Bills', de: 'Rechnungen', ar: 'الفواتير' },
    route: '/bills/:bill-id?',
    needs: [],
    card: true,
    emits: [],
    module: new URL(`./portlets/${fake}.ts`, import.meta.url).href,
    ...overrides,
  };
}
