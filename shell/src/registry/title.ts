import type { PortletEntry } from './portlet.ts';

/** What to call a portlet in `locale`: its regional title, its language's, else the English one. */
export function titleOf({ title, name }: Pick<PortletEntry, 'title' | 'name'>, locale: string): string {
  return title[locale] ?? title[new Intl.Locale(locale).language] ?? title['en'] ?? name;
}
