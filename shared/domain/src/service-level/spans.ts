/** A stretch on a whole-number axis (here: seconds since 1970), half-open: `from` belongs to it, `to` does not. */
export interface Stretch {
  from: number;
  to: number;
}

/** Sorted, without empty ones, overlapping and touching ones made one. */
export function merge(stretches: Iterable<Stretch>): Stretch[] {
  const merged: Stretch[] = [];
  for (const { from, to } of [...stretches].filter((one) => one.from < one.to).toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What lies in both. Both arguments are merged. */
export function intersect(left: readonly Stretch[], right: readonly Stretch[]): Stretch[] {
  const common: Stretch[] = [];
  let [l, r] = [0, 0];
  for (;;) {
    const [one, other] = [left[l], right[r]];
    if (!one || !other) return common;
    const from = Math.max(one.from, other.from);
    const to = Math.min(one.to, other.to);
    if (from < to) common.push({ from, to });
    if (one.to < other.to) l += 1;
    else r += 1;
  }
}

/** What lies in `whole` and not in `taken`. Both arguments are merged. */
export const without = (whole: readonly Stretch[], taken: readonly Stretch[]): Stretch[] => intersect(whole, gapsOf(taken));

/** Everything that merged stretches leave free, from the beginning of time to its end. */
function gapsOf(taken: readonly Stretch[]): Stretch[] {
  const begins = [-Infinity, ...taken.map(({ to }) => to)];
  const ends = [...taken.map(({ from }) => from), Infinity];
  return begins.map((from, index) => ({ from, to: ends[index] ?? Infinity }));
}

/** The length of merged stretches together. */
export const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((sofar, { from, to }) => sofar + to - from, 0);
