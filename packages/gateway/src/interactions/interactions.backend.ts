import type { Call } from '../routing/route.ts';
import { byParty, type OwnRows, ownRows } from '../tmf/owned.ts';

/** What the interaction routes need from the other side (TMF683). */
export interface InteractionsBackend {
  interactions(): Promise<OwnRows>;
}

export const interactionsBackend = (call: Call): InteractionsBackend => ({
  interactions: () => ownRows(call, 'TMF683', 'partyInteraction', byParty(call), { query: { sort: '-interactionDate.startDateTime' }, limit: 500 }),
});
