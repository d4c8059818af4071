import type { Obstacle, WordFacts } from '@faceplate/contracts';
import { formatDate, formatMoney, formatNumber, isolated } from '@faceplate/localize';
import type { Sentences } from './sentences.ts';

const LOADERS: Readonly<Record<string, () => Promise<Sentences>>> = {
  en: async () => (await import('./locales/en.ts')).en,
  de: async () => (await import('./locales/de.ts')).de,
  ar: async () => (await import('./locales/ar.ts')).ar,
};

const loaded = new Map<string, Sentences>();
const under = new Map<string, Promise<void>>();

const languageOf = (locale: string): string => locale.split('-')[0] ?? '';

/** Brings the words of a language. Never fails: without them the operator's own words stand. */
export function obstacleWordsReady(locale: string): Promise<void> {
  const language = languageOf(locale);
  const load = LOADERS[language];
  if (!load || loaded.has(language)) return Promise.resolve();
  const work =
    under.get(language) ??
    load().then(
      (sentences) => void loaded.set(language, sentences),
      // Asked for again the next time.
      () => void under.delete(language),
    );
  under.set(language, work);
  return work;
}

/**
 * Why not, and what would help, in the person's language; in the operator's own words where it gives a reason that nobody
 * has put into theirs. Draws `host` anew when the words have come.
 */
export function obstacleWords(host: { readonly locale: string; requestUpdate(): void }, obstacle: Obstacle): Pick<Obstacle, 'reason' | 'remedy'> {
  const { code, reason, remedy, way } = obstacle;
  const own = { reason, ...(remedy !== undefined && { remedy }) };
  const sentences = loaded.get(languageOf(host.locale));
  if (!sentences) {
    void drawnWhenReady(host);
    return own;
  }
  const facts = knownOf(obstacle);
  const say = (all: readonly string[] | undefined) => sentence(all, facts, sentences, host.locale);
  const said = say(sentences.reasons[code]);
  // Two languages in one breath help nobody.
  if (said === undefined) return own;
  const kind = way?.kind ?? 'none';
  const out = say(sentences.waysOf[`${code} ${kind}`] ?? sentences.ways[kind]);
  return { reason: said, ...(out !== undefined && { remedy: out }) };
}

async function drawnWhenReady(host: { readonly locale: string; requestUpdate(): void }): Promise<void> {
  await obstacleWordsReady(host.locale);
  if (loaded.has(languageOf(host.locale))) host.requestUpdate();
}

/** What the reason names, and what leads out of it. */
const knownOf = ({ facts, way }: Obstacle): WordFacts => ({
  ...facts,
  ...(way?.offer && { wayOffer: way.offer.name }),
  ...(way?.product && { wayProduct: way.product.name }),
  ...(way?.amount && { wayAmount: way.amount }),
  ...(way?.on !== undefined && { wayOn: way.on }),
});

function sentence(all: readonly string[] = [], facts: WordFacts, sentences: Sentences, locale: string): string | undefined {
  for (const one of all) {
    const names = [...one.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    if (names.every((name) => facts[name] !== undefined)) return one.replaceAll(/\{(\w+)\}/g, (_, name: string) => shown(name, facts[name], sentences, locale));
  }
  return undefined;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
/** Several of which one will do. */
const ANY = 'needed';

function shown(name: string, fact: WordFacts[string] | undefined, { words }: Sentences, locale: string): string {
  if (typeof fact === 'number') return formatNumber(fact, locale);
  if (typeof fact === 'string') return DAY.test(fact) ? formatDate(fact, locale) : (words[`${name} ${fact}`] ?? isolated(fact));
  if (Array.isArray(fact)) return new Intl.ListFormat(locale, { type: name === ANY ? 'disjunction' : 'conjunction' }).format(fact.map((one) => words[`${name} ${one}`] ?? isolated(one)));
  return fact ? isolated(formatMoney(fact, locale)) : '';
}
