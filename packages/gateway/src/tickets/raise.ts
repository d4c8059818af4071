import type { FormField, Ticket, TicketRequest } from '@faceplate/contracts';
import { formBy } from '../desk/forms.ts';
import { productsBackend } from '../products/products.backend.ts';
import { invalid } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { chunks } from '../tmf/chunks.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { numberFor } from '../tmf/once.ts';
import { byParty, ownRows } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { testFile } from './acts.ts';
import { shownTicket } from './shown.ts';
import { ticketBody } from './ticket-bodies.ts';
import { ticketsBackend } from './tickets.backend.ts';

type Raising = Call<unknown, unknown, TicketRequest>;

/** What the form asked for, in the words it asked with. @throws {Refusal} 422 for another form, another field, and one that is missing. */
async function answersTo(call: Raising): Promise<{ label: string; value: string }[]> {
  const { formId, fields = {} } = call.body;
  if (formId === undefined) {
    if (Object.keys(fields).length > 0) throw invalid(422, [{ path: 'formId', message: 'Say which form it is.' }]);
    return [];
  }
  const form = await formBy(call, formId);
  if (!form || form.kind !== call.body.kind) throw invalid(422, [{ path: 'formId', message: 'There is no such form for this kind of ticket.' }]);
  const wrong = [...form.fields.filter(({ name, required }) => required && !fields[name]?.trim()).map(({ name, label }) => ({ path: `fields.${name}`, message: label })), ...strangers(form.fields, fields)];
  if (wrong.length > 0) throw invalid(422, wrong);
  return form.fields.flatMap(({ name, label }) => {
    const value = fields[name]?.trim();
    return value ? [{ label, value }] : [];
  });
}

function strangers(asked: readonly FormField[], fields: Readonly<Record<string, string>>) {
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = asked.find((one) => one.name === name);
    if (!field) return [{ path: `fields.${name}`, message: 'The form does not ask for this.' }];
    return field.choices && value && !field.choices.includes(value) ? [{ path: `fields.${name}`, message: 'Choose one of the answers.' }] : [];
  });
}

/** The other products of the same trouble. One that no list has is asked for by itself: lists end, and leave out what is away. @throws {Refusal} 422 for one that is not the caller's to report on. */
async function others(call: Raising): Promise<TmfBody[]> {
  const wanted = [...new Set(call.body.also)].filter((id) => id !== call.body.productId);
  const lists = await Promise.all(chunks(wanted).map((id) => ownRows(call, 'TMF637', 'product', byParty(call), { query: { id }, action: 'ticket.raise' })));
  const known = new Map(lists.flatMap(({ rows }) => rows).map((row) => [text(row, 'id'), row]));
  const products: TmfBody[] = [];
  for (const id of wanted) products.push(known.get(id) ?? (await namedInBody('also', 'You have no such product.', productsBackend(call).product(id, 'ticket.raise'))));
  return products;
}

const said = (name: string, value: unknown): TmfBody[] => (value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [{ name, valueType: 'object', value }]);

/** What every ticket of this call bears, whichever product it is about. */
async function extras(call: Raising): Promise<TmfBody> {
  const { testIds = [], skipped, formId } = call.body;
  const attachment: TmfBody[] = [];
  for (const testId of testIds) attachment.push(await testFile(call, testId, `test-${testId}`.slice(0, 60)));
  const list = [...said('answers', await answersTo(call)), ...said('skippedChecks', skipped), ...(formId === undefined ? [] : [{ name: 'form', valueType: 'string', value: formId }])];
  return { ...(list.length > 0 && { troubleTicketCharacteristic: list }), ...(attachment.length > 0 && { attachment }) };
}

/** Which of these numbers tickets have already. @throws {UpstreamProblem} when a part of them is away. */
async function taken(call: Call, numbers: readonly string[]): Promise<Set<string | undefined>> {
  const lists = await Promise.all(chunks(numbers).map((externalId) => ownRows(call, 'TMF621', 'troubleTicket', byParty(call), { query: { externalId }, limit: 500 })));
  const isAway = lists.some(({ gaps = [] }) => gaps.some(({ reason }) => reason === 'unreachable'));
  if (isAway) throw new UpstreamProblem('unreachable', call.tmf('TMF621').origin, 'some of the tickets may be there already');
  return new Set(lists.flatMap(({ rows }) => rows).map((row) => text(row, 'externalId')));
}

/** A ticket for each product under one that rolls them up. Each has a number made of the call's own, so a repeat finds what the first try left and makes the rest. */
async function raiseMany(call: Raising, products: readonly TmfBody[], number: string, more: TmfBody): Promise<TmfBody> {
  const backend = ticketsBackend(call);
  const client = call.question('TMF621');
  const [first = {}] = products;
  const { relatedEntity: _none, ...whole } = ticketBody(call.body, first, call.subject, number);
  const sites = products.map((product, index) => ({ product, own: `${number}-${index + 1}` }));
  const before = await backend.raised(number);
  const there = before ? await taken(call, sites.map(({ own }) => own)) : new Set<string | undefined>();
  const parent = before ?? (await client.post('troubleTicket', { ...whole, ...more }));
  const relation = [{ id: parent['id'], name: text(parent, 'name'), relationshipType: 'parent', '@referredType': 'TroubleTicket' }];
  for (const { product, own } of sites) {
    if (!there.has(own)) await client.post('troubleTicket', { ...ticketBody(call.body, product, call.subject, own), ...more, troubleTicketRelationship: relation });
  }
  return backend.ticket(text(parent, 'id') ?? '');
}

/** Raises a ticket once for each idempotency key, whatever becomes of the first answer. */
export async function raiseTicket(call: Raising): Promise<Ticket> {
  const backend = ticketsBackend(call);
  const number = numberFor('T', call);
  const { skipped = [] } = call.body;
  const [product, also, before] = await Promise.all([
    namedInBody('productId', 'You have no such product.', productsBackend(call).product(call.body.productId, 'ticket.raise')),
    others(call),
    backend.raised(number),
  ]);
  if (also.length > 0) return shownTicket(call, await call.inTurn(`many ${number}`, async () => raiseMany(call, [product, ...also], number, await extras(call))));
  if (before) return shownTicket(call, before);
  const body = ticketBody(call.body, product, call.subject, number);
  const raised = await backend.raise({ ...body, ...(await extras(call)) });
  for (const step of skipped) call.tally?.count('not-spared', step);
  if (skipped.length === 0) call.tally?.count('raised', 'none');
  return shownTicket(call, raised);
}
