import { move } from '../nouns/move.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { iso, objects, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { notFound, unprocessable } from '../surface/tmf-error.ts';

const numberIn = (ticket: Resource): string => text(ticket['externalId']) ?? ticket.id;

async function ticketOf({ tx }: Act, id: string): Promise<Resource> {
  const found = await tx.get('troubleTicket', id);
  if (!found) throw notFound();
  return found.body;
}

const customersOf = (ticket: Resource) => objects(ticket['relatedParty']).flatMap(({ id, role }) => (role === 'customer' ? [id] : []));

const toldOf = (ticket: Resource, words: string, now: Date) => [
  ...objects(ticket['note']),
  { id: `${ticket.id}-${objects(ticket['note']).length + 1}`, date: iso(now.getTime()), author: 'Meridian support', text: words },
];

const related = (ticket: Resource, other: Resource, relationshipType: string) => [
  ...objects(ticket['troubleTicketRelationship']),
  { id: other.id, href: other.href, name: text(other['name']), relationshipType, '@referredType': 'TroubleTicket' },
];

/** Two reports of one thing become one: the later is over, and each names the other. Throws a 422 for those of different customers. */
export async function merged(act: Act, noun: Noun, id: string, intoId: string): Promise<Resource> {
  const [ticket, into] = [await ticketOf(act, id), await ticketOf(act, intoId)];
  const areOne = customersOf(ticket).some((one) => customersOf(into).includes(one));
  if (!areOne || id === intoId) throw unprocessable('Only two tickets of one customer can be put together.');
  const words = `Both are one thing: what we do is told on ticket ${numberIn(into)}.`;
  await save(act.tx, 'troubleTicket', { ...into, troubleTicketRelationship: related(into, ticket, 'mergedFrom'), note: toldOf(into, `Ticket ${numberIn(ticket)} was put together with this one.`, act.now), lastUpdate: iso(act.now.getTime()) }, act.now);
  return move(act, noun, ticket, { status: 'cancelled', statusChangeReason: words, troubleTicketRelationship: related(ticket, into, 'mergedInto') });
}

/** A request that is done as an order keeps its number: the ticket names the order, and is fixed by it. Throws a 404 where there is no such order. */
export async function becameOrder(act: Act, noun: Noun, id: string, orderId: string): Promise<Resource> {
  const [ticket, order] = [await ticketOf(act, id), await act.tx.get('productOrder', orderId)];
  if (!order) throw notFound();
  const begun = ticket['status'] === 'inProgress' ? ticket : await move(act, noun, ticket, { status: 'inProgress' });
  const entity = { id: orderId, name: text(order.body['externalId']), role: 'result', '@referredType': 'ProductOrder' };
  return move(act, noun, begun, { status: 'resolved', statusChangeReason: 'We do it as an order. This number stays.', relatedEntity: [...objects(begun['relatedEntity']), entity] });
}
