import type { Month, ServiceInterval, ServiceLevelCell, ServiceLevelState } from '@faceplate/contracts';
import { monthBounds } from './calendar.ts';
import { intersect, lengthOf, merge, type Stretch, without } from './spans.ts';

/**
 * The rules of the service-level figure (features sheet A02 / A03 / A20):
 * - months begin and end at local midnight of the zone; a day has 23, 24 or 25 hours;
 * - stretches are half-open, read to the whole second, and overlapping ones count once;
 * - announced maintenance is left out inside its window and nowhere else: what overruns it counts;
 * - time spent waiting for the customer is left out;
 * - time without data is unknown, never up; but a known outage inside it is an outage;
 * - every outage counts, however short, and counts whole;
 * - nothing is rounded here.
 */
export interface AvailabilityStretch {
  id: string;
  kind: ServiceInterval['kind'];
  from: Date;
  /** Absent while it lasts. */
  to?: Date | undefined;
  reason?: string | undefined;
}

export interface ServiceLevelOptions {
  zone: string;
  /** Promised share of counted time, exact to seven digits after the point. */
  target: number;
  /** What lies after it has not happened. */
  now: Date;
  /** When the promise began and ended; the service is not judged outside. */
  since?: Date | undefined;
  until?: Date | undefined;
}

interface Reckoning {
  window: Stretch[];
  counted: Stretch[];
  excluded: Stretch[];
  unknown: Stretch[];
  down: Stretch[];
}

const PRECISION = 1e7;
const seconds = (instant: Date): number => Math.floor(+instant / 1000);
const stretchOf = ({ from, to }: AvailabilityStretch, now: Date): Stretch => ({ from: seconds(from), to: seconds(to ?? now) });

function reckon(stretches: readonly AvailabilityStretch[], month: Month, options: ServiceLevelOptions): Reckoning {
  const bounds = monthBounds(month, options.zone);
  const from = Math.max(seconds(bounds.from), options.since ? seconds(options.since) : -Infinity);
  const to = Math.min(seconds(bounds.to), seconds(options.now), options.until ? seconds(options.until) : Infinity);
  const window = merge([{ from, to }]);
  const of = (...kinds: AvailabilityStretch['kind'][]) =>
    intersect(merge(stretches.filter(({ kind }) => kinds.includes(kind)).map((one) => stretchOf(one, options.now))), window);
  const excluded = of('maintenance', 'waiting-for-you');
  const down = without(of('outage'), excluded);
  const unknown = without(of('no-data'), merge([...excluded, ...down]));
  return { window, excluded, down, unknown, counted: without(window, merge([...excluded, ...unknown])) };
}

/** One service in one month. The seconds counted, excluded and unknown add up to the part of the month that has passed. */
export function cellOf(stretches: readonly AvailabilityStretch[], month: Month, options: ServiceLevelOptions): ServiceLevelCell {
  const { counted, excluded, unknown, down } = reckon(stretches, month, options);
  const figures = {
    countedSeconds: lengthOf(counted),
    downSeconds: lengthOf(down),
    excludedSeconds: lengthOf(excluded),
    unknownSeconds: lengthOf(unknown),
  };
  return { month, state: stateOf(figures, options.target), ...figures };
}

/**
 * Missed when the time down is more than the error budget of the counted time. With more time unknown than known
 * nothing is claimed, unless the budget of both together is already spent.
 */
export function stateOf(
  { countedSeconds, downSeconds, unknownSeconds }: Pick<ServiceLevelCell, 'countedSeconds' | 'downSeconds' | 'unknownSeconds'>,
  target: number,
): ServiceLevelState {
  // In ten-millionths of a second, whole numbers all: 99.95 % of a month must not fail by a binary fraction.
  const allowed = PRECISION - Math.round(target * PRECISION);
  const down = downSeconds * PRECISION;
  if (countedSeconds === 0) return 'unknown';
  if (unknownSeconds > countedSeconds) return down > allowed * (countedSeconds + unknownSeconds) ? 'missed' : 'unknown';
  const budget = allowed * countedSeconds;
  if (down > budget) return 'missed';
  return (budget - down) * 4 < budget ? 'near' : 'met';
}

/**
 * The stretches behind a cell's figure, oldest first, each cut to the month. Their `downSeconds` add up to the
 * cell's: where outages overlap, the one that began first bears the common part.
 */
export function intervalsOf(stretches: readonly AvailabilityStretch[], month: Month, options: ServiceLevelOptions): ServiceInterval[] {
  const { window, excluded } = reckon(stretches, month, options);
  let spoken: Stretch[] = excluded;
  return stretches.toSorted((one, other) => +one.from - +other.from || one.id.localeCompare(other.id)).flatMap((stretch) => {
    const [within] = intersect(merge([stretchOf(stretch, options.now)]), window);
    if (!within) return [];
    const down = stretch.kind === 'outage' ? without([within], spoken) : [];
    spoken = merge([...spoken, ...down]);
    return [{
      id: stretch.id,
      kind: stretch.kind,
      from: new Date(within.from * 1000).toISOString(),
      to: new Date(within.to * 1000).toISOString(),
      downSeconds: lengthOf(down),
      ...(stretch.reason && { reason: stretch.reason }),
    }];
  });
}

/** How much of its error budget a service has used over all cells; 1 is all of it, Infinity stands for a target of 100 %. */
function budgetUsed(cells: readonly ServiceLevelCell[], target: number): number {
  const down = cells.reduce((sofar, cell) => sofar + cell.downSeconds, 0);
  const budget = cells.reduce((sofar, cell) => sofar + cell.countedSeconds, 0) * (1 - target);
  return down === 0 ? 0 : down / budget;
}

/** How bad a service is, first things first: months missed, months near, how much of the error budget is used (bounded, so that it can be kept as JSON). */
export function badness({ target, cells }: { target: number; cells: readonly ServiceLevelCell[] }): readonly [number, number, number] {
  const count = (state: ServiceLevelState) => cells.filter((cell) => cell.state === state).length;
  return [count('missed'), count('near'), Math.min(budgetUsed(cells, target), Number.MAX_SAFE_INTEGER)];
}
