import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem, ProductList, SlotList, Ticket } from '@faceplate/contracts';
import type { Subject } from '../options.ts';
import { anOperator } from '../testing/operator.ts';

const MUNICH = 'Sendlinger Strasse 8, 80331 München';
const words = { kind: 'incident', severity: 'major', title: 'No signal', description: 'Since this morning.' } as const;

/** The company's administrator and a colleague of the same company, on a line in another town than its seat. */
async function company(more: object = {}) {
  const operator = await anOperator({ change: ({ resource, body }) => { if (resource === 'product') body['place'] = [{ role: 'installation address', name: MUNICH, '@referredType': 'GeographicAddress' }]; } });
  const { bilal } = operator.subjects;
  const whose = (ids: readonly string[]) => ids.map((id) => (id === bilal.sub ? 'colleague' : id));
  operator.subjects.chiara = { ...bilal, sub: 'colleague', name: 'Nora Novak', partyIds: whose(bilal.partyIds), ...(bilal.ties && { ties: bilal.ties.map((tie) => ({ ...tie, partyIds: whose(tie.partyIds) })) }) } satisfies Subject;
  const { items } = (await operator.as('bilal')<ProductList>('/products')).body;
  const line = items.find(({ status, lineOfBusiness }) => status === 'active' && lineOfBusiness !== 'device');
  const raised = await operator.as('bilal')<Ticket>('/tickets', { body: { ...words, productId: line?.id, ...more } });
  assert.equal(raised.status, 201, JSON.stringify(raised.body));
  const path = `/tickets/${raised.body.id}/visit`;
  const slots = (await operator.as('bilal')<SlotList>(`${path}/slots`)).body.items;
  const set = (who: 'bilal' | 'chiara', index: number) => operator.as(who)<Ticket & Pick<Problem, 'code'>>(path, { body: { slotId: slots[index]?.id, from: slots[index]?.from, to: slots[index]?.to } });
  const visits = async () => (await operator.store.read().list('appointment', {})).rows.map(({ body }) => body).filter((body) => JSON.stringify(body['relatedEntity'] ?? null).includes(raised.body.id));
  return { operator, ticket: raised.body, set, visits };
}

test('the technician comes to where the product is, and to the company it belongs to', async () => {
  const { operator, ticket, set, visits } = await company();
  assert.equal((await set('bilal', 0)).body.visit?.state, 'booked');
  const [visit] = await visits();
  assert.equal((visit?.['relatedPlace'] as { name?: string } | undefined)?.name, MUNICH);
  assert.equal((visit?.['technician'] as { area?: string } | undefined)?.area, '80');
  const customers = [visit?.['relatedParty'] as { id: string }[]].flat().map(({ id }) => id);
  assert.ok(customers.length > 0 && !customers.includes(operator.subjects.bilal.sub), String(customers));
  const seen = (await operator.as('chiara')<Ticket>(`/tickets/${ticket.id}`)).body;
  assert.equal(seen.visit?.id, visit?.['id']);
});

test('a colleague who books again moves the one visit there is', async () => {
  const { set, visits } = await company();
  const first = await set('bilal', 0);
  const second = await set('chiara', 1);
  assert.equal(second.status, 200, JSON.stringify(second.body));
  assert.deepEqual([second.body.visit?.id, second.body.visit?.history.length, (await visits()).length], [first.body.visit?.id, 1, 1]);
});

test('whoever may look at the company’s tickets, and change only their own, books nobody', async () => {
  const { operator, set, visits } = await company();
  const { chiara } = operator.subjects;
  const own = { as: 'self', partyIds: ['colleague'], accountIds: [] } as const;
  const others = chiara.partyIds.filter((id) => id !== 'colleague');
  // As it was granted before booking was part of it, and as it is granted now, without a right to orders.
  const granted = (...more: ('ticket.change')[]) => ({ as: 'grant', partyIds: others, accountIds: [], grant: { id: 'g1', by: others[0] ?? '', actions: ['ticket.read', 'ticket.raise', 'ticket.note', 'product.read', ...more], until: '2027-12-31T00:00:00.000Z' } }) as const;
  operator.subjects.chiara = { ...chiara, ties: [own, granted()] };
  assert.deepEqual([(await set('chiara', 0)).status, (await visits()).length], [404, 0]);
  operator.subjects.chiara = { ...chiara, ties: [own, granted('ticket.change')] };
  assert.equal((await set('chiara', 0)).body.visit?.state, 'booked');
  const moved = await set('chiara', 1);
  assert.deepEqual([moved.status, moved.body.visit?.history.length, (await visits()).length], [200, 1, 1], JSON.stringify(moved.body));
});

test('nobody comes for a wish', async () => {
  const wish = await company({ kind: 'request' });
  const refused = await wish.set('bilal', 0);
  assert.deepEqual([refused.status, refused.body.code, (await wish.visits()).length], [409, 'ticket-cannot', 0]);
});
