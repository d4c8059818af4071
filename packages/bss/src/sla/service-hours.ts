import { addDays, localDate, startOfDay } from '@faceplate/domain/calendar';
import { common, lengthOf, merged, type Span, without } from './spans.ts';

/** The hours of the week in which a promise counts; wall clock of the zone. Public holidays are days like others. */
export interface ServiceHours {
  zone: string;
  /** 1 is Monday, 7 is Sunday. */
  days: readonly number[];
  /** Minutes after midnight; `to` is not in them any more. 0 and 1440 are the whole day. */
  from: number;
  to: number;
}

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

export const aroundTheClock = (zone: string): ServiceHours => ({ zone, days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: DAY_MINUTES });

/** 1 for Monday to 7 for Sunday. */
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** An instant of a day by the wall clock. The clocks change in the night, so the time after them is counted back from the midnight that follows. */
function timeOn(date: string, minutes: number, zone: string): number {
  if (minutes === 0) return startOfDay(date, zone).getTime();
  return startOfDay(addDays(date, 1), zone).getTime() - (DAY_MINUTES - minutes) * MINUTE;
}

function* openDays({ zone, days, from, to }: ServiceHours, since: number): Generator<Span> {
  if (days.length === 0) return;
  for (let date = localDate(since, zone); ; date = addDays(date, 1)) {
    if (days.includes(weekday(date))) yield { from: timeOn(date, from, zone), to: timeOn(date, to, zone) };
  }
}

/** The service hours between two instants, merged. */
export function openWithin(hours: ServiceHours, { from, to }: Span): Span[] {
  const open: Span[] = [];
  for (const day of openDays(hours, from)) {
    if (day.from >= to) break;
    open.push(day);
  }
  return common(merged(open), merged([{ from, to }]));
}

/** Service time between two instants in milliseconds, but for pauses. */
export function serviceTime(hours: ServiceHours, span: Span, pauses: readonly Span[] = []): number {
  return lengthOf(without(openWithin(hours, span), merged(pauses)));
}

/** The first instant at which so many milliseconds of service time have passed since `from`; Infinity for hours that never come. */
export function afterServiceTime(hours: ServiceHours, from: number, length: number, pauses: readonly Span[] = []): number {
  const shut = merged(pauses);
  let left = length;
  for (const day of openDays(hours, from)) {
    const parts = without(common([day], [{ from, to: Infinity }]), shut);
    for (const part of parts) {
      if (part.to - part.from >= left) return part.from + left;
      left -= part.to - part.from;
    }
    const last = shut.at(-1);
    if (last && last.to === Infinity && day.from >= last.from) return Infinity;
  }
  return Infinity;
}
