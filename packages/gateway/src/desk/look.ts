import type { DeskCheck, DeskChecks, Gap, KnownTrouble, OpenTicket } from '@faceplate/contracts';
import { openProblems, troublesOn } from '../incidents/problem.ts';
import { reports } from '../incidents/report.ts';
import { productsBackend } from '../products/products.backend.ts';
import { factsOf } from '../policy/facts.ts';
import { notFound } from '../problem.ts';
import type { TmfApi } from '../options.ts';
import type { Call } from '../routing/route.ts';
import { type Found, onceEach, orGap, readEach, type Rows } from '../tmf/gather.ts';
import { characteristic, records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { isOver, ticketSummaryOf } from '../tickets/tickets.adapter.ts';
import { ticketsBackend } from '../tickets/tickets.backend.ts';
import { inOrder, stopOf } from './checks.ts';
import { bestAnswers } from './knowledge.ts';
import { lastTest, servicesOf, testOffers } from './tests.ts';

export interface Looked {
  productId: string;
  about?: string | undefined;
}

interface Seen {
  found?: Omit<DeskCheck, 'step' | 'state'> | undefined;
  /** What is missing beside what was found: who saw only a part cannot say that there is nothing. */
  gaps?: readonly Gap[];
}

/** What a look found, or that it could not be asked. */
async function look(api: TmfApi, step: DeskCheck['step'], ask: () => Promise<Seen>): Promise<{ check: DeskCheck; gaps: Gap[] }> {
  const { value = {}, gaps: lost }: Found<Seen> = await orGap(api, ask());
  const gaps = [...lost, ...(value.gaps ?? [])];
  if (value.found) return { check: { step, state: 'found', ...value.found }, gaps };
  return { check: { step, state: gaps.length > 0 ? 'not-asked' : 'nothing' }, gaps };
}

/** Open tickets about a product, mine and colleagues'. */
async function openTickets(call: Call, productId: string): Promise<Rows> {
  const { rows, ...rest } = await ticketsBackend(call).tickets();
  return { ...rest, rows: rows.filter((row) => !isOver(text(row, 'status')) && records(row, 'relatedEntity').some((one) => text(one, 'id') === productId)) };
}

const raisedBy = (ticket: TmfBody): string | undefined => text(records(ticket, 'relatedParty').find((one) => text(one, 'role') === 'originator'), 'id');

const openTicketOf = (call: Call) => (row: TmfBody): OpenTicket => {
  const { id, number, title, status, raisedAt } = ticketSummaryOf(row);
  return { id, number, title, status, raisedAt, mine: raisedBy(row) === call.subject.sub };
};

/** Each with the ticket under which I am told, where I said "me too". */
function withTickets(troubles: readonly KnownTrouble[], tickets: readonly TmfBody[]): KnownTrouble[] {
  return troubles.map((trouble) => {
    const id = text(tickets.find((ticket) => reports(ticket, trouble.id)), 'id');
    return id === undefined ? trouble : { ...trouble, ticketId: id };
  });
}

const some = <T>(items: readonly T[]): T[] | undefined => (items.length > 0 ? [...items] : undefined);

/** That a system knows no such product is an answer, and no gap. */
function orGone(error: unknown): never {
  throw error instanceof UpstreamProblem && error.fault === 'not-found' ? notFound() : error;
}

/** May it be reported on, and does it stand still? A product nobody could be asked about is no obstacle. */
async function ofProduct(call: Call, productId: string): Promise<{ product: TmfBody | undefined; checks: DeskCheck[]; gaps: Gap[] }> {
  const { value: product, gaps } = await orGap('TMF637', productsBackend(call).product(productId).catch(orGone));
  if (!product) return { product, checks: [], gaps };
  const mayReport = call.allows(factsOf(product), 'ticket.raise');
  const suspended = text(product, 'status')?.toLowerCase() === 'suspended';
  const why = characteristic(records(product, 'productCharacteristic'), 'suspensionReason');
  return {
    product,
    gaps,
    checks: [
      mayReport ? { step: 'right', state: 'nothing' } : { step: 'right', state: 'found', reason: 'You may look at this, but not report on it. Whoever holds the contract can let you.' },
      suspended ? { step: 'suspension', state: 'found', ...(why && { reason: why }) } : { step: 'suspension', state: 'nothing' },
    ],
  };
}

/** Everything that is known before a form is opened, in its order. @throws {Refusal} 404 for a product that is not the caller's. */
export async function deskChecks(call: Call, { productId, about = '' }: Looked): Promise<DeskChecks> {
  const { product, checks, gaps } = await ofProduct(call, productId);
  const target = { id: productId, services: product ? servicesOf(product) : [] };
  const kind = product ? (characteristic(records(product, 'productCharacteristic'), 'lineOfBusiness') ?? 'fixed') : 'fixed';
  const open = orGap('TMF621', openTickets(call, productId));
  const problems = openProblems(call, 'ticket.read');
  const hit = async (planned: boolean): Promise<Seen> => {
    const [known, { value: tickets }] = await Promise.all([problems, open]);
    const { items, gaps: missing } = troublesOn(known, { product: target, planned, now: call.clock() });
    return { found: wrap('troubles', some(planned ? items : withTickets(items, tickets?.rows ?? []))), gaps: missing };
  };
  const looks = await Promise.all([
    look('TMF656', 'incident', () => hit(false)),
    look('TMF656', 'planned', () => hit(true)),
    look('TMF653', 'test', async () => {
      const [tests, last] = await Promise.all([testOffers(call), lastTest(call, [...target.services, productId])]);
      return tests.length > 0 ? { found: { tests, ...(last && { lastTest: last }) } } : {};
    }),
    look('TMF621', 'ticket', async () => {
      const { value: tickets, gaps: dark } = await open;
      if (!tickets) return { gaps: dark };
      const { items, gaps: missing } = readEach('TMF621', tickets, openTicketOf(call));
      return { found: wrap('tickets', some(items)), gaps: missing };
    }),
    look('TMF667', 'answers', async () => ({ found: wrap('answers', some(await bestAnswers(call, about, kind))) })),
  ]);
  const all = inOrder([...checks, ...looks.map(({ check }) => check)]);
  const stop = stopOf(all, call.clock());
  return {
    ...(product && { product: { id: productId, name: text(product, 'name') ?? productId } }),
    checks: all,
    ...(stop && { stop }),
    gaps: onceEach([...gaps, ...looks.flatMap((one) => one.gaps)]),
  };
}

const wrap = <Name extends string, T>(name: Name, value: T | undefined) => (value === undefined ? undefined : ({ [name]: value } as Record<Name, T>));
