/** Script subtags that are written from right to left, as far as operators use them. */
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/**
 * A locale that `Intl` accepts. A page's `lang` is written by hand (`en_GB`, empty, nonsense):
 * a portlet must stand all the same, so what cannot be read becomes English.
 */
export function usableLocale(wanted: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(wanted?.trim().replaceAll('_', '-') || 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** For a `dir` attribute: `directionOf('ar-EG')` is `'rtl'`. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(usableLocale(locale)).maximize().script ?? '') ? 'rtl' : 'ltr';
}
