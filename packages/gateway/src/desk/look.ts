import type { DeskCheck, DeskChecks, Gap, KnownTrouble, OpenTicket } from '@faceplate/contracts';
import { productsBackend } from '../products/products.backend.ts';
import { factsOf } from '../policy/facts.ts';
import { Refusal } from '../problem.ts';
import type { TmfApi } from '../options.ts';
import type { Call } from '../routing/route.ts';
import { type Found, onceEach, orGap, readEach } from '../tmf/gather.ts';
import { byParty, ownRows } from '../tmf/owned.ts';
import { characteristic, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { ticketSummaryOf } from '../tickets/tickets.adapter.ts';
import { ticketsBackend } from '../tickets/tickets.backend.ts';
import { inOrder, stopOf } from './checks.ts';
import { hits, isOpen, isPlanned, troubleOf } from './known-trouble.ts';
import { bestAnswers } from './knowledge.ts';
import { lastTest, servicesOf, testOffers } from './tests.ts';

export interface Looked {
  productId: string;
  about?: string | undefined;
}

/** What a look found, or that it could not be asked. */
async function look(api: TmfApi, step: DeskCheck['step'], ask: () => Promise<Omit<DeskCheck, 'step' | 'state'> | undefined>): Promise<{ check: DeskCheck; gaps: Gap[] }> {
  const { value, gaps }: Found<Omit<DeskCheck, 'step' | 'state'> | undefined> = await orGap(api, ask());
  if (gaps.length > 0) return { check: { step, state: 'not-asked' }, gaps };
  return { check: value ? { step, state: 'found', ...value } : { step, state: 'nothing' }, gaps };
}

const problems = (call: Call) => ownRows(call, 'TMF656', 'serviceProblem', byParty(call), { query: { status: ['acknowledged', 'inProgress', 'pending', 'held'] }, limit: 500, action: 'ticket.read' });

/** Open tickets about a product, mine and colleagues'. */
async function openTickets(call: Call, productId: string): Promise<TmfBody[]> {
  const { rows } = await ticketsBackend(call).tickets();
  return rows.filter((row) => ['acknowledged', 'inProgress', 'pending', 'held', 'resolved'].includes(text(row, 'status') ?? '') && records(row, 'relatedEntity').some((one) => text(one, 'id') === productId));
}

const raisedBy = (ticket: TmfBody): string | undefined => text(records(ticket, 'relatedParty').find((one) => text(one, 'role') === 'originator'), 'id');

const openTicketOf = (call: Call) => (row: TmfBody): OpenTicket => {
  const { id, number, title, status, raisedAt } = ticketSummaryOf(row);
  return { id, number, title, status, raisedAt, mine: raisedBy(row) === call.subject.sub };
};

/** Incidents or planned work on the product; with the ticket under which I am told, where I said "me too". */
async function troublesOn(call: Call, product: { id: string; services: readonly string[] }, planned: boolean, tickets: readonly TmfBody[]): Promise<KnownTrouble[]> {
  const now = call.clock();
  const { rows, ...rest } = await problems(call);
  const mine = rows.filter((row) => isOpen(row) && isPlanned(row) === planned && hits(row, product));
  const { items } = readEach('TMF656', { ...rest, rows: mine }, (row) => troubleOf(row, now));
  return items.map((trouble) => {
    const joined = tickets.find((ticket) => records(ticket, 'relatedEntity').some((one) => text(one, 'id') === trouble.id));
    const id = text(joined, 'id');
    return id === undefined ? trouble : { ...trouble, ticketId: id };
  });
}

const some = <T>(items: readonly T[]): T[] | undefined => (items.length > 0 ? [...items] : undefined);

/** May it be reported on, and does it stand still? A product nobody could be asked about is no obstacle. */
async function ofProduct(call: Call, productId: string): Promise<{ product: TmfBody | undefined; checks: DeskCheck[]; gaps: Gap[] }> {
  const { value: product, gaps } = await orGap('TMF637', productsBackend(call).product(productId));
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
  const known = async () => (await open).value ?? [];
  const looks = await Promise.all([
    look('TMF656', 'incident', async () => wrap('troubles', some(await troublesOn(call, target, false, await known())))),
    look('TMF656', 'planned', async () => wrap('troubles', some(await troublesOn(call, target, true, [])))),
    look('TMF653', 'test', async () => {
      const [tests, last] = await Promise.all([testOffers(call), lastTest(call, [...target.services, productId])]);
      return tests.length > 0 ? { tests, ...(last && { lastTest: last }) } : undefined;
    }),
    look('TMF621', 'ticket', async () => wrap('tickets', some((await openTickets(call, productId)).flatMap(readable(openTicketOf(call)))))),
    look('TMF667', 'answers', async () => wrap('answers', some(await bestAnswers(call, about, kind)))),
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

/** One that cannot be read is left out; its neighbours stay. */
const readable = <T>(read: (row: TmfBody) => T) => (row: TmfBody): T[] => readEach('TMF621', { rows: [row], unreadable: 0 }, read).items;

/** The open incident a product is hit by. @throws {Refusal} 409 when it is over, or does not hit this product. */
export async function incidentOn(call: Call, product: TmfBody, troubleId: string): Promise<KnownTrouble> {
  const target = { id: text(product, 'id') ?? '', services: servicesOf(product) };
  const found = (await troublesOn(call, target, false, [])).find(({ id }) => id === troubleId);
  if (!found) throw new Refusal({ status: 409, code: 'incident-over', title: 'This disturbance is over, or does not concern this line.' });
  return found;
}
