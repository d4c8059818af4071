import { isDeepStrictEqual } from 'node:util';
import { addMonths } from '../calendar.ts';
import { errorBudget } from '../service-level/budget.ts';
import { partsOf } from '../service-level/parts.ts';
import { promiseClock, type PromisedTime } from '../service-level/promise-clock.ts';
import { figuresOf } from '../service-level/reckoning.ts';
import type { AvailabilityStretch, ServiceLevelTerms } from '../service-level/terms.ts';
import { calendarWindow, rollingWindow } from '../service-level/windows.ts';
import { naiveClock } from './naive-clock.ts';
import { type NaiveYear, naiveYear } from './naive-service-level.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const ROLLING_DAYS = 30;
/** Clocks that leap at two in the night, at midnight, by half an hour, and not at all. */
const ZONES = ['Europe/Berlin', 'America/New_York', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC', 'Europe/Lisbon'];
const YEARS = [2023, 2024, 2025, 2026];
const KINDS = ['outage', 'outage', 'outage', 'degraded', 'maintenance', 'waiting-for-you', 'no-data'] as const;

type Dice = (below: number) => number;

/** The same seed, the same year (mulberry32). */
function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A year of one service: what was promised, what happened, when it is looked at. */
export interface ServiceYear {
  year: number;
  terms: ServiceLevelTerms;
  stretches: readonly AvailabilityStretch[];
  now: Date;
  promise: PromisedTime;
}

const pick = <T>(dice: Dice, of: readonly T[]): T => of[dice(of.length)] as T;

/** Some instant of the year, often near the end of a month or a clock change, where mistakes are made. */
function instantIn(dice: Dice, year: number): number {
  const begin = Date.UTC(year, 0, 1);
  if (dice(3) > 0) return begin + dice(365 * DAY_MINUTES) * MINUTE;
  const near = pick(dice, [Date.UTC(year, dice(12), 1), Date.UTC(year, 2, 25 + dice(7)), Date.UTC(year, 9, 25 + dice(7)), Date.UTC(year, 3, 3 + dice(6)), Date.UTC(year, 8, 3 + dice(6))]);
  return near + (dice(1800) - 900) * MINUTE;
}

function lengthOf(dice: Dice): number {
  const scale = pick(dice, [12, 12, 90, 90, 600, 600, 4_000]);
  return dice(scale) * MINUTE;
}

function stretchOf(dice: Dice, year: number, index: number): AvailabilityStretch {
  const from = instantIn(dice, year);
  const kind = pick(dice, KINDS);
  return {
    id: `i${index}`,
    kind,
    from: new Date(from),
    ...(dice(40) > 0 && { to: new Date(from + lengthOf(dice)) }),
    ...(kind === 'degraded' && { weight: 1 + dice(100) }),
    ...(kind === 'maintenance' && dice(2) === 0 && { announcedAt: new Date(from - dice(10 * DAY_MINUTES) * MINUTE) }),
    ...(kind === 'maintenance' && dice(4) === 0 && { agreed: true }),
  };
}

function calendarOf(dice: Dice, year: number): ServiceLevelTerms['calendar'] {
  if (dice(2) === 0) return undefined;
  const open = Array.from({ length: 1 + dice(2) }, () => {
    const from = dice(1380);
    return { days: [1, 2, 3, 4, 5, 6, 7].filter(() => dice(4) > 0), from, to: pick(dice, [DAY_MINUTES, from + 1 + dice(DAY_MINUTES - from)]) };
  });
  const closed = Array.from({ length: dice(6) }, () => new Date(instantIn(dice, year)).toISOString().slice(0, 10));
  return { open, ...(closed.length > 0 && { closed }) };
}

function termsOf(dice: Dice, year: number): ServiceLevelTerms {
  const freezes = Array.from({ length: dice(3) }, () => {
    const from = instantIn(dice, year);
    return { from: new Date(from), to: new Date(from + dice(20 * DAY_MINUTES) * MINUTE) };
  });
  return {
    zone: pick(dice, ZONES),
    target: pick(dice, [0.98, 0.99, 0.995, 0.999, 0.9995, 0.9999, 1]),
    calendar: calendarOf(dice, year),
    minimumSeconds: pick(dice, [0, 0, 60, 300, 600, 900]),
    noticeSeconds: pick(dice, [0, 0, 86_400, 5 * 86_400]),
    gaps: pick(dice, ['unknown', 'unknown', 'unknown', 'down']),
    freezes,
    ...(dice(5) === 0 && { since: new Date(instantIn(dice, year)) }),
    ...(dice(8) === 0 && { until: new Date(instantIn(dice, year)) }),
  };
}

function promiseOf(dice: Dice, year: number, { zone, calendar }: ServiceLevelTerms): PromisedTime {
  const startedAt = new Date(Math.min(instantIn(dice, year), Date.UTC(year, 10, 1)));
  const pauses = Array.from({ length: dice(4) }, () => {
    const from = +startedAt + dice(3_000) * MINUTE;
    return { from: new Date(from), ...(dice(8) > 0 && { to: new Date(from + lengthOf(dice)) }) };
  });
  return { zone, calendar, seconds: (1 + dice(40 * 60)) * 60, startedAt, pauses };
}

/** The year of a seed. Everything in it lies on whole minutes, so that looking at minutes is enough. */
export function serviceYear(seed: number): ServiceYear {
  const dice = diceOf(seed * 7919 + 17);
  const year = pick(dice, YEARS);
  const terms = termsOf(dice, year);
  const now = new Date(dice(3) === 0 ? Date.UTC(year + 1, 0, 5) : Math.max(instantIn(dice, year), Date.UTC(year, 1, 10)));
  const busy = pick(dice, [2, 10, 40, 120]);
  const begun = Array.from({ length: dice(busy) }, (_, index) => stretchOf(dice, year, index));
  // What is still on began before now; work that is announced may lie ahead.
  const stretches = begun.filter(({ kind, from, to }) => from < now && (to === undefined || to <= now || kind === 'maintenance') || (kind === 'maintenance' && to !== undefined));
  return { year, terms, now, stretches, promise: promiseOf(dice, year, terms) };
}

/** Holds two things against each other. */
type Hold = (what: string, is: unknown, should: unknown) => void;

function holdMonths({ year, terms, now, stretches }: ServiceYear, { months }: NaiveYear, hold: Hold): void {
  for (let month = `${year}-01`; month <= `${year}-12`; month = addMonths(month, 1)) {
    const window = calendarWindow(month, 1, terms.zone);
    const figures = figuresOf(stretches, window, terms, now);
    hold(month, figures, months.get(month)?.figures);
    hold(`${month}, whole`, errorBudget(stretches, window, terms, now).wholeSeconds, months.get(month)?.whole);
    const parts = partsOf(stretches, window, terms, now);
    hold(`${month}, parts of down`, parts.reduce((sofar, { downHundredths }) => sofar + downHundredths, 0), figures.downHundredths);
    const leaking = parts.filter(({ from, to, parts: all }) => all.reduce((sofar, { seconds }) => sofar + seconds, 0) !== to - from);
    hold(`${month}, stretches not accounted for`, leaking.length, 0);
  }
}

/** What module and naive twin disagree on in a year; empty when they agree. */
export function disagreements(one: ServiceYear): string[] {
  const { year, terms, now, stretches, promise } = one;
  const found: string[] = [];
  const hold: Hold = (what, is, should) => {
    if (!isDeepStrictEqual(is, should)) found.push(`${what}: ${JSON.stringify(is)} is not ${JSON.stringify(should)}`);
  };
  const naive = naiveYear(year, stretches, terms, now, ROLLING_DAYS);
  holdMonths(one, naive, hold);
  hold('the last 30 days', figuresOf(stretches, rollingWindow(now, ROLLING_DAYS), terms, now), naive.rolling);
  const watched = naiveClock(year, promise, now);
  const clock = promiseClock(promise, now);
  if (now > promise.startedAt) hold('the clock', clock.usedSeconds, watched.usedSeconds);
  if (watched.dueAt !== undefined) hold('due', clock.dueAt?.toISOString(), new Date(watched.dueAt).toISOString());
  return found;
}
