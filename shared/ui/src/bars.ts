/** One bar of a chart. */
export interface Bar {
  /** Below the bar, as short as can be: `Nov`. */
  readonly label: string;
  /** Said in full: `November 2026`. */
  readonly name: string;
  /** Height; any unit, the same for all bars. Minor units of money will do. */
  readonly value: number;
  /** The value in words, as `formatMoney` and its like write it. */
  readonly text: string;
}

/** Where a bar stands, in per cent of the drawing; `x` is its middle. */
export interface PlacedBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The drawing leaves room above for a figure and below for the labels. */
const TOP = 14;
const BOTTOM = 86;
const FILLED = 0.68;

/** Places bars on an axis that starts at zero; credits hang below it. `zero` is the axis, in per cent from the top. */
export function placeBars(values: readonly number[]): { zero: number; bars: PlacedBar[] } {
  const most = Math.max(0, ...values);
  const span = most - Math.min(0, ...values) || 1;
  const down = (value: number) => TOP + ((most - value) / span) * (BOTTOM - TOP);
  const zero = values.some((value) => value !== 0) ? down(0) : BOTTOM;

  const column = 100 / Math.max(1, values.length);
  const bars = values.map((value, index) => ({
    x: column * (index + 0.5),
    y: value === 0 ? zero : Math.min(zero, down(value)),
    width: column * FILLED,
    height: value === 0 ? 0 : Math.abs(down(value) - zero),
  }));
  return { zero, bars };
}
