import type { Call } from '../routing/route.ts';
import { changeRecord } from '../tmf/change-record.ts';
import { notFound } from '../problem.ts';
import type { Rows } from '../tmf/gather.ts';
import { madeBefore } from '../tmf/once.ts';
import { byParty, ownRecord, ownRows } from '../tmf/owned.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { disputeFacts, isDispute, TICKET_TYPE } from './dispute.adapter.ts';

/** More than anybody has; what lies beyond is said to be missing. */
const MOST = 500;

/** What the dispute routes need from the other side (TMF621). */
export interface DisputesBackend {
  /** Of one bill, or of all of mine. */
  disputes(billId?: string): Promise<Rows>;
  dispute(id: string): Promise<TmfBody>;
  /** What an earlier try of this very call has raised. */
  raised(externalId: string): Promise<TmfBody | undefined>;
  raise(body: TmfBody): Promise<TmfBody>;
  /** Writes what follows from it as it stands; nothing when there is nothing to write. */
  change(id: string, patch: (ticket: TmfBody) => TmfBody | undefined): Promise<TmfBody>;
}

const concerns = (ticket: TmfBody, billId: string): boolean => records(ticket, 'relatedEntity').some((one) => text(one, 'id') === billId);

/** A list needs no files, and they travel in the ticket. A server that takes `fields` for a filter is asked again. */
const SUMMARY = 'id,externalId,name,description,ticketType,status,creationDate,lastUpdate,resolutionDate,statusChangeDate,statusChangeReason,expectedResolutionDate,relatedEntity,relatedParty,troubleTicketCharacteristic';

export function disputesBackend(call: Call): DisputesBackend {
  const all = (fields: string | undefined) =>
    ownRows(call, 'TMF621', 'troubleTicket', byParty(call), { query: { ticketType: TICKET_TYPE, sort: '-lastUpdate', ...(fields !== undefined && { fields }) }, limit: MOST, facts: disputeFacts, action: 'dispute.read' });
  const one = async (id: string) => {
    const ticket = await ownRecord(call, 'TMF621', 'troubleTicket', id, { facts: disputeFacts, action: 'dispute.read' });
    if (!isDispute(ticket)) throw notFound();
    return ticket;
  };
  return {
    disputes: async (billId) => {
      const brief = await all(SUMMARY);
      const found = brief.rows.length > 0 || brief.total > 0 ? brief : await all(undefined);
      const rows = found.rows.filter((row) => isDispute(row) && (billId === undefined || concerns(row, billId)));
      return { ...found, rows };
    },
    dispute: one,
    raised: (externalId) => madeBefore(call, 'TMF621', 'troubleTicket', byParty(call), externalId),
    raise: (body) => call.tmf('TMF621').post('troubleTicket', body),
    change: (id, patch) => changeRecord(call.tmf('TMF621'), { resource: 'troubleTicket', id, patch, read: () => one(id) }),
  };
}
