import { monthBounds } from '@faceplate/domain/calendar';
import { type AvailabilityStretch, figuresOf, percentCut, type Figures, type ServiceLevelTerms, stateOf } from '@faceplate/domain/service-level';

/** States of an `availabilityInterval`. */
export type IntervalState = 'outage' | 'degraded' | 'maintenance' | 'customerPending' | 'noData';

/** The figures of a month, by the published rules (docs/guides/sla-arithmetic.md). */
export const figuresIn = (record: readonly AvailabilityStretch[], month: string, terms: ServiceLevelTerms, now: number): Figures =>
  figuresOf(record, monthBounds(month, terms.zone), terms, new Date(now));

/** As a violation and a report say it: counted, excluded and unknown seconds add up to the service time that has passed. */
export const toldFigures = ({ countedSeconds, downHundredths, maintenanceSeconds, waitingSeconds, unknownSeconds }: Figures) => ({
  countedSeconds,
  downSeconds: downHundredths / 100,
  excludedSeconds: maintenanceSeconds + waitingSeconds,
  unknownSeconds,
});

export function outcomeOf(figures: Figures, target: number): 'met' | 'missed' | 'unknown' {
  const state = stateOf(figures, target);
  return state === 'near' ? 'met' : state;
}

/** Can nothing that is still to come save the month? The allowance of all of it, had every second counted, is spent. */
export function isLost({ downHundredths }: Figures, month: string, terms: ServiceLevelTerms): boolean {
  const { countedSeconds } = figuresIn([], month, terms, +monthBounds(month, terms.zone).to);
  return stateOf({ countedSeconds, downHundredths, unknownSeconds: 0 }, terms.target) === 'missed';
}

/** The share of counted time that was up, cut (never rounded up) to six digits: "0.999499". Undefined where nothing counted. */
export function availabilityOf(figures: Figures): string | undefined {
  const percent = percentCut(figures, 4)?.replace('.', '').padStart(7, '0');
  return percent && `${percent.slice(0, -6)}.${percent.slice(-6)}`;
}
