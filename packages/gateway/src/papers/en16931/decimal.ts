/**
 * Amounts, quantities and rates exactly as they are written: whole multiples of 10⁻¹², never floats. Twelve digits are
 * more than any price an invoice may state.
 */
const DIGITS = 12;
const ONE = 10n ** BigInt(DIGITS);
const DECIMAL = /^\s*([+-]?)(\d+)(?:\.(\d{0,12}))?\s*$/;

/** `undefined` for what is no decimal number. */
export function decimal(text: string | undefined): bigint | undefined {
  const [found, sign, whole = '', fraction = ''] = DECIMAL.exec(text ?? '') ?? [];
  if (found === undefined) return undefined;
  const size = BigInt(whole + fraction.padEnd(DIGITS, '0'));
  return sign === '-' ? -size : size;
}

/** Absent counts as nothing; what is there and no number spoils the sum. */
export function total(texts: Iterable<string | undefined>): bigint | undefined {
  let sum = 0n;
  for (const text of texts) {
    const one = text === undefined ? 0n : decimal(text);
    if (one === undefined) return undefined;
    sum += one;
  }
  return sum;
}

export const times = (one: bigint, other: bigint): bigint => (one * other) / ONE;
export const over = (one: bigint, other: bigint): bigint | undefined => (other === 0n ? undefined : (one * ONE) / other);
export const percent = (of: bigint, rate: bigint): bigint => times(of, rate) / 100n;

/** To the cent, half away from zero. */
export function cents(value: bigint): bigint {
  const cent = ONE / 100n;
  const size = value < 0n ? -value : value;
  const rounded = ((size * 2n + cent) / (cent * 2n)) * cent;
  return value < 0n ? -rounded : rounded;
}

/** Less than one unit of the currency apart: what CEN's own artefacts let a tax be off what its rate makes of the sum. */
export const within = (one: bigint, other: bigint): boolean => (one > other ? one - other : other - one) < ONE;

/** As many digits as stand after the point. */
export const places = (text: string): number => /\.(\d*)/.exec(text)?.[1]?.length ?? 0;

/** Less than two cents apart: what rounding of a price may come to. */
export const near = (one: bigint, other: bigint): boolean => (one > other ? one - other : other - one) <= (ONE / 100n) * 2n;
