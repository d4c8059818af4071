import { daysInMonth, localDate, localMonth, startOfDay } from '@faceplate/domain/calendar';

/** The zone whose calendar the operator bills in. */
export const ZONE = 'Europe/Berlin';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Months are counted as one number, so that "24 months ago" is a subtraction. */
export function monthNumber(instant: number): number {
  const [year = 0, month = 1] = localMonth(instant, ZONE).split('-').map(Number);
  return year * 12 + month - 1;
}

/** `2026-11` */
export function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String(monthOfYear(month)).padStart(2, '0')}`;
}

/** 1 to 12. */
export function monthOfYear(month: number): number {
  return (month % 12) + 1;
}

const midnights = new Map<number, number>();

/** Local midnight of a day in a numbered month (see {@link monthNumber}), whatever the clocks do; day 1 unless told. */
export function dayIn(month: number, day = 1): number {
  const key = month * 32 + day;
  const known = midnights.get(key);
  if (known !== undefined) return known;
  const instant = startOfDay(`${monthName(month)}-${String(day).padStart(2, '0')}`, ZONE).getTime();
  midnights.set(key, instant);
  return instant;
}

export function daysIn(month: number): number {
  return daysInMonth(monthName(month));
}

/** The day of its local month in which an instant lies: 1 to 31. */
export function dayOfMonth(instant: number): number {
  return Number(localDate(instant, ZONE).slice(8));
}

export function iso(instant: number): string {
  return new Date(instant).toISOString();
}
