import { offerNoun } from '@faceplate/client';
import {
  AnswerVerdict,
  type AnswerVerdictRequest,
  DeskChecks,
  HelpPage,
  LineTest,
  type LineTestRequest,
  type MeTooRequest,
  SlotList,
  Ticket,
  type TicketAct,
  type TicketChange,
  TicketForms,
  TicketList,
  type TicketRequest,
  type VisitRequest,
} from '@faceplate/contracts';
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
  /** So many at once; all of them where neither this nor a mark is given. */
  limit?: number;
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
  /** Whether a page of the knowledge solved it. */
  judge(verdict: AnswerVerdictRequest, options?: Write): Promise<AnswerVerdict>;
  meToo(request: MeTooRequest, options?: Write): Promise<Ticket>;
  test(request: LineTestRequest, options?: Write): Promise<LineTest>;
  tested(testId: string, options?: RequestOptions): Promise<LineTest>;
  /** `/tickets/{id}/visit.ics`, `/tickets/{id}/attachments/{id}`, `/tickets/export.csv?…` */
  file(path: `/tickets/${string}`, options?: RequestOptions): Promise<Blob>;
}

const TICKETS = ['tickets'] as const;

const filtered = ({ open, ...rest }: TicketFilter): string => query({ ...rest, open: open === undefined ? undefined : open ? 'yes' : 'no' });

const ticketsClient = ({ read, write }: Wire, download: ReturnType<typeof createDownload>): TicketsClient => {
  const one = (id: string) => `/tickets/${encodeURIComponent(id)}` as const;
  const change = (path: `/${string}`, body: object, options?: Write) => write(`POST ${path}`, Ticket, TICKETS, { ...options, body });
  return {
    list: (options) => read(`/tickets${filtered(options?.filter ?? {})}`, TicketList, TICKETS, options),
    get: (ticketId, options) => read(one(ticketId), Ticket, TICKETS, options),
    raise: (ticket, options) => change('/tickets', ticket, options),
    addNote: (ticketId, text, options) => change(`${one(ticketId)}/notes`, { text }, options),
    attach: (ticketId, file, options) => change(`${one(ticketId)}/attachments`, file, options),
    change: (ticketId, body, options) => change(`${one(ticketId)}/changes`, body, options),
    act: (ticketId, act, options) => change(`${one(ticketId)}/acts`, act, options),
    slots: (ticketId, options) => read(`${one(ticketId)}/visit/slots`, SlotList, TICKETS, options),
    visit: (ticketId, visit, options) => change(`${one(ticketId)}/visit`, visit, options),
    checks: (productId, about, options) => read(`/desk${query({ productId, about })}`, DeskChecks, TICKETS, options),
    forms: (options) => read('/desk/forms', TicketForms, TICKETS, options),
    answer: (answerId, options) => read(`/desk/answers/${encodeURIComponent(answerId)}`, HelpPage, [], options),
    judge: (body, options) => write('POST /desk/verdicts', AnswerVerdict, [], { ...options, body }),
    meToo: (request, options) => change('/desk/me-too', request, options),
    test: (body, options) => write('POST /desk/tests', LineTest, TICKETS, { ...options, body }),
    tested: (testId, options) => read(`/desk/tests/${encodeURIComponent(testId)}`, LineTest, TICKETS, options),
    file: (path, options) => download(path, options),
  };
};

declare module '../nouns.ts' {
  interface Nouns {
    readonly tickets: TicketsClient;
  }
}

offerNoun('tickets', ({ wire, download }) => ticketsClient(wire, download));
