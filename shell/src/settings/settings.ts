import * as z from 'zod/mini';

/** Languages of the interface, each called by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const;
export type Language = keyof typeof LANGUAGES;

/** Operators this portal can dress as; the names are shown as they are. */
export const BRANDS = { meridian: 'Meridian', koral: 'Koral', nordlys: 'Nordlys' } as const;

const Kept = z.object({
  language: z.catch(z.optional(z.enum(['en', 'de', 'ar'])), undefined),
  scheme: z.catch(z.enum(['auto', 'light', 'dark']), 'auto'),
  brand: z.catch(z.enum(['meridian', 'koral', 'nordlys']), 'meridian'),
  /** Person id → chosen billing account id. */
  accounts: z.catch(z.record(z.string(), z.string()), {}),
});
export type Settings = z.infer<typeof Kept>;

const KEY = 'fp-portal';

/** What was chosen on this device. Storage may be off, or written by another version: then nothing was. */
export function readSettings(storage: () => Storage = () => localStorage): Settings {
  try {
    const kept = Kept.safeParse(JSON.parse(storage().getItem(KEY) ?? '{}'));
    if (kept.success) return kept.data;
  } catch {
    // As if nothing had been chosen.
  }
  return Kept.parse({});
}

export function keepSettings(settings: Settings, storage: () => Storage = () => localStorage): void {
  try {
    storage().setItem(KEY, JSON.stringify(settings));
  } catch {
    // The choice holds for this page all the same.
  }
}

const REGION: Record<Language, string> = { en: 'en-GB', de: 'de-DE', ar: 'ar' };

/** The locale to speak: of the chosen language, or the first that the person's browser and we share. */
export function localeFor(language: Language | undefined, wanted: readonly string[] = navigator.languages): string {
  const languageOf = (locale: string) => locale.split('-')[0] as Language;
  const chosen = language ?? wanted.map(languageOf).find((one) => one in LANGUAGES) ?? 'en';
  // Their own region decides how dates and numbers look.
  return wanted.find((locale) => locale.includes('-') && languageOf(locale) === chosen) ?? REGION[chosen];
}
