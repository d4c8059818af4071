import type { Resource } from '../../store/store.ts';

/** The checker's own arithmetic: whole cents as bigint, written for itself, so that it cannot share the engine's faults. */
export function centsIn(money: unknown): bigint {
  const { value, unit } = (money ?? {}) as { value?: unknown; unit?: unknown };
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(value)) ?? [];
  if (whole === undefined || unit !== 'EUR') throw new RangeError(`${JSON.stringify(money)} is no amount of cents`);
  const cents = BigInt(whole + fraction.padEnd(2, '0'));
  return sign === '-' ? -cents : cents;
}

/** Half away from zero. */
export function divided(dividend: bigint, divisor: bigint): bigint {
  const twice = (dividend < 0n ? -dividend : dividend) * 2n;
  const rounded = (twice + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}

/** Per cent as whole ten-thousandths. */
const fine = (rate: number): bigint => BigInt(Math.round(rate * 10_000));

export const taxOf = (net: bigint, rate: number): bigint => divided(net * fine(rate), 1_000_000n);
export const netWithin = (gross: bigint, rate: number): bigint => divided(gross * 1_000_000n, 1_000_000n + fine(rate));

export const total = (amounts: Iterable<bigint>): bigint => {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
};

export const list = (value: unknown): Resource[] => (Array.isArray(value) ? (value as Resource[]) : []);
export const fact = (rate: Resource, name: string): unknown => list(rate['characteristic']).find((one) => one['name'] === name)?.['value'];
export const rateOf = (line: Resource): number => Number(list(line['appliedTax'])[0]?.['taxRate']);
export const idIn = (value: unknown): string | undefined => (value as { id?: string } | undefined)?.id;
