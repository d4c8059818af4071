import { usableLocale } from './locale.ts';
import { decimalsOf } from './numbers.ts';

/** Zeros of the digits people type: ours, Arabic, Persian, Devanagari. */
const ZEROS = /[\u0660-\u0669]|[\u06f0-\u06f9]|[\u0966-\u096f]/g;
const ZERO_OF: readonly number[] = [0x660, 0x6f0, 0x966];
/** Marks of direction, which a field copies along with an amount. */
const UNSEEN = /[\u200e\u200f\u061c\u2066-\u2069]/g;
const AROUND = /^[\p{L}\p{Sc}\s]+|[\p{L}\p{Sc}\s.]+$/gu;
/** By thousands, or as in India by hundreds above them. */
const GROUPED = /^\d{1,3}([.,'’٬\s])(?:\d{2,3}\1)*\d{3}$/u;

/**
 * What a person typed for an amount, in minor units: `12`, `12,50`, `1.234,56 €`, `١٢٫٥٠`. A separator that is not the
 * locale's own decimal one is taken for one where it can be nothing else. Nothing where it cannot be told, is below
 * zero, or has more digits than the currency.
 */
export function readAmount(typed: string, currency: string, locale: string): number | undefined {
  const text = typed.replace(UNSEEN, '').replace(ZEROS, ourDigit).replace(AROUND, '');
  const [whole, fraction] = parted(text, decimalMark(locale)) ?? ['', ''];
  const decimals = decimalsOf(currency);
  if (!isWhole(whole) || fraction.length > decimals) return undefined;
  const minor = Number(whole.replace(/\D/g, '') + fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** What stands before and after the decimal mark; three digits after a mark that is not the locale's own are a group. */
function parted(text: string, own: string | undefined): [whole: string, fraction: string] | undefined {
  const found = /^(.*)([.,٫])(\d*)$/u.exec(text);
  if (!found) return [text, ''];
  const [, before = '', mark = '', after = ''] = found;
  if (after.length === 3 && mark !== own && mark !== '٫') return [text, ''];
  // One mark cannot be both: 1.234.56 is nobody's number.
  return before.includes(mark) ? undefined : [before, after];
}

const isWhole = (text: string): boolean => /^\d+$/.test(text) || GROUPED.test(text);

const ourDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  return String(code - (ZERO_OF.findLast((zero) => zero <= code) ?? code));
};

const decimalMark = (locale: string): string | undefined =>
  new Intl.NumberFormat(usableLocale(locale)).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
