import type { MeTooRequest, Ticket } from '@faceplate/contracts';
import { productsBackend } from '../products/products.backend.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { numberFor } from '../tmf/once.ts';
import { records, text } from '../tmf/read.ts';
import { shownTicket } from '../tickets/shown.ts';
import { ticketBody } from '../tickets/ticket-bodies.ts';
import { isOver } from '../tickets/tickets.adapter.ts';
import { ticketsBackend } from '../tickets/tickets.backend.ts';
import { incidentOn } from './look.ts';

/** A report of a known incident: it stands under the operator's own ticket and is told when it is fixed. Whoever has said it before gets that ticket. */
export async function meToo(call: Call<unknown, unknown, MeTooRequest>): Promise<Ticket> {
  const { productId, troubleId } = call.body;
  const product = await namedInBody('productId', 'You have no such product.', productsBackend(call).product(productId, 'ticket.raise'));
  const backend = ticketsBackend(call);
  const number = numberFor('T', call);
  const before = (await backend.raised(number)) ?? (await joined(call, productId, troubleId));
  // Lists leave out what happened to it.
  if (before) return shownTicket(call, await backend.ticket(text(before, 'id') ?? ''));
  const { title, text: words = title } = await incidentOn(call, product, troubleId);
  const request = { productId, kind: 'incident', severity: 'major', title: title.slice(0, 120), description: words.slice(0, 4000) } as const;
  const body = ticketBody(request, product, call.subject, number);
  const incident = { id: troubleId, name: title, role: 'incident', '@referredType': 'ServiceProblem' };
  return shownTicket(call, await backend.raise({ ...body, relatedEntity: [...records(body, 'relatedEntity'), incident] }));
}

async function joined(call: Call, productId: string, troubleId: string) {
  const { rows } = await ticketsBackend(call).tickets();
  const names = (row: (typeof rows)[number], id: string) => records(row, 'relatedEntity').some((one) => text(one, 'id') === id);
  return rows.find((row) => names(row, productId) && names(row, troubleId) && !isOver(text(row, 'status')));
}
