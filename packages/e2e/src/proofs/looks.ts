import type { Language, Scheme } from '../pages/portal.page.ts';

export interface Look {
  readonly scheme: Scheme;
  readonly language: Language;
}

const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const LANGUAGES: readonly Language[] = ['en', 'de', 'ar'];

export const LOOKS: readonly Look[] = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));

/** Every case in every look, or, for a short run, each case in one look and all looks in turn. */
export function deal<T>(cases: readonly T[], { seed, full }: { seed: number; full: boolean }): Map<Look, T[]> {
  const dealt = (index: number, look: number) => full || (index + seed) % LOOKS.length === look;
  return new Map(LOOKS.map((look, which) => [look, cases.filter((_, index) => dealt(index, which))]));
}
