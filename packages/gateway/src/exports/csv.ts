import type { Money } from '@faceplate/contracts';
import { toDecimal } from '@faceplate/domain';

/** A decimal that a spreadsheet shall take for a number: `-12.34`. Made by `amount`, never from what somebody typed. */
export interface Decimal {
  readonly decimal: string;
}

/** Text is quoted and made harmless, numbers stay numbers, nothing is an empty cell. */
export type Cell = string | number | Decimal | undefined;

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** Without it Excel reads UTF-8 as the machine's own code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What makes a spreadsheet calculate (OWASP: CSV injection): `= + - @`, their full-width twins, and whatever is skipped
 * before one of them. A cell that starts with a tab, CR, LF or NUL is taken for dangerous whatever follows.
 */
const ACTIVE = /^(?:[\t\r\n\0]|[\s\p{Cc}\p{Cf}\u00AD\u115F\u1160\u3164\uFFA0]*[=+\-@＝＋－＠﹢﹣﹦﹫−⁼₌⁺₊⁻₋])/u;

/** An amount of money in its currency's own number of digits. */
export const amount = (money: Money): Decimal => ({ decimal: toDecimal(money) });

/**
 * Rows as RFC 4180 has them, a heading first, safe to open in a spreadsheet: a leading quote keeps text from becoming a
 * formula, and since every text is in quotes, no separator of another country's Excel can cut a new cell out of it.
 */
export function csvOf(heading: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [heading.map(textCell).join(',')];
  for (const row of rows) lines.push(row.map(cellOf).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function cellOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return textCell(cell);
  return typeof cell === 'number' ? numberCell(String(cell)) : numberCell(cell.decimal);
}

/** Only what is plainly a number may stand outside quotes. */
const numberCell = (text: string): string => (/^-?\d+(\.\d+)?$/.test(text) ? text : textCell(text));

function textCell(text: string): string {
  const guarded = ACTIVE.test(text) ? `'${text}` : text;
  // A NUL ends the text for programs written in C; what stood behind it would be lost, or read as something else.
  return `"${guarded.replaceAll('\0', '\uFFFD').replaceAll('"', '""')}"`;
}
