import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Cart, Change, OfferList, Order } from '@faceplate/contracts';
import { leaveAll, listening } from '../testing/listening.ts';
import { aHouse } from '../testing/signed-on.ts';
import { aVisit } from '../testing/visiting.ts';

afterEach(leaveAll);

/** What a message tells; nothing in a beat. */
function changeIn(message: string): Change[] {
  const data = /^event: change$[^]*^data: (.*)$/m.exec(message)?.[1];
  return data === undefined ? [] : [JSON.parse(data) as Change];
}

test('a visitor hears of their own cart and order as it happens, and of nobody else’s; who has nothing hears nothing', { timeout: 30_000 }, async () => {
  const { app, bss } = await aHouse();
  const [visit, other] = [aVisit(app), aVisit(app)];
  assert.equal((await visit.open('/api/v1/events')).status, 403, 'no page of ours asks so');
  const listen = async () => listening(await app.request('http://portal.test/api/v1/events', { headers: { 'x-fp-csrf': '1', cookie: [...visit.jar].map(([name, value]) => `${name}=${value}`).join('; ') } }));
  assert.equal((await listen()).response.status, 401);
  const [offer] = (await visit<OfferList>('/offers')).body.items.filter(({ obstacles }) => obstacles.length === 0);
  const add = async (from = visit) => (await from<Cart>('/cart/items', { body: { offerId: offer?.id, quantity: 1 } })).body;
  const order = async (cart: Cart, from = visit) => (await from<Order>('/orders', { body: { cartId: cart.id, contact: { givenName: 'Gwen', familyName: 'Guest', email: 'gwen@example.org' } } })).body;
  const mine = await order(await add());
  const stream = await listen();
  assert.equal(stream.response.status, 200);
  await order(await add(other), other);
  const patched = await bss.fetch(new Request(`http://bss.internal/tmf-api/productOrderingManagement/v4/productOrder/${mine.id}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ description: 'Looked at.' }) }));
  assert.equal(patched.status, 200, await patched.text());
  await add();
  const heard: Change[] = [];
  while (!heard.some(({ noun }) => noun === 'cart')) heard.push(...(await stream.next(1)).flatMap(changeIn));
  assert.deepEqual(new Set(heard.filter(({ noun }) => noun === 'orders').map(({ id }) => id)), new Set([mine.id]));
});
