import type { Span } from '../calendar.ts';
import { counted, plannedOf, reckon, secondOf } from './reckoning.ts';
import { openWithin } from './service-calendar.ts';
import { allowedTicks, downTicks, secondsOf } from './share.ts';
import { intersect, lengthOf, merge, type Stretch, without } from './spans.ts';
import type { AvailabilityStretch, ServiceLevelTerms } from './terms.ts';

const WHOLE = 10_000_000;

/** The error budget of a window: what may be down in all of it, and how it is being spent. Seconds may have fractions. */
export interface ErrorBudget {
  /** Seconds that will have counted when the window is over, if all that is still to come counts but for the work that is planned. */
  wholeSeconds: number;
  allowedSeconds: number;
  usedSeconds: number;
  /** Below zero when it is overspent. */
  leftSeconds: number;
  /** How fast: 1 spends it exactly by the end of the window, 2 by half of it. Infinity where nothing is allowed; undefined where nothing counted yet. */
  burnRate: number | undefined;
  /** When it is spent if things go on as they did so far; undefined when the window ends before. */
  spentAt: Date | undefined;
  /** When it would be spent if it went down now and stayed so. */
  spentIfDownAt: Date | undefined;
}

/** What is still to come and will count. */
function toCome(stretches: readonly AvailabilityStretch[], { from, to }: Span, terms: ServiceLevelTerms, now: Date): Stretch[] {
  const begin = Math.max(secondOf(from), secondOf(now), terms.since ? secondOf(terms.since) : -Infinity);
  const end = Math.min(secondOf(to), terms.until ? secondOf(terms.until) : Infinity);
  const open = intersect(openWithin(terms.calendar, terms.zone, { from: secondOf(from), to: secondOf(to) }), merge([{ from: begin, to: end }]));
  const planned = stretches.filter(({ kind }) => kind === 'maintenance').flatMap((work) => plannedOf(work, terms, now));
  return without(open, merge(planned));
}

/** The instant at which so many seconds of what is to come have passed. */
function after(seconds: number, coming: readonly Stretch[]): Date | undefined {
  let left = seconds;
  for (const { from, to } of coming) {
    if (left <= to - from) return new Date((from + left) * 1000);
    left -= to - from;
  }
  return undefined;
}

/** How fast a budget is spent, from the figures of any window: a day, a week, the month so far. */
export function burnRateOf(figures: { countedSeconds: number; downHundredths: number }, target: number): number | undefined {
  if (figures.countedSeconds === 0) return undefined;
  const down = downTicks(figures);
  return down === 0 ? 0 : down / allowedTicks(figures.countedSeconds, target);
}

/** The error budget of a window as it stands now. */
export function errorBudget(stretches: readonly AvailabilityStretch[], window: Span, terms: ServiceLevelTerms, now: Date): ErrorBudget {
  const figures = counted(reckon(stretches, window, terms, now));
  const coming = toCome(stretches, window, terms, now);
  const wholeSeconds = figures.countedSeconds + lengthOf(coming);
  const allowed = allowedTicks(wholeSeconds, terms.target);
  const used = downTicks(figures);
  const left = allowed - used;
  // At the pace so far, the rest lasts rest / used times what has counted until now; too long a product for a number.
  const lasting = used > 0 && left > 0 ? Number((BigInt(left) * BigInt(figures.countedSeconds)) / BigInt(used)) : undefined;
  return {
    wholeSeconds,
    allowedSeconds: secondsOf(allowed),
    usedSeconds: secondsOf(used),
    leftSeconds: secondsOf(left),
    burnRate: burnRateOf(figures, terms.target),
    spentAt: lasting === undefined ? undefined : after(lasting, coming),
    spentIfDownAt: left < 0 ? undefined : after(Math.floor(left / WHOLE), coming),
  };
}
