/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (below === undefined || above === undefined) throw new Error('The median of nothing.');
  return (below + above) / 2;
}

/** Repeatable chance: the same seed gives the same numbers from 0 to 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Ratio {
  readonly ratio: number;
  /** Where 95 of 100 resampled ratios lie. */
  readonly from: number;
  readonly to: number;
}

const RESAMPLES = 2000;

/** Ratio of medians with its bootstrap interval. Values of one round stand at the same place, and are drawn together. */
export function ratioOfMedians(values: readonly number[], reference: readonly number[], random = chance(1)): Ratio {
  const rounds = Math.min(values.length, reference.length);
  const resampled = Array.from({ length: RESAMPLES }, () => {
    const drawn = Array.from({ length: rounds }, () => Math.floor(random() * rounds));
    const of = (all: readonly number[]) => median(drawn.map((round) => all[round] ?? 0));
    return of(values) / of(reference);
  }).toSorted((one, other) => one - other);
  const at = (share: number) => resampled[Math.floor(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { ratio: median(values) / median(reference), from: at(0.025), to: at(0.975) };
}

/** The same things in another order: what comes first must not always be the same. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  return things
    .map((thing) => ({ thing, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ thing }) => thing);
}
