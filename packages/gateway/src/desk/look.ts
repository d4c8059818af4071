import type { DeskCheck, DeskChecks, Gap, KnownTrouble, OpenTicket } from '@faceplate/contracts';
import { productsBackend } from '../products/products.backend.ts';
import { factsOf } from '../policy/facts.ts';
import { notFound, Refusal } from '../problem.ts';
import type { TmfApi } from '../options.ts';
import type { Call } from '../routing/route.ts';
import { type Found, onceEach, orGap, readEach, type Rows } from '../tmf/gather.ts';
import { byParty, type OwnRows, ownRows } from '../tmf/owned.ts';
import { characteristic, records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { isOver, ticketSummaryOf } from '../tickets/tickets.adapter.ts';
import { ticketsBackend } from '../tickets/tickets.backend.ts';
import { inOrder, stopOf } from './checks.ts';
import { hits, isOpen, isPlanned, troubleOf } from './known-trouble.ts';
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

const problemsOf = (call: Call): Promise<OwnRows> => ownRows(call, 'TMF656', 'serviceProblem', byParty(call), { query: { status: ['acknowledged', 'inProgress', 'pending', 'held'] }, limit: 500, action: 'ticket.read' });

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

interface Hit {
  product: { id: string; services: readonly string[] };
  planned: boolean;
  tickets?: readonly TmfBody[];
  now: Date;
}

/** Incidents or planned work on the product; with the ticket under which I am told, where I said "me too". */
function troublesOn({ rows, ...rest }: OwnRows, { product, planned, tickets = [], now }: Hit): { items: KnownTrouble[]; gaps: Gap[] } {
  const mine = rows.filter((row) => isOpen(row) && isPlanned(row) === planned && hits(row, product));
  const { items, gaps } = readEach('TMF656', { ...rest, rows: mine }, (row) => troubleOf(row, now));
  const told = (trouble: KnownTrouble): KnownTrouble => {
    const joined = tickets.find((ticket) => records(ticket, 'relatedEntity').some((one) => text(one, 'id') === trouble.id));
    const id = text(joined, 'id');
    return id === undefined ? trouble : { ...trouble, ticketId: id };
  };
  return { items: items.map(told), gaps };
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
  const problems = problemsOf(call);
  const hit = async (planned: boolean): Promise<Seen> => {
    const [known, { value: tickets }] = await Promise.all([problems, open]);
    const { items, gaps: missing } = troublesOn(known, { product: target, planned, now: call.clock(), ...(!planned && tickets && { tickets: tickets.rows }) });
    return { found: wrap('troubles', some(items)), gaps: missing };
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

/** The open incident a product is hit by. @throws {Refusal} 409 when it is over, or does not hit this product; @throws {UpstreamProblem} when nobody can say. */
export async function incidentOn(call: Call, product: TmfBody, troubleId: string): Promise<KnownTrouble> {
  const target = { id: text(product, 'id') ?? '', services: servicesOf(product) };
  const { items, gaps } = troublesOn(await problemsOf(call), { product: target, planned: false, now: call.clock() });
  const found = items.find(({ id }) => id === troubleId);
  if (found) return found;
  if (gaps.length > 0) throw new UpstreamProblem('unreachable', call.tmf('TMF656').origin, 'some of the incidents are missing');
  throw new Refusal({ status: 409, code: 'incident-over', title: 'This disturbance is over, or does not concern this line.' });
}
