/** What of a long list is in sight: rows of one height, one of which may be open and so much higher. Pixels. */
export interface Sight {
  count: number;
  /** Height of a row. */
  row: number;
  /** How far it is scrolled. */
  top: number;
  /** Height of the area. */
  view: number;
  /** The row that is open; −1 for none. */
  open: number;
  /** How much higher the open row is. */
  more: number;
}

/** Rows drawn beyond either edge, so that a quick hand finds no gap: a third of what is in sight. */
const beyond = ({ view, row }: Sight): number => Math.ceil(view / row / 3);

/** Where a row begins. */
export const topOf = ({ row, open, more }: Sight, index: number): number => index * row + (open >= 0 && index > open ? more : 0);

export const heightOf = (sight: Sight): number => topOf(sight, sight.count);

/** The row at so many pixels from the top. */
function indexAt(sight: Sight, y: number): number {
  const { row, open, more } = sight;
  if (open < 0 || y < (open + 1) * row) return Math.floor(y / row);
  return Math.max(open, Math.floor((y - more) / row));
}

/** Drawn anew only every so many rows: a frame in between has nothing to do. */
const AT_ONCE = 4;

/** First row drawn, and the one after the last: the same for some way of scrolling. */
export function shown(sight: Sight): { from: number; to: number } {
  const { count, top, view } = sight;
  const from = Math.floor(Math.max(0, indexAt(sight, top) - beyond(sight)) / AT_ONCE) * AT_ONCE;
  const to = Math.ceil((indexAt(sight, top + view) + beyond(sight) + 1) / AT_ONCE) * AT_ONCE;
  return { from: Math.min(from, count), to: Math.min(count, to) };
}

/** How far to scroll so that a row is in sight; as little as can be. */
export function scrolledTo(sight: Sight, index: number, head: number): number {
  const begins = topOf(sight, index);
  if (begins < sight.top) return begins;
  const ends = begins + sight.row + head;
  return ends > sight.top + sight.view ? ends - sight.view : sight.top;
}
