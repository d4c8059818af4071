import { fromDecimal, minorDigits, toDecimal, UnreadableAmount } from '@faceplate/domain/money';

/** All amounts in here are whole minor units; they become TMF Money only on the way into a document. */
export const VAT = 19;

/** What the operator bills in. */
export const CURRENCY = 'EUR';

export interface TmfMoney {
  unit: string;
  value: number;
}

export function money(minor: number, currency = CURRENCY): TmfMoney {
  return { unit: currency, value: currency === CURRENCY ? minor / 100 : Number(toDecimal({ amount: minor, currency })) };
}

/** Half away from zero, the same for a credit as for a charge. */
export function round(value: number): number {
  // Adding zero turns −0 into 0.
  return Math.sign(value) * Math.round(Math.abs(value)) + 0;
}

/** What is left of a price with tax in it; `rate` in per cent. */
export function netOf(gross: number, rate = VAT): number {
  return round((gross * 100) / (100 + rate));
}

/** A price agreed with tax in it: its net, and what it has beyond that. Together they are the price, to the cent. */
export function withTax(gross: number, rate = VAT): { net: number; tax: number } {
  const net = netOf(gross, rate);
  return { net, tax: gross - net };
}

/** A tax rate has four decimals at most: per cent as whole ten-thousandths, so that 7.7 % is what it says. */
const FINE = 10_000;

export function taxOn(net: number, rate: number): number {
  return round((net * Math.round(rate * FINE)) / (100 * FINE));
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** What others wrote as Money: minor units of a currency, or undefined where it is none. The operator's currency where none is named. */
export function readMoney(value: unknown): { amount: number; currency: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { value: decimal, unit } = value as { value?: unknown; unit?: unknown };
  const currency = unit === undefined ? CURRENCY : unit;
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return undefined;
  if (typeof decimal !== 'number' && typeof decimal !== 'string') return undefined;
  try {
    return finest(fromDecimal(decimal, currency), decimal);
  } catch (cause) {
    if (cause instanceof UnreadableAmount) return undefined;
    throw cause;
  }
}

/** Tenths of a cent are nobody's money: what would have to be rounded is no amount. */
function finest(read: { amount: number; currency: string }, said: number | string) {
  const exact = Number(said) === read.amount / 10 ** minorDigits(read.currency);
  return exact ? read : undefined;
}

/** Minor units of a Money in the operator's currency; nothing where there is none. */
export function centsOf(value: unknown): number {
  const read = readMoney(value);
  return read?.currency === CURRENCY ? read.amount : 0;
}
