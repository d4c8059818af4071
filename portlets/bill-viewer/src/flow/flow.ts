/** One step of a picture of differences: what it does, and from where to where it leads. */
export interface Step {
  /** What it is, in words: the sentence that stands beside the bar. */
  readonly name: unknown;
  /** Small print below it, and the way to the event. */
  readonly more?: unknown;
  /** Minor units from the axis; both zero for a step that is not drawn. */
  readonly from: number;
  readonly to: number;
  /** The amount, signed, as `formatMoney` writes it. */
  readonly text: string;
  /** `sum`: from the axis, what all come to; `unknown`: nobody can say why. */
  readonly kind?: 'sum' | 'unknown';
}

/** Where a step is drawn, in per cent of the width. */
export interface Placed {
  readonly x: number;
  readonly width: number;
  /** Where the step before it ended. */
  readonly start: number;
}

/** Narrower than this a bar could not be seen. */
const LEAST = 0.8;

/** Steps on an axis that begins at nothing and has room for the furthest on both sides of it; `zero` is that nothing. */
export function placeSteps(steps: readonly Pick<Step, 'from' | 'to'>[]): { zero: number; placed: Placed[] } {
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const least = Math.min(0, ...ends);
  const span = Math.max(0, ...ends) - least || 1;
  const across = (value: number) => ((value - least) / span) * 100;
  const placed = steps.map(({ from, to }) => {
    const width = Math.max(LEAST, Math.abs(across(to) - across(from)));
    return { x: Math.min(100 - width, across(Math.min(from, to))), width, start: across(from) };
  });
  return { zero: across(0), placed };
}

/** Amounts one after the other, each beginning where the one before it ended. */
export function chained(amounts: readonly number[]): { from: number; to: number }[] {
  let at = 0;
  return amounts.map((amount) => {
    const from = at;
    at += amount;
    return { from, to: at };
  });
}
