import type { LocalDate, Month } from '@faceplate/contracts';
import { addDays, addMonths, monthBounds, type Span, startOfDay } from '../calendar.ts';

const DAY = 86_400_000;

/** A calendar window that begins with a month and lasts `months` of them: 3 are a quarter, 12 a year. */
export function calendarWindow(first: Month, months: number, zone: string): Span {
  return { from: monthBounds(first, zone).from, to: monthBounds(addMonths(first, months - 1), zone).to };
}

/** Local days, the last one included. */
export function daysWindow(first: LocalDate, last: LocalDate, zone: string): Span {
  return { from: startOfDay(first, zone), to: startOfDay(addDays(last, 1), zone) };
}

/** The last `days` times 24 hours up to an instant: where the clocks change, it begins at another time of the day. */
export function rollingWindow(until: Date, days: number): Span {
  return { from: new Date(+until - days * DAY), to: until };
}
