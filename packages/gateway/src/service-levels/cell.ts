import type { ErrorBudget, Month, ServiceInterval, ServiceLevelCell } from '@faceplate/contracts';
import { monthBounds } from '@faceplate/domain';
import { type AvailabilityStretch, errorBudget, type Figures, figuresOf, partsOf, type ServiceLevelTerms, stateOf } from '@faceplate/domain/service-level';

export const figuresIn = (stretches: readonly AvailabilityStretch[], month: Month, terms: ServiceLevelTerms, now: Date): Figures => figuresOf(stretches, monthBounds(month, terms.zone), terms, now);

/** One service in one month. */
export function cellOf(stretches: readonly AvailabilityStretch[], month: Month, terms: ServiceLevelTerms, now: Date): ServiceLevelCell {
  const figures = figuresIn(stretches, month, terms, now);
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
