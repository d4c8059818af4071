/** How much of the first unit of a kind one of these is; networks count data in thousands. Spelled as systems spell them. */
const MEASURES: readonly Readonly<Record<string, number>>[] = [
  { b: 1, byte: 1, bytes: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 },
  { s: 1, sec: 1, second: 1, seconds: 1, min: 60, minute: 60, minutes: 60, h: 3600, hour: 3600, hours: 3600 },
];

/** Six decimals are finer than anything that is counted, and free of binary dust. */
export const fine = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

/** The same amount in another unit; undefined where the two do not measure the same. */
export function inUnit(value: number, from: string, to: string): number | undefined {
  const [one, other] = [from.toLowerCase(), to.toLowerCase()];
  if (one === other) return value;
  const measure = MEASURES.find((units) => Object.hasOwn(units, one) && Object.hasOwn(units, other));
  const [each, whole] = [measure?.[one], measure?.[other]];
  return each === undefined || whole === undefined ? undefined : fine((value * each) / whole);
}
