import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, OfferList, Order, OrderList, SlotList } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

test('an order that could not ask for the visit that is held is not placed; asked again, it takes the visit along', async () => {
  let isAway = false;
  const operator = await anOperator({ meddle: ({ method, url }) => (isAway && method === 'GET' && url.includes('/appointment?') ? Promise.resolve(new Response('', { status: 503 })) : undefined) });
  const ada = operator.as('ada');
  const orders = async () => (await ada<OrderList>('/orders')).body.total;
  const { items } = (await ada<OfferList>('/offers')).body;
  let cartId = '';
  for (const { id: offerId } of items.filter(({ obstacles, lineOfBusiness }) => obstacles.length === 0 && lineOfBusiness === 'fixed')) {
    const { id, items: lines } = (await ada<Cart>('/cart/items', { body: { offerId, quantity: 1 } })).body;
    const line = lines.find(({ needs }) => needs?.includes('visit'));
    if (line && !line.obstacles) cartId = id;
    if (cartId) break;
    for (const one of lines) await ada(`/cart/items/${one.id}`, { method: 'DELETE' });
  }
  const [slot] = (await ada<SlotList>('/cart/slots')).body.items;
  assert.ok(slot);
  const { visit } = (await ada<Cart>('/cart/visit', { body: { slotId: slot.id, from: slot.from, to: slot.to } })).body;
  assert.ok(visit);
  const accountId = (await ada<{ items: { id: string }[] }>('/accounts')).body.items[0]?.id;
  const [before, key] = [await orders(), crypto.randomUUID()];
  isAway = true;
  assert.ok((await ada('/orders', { body: { cartId, accountId }, key })).status >= 500);
  assert.equal(await orders(), before);
  isAway = false;
  const { status, body } = await ada<Order>('/orders', { body: { cartId, accountId }, key });
  assert.deepEqual([status, body.visit?.id], [201, visit.id]);
  assert.equal(await orders(), before + 1);
});
