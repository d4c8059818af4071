/** What people write in different ways and mean alike: `Mühlengasse`, `Muehlengasse`; `Werkhofstr.`, `Werkhofstraße`. */
export function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
    .replace(/str(asse)?$/, 'strasse');
}

/** Longer texts are not compared letter by letter. */
const LONGEST = 60;

/** One letter compared with one other: what the slips up to here come to. */
interface Rows {
  /** Slips up to the letter before the last, and up to the last one. */
  before: readonly number[];
  last: readonly number[];
}

function nextRow(left: string, right: string, row: number, { before, last }: Rows): number[] {
  const line = [row];
  const slipsAt = (of: readonly number[], column: number) => of[column] ?? Infinity;
  for (let column = 1; column <= right.length; column += 1) {
    const same = left[row - 1] === right[column - 1];
    const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
    line.push(
      Math.min(
        slipsAt(last, column) + 1,
        slipsAt(line, column - 1) + 1,
        slipsAt(last, column - 1) + (same ? 0 : 1),
        swapped ? slipsAt(before, column - 2) + 1 : Infinity,
      ),
    );
  }
  return line;
}

/**
 * How many slips of the pen lie between two texts: a letter wrong, missing, too
 * much, or two neighbours swapped (optimal string alignment).
 */
export function slips(a: string, b: string): number {
  const left = a.slice(0, LONGEST);
  const right = b.slice(0, LONGEST);
  let rows: Rows = { before: [], last: Array.from({ length: right.length + 1 }, (_, at) => at) };
  for (let row = 1; row <= left.length; row += 1) rows = { before: rows.last, last: nextRow(left, right, row, rows) };
  return rows.last[right.length] ?? 0;
}

/** From 0, nothing in common, to 1, the same. */
export function likeness(a: string, b: string): number {
  const [left, right] = [plainly(a), plainly(b)];
  const longest = Math.min(LONGEST, Math.max(left.length, right.length));
  return longest === 0 ? 1 : 1 - slips(left, right) / longest;
}
