import { addDays, localDate, startOfDay } from '@faceplate/domain/calendar';
import { DAY, HOUR, ZONE } from '../world/zone.ts';
import { isHoliday } from './holidays.ts';

/** A window in which a technician comes. Instants; `to` does not belong to it. */
export interface Slot {
  from: number;
  to: number;
}

/** Local hours. The clocks change on Sundays, when nobody works, so an hour is an hour here. */
const WEEKDAY = [[8, 10], [10, 12], [13, 15], [15, 17]] as const;
const SATURDAY = [[9, 12]] as const;

/** Visits that can be going on at once in one area, on a working day and on a Saturday. */
const CREWS = 3;
const SATURDAY_CREWS = 1;

/** Days ahead that can be booked. */
export const HORIZON = 42;

/** Local hour of the working day before a visit until which it can be moved or cancelled. */
const CUT_OFF_HOUR = 17;

const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Sundays and holidays are none. */
export const isWorkingDay = (date: string): boolean => weekday(date) !== 0 && !isHoliday(date);

export function slotsOn(date: string): Slot[] {
  if (!isWorkingDay(date)) return [];
  const midnight = startOfDay(date, ZONE).getTime();
  const hours = weekday(date) === 6 ? SATURDAY : WEEKDAY;
  return hours.map(([from, to]) => ({ from: midnight + from * HOUR, to: midnight + to * HOUR }));
}

/** Every slot that begins between two instants. */
export function slotsBetween(from: number, to: number): Slot[] {
  const slots: Slot[] = [];
  if (from >= to) return slots;
  for (let date = localDate(from, ZONE); startOfDay(date, ZONE).getTime() < to; date = addDays(date, 1)) {
    slots.push(...slotsOn(date).filter((slot) => slot.from >= from && slot.from < to));
  }
  return slots;
}

/** The slot that is exactly this time; undefined when no technician works so. */
export function slotAt(from: number, to: number): Slot | undefined {
  return slotsOn(localDate(from, ZONE)).find((slot) => slot.from === from && slot.to === to);
}

/** How many visits of one area fit into a slot. */
export function crewsIn({ from }: Slot): number {
  return weekday(localDate(from, ZONE)) === 6 ? SATURDAY_CREWS : CREWS;
}

/** The first instant that can still be booked: the next day begins; today's rounds are planned. */
export function firstBookable(now: number): number {
  return startOfDay(addDays(localDate(now, ZONE), 1), ZONE).getTime();
}

/** Neither past nor further ahead than anybody plans. */
export function isBookable({ from }: Slot, now: number): boolean {
  return from >= firstBookable(now) && from < firstBookable(now) + HORIZON * DAY;
}

/** Until when a visit can be moved or cancelled: 17:00 of the last working day before it. */
export function cutOffOf({ from }: Slot): number {
  let date = addDays(localDate(from, ZONE), -1);
  while (!isWorkingDay(date)) date = addDays(date, -1);
  return startOfDay(date, ZONE).getTime() + CUT_OFF_HOUR * HOUR;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// Not by Intl: its commas differ between runtimes, and these words are compared.
const dayInWords = (date: string) => `${DAYS[weekday(date)] ?? ''} ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;

function clockInWords(instant: number, date: string): string {
  const minutes = Math.floor((instant - startOfDay(date, ZONE).getTime()) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `Fri 27 Nov, 17:00`, on the clock of the place. For days on which somebody works. */
export function momentInWords(instant: number): string {
  const date = localDate(instant, ZONE);
  return `${dayInWords(date)}, ${clockInWords(instant, date)}`;
}

/** `Fri 27 Nov, 10:00–12:00` */
export function inWords({ from, to }: Slot): string {
  return `${momentInWords(from)}–${clockInWords(to, localDate(from, ZONE))}`;
}
