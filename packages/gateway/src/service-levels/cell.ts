import type { Month, ServiceInterval, ServiceLevelCell } from '@faceplate/contracts';
import { monthBounds } from '@faceplate/domain';
import { type AvailabilityStretch, figuresOf, partsOf, type ServiceLevelTerms, stateOf } from '@faceplate/domain/service-level';

/** One service in one month. */
export function cellOf(stretches: readonly AvailabilityStretch[], month: Month, terms: ServiceLevelTerms, now: Date): ServiceLevelCell {
  const figures = figuresOf(stretches, monthBounds(month, terms.zone), terms, now);
  return {
    month,
    state: stateOf(figures, terms.target),
    countedSeconds: figures.countedSeconds,
    downSeconds: figures.downHundredths / 100,
    excludedSeconds: figures.maintenanceSeconds + figures.waitingSeconds,
    unknownSeconds: figures.unknownSeconds,
  };
}

/** The intervals behind a cell's figure, oldest first, each cut to the month; their `downSeconds` add up to the cell's. */
export function intervalsOf(stretches: readonly AvailabilityStretch[], month: Month, terms: ServiceLevelTerms, now: Date): ServiceInterval[] {
  return partsOf(stretches, monthBounds(month, terms.zone), terms, now).map(({ stretch, from, to, downHundredths }) => ({
    id: stretch.id,
    kind: stretch.kind === 'degraded' ? 'outage' : stretch.kind,
    from: new Date(from * 1000).toISOString(),
    to: new Date(to * 1000).toISOString(),
    downSeconds: downHundredths / 100,
    ...(stretch.reason && { reason: stretch.reason }),
  }));
}
