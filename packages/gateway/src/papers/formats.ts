import type { LocalDate, Money, Period } from '@faceplate/contracts';
import { toDecimal } from '@faceplate/domain';
import { type Locale, type Say, wordsOf } from './words.ts';

/** Western digits in every language: a figure must be the same sign for sign on paper, on screen and in a file. */
const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de-DE', ar: 'ar-u-nu-latn' };

/** Marks of direction that `Intl` puts around figures; the paper says by itself which way they run. */
const MARKS = /[\u061C\u200E\u200F]/g;

/** How a paper of one language writes what is no word. */
export interface Formats {
  locale: Locale;
  dir: 'ltr' | 'rtl';
  say: Say;
  /** Exact: the decimal goes to the formatter as text, never as a float. */
  money(amount: Money): string;
  number(value: number): string;
  /** A tax rate: `19 %`. */
  rate(rate: number): string;
  day(date: LocalDate): string;
  /** The day in fewer signs, for tables. */
  shortDay(date: LocalDate): string;
  period(period: Period, short?: boolean): string;
}

const made = new Map<Locale, Formats>();

const ARABIC = /\p{Script=Arabic}/u;

/** Something in Latin letters or digits keeps its own direction within Arabic words: a telephone number, a bill's. */
export const kept = (locale: Locale, text: string): string => (locale !== 'ar' || text === '' || ARABIC.test(text) ? text : `\u2066${text}\u2069`);

export function formatsOf(locale: Locale): Formats {
  const known = made.get(locale) ?? make(locale);
  made.set(locale, known);
  return known;
}

function make(locale: Locale): Formats {
  const tag = TAGS[locale];
  const words = wordsOf(locale);
  const say: Say = (word, ...values) => words(word, ...values.map((value) => (/^\{\d\}$/.test(value) ? value : kept(locale, value))));
  const clean = (text: string) => text.replaceAll(MARKS, '').replace('-', '−');
  const currencies = new Map<string, Intl.NumberFormat>();
  const currency = (code: string) => currencies.get(code) ?? new Intl.NumberFormat(tag, { style: 'currency', currency: code });
  const plain = new Intl.NumberFormat(tag, { maximumFractionDigits: 4 });
  const dates = (month: 'long' | 'short') => new Intl.DateTimeFormat(tag, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
  const [long, short] = [dates('long'), dates('short')];
  const on = (format: Intl.DateTimeFormat) => (date: LocalDate) => format.format(new Date(`${date}T00:00:00Z`)).replaceAll(MARKS, '');
  const [day, shortDay] = [on(long), on(short)];
  return {
    locale,
    dir: locale === 'ar' ? 'rtl' : 'ltr',
    say,
    money: (amount) => {
      const format = currency(amount.currency);
      currencies.set(amount.currency, format);
      return clean(format.format(toDecimal(amount) as Intl.StringNumericLiteral));
    },
    number: (value) => clean(plain.format(value)),
    rate: (rate) => `${clean(plain.format(rate))} %`,
    day,
    shortDay,
    period: ({ from, to }, brief = false) => {
      const write = brief ? shortDay : day;
      return from === to ? write(from) : say('span', write(from), write(to));
    },
  };
}
