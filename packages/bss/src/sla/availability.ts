import { monthBounds } from '@faceplate/domain/calendar';
import { aroundTheClock, openWithin, type ServiceHours } from './service-hours.ts';
import { common, lengthOf, merged, type Span, without } from './spans.ts';

/** States of an `availabilityInterval`. */
export type IntervalState = 'outage' | 'maintenance' | 'customerPending' | 'noData';

/** Milliseconds; without an end it goes on. */
export interface Unavailability {
  state: IntervalState;
  from: number;
  to?: number | undefined;
}

export interface Pledge {
  zone: string;
  /** Promised share of counted time, exact to seven digits after the point: 0.9995. */
  target: number;
  since?: number | undefined;
  until?: number | undefined;
  /** Around the clock when absent. */
  hours?: ServiceHours | undefined;
}

/** Counted, excluded and unknown seconds add up to the service time of the month that has passed. */
export interface Figures {
  countedSeconds: number;
  downSeconds: number;
  excludedSeconds: number;
  unknownSeconds: number;
}

/** Ten-millionths: shares are reckoned in whole numbers, for 99.95 % of a month must not fail by a binary fraction. */
const WHOLE = 10_000_000;

const second = (instant: number): number => Math.floor(instant / 1000);

/** The seconds of a month in which the promise holds, up to `now`. */
function windowOf(month: string, { zone, since, until, hours = aroundTheClock(zone) }: Pledge, now: number): Span[] {
  const bounds = monthBounds(month, zone);
  const from = Math.max(bounds.from.getTime(), since ?? -Infinity);
  const to = Math.min(bounds.to.getTime(), now, until ?? Infinity);
  if (from >= to) return [];
  return merged(openWithin(hours, { from, to }).map((span) => ({ from: second(span.from), to: second(span.to) })));
}

/**
 * The rules of the figure (the gateway's grid follows the same ones): months begin at local midnight; spans are
 * half-open and read to the whole second; what overlaps counts once; announced maintenance is left out inside its
 * window and nowhere else; so is the time spent waiting for the customer; time without data is unknown, never up,
 * but a known outage in it is an outage; nothing is rounded.
 */
export function figuresOf(intervals: readonly Unavailability[], month: string, promise: Pledge, now: number): Figures {
  const window = windowOf(month, promise, now);
  const of = (...states: IntervalState[]) => {
    const chosen = intervals.filter(({ state }) => states.includes(state));
    return common(merged(chosen.map(({ from, to = now }) => ({ from: second(from), to: second(to) }))), window);
  };
  const excluded = of('maintenance', 'customerPending');
  const down = without(of('outage'), excluded);
  const unknown = without(of('noData'), merged([...excluded, ...down]));
  return {
    countedSeconds: lengthOf(without(window, merged([...excluded, ...unknown]))),
    downSeconds: lengthOf(down),
    excludedSeconds: lengthOf(excluded),
    unknownSeconds: lengthOf(unknown),
  };
}

export type Outcome = 'met' | 'missed' | 'unknown';

/** Ten-millionths of counted time that may be down. */
const allowed = (target: number): number => WHOLE - Math.round(target * WHOLE);

/**
 * Missed when more time was down than the promise allows. With more time unknown than counted nothing is claimed,
 * unless the allowance of both together is spent.
 */
export function outcomeOf({ countedSeconds, downSeconds, unknownSeconds }: Figures, target: number): Outcome {
  const down = downSeconds * WHOLE;
  if (countedSeconds === 0) return 'unknown';
  const unsure = unknownSeconds > countedSeconds;
  const judged = unsure ? countedSeconds + unknownSeconds : countedSeconds;
  if (down > allowed(target) * judged) return 'missed';
  return unsure ? 'unknown' : 'met';
}

/** Can nothing that is still to come save the month? The allowance of all of it, had every second counted, is spent. */
export function isLost(figures: Figures, month: string, promise: Pledge): boolean {
  const whole = lengthOf(windowOf(month, promise, Infinity));
  return figures.downSeconds * WHOLE > allowed(promise.target) * whole;
}

/** How many times the allowance of the counted time was used; 1 is all of it. Infinity where nothing was allowed. */
export function allowanceUsed({ countedSeconds, downSeconds }: Figures, target: number): number {
  if (downSeconds === 0) return 0;
  return (downSeconds * WHOLE) / (allowed(target) * countedSeconds);
}

/** Exact, where a quotient would not be: the products outgrow a number. `times` has two digits after the point at most. */
export const isUsedMoreThan = ({ countedSeconds, downSeconds }: Figures, target: number, times: number): boolean =>
  BigInt(downSeconds) * BigInt(WHOLE) * 100n > BigInt(Math.round(times * 100)) * BigInt(allowed(target)) * BigInt(countedSeconds);

/** Was less than this share of counted time up? */
export const isBelow = ({ countedSeconds, downSeconds }: Figures, share: number): boolean => downSeconds * WHOLE > allowed(share) * countedSeconds;

/** The share of counted time that was up, cut (never rounded up) to six digits: "0.999499". Undefined where nothing counted. */
export function availabilityOf({ countedSeconds, downSeconds }: Figures): string | undefined {
  if (countedSeconds === 0) return undefined;
  const millionths = Math.floor(((countedSeconds - downSeconds) * 1_000_000) / countedSeconds);
  return `${Math.floor(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, '0')}`;
}
