import type { Call } from '../routing/route.ts';
import { byParty, type OwnRows, ownRows } from '../tmf/owned.ts';

const MOST_PROMISES = 2_000;
/** Two years of hundreds of services, each disturbed twice a month. */
const MOST_INTERVALS = 50_000;

/** What the service-level routes need from the other side (TMF623-shaped). */
export interface ServiceLevelsBackend {
  promises(): Promise<OwnRows>;
  /** `partial` when there were more than can be read: then no month may be called good. */
  intervals(): Promise<OwnRows>;
}

export const serviceLevelsBackend = (call: Call): ServiceLevelsBackend => ({
  promises: () => ownRows(call, 'TMF623', 'sla', byParty(call), { limit: MOST_PROMISES }),
  intervals: () => ownRows(call, 'TMF623', 'availabilityInterval', byParty(call), { query: { sort: '-validFor.startDateTime' }, limit: MOST_INTERVALS }),
});
