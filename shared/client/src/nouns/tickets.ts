import { offerNoun } from '@faceplate/client';
import type {
  DeskChecks,
  HelpPage,
  LineTest,
  LineTestRequest,
  MeTooRequest,
  SlotList,
  Ticket,
  TicketAct,
  TicketChange,
  TicketForms,
  TicketList,
  TicketRequest,
  VisitRequest,
} from '@faceplate/contracts';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import type { createDownload, RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

type Write = Omit<SendOptions, 'body'>;

/** What of the tickets is wanted; all where it is empty. */
export interface TicketFilter {
  /** Words of numbers, titles, products. */
  search?: string;
  open?: boolean;
  /** Of one product. */
  product?: string;
  /** Mine alone, or those of colleagues alone. */
  by?: 'me' | 'colleagues';
  /** Mark of the next page. */
  cursor?: string;
}

/** Every write takes an idempotency key: give the same again when the answer was lost, and it is done once all the same. */
export interface TicketsClient {
  list(options?: RequestOptions & { filter?: TicketFilter }): Promise<TicketList>;
  get(ticketId: string, options?: RequestOptions): Promise<Ticket>;
  raise(ticket: TicketRequest, options?: Write): Promise<Ticket>;
  addNote(ticketId: string, text: string, options?: Write): Promise<Ticket>;
  /** A file in base64, half a mebibyte at most. */
  attach(ticketId: string, file: { name: string; content: string }, options?: Write): Promise<Ticket>;
  change(ticketId: string, change: TicketChange, options?: Write): Promise<Ticket>;
  act(ticketId: string, act: TicketAct, options?: Write): Promise<Ticket>;
  /** Free windows for the technician. */
  slots(ticketId: string, options?: RequestOptions): Promise<SlotList>;
  visit(ticketId: string, visit: VisitRequest, options?: Write): Promise<Ticket>;
  /** What is known before a form is opened for a product; `about`: words of what is wrong. */
  checks(productId: string, about: string, options?: RequestOptions): Promise<DeskChecks>;
  forms(options?: RequestOptions): Promise<TicketForms>;
  answer(answerId: string, options?: RequestOptions): Promise<HelpPage>;
  meToo(request: MeTooRequest, options?: Write): Promise<Ticket>;
  test(request: LineTestRequest, options?: Write): Promise<LineTest>;
  tested(testId: string, options?: RequestOptions): Promise<LineTest>;
  /** `/tickets/{id}/visit.ics`, `/tickets/{id}/attachments/{id}`, `/tickets/export.csv?…` */
  file(path: `/tickets/${string}`, options?: RequestOptions): Promise<Blob>;
}

/** The gateway lets nothing out that is not as its contract has it; that is not gone over again on the page, whose bytes are few. */
const OBJECT = z.record(z.string(), z.unknown());
const as = <T>() => OBJECT as unknown as z.ZodMiniType<T>;

const TICKETS = ['tickets'] as const;

const ticketsClient = ({ read, write }: Wire, download: ReturnType<typeof createDownload>): TicketsClient => {
  const one = (id: string) => `/tickets/${encodeURIComponent(id)}` as const;
  const get = <T extends object>(path: `/${string}`, options?: RequestOptions) => read(path, as<T>(), TICKETS, options);
  const post = <T extends object = Ticket>(path: `/${string}`, body: object, options?: Write) => write(`POST ${path}`, as<T>(), TICKETS, { ...options, body });
  return {
    list: (options) => get(`/tickets${query({ ...options?.filter, open: options?.filter?.open === undefined ? undefined : options.filter.open ? 'yes' : 'no' })}`, options),
    get: (ticketId, options) => get(one(ticketId), options),
    raise: (ticket, options) => post('/tickets', ticket, options),
    addNote: (ticketId, text, options) => post(`${one(ticketId)}/notes`, { text }, options),
    attach: (ticketId, file, options) => post(`${one(ticketId)}/attachments`, file, options),
    change: (ticketId, change, options) => post(`${one(ticketId)}/changes`, change, options),
    act: (ticketId, act, options) => post(`${one(ticketId)}/acts`, act, options),
    slots: (ticketId, options) => get(`${one(ticketId)}/visit/slots`, options),
    visit: (ticketId, visit, options) => post(`${one(ticketId)}/visit`, visit, options),
    checks: (productId, about, options) => get(`/desk${query({ productId, about })}`, options),
    forms: (options) => get('/desk/forms', options),
    answer: (answerId, options) => get(`/desk/answers/${encodeURIComponent(answerId)}`, options),
    meToo: (request, options) => post('/desk/me-too', request, options),
    test: (request, options) => post('/desk/tests', request, options),
    tested: (testId, options) => get(`/desk/tests/${encodeURIComponent(testId)}`, options),
    file: (path, options) => download(path, options),
  };
};

declare module '../nouns.ts' {
  interface Nouns {
    readonly tickets: TicketsClient;
  }
}

offerNoun('tickets', ({ wire, download }) => ticketsClient(wire, download));
