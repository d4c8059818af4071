import { NoteRequest, Ticket, TicketList, TicketRequest, type TicketSummary } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { hasWords } from '../bills/words.ts';
import { factsOf } from '../policy/facts.ts';
import { exportRoutes } from '../exports/export.routes.ts';
import { falling, type Order, paged, pageQuery, rising, sorted } from '../paging/page.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { attachmentRoutes } from './attachments.routes.ts';
import { authorOf, demandOpen } from './open-ticket.ts';
import { raiseTicket } from './raise.ts';
import { shownTicket } from './shown.ts';
import { ticketActRoutes } from './ticket-act.routes.ts';
import { notePatch } from './ticket-bodies.ts';
import { isOver, ticketSummaryOf } from './tickets.adapter.ts';
import { ticketsBackend } from './tickets.backend.ts';

/** What is open before what is over, last changed first. */
const OPEN_FIRST: Order<TicketSummary> = [rising(({ status }) => (isOver(status) ? 1 : 0)), falling(({ changedAt }) => changedAt), falling(({ id }) => id)];

async function addNote(call: Call<{ ticketId: string }, unknown, NoteRequest>): Promise<Ticket> {
  const id = call.operationKey.slice(0, 16);
  const noted = await ticketsBackend(call).change(call.params.ticketId, async (ticket) => {
    call.demand(factsOf(ticket));
    // A repeat whose first answer was lost: the note is there already.
    if (records(ticket, 'note').some((note) => text(note, 'id') === id)) return undefined;
    if (call.namesState) call.demandUnchanged(await shownTicket(call, ticket));
    demandOpen(ticket);
    return notePatch(ticket, call.body.text, authorOf(call), id, call.clock());
  });
  return shownTicket(call, noted);
}

const filters = {
  search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  open: z.optional(z.enum(['yes', 'no'])),
  product: z.optional(z.string().check(z.maxLength(200))),
  by: z.optional(z.enum(['me', 'colleagues'])),
};
const wanted = z.object(filters);
const NUMBER = /^[A-Z]{1,4}-[\d-]{4,30}$/;
type Wanted = z.output<typeof wanted>;

const wordsIn = ({ number, title, product, by }: TicketSummary): string => [number, title, product?.name ?? '', by?.name ?? ''].join(' ');

/** Each filter that was given, as the question it asks of a ticket. */
function isWanted(ticket: TicketSummary, { search, open, product, by }: Wanted): boolean {
  const asked = [
    open === undefined || isOver(ticket.status) === (open === 'no'),
    product === undefined || ticket.product?.id === product,
    by === undefined || (ticket.by?.side === 'you') === (by === 'me'),
    !search || hasWords(search)(wordsIn(ticket)),
  ];
  return asked.every(Boolean);
}

async function allTickets(call: Call<unknown, Wanted>) {
  const found = await ticketsBackend(call).tickets();
  const reader = { sub: call.subject.sub, operator: call.tenant.name };
  const { items: all, gaps } = readEach('TMF621', found, (body) => ticketSummaryOf(body, reader));
  const items = all.filter((ticket) => isWanted(ticket, call.query));
  return { items, gaps, total: found.total - (all.length - items.length) };
}

/** Numbers are what people are told; ids what programs are. */
async function byIdOrNumber(call: Call, name: string): Promise<TmfBody> {
  const backend = ticketsBackend(call);
  const numbered = NUMBER.test(name) ? await backend.raised(name) : undefined;
  return backend.ticket(text(numbered, 'id') ?? name);
}

export const ticketRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/tickets',
    summary: 'Your tickets and those of the companies you act for: open ones first, and of these what was changed last.',
    detail: '`search` looks for words in numbers, titles, products and names; `open` leaves out what is over (`yes`) or what is not (`no`); `by` tells mine from those of colleagues.',
    query: z.object({ ...filters, ...pageQuery }),
    codes: ['cursor-invalid'],
    answer: TicketList,
    policy: { action: 'ticket.read' },
    handle: async (call) => {
      const { items, ...rest } = await allTickets(call);
      return { ...rest, ...(await paged(call, items, OPEN_FIRST)) };
    },
  }),
  ...exportRoutes<TicketSummary>({
    list: '/tickets',
    action: 'ticket.read',
    query: wanted,
    items: async (call) => {
      const found = await allTickets(call);
      return { ...found, items: sorted(found.items, OPEN_FIRST) };
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
      raisedBy: ({ by }) => by?.name,
    },
  }),
  route({
    method: 'GET',
    path: '/tickets/:ticketId',
    summary: 'One ticket with everything that happened to it, by its id or its number.',
    detail: 'The number stays valid when a request becomes an order or a credit, or is put together with another: `became` and `mergedInto` lead on.',
    answer: Ticket,
    policy: { action: 'ticket.read' },
    handle: async (call) => shownTicket(call, await byIdOrNumber(call, call.params.ticketId)),
  }),
  route({
    method: 'POST',
    path: '/tickets',
    summary: 'Raises a ticket for a product of yours; for several at once with `also`, under one that rolls them up.',
    codes: ['busy'],
    body: TicketRequest,
    answer: Ticket,
    status: 201,
    policy: { action: 'ticket.raise' },
    handle: raiseTicket,
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
  ...ticketActRoutes,
];
