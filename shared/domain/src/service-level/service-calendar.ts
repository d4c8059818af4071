import type { LocalDate } from '@faceplate/contracts';
import { addDays, localDate, startOfDay } from '../calendar.ts';
import { intersect, merge, type Stretch } from './spans.ts';
import type { OpenHours, ServiceCalendar } from './terms.ts';

const DAY_SECONDS = 86_400;
/** Clocks are moved on quarters of an hour, everywhere. */
const QUARTER = 900;
/** A grid asks for the same months of the same calendar for every service. */
const KEPT = 200;

const walls = new Map<string, Intl.DateTimeFormat>();

/** Minutes after midnight that the clock on the wall shows. */
function minuteOfDay(second: number, zone: string): number {
  let wall = walls.get(zone);
  if (!wall) {
    wall = new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone, numberingSystem: 'latn' });
    walls.set(zone, wall);
  }
  const [hour = 0, minute = 0] = wall.format(second * 1000).split(':').map(Number);
  return hour * 60 + minute;
}

/** 1 for Monday to 7 for Sunday. */
const weekday = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

const dawn = (date: LocalDate, zone: string): number => +startOfDay(date, zone) / 1000;

/** The first second of a day at which the clock shows a time or has leapt past it; the end of the day where it never does. */
function firstTime(day: Stretch, minutes: number, zone: string): number {
  if (day.to - day.from === DAY_SECONDS) return day.from + minutes * 60;
  for (let second = day.from; second < day.to; second += QUARTER) {
    const ahead = (minutes - minuteOfDay(second, zone)) * 60;
    if (ahead < QUARTER) return second + Math.max(ahead, 0);
  }
  return day.to;
}

function openOn(date: LocalDate, day: Stretch, { open, closed = [] }: ServiceCalendar, zone: string): Stretch[] {
  if (closed.includes(date)) return [];
  const today = open.filter(({ days }) => days.includes(weekday(date)));
  return today.map(({ from, to }: OpenHours) => ({ from: firstTime(day, from, zone), to: firstTime(day, to, zone) }));
}

/** The service time of day after day, each merged, from the day on that `from` is in; it never ends by itself. */
export function* openDays(calendar: ServiceCalendar | undefined, zone: string, from: number): Generator<{ day: Stretch; open: Stretch[] }> {
  let date = localDate(from * 1000, zone);
  let begin = dawn(date, zone);
  for (;;) {
    const next = addDays(date, 1);
    const day = { from: begin, to: dawn(next, zone) };
    yield { day, open: calendar ? merge(openOn(date, day, calendar, zone)) : [day] };
    [date, begin] = [next, day.to];
  }
}

function reckonOpen(calendar: ServiceCalendar, zone: string, window: Stretch): Stretch[] {
  const found: Stretch[] = [];
  for (const { day, open } of openDays(calendar, zone, window.from)) {
    if (day.from >= window.to) break;
    found.push(...open);
  }
  return intersect(merge(found), [window]);
}

const kept = new Map<string, readonly Stretch[]>();

/** The service time inside a stretch (seconds since 1970), merged; all of it where there is no calendar. */
export function openWithin(calendar: ServiceCalendar | undefined, zone: string, window: Stretch): readonly Stretch[] {
  if (window.from >= window.to) return [];
  if (!calendar) return [window];
  const key = JSON.stringify([calendar, zone, window.from, window.to]);
  const known = kept.get(key);
  if (known) return known;
  const found = reckonOpen(calendar, zone, window);
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, found);
  return found;
}
