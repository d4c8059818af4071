import type { Month } from '@faceplate/contracts';
import { monthBounds } from '../../calendar.ts';
import { figuresOf, type Figures } from '../../service-level/reckoning.ts';
import type { AvailabilityStretch, ServiceLevelTerms } from '../../service-level/terms.ts';

/** One case worked out by hand: what is asked, how a person gets to the answer, and the answer. */
export interface GoldenCase {
  name: string;
  /** The working, in words and figures. */
  working: string;
  is: () => unknown;
  should: unknown;
}

export const BERLIN = 'Europe/Berlin';
/** After everything that happens in the cases. */
export const LATER = new Date('2027-06-01T00:00:00Z');
export const at = (text: string): Date => new Date(`${text}Z`);
export const NOVEMBER = 2_592_000;

/** Something recorded, in UTC to the minute or the second: `2026-11-10T10:00`. */
export function was(kind: AvailabilityStretch['kind'], from: string, to?: string, more: Partial<AvailabilityStretch> = {}): AvailabilityStretch {
  return { id: `${kind} ${from} ${to ?? ''}`, kind, from: at(from), ...(to !== undefined && { to: at(to) }), ...more };
}

export const OFFICE = { open: [{ days: [1, 2, 3, 4, 5], from: 480, to: 1080 }] };
export const terms = (more: Partial<ServiceLevelTerms> = {}): ServiceLevelTerms => ({ zone: BERLIN, target: 0.9995, ...more });

/** The figures of a month that are asked for. */
export function month(of: Month, stretches: readonly AvailabilityStretch[], more: Partial<ServiceLevelTerms> = {}, now = LATER): Figures {
  const rules = terms(more);
  return figuresOf(stretches, monthBounds(of, rules.zone), rules, now);
}

/** Seconds down in November 2026, and those counted. */
export function downAndCounted(stretches: readonly AvailabilityStretch[], more: Partial<ServiceLevelTerms> = {}, now = LATER): [number, number] {
  const { downHundredths, countedSeconds } = month('2026-11', stretches, more, now);
  return [downHundredths / 100, countedSeconds];
}
