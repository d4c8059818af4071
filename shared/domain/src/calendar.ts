import type { LocalDate, Month } from '@faceplate/contracts';

/** A stretch of time, half-open: `from` belongs to it, `to` does not. */
export interface Span {
  from: Date;
  to: Date;
}

const DAY = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

// Building a formatter costs a hundred times more than using it.
function clock(zone: string): Intl.DateTimeFormat {
  let found = clocks.get(zone);
  if (!found) {
    const figures = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    found = new Intl.DateTimeFormat('en-US', { ...figures, timeZone: zone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' });
    clocks.set(zone, found);
  }
  return found;
}

/** Is it an IANA zone that this runtime knows? */
export function isZone(zone: string): boolean {
  try {
    clock(zone);
    return true;
  } catch {
    return false;
  }
}

/** What the clock on the wall shows in `zone`, read as if it were UTC. */
function wallTime(instant: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of clock(zone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const offset = (instant: number, zone: string): number => wallTime(instant, zone) - Math.floor(instant / 1000) * 1000;

const dateText = (wall: number): LocalDate => new Date(wall).toISOString().slice(0, 10);

/** The day it is in `zone` at an instant. */
export const localDate = (instant: Date | number | string, zone: string): LocalDate => dateText(wallTime(+new Date(instant), zone));

/** The month it is in `zone` at an instant. */
export const localMonth = (instant: Date | number | string, zone: string): Month => monthOf(localDate(instant, zone));

export const monthOf = (date: LocalDate): Month => date.slice(0, 7);

/**
 * The instant a local day begins. Where the clocks leap over midnight it is the moment they leap; where midnight
 * comes twice it is the first.
 */
export function startOfDay(date: LocalDate, zone: string): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`);
  const before = wanted - offset(wanted - DAY, zone);
  const after = wanted - offset(wanted + DAY, zone);
  const midnights = [before, after].filter((instant) => wallTime(instant, zone) === wanted);
  return new Date(midnights.length > 0 ? Math.min(...midnights) : before);
}

/** From the first local midnight of a month to the first of the next: 23- and 25-hour days are what they are. */
export function monthBounds(month: Month, zone: string): Span {
  return { from: startOfDay(`${month}-01`, zone), to: startOfDay(`${addMonths(month, 1)}-01`, zone) };
}

/** The month `count` months later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  const { year, index } = parseMonth(month);
  return new Date(Date.UTC(year, index + count, 1)).toISOString().slice(0, 7);
}

/** The same day `count` months later, or the last day of that month when it is shorter: 31 January + 1 is 28 February. */
export function addMonthsToDate(date: LocalDate, count: number): LocalDate {
  const month = addMonths(monthOf(date), count);
  const day = Math.min(Number(date.slice(8)), daysInMonth(month));
  return `${month}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(month: Month): number {
  const { year, index } = parseMonth(month);
  return new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
}

export const addDays = (date: LocalDate, count: number): LocalDate => dateText(Date.parse(`${date}T00:00:00Z`) + count * DAY);

/** Whole days from one local day to another; negative when `to` is earlier. Clock changes do not matter to it. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** The `count` months that end with `last`, oldest first. */
export const monthsUntil = (last: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => addMonths(last, index - count + 1));

function parseMonth(month: Month): { year: number; index: number } {
  return { year: Number(month.slice(0, 4)), index: Number(month.slice(5, 7)) - 1 };
}
