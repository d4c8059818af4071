import { daysInMonth, localDate, localMonth, startOfDay } from '@faceplate/domain/calendar';

/** The zone whose calendar the operator bills in. */
export const ZONE = 'Europe/Berlin';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** More than the midnights of all the years that a world speaks of; times of day would fill any memory. */
const MOST_REMEMBERED = 10_000;

/** A pure function of an instant that need not work out the same midnights a million times over. */
function remembered<Value>(work: (instant: number) => Value): (instant: number) => Value {
  const known = new Map<number, Value>();
  return (instant) => {
    const value = known.get(instant) ?? work(instant);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(instant, value);
    return value;
  };
}

/** Months are counted as one number, so that "24 months ago" is a subtraction. */
export const monthNumber = remembered((instant) => {
  const [year = 0, month = 1] = localMonth(instant, ZONE).split('-').map(Number);
  return year * 12 + month - 1;
});

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
export const dayOfMonth = remembered((instant) => Number(localDate(instant, ZONE).slice(8)));

export const iso = remembered((instant) => new Date(instant).toISOString());
