import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, OfferList, Order, OrderList, Problem } from '@faceplate/contracts';
import { anOperator, down, type Meddle } from '../testing/operator.ts';

async function withCart(meddle?: Meddle) {
  const operator = await anOperator(meddle ? { meddle } : {});
  const ada = operator.as('ada');
  const { items } = (await ada<OfferList>('/offers')).body;
  const offers = items.filter(({ obstacles }) => obstacles.length === 0).slice(0, 2);
  for (const { id } of offers) await ada('/cart/items', { body: { offerId: id, quantity: 1 } });
  const cart = (await ada<Cart>('/cart')).body;
  const request = { cartId: cart.id, accountId: operator.subjects.ada.accountIds[0] };
  return { operator, ada, offers, cart, request };
}

/** Whose the order is, and who pays, in the words of the ordering system. */
async function stored({ store }: Awaited<ReturnType<typeof anOperator>>, id: string) {
  const body = (await store.read().get('productOrder', id))?.body ?? assert.fail('the order is not there');
  return { billingAccount: body['billingAccount'] as { id: string }, parties: body['relatedParty'] as { id: string; role: string }[] };
}

test('lists orders newest first, each with its stage', async () => {
  const { body } = await (await anOperator()).as('ada')<OrderList>('/orders');
  const placed = body.items.map(({ placedAt }) => placedAt);
  assert.deepEqual(placed, placed.toSorted().toReversed());
  assert.deepEqual([...new Set(body.items.map(({ stage }) => stage))].toSorted(), ['cancelled', 'captured', 'done', 'in-progress', 'partly-done', 'waiting-for-you']);
});

test('a line says where it stands, since when, who acts, and what was promised', async () => {
  const operator = await anOperator();
  const { items } = (await operator.as('ada')<OrderList>('/orders')).body;
  const waiting = items.find(({ stage }) => stage === 'waiting-for-you');
  const order = (await operator.as('ada')<Order>(`/orders/${waiting?.id}`)).body;
  const line = order.items.find(({ stage }) => stage === 'waiting-for-you');
  assert.equal(line?.actor, 'you');
  assert.equal(line?.reason, 'Please choose a time for the technician.');
  assert.deepEqual(line?.milestones.map(({ state }) => state), ['reached', 'reached', 'current', 'ahead', 'ahead']);
  assert.ok(line?.promised && line.since >= order.placedAt);
  assert.deepEqual([order.itemsDone, order.itemsTotal, order.items.length], [0, 2, 2]);
});

test('an order that slips past its promise is late', async () => {
  const operator = await anOperator();
  const { items } = (await operator.as('ada')<OrderList>('/orders')).body;
  const late = items.filter((order) => order.late);
  assert.equal(late.length, 1);
  const order = (await operator.as('ada')<Order>(`/orders/${late[0]?.id}`)).body;
  assert.ok(order.items.some((line) => line.late && (line.expected ?? '') > (line.promised ?? '')));
});

test('turns the cart into one order, billed to the account, and empties the cart', async () => {
  const { operator, ada, offers, cart, request } = await withCart();
  const { status, body } = await ada<Order>('/orders', { body: request });
  assert.equal(status, 201);
  assert.deepEqual(body.items.map(({ name }) => name), offers.map(({ name }) => name));
  assert.deepEqual([body.once, body.monthly, body.stage], [cart.once, cart.monthly, 'captured']);
  assert.deepEqual((await ada<Cart>('/cart')).body.items, []);
  assert.equal((await ada<OrderList>('/orders')).body.items[0]?.id, body.id);
  const { billingAccount, parties } = await stored(operator, body.id);
  assert.equal(billingAccount.id, request.accountId);
  assert.deepEqual(parties.map(({ id, role }) => [id, role]), [[operator.subjects.ada.sub, 'customer']]);
});

test('a company orders in its own name; who clicked is kept', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const offer = (await bilal<OfferList>('/offers')).body.items.find(({ obstacles }) => obstacles.length === 0);
  const cart = (await bilal<Cart>('/cart/items', { body: { offerId: offer?.id, quantity: 1 } })).body;
  const { body } = await bilal<Order>('/orders', { body: { cartId: cart.id, accountId: operator.subjects.bilal.accountIds[0] } });
  const { parties } = await stored(operator, body.id);
  assert.deepEqual(parties.map(({ role }) => role), ['customer', 'originator']);
  assert.equal(parties[1]?.id, operator.subjects.bilal.sub);
  assert.notEqual(parties[0]?.id, operator.subjects.bilal.sub);
});

test('one order for one key, however often and however parallel it is asked', async () => {
  const { ada, request } = await withCart();
  const before = (await ada<OrderList>('/orders')).body.total;
  const key = crypto.randomUUID();
  await Promise.all(Array.from({ length: 8 }, () => ada('/orders', { body: request, key })));
  const again = await ada<Order>('/orders', { body: request, key });
  assert.equal(again.status, 201);
  assert.equal((await ada<OrderList>('/orders')).body.total, before + 1);
});

test('two clicks with two keys still order the cart once', async () => {
  const { ada, request } = await withCart();
  const before = (await ada<OrderList>('/orders')).body.total;
  const answers = await Promise.all([0, 1].map(() => ada('/orders', { body: request })));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201, 422]));
  assert.equal((await ada<OrderList>('/orders')).body.total, before + 1);
});

test('finds its own order again when the answer of the ordering system was lost', async () => {
  let lost = 0;
  const { ada, request } = await withCart((call, pass) => {
    if (call.method !== 'POST' || !call.url.includes('/productOrder') || lost > 0) return undefined;
    lost += 1;
    return pass(call).then(() => new Response('cut off', { status: 502 }));
  });
  const before = (await ada<OrderList>('/orders')).body.total;
  const key = crypto.randomUUID();
  assert.equal((await ada('/orders', { body: request, key })).status, 503);
  assert.equal((await ada('/orders', { body: request, key })).status, 201);
  assert.equal((await ada<OrderList>('/orders')).body.total, before + 1);
  assert.deepEqual((await ada<Cart>('/cart')).body.items, []);
});

test('an empty cart is no order', async () => {
  const operator = await anOperator();
  const cart = (await operator.as('ada')<Cart>('/cart')).body;
  const { status, body } = await operator.as('ada')<Problem>('/orders', { body: { cartId: cart.id, accountId: operator.subjects.ada.accountIds[0] } });
  assert.equal(status, 422);
  assert.equal(body.errors?.[0]?.path, 'cartId');
});

test('an offer that ended while it lay in the cart is not ordered', async () => {
  const { operator, ada, offers, request } = await withCart();
  const offering = (await operator.store.read().get('productOffering', offers[0]?.id ?? ''))?.body;
  await operator.store.transaction((tx) => tx.put('productOffering', { ...offering, id: offers[0]?.id ?? '', lifecycleStatus: 'Retired' }));
  const { status, body } = await ada<Problem>('/orders', { body: request });
  assert.deepEqual([status, body.code], [422, 'offer-not-sold']);
  assert.equal((await ada<Cart>('/cart')).body.items.length, 2);
});

test('orders nothing while the ordering system is down, and keeps the cart', async () => {
  const { ada, request } = await withCart(down('productOrderingManagement'));
  const { status, body } = await ada<Problem>('/orders', { body: request });
  assert.deepEqual([status, body.code], [503, 'upstream-unreachable']);
  assert.equal((await ada<Cart>('/cart')).body.items.length, 2);
});

test('an agent places no orders', async () => {
  const { operator, request } = await withCart();
  assert.equal((await operator.as('daniel')('/orders', { body: request })).status, 403);
});
