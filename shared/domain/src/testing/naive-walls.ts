import type { ServiceCalendar } from '../service-level/terms.ts';

export const MINUTE = 60_000;
const MARGIN_DAYS = 20;

/** What the clock on the wall shows in each minute of a year and of some days around it. */
export interface Walls {
  begin: number;
  /** Which local day a minute is in. */
  day: Uint16Array;
  minuteOfDay: Uint16Array;
  dates: readonly string[];
  weekdays: readonly number[];
}

const known = new Map<string, Walls>();

/** Reads the clock every quarter of an hour; between them a minute is a minute. */
export function wallsOf(year: number, zone: string): Walls {
  const key = `${year} ${zone}`;
  const found = known.get(key);
  if (found) return found;
  const begin = Date.UTC(year, 0, 1 - MARGIN_DAYS);
  const minutes = (Date.UTC(year + 1, 0, 1 + MARGIN_DAYS) - begin) / MINUTE;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const walls = { begin, day: new Uint16Array(minutes), minuteOfDay: new Uint16Array(minutes), dates: [] as string[], weekdays: [] as number[] };
  for (let index = 0; index < minutes; index += 15) {
    const [date = '', hour, minute] = clock.format(begin + index * MINUTE).split(/[ :]/);
    if (walls.dates.at(-1) !== date) {
      walls.dates.push(date);
      walls.weekdays.push(new Date(`${date}T12:00:00Z`).getUTCDay() || 7);
    }
    walls.day.fill(walls.dates.length - 1, index, index + 15);
    for (let step = 0; step < 15; step += 1) walls.minuteOfDay[index + step] = Number(hour) * 60 + Number(minute) + step;
  }
  if (known.size > 60) known.clear();
  known.set(key, walls);
  return walls;
}

/** Paints minutes from one instant to another. */
export function paint(minutes: Uint8Array, walls: Walls, from: Date, to: Date, colour: number): void {
  const last = Math.min((+to - walls.begin) / MINUTE, minutes.length);
  for (let minute = Math.max((+from - walls.begin) / MINUTE, 0); minute < last; minute += 1) {
    if ((minutes[minute] ?? 0) < colour) minutes[minute] = colour;
  }
}

/** Opens minutes of a shop: from the one the clock shows its opening time, or has leapt past it, until closing time; once closed, it stays so that day. */
function openShop(open: Uint8Array, walls: Walls, hours: { from: number; to: number }, works: readonly boolean[]): void {
  let day = -1;
  let opened = false;
  let shut = false;
  for (let minute = 0; minute < open.length; minute += 1) {
    if (walls.day[minute] !== day) {
      day = walls.day[minute] ?? 0;
      opened = false;
      shut = false;
    }
    const time = walls.minuteOfDay[minute] ?? 0;
    if (time >= hours.from) opened = true;
    if (time >= hours.to) shut = true;
    if (works[day] && opened && !shut) open[minute] = 1;
  }
}

/** Which minutes are service time. */
export function openMinutes(calendar: ServiceCalendar | undefined, walls: Walls): Uint8Array {
  const open = new Uint8Array(walls.day.length).fill(calendar ? 0 : 1);
  for (const hours of calendar?.open ?? []) {
    const works = walls.dates.map((date, day) => hours.days.includes(walls.weekdays[day] ?? 0) && !calendar?.closed?.includes(date));
    openShop(open, walls, hours, works);
  }
  return open;
}
