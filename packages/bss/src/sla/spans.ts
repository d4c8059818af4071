/** A stretch on a whole-number axis, half-open: `from` belongs to it, `to` does not. */
export interface Span {
  from: number;
  to: number;
}

/** Sorted, without empty ones; what overlaps or touches becomes one. */
export function merged(spans: Iterable<Span>): Span[] {
  const sorted = [...spans].filter(({ from, to }) => from < to).toSorted((one, other) => one.from - other.from);
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/** What lies in both; both are merged. */
export function common(left: readonly Span[], right: readonly Span[]): Span[] {
  const result: Span[] = [];
  let [l, r] = [0, 0];
  for (let one = left[0], other = right[0]; one && other; one = left[l], other = right[r]) {
    const span = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
    if (span.from < span.to) result.push(span);
    if (one.to < other.to) l += 1;
    else r += 1;
  }
  return result;
}

/** What lies in `whole` and not in `taken`; both are merged. */
export function without(whole: readonly Span[], taken: readonly Span[]): Span[] {
  const starts = [-Infinity, ...taken.map(({ to }) => to)];
  const gaps = starts.map((from, index) => ({ from, to: taken[index]?.from ?? Infinity }));
  return common(whole, gaps);
}

/** The length of merged spans together. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sofar, { from, to }) => sofar + to - from, 0);
}
