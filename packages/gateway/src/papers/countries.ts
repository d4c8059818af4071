import { COUNTRIES } from './en16931/code-lists.ts';
import type { Locale } from './words.ts';

const named = (locale: Locale) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });

let codes: ReadonlyMap<string, string> | undefined;

/** Every country's names in the languages papers speak. */
const byName = (): ReadonlyMap<string, string> =>
  (codes ??= new Map((['ar', 'de', 'en'] as const).flatMap((locale) => [...COUNTRIES].map((code): [string, string] => [(named(locale).of(code) ?? code).toLowerCase(), code]))));

/** ISO 3166-1 of what customer records call a country: some keep the code, some its name. What is neither stays, for the rules to say so. */
export function countryCode(country: string | undefined): string | undefined {
  const code = country?.toUpperCase();
  return code === undefined || COUNTRIES.has(code) ? code : (byName().get(country?.toLowerCase() ?? '') ?? country);
}

export const countryName = (code: string, locale: Locale): string => (COUNTRIES.has(code) ? (named(locale).of(code) ?? code) : code);
