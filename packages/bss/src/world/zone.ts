/** The zone whose calendar the operator bills in. */
export const ZONE = 'Europe/Berlin';

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

function wallClock(instant: number): { year: number; month: number; day: number; asUtc: number } {
  const part: Record<string, number> = {};
  for (const { type, value } of wall.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return { year, month, day, asUtc: Date.UTC(year, month - 1, day, hour, minute, second) };
}

const midnights = new Map<number, number>();

/** The instant of local midnight, right on both sides of a clock change; days beyond a month's end roll over. */
export function midnight(year: number, month: number, day: number): number {
  const naive = Date.UTC(year, month - 1, day);
  const known = midnights.get(naive);
  if (known !== undefined) return known;
  const guess = naive - (wallClock(naive).asUtc - naive);
  // The offset at the guess is the one that counts when the clocks change in between.
  const instant = naive - (wallClock(guess).asUtc - guess);
  midnights.set(naive, instant);
  return instant;
}

/** Months are counted as one number, so that "24 months ago" is a subtraction. */
export function monthNumber(instant: number): number {
  const { year, month } = wallClock(instant);
  return year * 12 + month - 1;
}

/** Local midnight of a day in a numbered month (see {@link monthNumber}); day 1 unless told. */
export function dayIn(month: number, day = 1): number {
  return midnight(Math.floor(month / 12), (month % 12) + 1, day);
}

/** 1 to 12. */
export function monthOfYear(month: number): number {
  return (month % 12) + 1;
}

/** `2026-11` */
export function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String(monthOfYear(month)).padStart(2, '0')}`;
}

export function daysIn(month: number): number {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
}

/** The day of its local month in which an instant lies: 1 to 31. */
export function dayOfMonth(instant: number): number {
  return wallClock(instant).day;
}

export function iso(instant: number): string {
  return new Date(instant).toISOString();
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
