import type { Figures } from '../service-level/reckoning.ts';
import type { AvailabilityStretch, ServiceLevelTerms } from '../service-level/terms.ts';
import { MINUTE, openMinutes, paint, type Walls, wallsOf } from './naive-walls.ts';

/**
 * The service-level figures once more, on purpose without any idea: every minute of a year is looked at, one after the
 * other. It shares no arithmetic with the module it is held against: no calendar, no sets, only a clock on the wall.
 */

/** Disturbances of too few minutes are wiped away. */
function wipeShort(weights: Uint8Array, leastMinutes: number): void {
  let begin = -1;
  for (let minute = 0; minute <= weights.length; minute += 1) {
    const disturbed = (weights[minute] ?? 0) > 0;
    if (disturbed && begin < 0) begin = minute;
    if (disturbed || begin < 0) continue;
    if (minute - begin < leastMinutes) weights.fill(0, begin, minute);
    begin = -1;
  }
}

export interface NaiveYear {
  /** `whole`: what has counted, and what is to come and will, in seconds. */
  months: ReadonlyMap<string, { figures: Figures; whole: number }>;
  rolling: Figures;
}

const nothing = (): Figures => ({ windowSeconds: 0, outsideSeconds: 0, maintenanceSeconds: 0, waitingSeconds: 0, unknownSeconds: 0, countedSeconds: 0, downHundredths: 0 });

interface Painted {
  open: Uint8Array;
  weights: Uint8Array;
  planned: Uint8Array;
  waiting: Uint8Array;
  silent: Uint8Array;
}

function paintAll(stretches: readonly AvailabilityStretch[], terms: ServiceLevelTerms, now: Date, walls: Walls): Painted {
  const blank = () => new Uint8Array(walls.day.length);
  const all: Painted = { open: openMinutes(terms.calendar, walls), weights: blank(), planned: blank(), waiting: blank(), silent: blank() };
  const freeze = blank();
  for (const { from, to } of terms.freezes ?? []) paint(freeze, walls, from, to, 1);
  for (const one of stretches) {
    const to = one.to ?? now;
    if (one.kind === 'maintenance') paintWork(all.planned, freeze, walls, one, to, terms);
    else if (one.kind === 'waiting-for-you') paint(all.waiting, walls, one.from, to, 1);
    else if (one.kind === 'no-data') paint(all.silent, walls, one.from, to, 1);
    else paint(all.weights, walls, one.from, to, one.weight ?? 100);
  }
  wipeShort(all.weights, (terms.minimumSeconds ?? 0) / 60);
  return all;
}

function paintWork(planned: Uint8Array, freeze: Uint8Array, walls: Walls, work: AvailabilityStretch, to: Date, { noticeSeconds = 0 }: ServiceLevelTerms): void {
  if (work.announcedAt && +work.from - +work.announcedAt < noticeSeconds * 1000) return;
  const last = Math.min((+to - walls.begin) / MINUTE, planned.length);
  for (let minute = Math.max((+work.from - walls.begin) / MINUTE, 0); minute < last; minute += 1) {
    if (work.agreed || freeze[minute] === 0) planned[minute] = 1;
  }
}

/** Lays one minute to where it belongs. */
function tally(figures: Figures, minute: number, { open, weights, planned, waiting, silent }: Painted, gaps: ServiceLevelTerms['gaps']): void {
  figures.windowSeconds += 60;
  if (open[minute] === 0) figures.outsideSeconds += 60;
  else if (planned[minute] === 1) figures.maintenanceSeconds += 60;
  else if (waiting[minute] === 1) figures.waitingSeconds += 60;
  else if (silent[minute] === 1 && weights[minute] === 0 && gaps !== 'down') figures.unknownSeconds += 60;
  else {
    figures.countedSeconds += 60;
    const weight = silent[minute] === 1 && weights[minute] === 0 ? 100 : (weights[minute] ?? 0);
    figures.downHundredths += weight * 60;
  }
}

/** A minute that has passed: was it counted? */
function passed(minute: number, figures: Figures, painted: Painted, gaps: ServiceLevelTerms['gaps']): boolean {
  const before = figures.countedSeconds;
  tally(figures, minute, painted, gaps);
  return figures.countedSeconds > before;
}

/** A minute to come that will count as far as anybody knows. */
const isPromising = (minute: number, { open, planned }: Painted): boolean => open[minute] === 1 && planned[minute] === 0;

const firstMinute = ({ begin }: Walls, { since = new Date(begin) }: ServiceLevelTerms): number => Math.max((+since - begin) / MINUTE, 0);
const lastMinute = ({ begin, day }: Walls, { until = new Date(8.64e15) }: ServiceLevelTerms): number => Math.min((+until - begin) / MINUTE, day.length);

/** Every month of a year, and the last so many days before now, by looking at each minute. */
export function naiveYear(year: number, stretches: readonly AvailabilityStretch[], terms: ServiceLevelTerms, now: Date, rollingDays: number): NaiveYear {
  const walls = wallsOf(year, terms.zone);
  const painted = paintAll(stretches, terms, now, walls);
  const months = walls.dates.map((date) => date.slice(0, 7));
  const found = new Map(months.map((month) => [month, { figures: nothing(), whole: 0 }]));
  const rolling = nothing();
  const monthOfDay = months.map((month) => found.get(month));
  const [last, today] = [lastMinute(walls, terms), +now];
  for (let minute = firstMinute(walls, terms); minute < last; minute += 1) {
    const instant = walls.begin + minute * MINUTE;
    const month = monthOfDay[Number(walls.day[minute])];
    if (!month) continue;
    const counts = instant < today ? passed(minute, month.figures, painted, terms.gaps) : isPromising(minute, painted);
    if (counts) month.whole += 60;
    if (instant < today && instant >= today - rollingDays * 1440 * MINUTE) tally(rolling, minute, painted, terms.gaps);
  }
  return { months: found, rolling };
}
