import type { Money } from '@faceplate/contracts';

/**
 * Rounding, wherever it is needed, is half away from zero ("commercial rounding", DIN 1333; Council Directive
 * 2006/112/EC leaves the rule to the states). It is symmetric, so a credit takes back exactly what its charge took.
 */

/** Two currencies met in one sum. */
export class CurrencyMismatch extends Error {
  readonly currencies: readonly [string, string];
  constructor(left: string, right: string) {
    super(`Cannot reckon ${left} with ${right}`);
    this.name = 'CurrencyMismatch';
    this.currencies = [left, right];
  }
}

/** An amount that is not a decimal number, or one too large to be held exactly. */
export class UnreadableAmount extends Error {
  constructor(value: unknown, why = 'is not a decimal number') {
    super(`Amount ${JSON.stringify(value) ?? 'undefined'} ${why}`);
    this.name = 'UnreadableAmount';
  }
}

// ISO 4217 table A.1, minor unit other than 2. A fixed list: the answer must not depend on the runtime's ICU data.
const NO_MINOR_UNIT = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const THREE_DIGITS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Digits after the decimal point of a currency (ISO 4217): 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  if (NO_MINOR_UNIT.has(currency)) return 0;
  return THREE_DIGITS.has(currency) ? 3 : 2;
}

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new UnreadableAmount(amount, 'is not a whole number of minor units');
  return { amount: amount === 0 ? 0 : amount, currency };
}

export const zero = (currency: string): Money => money(0, currency);

/**
 * Reads the decimal of a TM Forum `Money` (`12.34`, `"12.34"`). A number is read by its shortest decimal form, so
 * 0.1 is a tenth and not its binary neighbour; digits below the minor unit are rounded half away from zero.
 * @throws UnreadableAmount
 */
export function fromDecimal(value: number | string, currency: string): Money {
  const parts = DECIMAL.exec(String(value).trim());
  const whole = parts?.[2] ?? '';
  const fraction = parts?.[3] ?? '';
  if (!parts || whole + fraction === '') throw new UnreadableAmount(value);
  const digits = BigInt(whole + fraction);
  const shift = minorDigits(currency) - fraction.length + Number(parts[4] ?? 0);
  const minor = shift >= 0 ? digits * 10n ** BigInt(shift) : divideRounded(digits, 10n ** BigInt(-shift));
  return narrow(parts[1] === '-' ? -minor : minor, currency);
}

/** `12.34`, always with the currency's own number of digits. */
export function toDecimal({ amount, currency }: Money): string {
  const digits = minorDigits(currency);
  const sign = amount < 0 ? '-' : '';
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** @throws CurrencyMismatch */
export function add(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new CurrencyMismatch(left.currency, right.currency);
  return money(left.amount + right.amount, left.currency);
}

export const negate = ({ amount, currency }: Money): Money => money(-amount, currency);

/** @throws CurrencyMismatch */
export const subtract = (left: Money, right: Money): Money => add(left, negate(right));

/** The sum of none is zero, which is why the currency is named. @throws CurrencyMismatch */
export function sum(amounts: Iterable<Money>, currency: string): Money {
  let total = zero(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/** `quantity` whole units at `amount` each. */
export const times = ({ amount, currency }: Money, quantity: number): Money => money(amount * quantity, currency);

/**
 * `numerator / denominator` of an amount (8 of 30 days), rounded half away from zero. The remainder belongs to the
 * complement: take `subtract(amount, share(...))` for the other part, never a second share, and nothing is lost.
 * Both are whole numbers, `denominator` above zero.
 */
export function share(amount: Money, numerator: number, denominator: number): Money {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0)
    throw new RangeError(`No share of ${numerator}/${denominator}`);
  return narrow(divideRounded(BigInt(amount.amount) * BigInt(numerator), BigInt(denominator)), amount.currency);
}

/**
 * Splits an amount by whole weights so that the parts add up to it exactly: each part is cut toward zero, then the
 * minor units left over go one each to the parts with the largest remainder, the earlier one first when equal.
 */
export function split(amount: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((left, right) => left + right, 0);
  if (total <= 0 || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('Weights are whole, not negative, and not all zero');
  const sign = amount.amount < 0 ? -1 : 1;
  const exact = weights.map((weight) => BigInt(Math.abs(amount.amount)) * BigInt(weight));
  const parts = exact.map((product) => Number(product / BigInt(total)));
  const left = Math.abs(amount.amount) - parts.reduce((sofar, part) => sofar + part, 0);
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product % BigInt(total) }))
    .toSorted((one, other) => Number(other.remainder - one.remainder) || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map((part) => money(sign * part, amount.currency));
}

/** Tax on a net amount, rounded half away from zero to the minor unit. `rate` is in per cent: 19, 5.5. */
export function taxOn(net: Money, rate: number | string): Money {
  const { numerator, denominator } = ratio(rate);
  return narrow(divideRounded(BigInt(net.amount) * numerator, denominator * 100n), net.currency);
}

/** The net inside a price that includes tax; the tax is what is left, so the two add up to the price. */
export function netOf(gross: Money, rate: number | string): Money {
  const { numerator, denominator } = ratio(rate);
  const hundred = denominator * 100n;
  return narrow(divideRounded(BigInt(gross.amount) * hundred, hundred + numerator), gross.currency);
}

function ratio(rate: number | string): { numerator: bigint; denominator: bigint } {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(String(rate));
  if (!parts) throw new UnreadableAmount(rate, 'is not a tax rate');
  const fraction = parts[2] ?? '';
  return { numerator: BigInt(`${parts[1]}${fraction}`), denominator: 10n ** BigInt(fraction.length) };
}

/** Half away from zero; `divisor` is positive. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}

function narrow(minor: bigint, currency: string): Money {
  const amount = Number(minor);
  if (!Number.isSafeInteger(amount)) throw new UnreadableAmount(String(minor), 'is too large');
  return money(amount, currency);
}
