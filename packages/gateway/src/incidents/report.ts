import { productsBackend } from '../products/products.backend.ts';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { numberFor } from '../tmf/once.ts';
import { records, text } from '../tmf/read.ts';
import { ticketBody } from '../tickets/ticket-bodies.ts';
import { isOver } from '../tickets/tickets.adapter.ts';
import { ticketsBackend } from '../tickets/tickets.backend.ts';
import { servicesOf } from '../desk/tests.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { openProblems, troublesOn } from './problem.ts';

/** What a report is about: a product of the caller's, and the incident that hits it. */
export interface Reported {
  productId: string;
  troubleId: string;
}

const names = (ticket: TmfBody, id: string): boolean => records(ticket, 'relatedEntity').some((one) => text(one, 'id') === id);

/** Does an open ticket report this incident? */
export const reports = (ticket: TmfBody, troubleId: string): boolean => names(ticket, troubleId) && !isOver(text(ticket, 'status'));

/**
 * A report of a known incident, "me too": it stands under the operator's own ticket and is told when it is fixed. Whoever
 * has said it before gets that ticket, as lists tell it; a new one is told whole.
 */
export async function reportIncident(call: Call, { productId, troubleId }: Reported): Promise<{ ticket: TmfBody; isNew: boolean }> {
  const product = await namedInBody('productId', 'You have no such product.', productsBackend(call).product(productId, 'ticket.raise'));
  const backend = ticketsBackend(call);
  const number = numberFor('T', call);
  const before = (await backend.raised(number)) ?? (await backend.tickets()).rows.find((row) => names(row, productId) && reports(row, troubleId));
  if (before) return { ticket: before, isNew: false };
  const { title, text: words = title } = await incidentOn(call, product, troubleId);
  const request = { productId, kind: 'incident', severity: 'major', title: title.slice(0, 120), description: words.slice(0, 4000) } as const;
  const body = ticketBody(request, product, call.subject, number);
  const incident = { id: troubleId, name: title, role: 'incident', '@referredType': 'ServiceProblem' };
  return { ticket: await backend.raise({ ...body, relatedEntity: [...records(body, 'relatedEntity'), incident] }), isNew: true };
}

export const incidentOver = () => new Refusal({ status: 409, code: 'incident-over', title: 'This disturbance is over, or does not concern this line.' });

/** The open incident a product is hit by. @throws {Refusal} 409 when it is over, or does not hit this product; @throws {UpstreamProblem} when nobody can say. */
async function incidentOn(call: Call, product: TmfBody, troubleId: string) {
  const target = { id: text(product, 'id') ?? '', services: servicesOf(product) };
  const { items, gaps } = troublesOn(await openProblems(call, 'ticket.read'), { product: target, planned: false, now: call.clock() });
  const found = items.find(({ id }) => id === troubleId);
  if (found) return found;
  if (gaps.length > 0) throw new UpstreamProblem('unreachable', call.tmf('TMF656').origin, 'some of the incidents are missing');
  throw incidentOver();
}
