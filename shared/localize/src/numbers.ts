import { usableLocale } from './locale.ts';

/** Amount in minor units of an ISO 4217 currency, as every answer of the self-service API carries it. */
export interface Amount {
  readonly amount: number;
  readonly currency: string;
}

/** Making a formatter costs a hundred times its use; a page needs a handful. */
const made = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const format = made.get(key) ?? new Intl.NumberFormat(usableLocale(locale), options);
  made.set(key, format);
  return format;
}

// ISO 4217, table A.1. Not asked of `Intl`: its data drops the minor unit of a dozen currencies (LBP, IQD),
// and an amount would then be read a hundred times too large.
const NO_MINOR_UNIT = /BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF/;
const THREE_DIGITS = /BHD|IQD|JOD|KWD|LYD|OMR|TND/;

/** Digits after the decimal point: 2 for EUR, 0 for JPY. */
export const decimalsOf = (currency: string): number => (NO_MINOR_UNIT.test(currency) ? 0 : THREE_DIGITS.test(currency) ? 3 : 2);

/** `{ amount: -1240, currency: 'EUR' }` → `−€12.40`. Exact: the digits go to `Intl` as text, never through a float. */
export function formatMoney({ amount, currency }: Amount, locale: string): string {
  const decimals = decimalsOf(currency);
  const fraction = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = numberFormat(locale, { style: 'currency', currency, ...fraction });
  return withMinus(format.format(decimalText(amount, decimals)));
}

/** A difference: `+€9.00`. The plus stands where the locale puts a minus, which from right to left takes marks that cannot be seen. */
export function formatDifference({ amount, currency }: Amount, locale: string): string {
  return amount > 0 ? formatMoney({ amount: -amount, currency }, locale).replace('−', '+') : formatMoney({ amount, currency }, locale);
}

/** `options` as for `Intl.NumberFormat`; a true minus sign in every locale. */
export function formatNumber(value: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  return withMinus(numberFormat(locale, options).format(value));
}

/** `0.99951` → `99.95%`. Cut, not rounded: 99.996 % must not read as 100 %, nor a missed target as met. */
export function formatPercent(ratio: number, locale: string, digits = 0): string {
  return formatNumber(ratio, locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: 'trunc',
  });
}

function decimalText(amount: number, decimals: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return `${amount < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}0` as Intl.StringNumericLiteral;
}

function withMinus(text: string): string {
  return text.replace('-', '−');
}
