import type { AccessEntry } from '@faceplate/contracts';

/** What was done, by its action, in one language; the service itself says it in English. */
export type Sentences = Readonly<Record<string, string>>;

const languages: Readonly<Record<string, () => Promise<{ sentences: Sentences }>>> = {
  de: () => import('./sentences/de.ts'),
  ar: () => import('./sentences/ar.ts'),
};

/** Of a language that cannot be had, or of none: the service's own words do. */
export async function sentencesOf(locale: string): Promise<Sentences> {
  const load = languages[new Intl.Locale(locale).language];
  return (await load?.().catch(() => undefined))?.sentences ?? {};
}

export const sentenceOf = ({ action, summary }: AccessEntry, sentences: Sentences): string => (Object.hasOwn(sentences, action) ? sentences[action] : undefined) ?? summary;
