import { NoteRequest, Ticket, TicketList, TicketRequest, type TicketSummary } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { factsOf } from '../policy/facts.ts';
import { exportRoutes } from '../exports/export.routes.ts';
import { falling, type Order, paged, pageQuery, sorted } from '../paging/page.ts';
import { productsBackend } from '../products/products.backend.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { readEach } from '../tmf/gather.ts';
import { numberFor } from '../tmf/once.ts';
import { records, text } from '../tmf/read.ts';
import { attachmentRoutes } from './attachments.routes.ts';
import { authorOf, demandOpen, view } from './open-ticket.ts';
import { notePatch, ticketBody } from './ticket-bodies.ts';
import { ticketSummaryOf } from './tickets.adapter.ts';
import { ticketsBackend } from './tickets.backend.ts';

const LAST_CHANGED: Order<TicketSummary> = [falling(({ changedAt }) => changedAt), falling(({ id }) => id)];

async function addNote(call: Call<{ ticketId: string }, unknown, NoteRequest>): Promise<Ticket> {
  const id = call.operationKey.slice(0, 16);
  const noted = await ticketsBackend(call).change(call.params.ticketId, (ticket) => {
    call.demand(factsOf(ticket));
    // A repeat whose first answer was lost: the note is there already.
    if (records(ticket, 'note').some((note) => text(note, 'id') === id)) return undefined;
    call.demandUnchanged(view(call, ticket));
    demandOpen(ticket);
    return notePatch(ticket, call.body.text, authorOf(call), id, call.clock());
  });
  return view(call, noted);
}

async function allTickets(call: Call) {
  const found = await ticketsBackend(call).tickets();
  const { items, gaps } = readEach('TMF621', found, ticketSummaryOf);
  return { items, gaps, total: found.total };
}

export const ticketRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/tickets',
    summary: 'Your tickets and those of the companies you act for, last changed first.',
    query: z.object(pageQuery),
    codes: ['cursor-invalid'],
    answer: TicketList,
    policy: { action: 'ticket.read' },
    handle: async (call) => {
      const { items, ...rest } = await allTickets(call);
      return { ...rest, ...(await paged(call, items, LAST_CHANGED)) };
    },
  }),
  ...exportRoutes<TicketSummary>({
    list: '/tickets',
    action: 'ticket.read',
    items: async (call) => {
      const found = await allTickets(call);
      return { ...found, items: sorted(found.items, LAST_CHANGED) };
    },
    columns: {
      number: ({ number }) => number,
      title: ({ title }) => title,
      kind: ({ kind }) => kind,
      severity: ({ severity }) => severity,
      status: ({ status }) => status,
      product: ({ product }) => product?.name,
      raisedAt: ({ raisedAt }) => raisedAt,
      changedAt: ({ changedAt }) => changedAt,
      expectedBy: ({ expectedBy }) => expectedBy,
    },
  }),
  route({
    method: 'GET',
    path: '/tickets/:ticketId',
    summary: 'One ticket with everything that happened to it.',
    answer: Ticket,
    policy: { action: 'ticket.read' },
    handle: async (call) => view(call, await ticketsBackend(call).ticket(call.params.ticketId)),
  }),
  route({
    method: 'POST',
    path: '/tickets',
    summary: 'Raises a ticket for a product of yours.',
    body: TicketRequest,
    answer: Ticket,
    status: 201,
    policy: { action: 'ticket.raise' },
    handle: async (call) => {
      const backend = ticketsBackend(call);
      const number = numberFor('T', call);
      const [product, before] = await Promise.all([
        namedInBody('productId', 'You have no such product.', productsBackend(call).product(call.body.productId, 'ticket.raise')),
        backend.raised(number),
      ]);
      return view(call, before ?? (await backend.raise(ticketBody(call.body, product, call.subject, number))));
    },
  }),
  route({
    method: 'POST',
    path: '/tickets/:ticketId/notes',
    summary: 'Adds a note to a ticket: an answer, a question, news.',
    body: NoteRequest,
    codes: ['ticket-ended', 'ticket-full', 'changed-meanwhile', 'busy'],
    answer: Ticket,
    policy: { action: 'ticket.note' },
    handle: (call) => call.inTurn(`ticket ${call.params.ticketId}`, () => addNote(call)),
  }),
  ...attachmentRoutes,
];
