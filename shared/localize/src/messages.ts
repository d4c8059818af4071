import { configureLocalization, LOCALE_STATUS_EVENT, msg as litMsg } from '@lit/localize';
import type { LocaleModule } from '@lit/localize';
import { usableLocale } from './locale.ts';

/** Languages the interface speaks; `en-XA` is English with accents and padding, to find what was not translated. */
export const MESSAGE_LOCALES = ['en', 'de', 'ar', 'en-XA'] as const;
export type MessageLocale = (typeof MESSAGE_LOCALES)[number];

/** Where a room's translations lie: one loader a language; English stands in the source. */
export type MessageCatalog = Partial<Record<Exclude<MessageLocale, 'en' | 'en-XA'>, () => Promise<LocaleModule>>>;

/** What a locale module exports as `templates`: translations by message id. */
export type Templates = LocaleModule['templates'];

const catalogs = new Set<MessageCatalog>();
/** One object a language, handed to lit-localize once and filled as catalogs arrive. */
const merged = new Map<string, Templates>();
const loads = new Map<() => Promise<LocaleModule>, Promise<void>>();
let wanted: MessageLocale = 'en';
/** Settles when no words are under way any more. */
let loading: Promise<void> | undefined;
let disguise: ((template: Parameters<typeof litMsg>[0]) => Parameters<typeof litMsg>[0]) | undefined;

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: MESSAGE_LOCALES.slice(1),
  loadLocale,
});

/** Marks words for translation. Always with an explicit id `<room>.<key>` and a description for translators. */
export const msg: typeof litMsg = ((template, options) =>
  disguise && getLocale() === 'en-XA' ? disguise(template) : litMsg(template, options)) as typeof litMsg;

/** Adds a room's translations to the page. Called once, at module level, by the room that owns the words. */
export function registerMessages(catalog: MessageCatalog): void {
  catalogs.add(catalog);
  if (wanted !== 'en') follow(load(catalog, wanted).then(announce));
}

/** The language of the whole page's words. Numbers and dates follow each portlet's own locale instead. */
export function messageLocale(): MessageLocale {
  return getLocale() as MessageLocale;
}

/**
 * Turns the page to the nearest language there is: `de-AT` → `de`, unknown → `en`.
 * Answers nothing when its words are all here, so that who draws need not wait a turn.
 */
export function setMessageLocale(locale: string): Promise<void> | undefined {
  const next = nearest(locale);
  if (next !== wanted) {
    wanted = next;
    follow(setLocale(next));
  }
  return loading;
}

/** Settles when the words of the language that is wanted are here, those of rooms that came meanwhile among them; nothing when they are. */
export const wordsReady = (): Promise<void> | undefined => loading;

function follow(work: Promise<void>): void {
  const all = Promise.all([loading, work]).then(() => undefined);
  const mine = (loading = all.finally(() => {
    if (loading === mine) loading = undefined;
  }));
}

function nearest(locale: string): MessageLocale {
  const usable = usableLocale(locale);
  const { language } = new Intl.Locale(usable);
  return MESSAGE_LOCALES.find((known) => known === usable) ?? MESSAGE_LOCALES.find((known) => known === language) ?? 'en';
}

async function loadLocale(locale: string): Promise<LocaleModule> {
  if (locale === 'en-XA') disguise = (await import('./pseudo.ts')).disguise;
  else await Promise.all([...catalogs].map((catalog) => load(catalog, locale)));
  return { templates: templatesOf(locale) };
}

/** A catalog that cannot be loaded costs its room the translation, never the page: it is asked for again when the language is next chosen. */
function load(catalog: MessageCatalog, locale: string): Promise<void> {
  const loader = catalog[locale as keyof MessageCatalog];
  if (!loader) return Promise.resolve();

  const running =
    loads.get(loader) ??
    loader().then(
      ({ templates }) => {
        Object.assign(templatesOf(locale), templates);
      },
      (cause: unknown) => {
        loads.delete(loader);
        console.warn(`Faceplate: words in "${locale}" could not be loaded.`, cause);
      },
    );
  loads.set(loader, running);
  return running;
}

function templatesOf(locale: string): Templates {
  const templates = merged.get(locale) ?? {};
  merged.set(locale, templates);
  return templates;
}

/** lit-localize says nothing when words join a language already on show, so its readers are told in its stead. */
function announce(): void {
  const detail = { status: 'ready', readyLocale: getLocale() };
  window.dispatchEvent(new CustomEvent(LOCALE_STATUS_EVENT, { detail }));
}
