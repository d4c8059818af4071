import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createBss } from '@faceplate/bss';
import type { Order, OrderList, OrderReport, Place, Problem, SlotList } from '@faceplate/contracts';
import { NOW } from '../testing/fixtures.ts';
import { anOperator, down, type Meddle } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;

/** Ada's order of a fibre line whose technician comes, or is still to be chosen. */
async function orderWith(operator: Operator, wanted: (order: Order) => boolean): Promise<Order> {
  const ada = operator.as('ada');
  const { items } = (await ada<OrderList>('/orders')).body;
  for (const { id } of items) {
    const { body } = await ada<Order>(`/orders/${id}`);
    if (wanted(body)) return body;
  }
  return assert.fail('the world has no such order');
}

/** The back office does something to an order. */
async function lever({ store }: Operator, path: string, body: object): Promise<void> {
  const office = createBss({ store, clock: () => NOW, levers: true, token: 'lever' });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer lever' };
  const response = await office.fetch(new Request(`http://bss.test/sim/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  assert.equal(response.status, 200, await response.text());
}

const isOpen = ({ stage }: Order) => !['done', 'cancelled', 'failed'].includes(stage);

/** A line of Ada's that can go on, blocked until she gives something. */
async function blocked(operator: Operator, needed: string) {
  const order = await orderWith(operator, (one) => isOpen(one) && one.items.some(({ may }) => may?.cancel?.allowed));
  const item = order.items.find(({ may }) => may?.cancel?.allowed) ?? assert.fail();
  await lever(operator, `product-orders/${order.id}/items/${item.id}/block`, { reason: 'Please send us your proof of address.', needed });
  const line = async () => ((await operator.as('ada')<Order>(`/orders/${order.id}`)).body.items.find(({ id }) => id === item.id) ?? assert.fail());
  return { path: `/orders/${order.id}/items/${item.id}`, order, line };
}

const pdf = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer\n%%EOF\n').toString('base64');

describe('a line that waits for the customer', () => {
  test('says what it needs, takes the document, and goes on', async () => {
    const operator = await anOperator();
    const { path, order, line } = await blocked(operator, 'document');
    const { need, stage } = await line();
    assert.deepEqual([stage, need?.kind, need?.text], ['waiting-for-you', 'document', 'Please send us your proof of address.']);
    assert.ok(need?.until && need.askedAt);
    const { status, body } = await operator.as('ada')<Order>(`${path}/answers`, { body: { file: { name: 'proof.pdf', content: pdf } } });
    assert.equal(status, 200);
    assert.notEqual(body.items.find(({ id }) => path.endsWith(id))?.stage, 'waiting-for-you');
    assert.deepEqual(body.papers?.map(({ name, kind }) => [name, kind]), [['proof.pdf', 'sent-by-you']]);
    const kept = await operator.as('ada')(`/orders/${order.id}/papers/${body.papers?.[0]?.id}`);
    assert.equal(Buffer.from(await kept.response.arrayBuffer()).toString('base64'), pdf);
  });

  test('takes a flat for an address, by the words people know it by', async () => {
    const operator = await anOperator();
    const { path, order } = await blocked(operator, 'address');
    const { rows } = await operator.store.read().list('geographicAddress', { limit: 5_000 });
    const flat = rows.flatMap(({ body }) => (body['geographicSubAddress'] as { id: string }[] | undefined) ?? [])[0] ?? assert.fail('nobody lives in a flat');
    const { text: words } = (await operator.as('ada')<Place>(`/places/${flat.id}`)).body;
    const { status, body } = await operator.as('ada')<Order>(`${path}/answers`, { body: { placeId: flat.id } });
    assert.equal(status, 200, JSON.stringify(body));
    const kept = JSON.stringify((await operator.store.read().get('productOrder', order.id))?.body['productOrderItem']);
    assert.ok(kept.includes(JSON.stringify(words)) && kept.includes(flat.id), kept);
  });

  test('says what is missing in an answer, and keeps waiting', async () => {
    const operator = await anOperator();
    const { path, line } = await blocked(operator, 'document');
    const { status, body } = await operator.as('ada')<Problem>(`${path}/answers`, { body: { text: 'Here it is.' } });
    assert.deepEqual([status, body.errors?.[0]?.path], [422, 'file']);
    assert.equal((await line()).stage, 'waiting-for-you');
    assert.equal((await operator.as('ada')<Problem>(`${path}/answers`, { body: { file: { name: 'x.svg', content: btoa('<svg onload="x"/>') } } })).body.code, 'file-not-accepted');
  });

  test('is answered once, though the answer of the ordering system is lost', async () => {
    let lost = false;
    const meddle: Meddle = async (request, pass) => {
      if (request.method !== 'PATCH' || lost) return undefined;
      lost = true;
      await pass(request);
      return new Response('cut off', { status: 502 });
    };
    const operator = await anOperator({ meddle });
    const { path, line } = await blocked(operator, 'note');
    const request = { body: { text: 'Ring twice.' }, key: crypto.randomUUID() };
    assert.equal((await operator.as('ada')(`${path}/answers`, request)).status, 503);
    assert.equal((await operator.as('ada')(`${path}/answers`, request)).status, 200);
    const said = ((await line()).notes ?? []).filter(({ by }) => by === 'you');
    assert.deepEqual(said.map(({ text }) => text), ['Ring twice.']);
  });

  test('takes no answer that it does not need', async () => {
    const operator = await anOperator();
    const order = await orderWith(operator, (one) => one.items.some(({ stage }) => stage !== 'waiting-for-you'));
    const item = order.items.find(({ stage }) => stage !== 'waiting-for-you');
    const { status, body } = await operator.as('ada')<Problem>(`/orders/${order.id}/items/${item?.id}/answers`, { body: { text: 'Hello' } });
    assert.deepEqual([status, body.code], [409, 'answer-not-needed']);
  });
});

describe('the visit of an order', () => {
  /** An order that waits for a day, and the day Ada chooses: the first that is free. */
  async function withVisit(operator: Operator) {
    const ada = operator.as('ada');
    const { id, items } = await orderWith(operator, (one) => one.items.some(({ need }) => need?.kind === 'date'));
    const slots = await ada<SlotList>(`/orders/${id}/visit/slots`);
    assert.equal(slots.status, 200, JSON.stringify(slots.body));
    const [first] = slots.body.items;
    assert.ok(first);
    const key = crypto.randomUUID();
    const book = () => ada<Order>(`/orders/${id}/visit`, { body: { slotId: first.id, from: first.from, to: first.to }, key });
    const { status, body } = await book();
    assert.equal(status, 200, JSON.stringify(body));
    return { id, visit: body.visit, first, items, now: body.items };
  }

  test('is chosen, once, and the line that waited for it goes on', async () => {
    const operator = await anOperator();
    const { visit, first, items, now } = await withVisit(operator);
    const waited = items.find(({ need }) => need?.kind === 'date');
    const line = now.find(({ id }) => id === waited?.id);
    assert.deepEqual([visit?.state, visit?.from, line?.need], ['booked', first.from, undefined]);
    assert.notEqual(line?.stage, 'waiting-for-you');
    assert.ok((visit?.changeUntil ?? '') < first.from);
    assert.equal((await operator.store.read().list('appointment')).total, 1);
  });

  test('moves to a slot that is free, keeps its id and its history, and so does its calendar entry', async () => {
    const operator = await anOperator();
    const ada = operator.as('ada');
    const { id, visit } = await withVisit(operator);
    assert.ok(visit);
    const { items, zone } = (await ada<SlotList>(`/orders/${id}/visit/slots`)).body;
    const slot = items.findLast(({ from }) => from !== visit.from) ?? assert.fail('nothing is free');
    assert.equal(zone, 'Europe/Berlin');
    const before = await (await ada(`/orders/${id}/visit.ics`)).response.text();
    const { status, body } = await ada<Order>(`/orders/${id}/visit`, {
      body: { slotId: slot.id, from: slot.from, to: slot.to, wishes: { notes: 'The bell is broken.', contact: { name: 'Tom', phone: '+49 30 1234567' } } },
    });
    assert.equal(status, 200);
    assert.deepEqual([body.visit?.id, body.visit?.from, body.visit?.history.map(({ from }) => from)], [visit.id, slot.from, [visit.from]]);
    assert.deepEqual(body.visit?.wishes, { notes: 'The bell is broken.', contact: { name: 'Tom', phone: '+49 30 1234567' } });
    const after = await (await ada(`/orders/${id}/visit.ics`)).response.text();
    const field = (file: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(file)?.[1]?.trim();
    assert.equal(field(after, 'UID'), field(before, 'UID'));
    assert.deepEqual([field(before, 'SEQUENCE'), field(after, 'SEQUENCE')], ['0', '1']);
    assert.equal(field(after, 'DTSTART'), slot.from.replaceAll(/[-:]|\.000/g, ''));
  });

  test('cannot go to a time that nobody works', async () => {
    const operator = await anOperator();
    const { id, visit } = await withVisit(operator);
    const { status, body } = await operator.as('ada')<Problem>(`/orders/${id}/visit`, { body: { slotId: 'night', from: '2026-12-01T02:00:00.000Z', to: '2026-12-01T04:00:00.000Z' } });
    assert.deepEqual([status, body.code], [409, 'slot-taken']);
    assert.equal((await operator.as('ada')<Order>(`/orders/${id}`)).body.visit?.from, visit?.from);
  });

  test('is told by the line alone while appointments cannot be asked', async () => {
    let dark = false;
    const operator = await anOperator({ meddle: (request, pass) => (dark ? down('/appointment/v4/appointment')(request, pass) : undefined) });
    const { id, visit } = await withVisit(operator);
    dark = true;
    const { status, body } = await operator.as('ada')<Order>(`/orders/${id}`);
    assert.deepEqual([status, body.visit?.from, body.visit?.changeUntil], [200, visit?.from, undefined]);
  });
});

describe('lines that change or end', () => {
  test('what can still be cancelled is cancelled, once, at the cost that was shown', async () => {
    const operator = await anOperator();
    const ada = operator.as('ada');
    const order = await orderWith(operator, (one) => isOpen(one) && one.items.some(({ may }) => may?.cancel?.allowed));
    const line = order.items.find(({ may }) => may?.cancel?.allowed) ?? assert.fail();
    assert.deepEqual(line.may?.cancel?.cost, { amount: 0, currency: 'EUR' });
    const dear = await ada<Problem>(`/orders/${order.id}/cancel`, { body: { itemIds: [line.id], cost: { amount: 100, currency: 'EUR' } } });
    assert.deepEqual([dear.status, dear.body.code], [409, 'price-moved']);
    const request = { itemIds: [line.id], reason: 'We move.', cost: line.may?.cancel?.cost };
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await ada<Order>(`/orders/${order.id}/cancel`, { body: request });
      const left = body.items.find(({ id }) => id === line.id);
      assert.deepEqual([status, left?.may?.cancel?.allowed], [200, false]);
    }
    const { rows } = await operator.store.read().list('cancelProductOrder');
    assert.equal(rows.length, 1);
  });

  test('all that can be cancelled is cancelled once, however often it is said', async () => {
    const operator = await anOperator();
    const ada = operator.as('ada');
    const order = await orderWith(operator, (one) => isOpen(one) && one.items.every(({ may }) => may?.cancel?.allowed));
    for (let time = 0; time < 2; time += 1) assert.equal((await ada<Order>(`/orders/${order.id}/cancel`, { body: {} })).status, 200);
    assert.equal((await operator.store.read().list('cancelProductOrder')).rows.length, 1);
  });

  test('a line that is over says why nothing can be done', async () => {
    const operator = await anOperator();
    const order = await orderWith(operator, ({ stage }) => stage === 'done');
    const [line] = order.items;
    assert.deepEqual(line?.may?.cancel, { allowed: false, code: 'delivered', reason: 'It has been delivered.', remedy: 'You can change or end the product itself.' });
    const { status, body } = await operator.as('ada')<Problem>(`/orders/${order.id}/items/${line?.id}/changes`, { body: { quantity: 3 } });
    assert.deepEqual([status, body.code, body.detail], [409, 'line-cannot-change', 'You can change or end the product itself.']);
  });

  test('a late line is asked about once for each date it slips to', async () => {
    const operator = await anOperator();
    const ada = operator.as('ada');
    const order = await orderWith(operator, (one) => one.items.some(({ choose }) => choose !== undefined));
    const line = order.items.find(({ choose }) => choose !== undefined) ?? assert.fail();
    const { body } = await ada<Order>(`/orders/${order.id}/items/${line.id}/delay`, { body: { choice: 'wait' } });
    assert.equal(body.items.find(({ id }) => id === line.id)?.choose, undefined);
    await lever(operator, `product-orders/${order.id}/items/${line.id}/slip`, { days: 3, reason: 'The digger broke down.' });
    const again = (await ada<Order>(`/orders/${order.id}`)).body.items.find(({ id }) => id === line.id);
    assert.deepEqual(again?.choose, ['wait', 'expedite', 'cancel']);
  });
});

test('the report counts what has ended and names what is in danger, as the table does', async () => {
  const operator = await anOperator();
  const ada = operator.as('ada');
  const { months, jeopardy } = (await ada<OrderReport>('/orders/report?months=24')).body;
  const { items } = (await ada<OrderList>('/orders')).body;
  assert.equal(months.length, 24);
  assert.equal(months.reduce((sum, { ended }) => sum + ended, 0), items.filter(({ stage }) => stage === 'done').length);
  assert.deepEqual(new Set(jeopardy.map(({ orderId }) => orderId)), new Set(items.filter(({ late, stage }) => late && stage !== 'done').map(({ id }) => id)));
  const rows = (await (await ada('/orders/report/export.csv?months=24')).response.text()).trim().split('\r\n');
  assert.equal(rows.length, 25);
});

test('orders are found by words, by state and by place', async () => {
  const ada = (await anOperator()).as('ada');
  const all = (await ada<OrderList>('/orders')).body.items;
  const found = async (query: string) => (await ada<OrderList>(`/orders?${query}`)).body.items.map(({ id }) => id);
  assert.deepEqual(await found(`search=${encodeURIComponent(all[0]?.number ?? '')}`), [all[0]?.id]);
  assert.deepEqual(await found('search=no+such+thing'), []);
  const [open, over] = [await found('open=yes'), await found('open=no')];
  assert.equal(open.length + over.length, all.length);
  assert.ok(open.length > 0 && over.length > 0);
  const place = all.flatMap(({ places }) => places ?? [])[0];
  if (place !== undefined) assert.ok((await found(`place=${encodeURIComponent(place)}`)).length > 0);
});
