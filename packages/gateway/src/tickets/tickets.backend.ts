import type { Call } from '../routing/route.ts';
import { changeRecord } from '../tmf/change-record.ts';
import { madeBefore } from '../tmf/once.ts';
import { byParty, type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import type { TmfBody, TmfQuery } from '../upstream/types.ts';

/** What the ticket routes need from the other side (TMF621). */
export interface TicketsBackend {
  tickets(): Promise<OwnRows>;
  ticket(id: string): Promise<TmfBody>;
  /** The ticket an earlier try of this very call has raised. */
  raised(externalId: string): Promise<TmfBody | undefined>;
  raise(body: TmfBody): Promise<TmfBody>;
  /** Writes what follows from the ticket as it stands; nothing when there is nothing to write. */
  change(id: string, patch: (ticket: TmfBody) => TmfBody | undefined | Promise<TmfBody | undefined>): Promise<TmfBody>;
}

/** A list needs neither notes nor files; the latter travel in the ticket itself. Servers that know no `fields` give all; one that takes it for a filter finds nothing, and is asked again. */
const SUMMARY = 'id,externalId,name,description,severity,ticketType,status,creationDate,lastUpdate,expectedResolutionDate,relatedEntity,relatedParty,troubleTicketRelationship,troubleTicketCharacteristic';

async function ownTickets(call: Call): Promise<OwnRows> {
  const read = (query: TmfQuery) => ownRows(call, 'TMF621', 'troubleTicket', byParty(call), { query: { sort: '-lastUpdate', ...query }, limit: 500 });
  const found = await read({ fields: SUMMARY });
  return found.rows.length > 0 || found.total > 0 ? found : read({});
}

export const ticketsBackend = (call: Call): TicketsBackend => ({
  tickets: () => ownTickets(call),
  ticket: (id) => ownRecord(call, 'TMF621', 'troubleTicket', id),
  raised: (externalId) => madeBefore(call, 'TMF621', 'troubleTicket', byParty(call), externalId),
  raise: (body) => call.tmf('TMF621').post('troubleTicket', body),
  change: (id, patch) => changeRecord(call.tmf('TMF621'), { resource: 'troubleTicket', id, patch, read: () => ownRecord(call, 'TMF621', 'troubleTicket', id) }),
});
