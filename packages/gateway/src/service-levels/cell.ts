import type { ErrorBudget, Month, ServiceInterval, ServiceLevelCell } from '@faceplate/contracts';
import { monthBounds, type Span } from '@faceplate/domain';
import { type AvailabilityStretch, errorBudget, type Figures, figuresOf, partsOf, type ServiceLevelTerms, stateOf } from '@faceplate/domain/service-level';

export const figuresIn = (stretches: readonly AvailabilityStretch[], month: Month, terms: ServiceLevelTerms, now: Date): Figures => figuresOf(stretches, monthBounds(month, terms.zone), terms, now);

/** A month with its bounds, found once for all services. */
export interface Window {
  month: Month;
  bounds: Span;
}

export const windowOf = (month: Month, zone: string): Window => ({ month, bounds: monthBounds(month, zone) });

/** Of months that are over: what was recorded is what is kept with it. */
const over = new WeakMap<readonly AvailabilityStretch[], Map<Month, ServiceLevelCell>>();

/** One service in one month. A record that is read anew is another record, so what is kept of months that are over goes with it. */
export function cellOf(stretches: readonly AvailabilityStretch[], window: Window, terms: ServiceLevelTerms, now: Date): ServiceLevelCell {
  if (window.bounds.to > now) return reckonCell(stretches, window, terms, now);
  const known = over.get(stretches) ?? new Map<Month, ServiceLevelCell>();
  over.set(stretches, known);
  const cell = known.get(window.month) ?? reckonCell(stretches, window, terms, now);
  known.set(window.month, cell);
  return cell;
}

function reckonCell(stretches: readonly AvailabilityStretch[], { month, bounds }: Window, terms: ServiceLevelTerms, now: Date): ServiceLevelCell {
  const figures = figuresOf(stretches, bounds, terms, now);
  const { countedSeconds, maintenanceSeconds, waitingSeconds, outsideSeconds, unknownSeconds } = figures;
  return {
    month,
    state: stateOf(figures, terms.target),
    countedSeconds,
    downSeconds: figures.downHundredths / 100,
    excludedSeconds: maintenanceSeconds + waitingSeconds,
    unknownSeconds,
    // What is nothing in most months is left out: a grid has thousands of cells.
    ...(maintenanceSeconds > 0 && { maintenanceSeconds }),
    ...(waitingSeconds > 0 && { waitingSeconds }),
    ...(outsideSeconds > 0 && { outsideSeconds }),
  };
}

/** The intervals behind a cell's figure, oldest first, each cut to the month; their `downSeconds` add up to the cell's. */
export function intervalsOf(stretches: readonly AvailabilityStretch[], month: Month, terms: ServiceLevelTerms, now: Date): ServiceInterval[] {
  return partsOf(stretches, monthBounds(month, terms.zone), terms, now).map(({ stretch, from, to, parts, downHundredths }) => ({
    id: stretch.id,
    kind: stretch.kind,
    from: new Date(from * 1000).toISOString(),
    to: new Date(to * 1000).toISOString(),
    downSeconds: downHundredths / 100,
    parts: [...parts],
    ...(stretch.reason && { reason: stretch.reason }),
    ...(stretch.weight !== undefined && { weight: stretch.weight }),
  }));
}

/** What may be down in the month, and how it is being spent. */
export function budgetOf(stretches: readonly AvailabilityStretch[], month: Month, terms: ServiceLevelTerms, now: Date): ErrorBudget {
  const { burnRate, spentAt, spentIfDownAt, ...seconds } = errorBudget(stretches, monthBounds(month, terms.zone), terms, now);
  return {
    ...seconds,
    ...(burnRate !== undefined && Number.isFinite(burnRate) && { burnRate }),
    ...(spentAt && { spentAt: spentAt.toISOString() }),
    ...(spentIfDownAt && { spentIfDownAt: spentIfDownAt.toISOString() }),
  };
}
