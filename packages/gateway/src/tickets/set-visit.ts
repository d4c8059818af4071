import type { SlotList, Ticket, VisitRequest } from '@faceplate/contracts';
import { factsOf } from '../policy/facts.ts';
import { Refusal } from '../problem.ts';
import { productsBackend } from '../products/products.backend.ts';
import type { Call } from '../routing/route.ts';
import { records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { placeIn, refusalOf, type VisitPlace, visitsBackend, windowBody } from '../visits/visits.backend.ts';
import { demandMay } from './acts.ts';
import { demandOpen } from './open-ticket.ts';
import { mayOf, shownTicket } from './shown.ts';
import { visitOfTicket } from './ticket-visit.ts';
import { productEntity } from './tickets.adapter.ts';
import { ticketsBackend } from './tickets.backend.ts';

type OfTicket<Body = unknown> = Call<{ ticketId: string }, unknown, Body>;

/** The product a ticket is about; none where it is gone, or the ticket is about none. */
async function productOf(call: Call, ticket: TmfBody): Promise<TmfBody | undefined> {
  const id = text(productEntity(ticket), 'id');
  try {
    return id === undefined ? undefined : await productsBackend(call).product(id, 'ticket.read');
  } catch (error) {
    const isGone = error instanceof Refusal ? error.problem.code === 'not-found' : error instanceof UpstreamProblem && error.fault === 'not-found';
    if (!isGone) throw error;
    return undefined;
  }
}

/** Where the product is, and whose ticket it is, whoever of their people books. */
async function placeOf(call: Call, ticket: TmfBody): Promise<VisitPlace> {
  const product = await productOf(call, ticket);
  const visited = records(ticket, 'relatedParty').filter((party) => text(party, 'role')?.toLowerCase() === 'customer');
  return { ...placeIn(product?.['place']), ...(visited.length > 0 && { visited }) };
}

/** When somebody could come for it. */
export async function ticketSlots(call: OfTicket): Promise<SlotList> {
  const ticket = await ticketsBackend(call).ticket(call.params.ticketId);
  return visitsBackend(call).slots(await placeOf(call, ticket));
}

async function book(call: OfTicket<VisitRequest>, ticket: TmfBody): Promise<void> {
  const place = await placeOf(call, ticket);
  const relatedEntity = [{ id: call.params.ticketId, name: text(ticket, 'name'), role: 'ticket', '@referredType': 'TroubleTicket' }];
  try {
    await call.tmf('TMF646').post('appointment', { ...windowBody(call, place, call.body), status: 'confirmed', relatedEntity });
  } catch (error) {
    throw await refusalOf(error, call, place, call.body);
  }
}

/** Books the visit, or moves the one there is: it keeps its id and its history. A repeat finds it at its time. */
export async function setVisit(call: OfTicket<VisitRequest>): Promise<Ticket> {
  const { ticketId } = call.params;
  const backend = ticketsBackend(call);
  const ticket = await backend.ticket(ticketId);
  call.demand(factsOf(ticket));
  demandOpen(ticket);
  demandMay(mayOf(ticket, [], call.clock()).visit, 'Nobody has to come for this ticket.');
  const before = await visitOfTicket(call, ticketId);
  // Whoever may change the ticket moves its visit, whether or not they see orders.
  if (before?.state === 'booked') await visitsBackend(call, 'ticket.change').move(before.id, call.body);
  else await book(call, ticket);
  return shownTicket(call, await backend.ticket(ticketId));
}
