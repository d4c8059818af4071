import type { Span } from '../calendar.ts';
import { intersect, lengthOf, merge, type Stretch, without } from './spans.ts';
import { openWithin } from './service-calendar.ts';
import type { AvailabilityStretch, ServiceLevelTerms } from './terms.ts';

/**
 * What a window is made of, in whole seconds. `windowSeconds` is what has passed of it while the promise held, and is the sum of
 * `outsideSeconds`, `maintenanceSeconds`, `waitingSeconds`, `unknownSeconds` and `countedSeconds`.
 */
export interface Figures {
  windowSeconds: number;
  /** Outside the hours that the promise counts in. */
  outsideSeconds: number;
  /** Planned work, announced and allowed. */
  maintenanceSeconds: number;
  /** Waiting for the customer, where no planned work was going on. */
  waitingSeconds: number;
  unknownSeconds: number;
  countedSeconds: number;
  /** Hundredths of a second, each second down weighted by its per cent: a whole outage of a second is 100. */
  downHundredths: number;
}

/** Disturbances of one weight, merged; a heavier one has taken what is its. */
interface Level {
  weight: number;
  down: Stretch[];
}

/** The sets of seconds behind the figures; all merged, and inside the window, but for `disturbed`. */
export interface Reckoning {
  window: Stretch[];
  open: readonly Stretch[];
  maintenance: Stretch[];
  waiting: Stretch[];
  unknown: Stretch[];
  counted: Stretch[];
  /** Every disturbance that is long enough to count, wherever it lies. */
  disturbed: Stretch[];
  levels: readonly Level[];
}

export const secondOf = (instant: Date): number => Math.floor(+instant / 1000);

/** Seconds of what was recorded; what still lasts, lasts until now. */
export const stretchOf = ({ from, to }: Pick<AvailabilityStretch, 'from' | 'to'>, now: Date): Stretch => ({ from: secondOf(from), to: secondOf(to ?? now) });

/** Is it a disturbance, and how much of one: 100 for an outage, less for a degradation, 0 for everything else. */
export function weightOf({ kind, weight = 100 }: AvailabilityStretch): number {
  if (kind === 'outage') return 100;
  return kind === 'degraded' ? Math.min(Math.max(Math.round(weight), 1), 100) : 0;
}

/** The part of planned work that may be left out: announced in time, and outside the freeze periods nobody lifted. */
export function plannedOf(work: AvailabilityStretch, { noticeSeconds = 0, freezes = [] }: ServiceLevelTerms, now: Date): Stretch[] {
  if (work.announcedAt && secondOf(work.from) - secondOf(work.announcedAt) < noticeSeconds) return [];
  const whole = merge([stretchOf(work, now)]);
  return work.agreed ? whole : without(whole, merge(freezes.map((freeze) => stretchOf(freeze, now))));
}

/** The part of a window in which the promise held, as far as it has come. */
export function heldWithin({ from, to }: Span, { since, until }: ServiceLevelTerms, now: Date): Stretch[] {
  const begin = Math.max(secondOf(from), since ? secondOf(since) : -Infinity);
  const end = Math.min(secondOf(to), secondOf(now), until ? secondOf(until) : Infinity);
  return merge([{ from: begin, to: end }]);
}

function levelsOf(disturbances: readonly AvailabilityStretch[], long: readonly Stretch[], within: readonly Stretch[], now: Date): Level[] {
  const weights = [...new Set(disturbances.map(weightOf))].toSorted((one, other) => other - one);
  let taken: Stretch[] = [];
  return weights.map((weight) => {
    const same = merge(disturbances.filter((one) => weightOf(one) === weight).map((one) => stretchOf(one, now)));
    const down = without(intersect(intersect(same, long), within), taken);
    taken = merge([...taken, ...down]);
    return { weight, down };
  });
}

/** Lays what was recorded of a service over a window. */
export function reckon(stretches: readonly AvailabilityStretch[], window: Span, terms: ServiceLevelTerms, now: Date): Reckoning {
  const held = heldWithin(window, terms, now);
  const open = intersect(openWithin(terms.calendar, terms.zone, { from: secondOf(window.from), to: secondOf(window.to) }), held);
  const of = (kind: AvailabilityStretch['kind']) => merge(stretches.filter((one) => one.kind === kind).map((one) => stretchOf(one, now)));
  const planned = stretches.filter(({ kind }) => kind === 'maintenance').flatMap((work) => plannedOf(work, terms, now));
  const maintenance = intersect(merge(planned), open);
  const waiting = without(intersect(of('waiting-for-you'), open), maintenance);
  const judged = without(open, merge([...maintenance, ...waiting]));
  const disturbances = stretches.filter((one) => weightOf(one) > 0);
  const disturbed = merge(disturbances.map((one) => stretchOf(one, now))).filter(({ from, to }) => to - from >= (terms.minimumSeconds ?? 0));
  const levels = levelsOf(disturbances, disturbed, judged, now);
  const known = merge(levels.flatMap(({ down }) => down));
  const unknown = without(intersect(of('no-data'), judged), known);
  if (terms.gaps === 'down') return { window: held, open, maintenance, waiting, unknown: [], counted: judged, disturbed, levels: [...levels, { weight: 100, down: unknown }] };
  return { window: held, open, maintenance, waiting, unknown, counted: without(judged, unknown), disturbed, levels };
}

const added = (levels: readonly Level[]): number => levels.reduce((sofar, { weight, down }) => sofar + weight * lengthOf(down), 0);

/** The figures of a window. Nothing is rounded. */
export function figuresOf(stretches: readonly AvailabilityStretch[], window: Span, terms: ServiceLevelTerms, now: Date): Figures {
  return counted(reckon(stretches, window, terms, now));
}

/** The figures of what has been reckoned. */
export function counted(reckoning: Reckoning): Figures {
  const windowSeconds = lengthOf(reckoning.window);
  return {
    windowSeconds,
    outsideSeconds: windowSeconds - lengthOf(reckoning.open),
    maintenanceSeconds: lengthOf(reckoning.maintenance),
    waitingSeconds: lengthOf(reckoning.waiting),
    unknownSeconds: lengthOf(reckoning.unknown),
    countedSeconds: lengthOf(reckoning.counted),
    downHundredths: added(reckoning.levels),
  };
}
