import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { readOne } from '../tmf/read-one.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import type { Author } from './ticket-bodies.ts';
import { isOver, ticketOf } from './tickets.adapter.ts';

const MOST_NOTES = 500;

/** The ticket as this person reads it. */
export const view = (call: Call, body: TmfBody) =>
  readOne(call.tmf('TMF621').origin, () => ticketOf(body, { sub: call.subject.sub, operator: call.tenant.name }));

export const authorOf = ({ session: { acting }, subject }: Call): Author => (acting ? { name: acting.actor.name } : { id: subject.sub, name: subject.name });

/** @throws {Refusal} when nothing can be added to it any more. */
export function demandOpen(ticket: TmfBody): void {
  if (isOver(text(ticket, 'status'))) {
    throw new Refusal({ status: 409, code: 'ticket-ended', title: 'This ticket is closed. Raise a new one to go on.' });
  }
  if (records(ticket, 'note').length >= MOST_NOTES) {
    throw new Refusal({ status: 409, code: 'ticket-full', title: 'This ticket takes no more notes. Raise a new one to go on.' });
  }
}
