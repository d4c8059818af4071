import '@faceplate/client/nouns/cart.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './client.ts';

const aCart = { id: 'c1', items: [], once: { amount: 0, currency: 'EUR' }, monthly: { amount: 0, currency: 'EUR' } };

/** Two tabs of one browser, before a gateway that begins a visitor with every act that names none. */
function twoTabs() {
  const visitors: string[] = [];
  const jar = { visitor: '' };
  let underWay = 0;
  let most = 0;
  const fetch: typeof globalThis.fetch = async () => {
    const mine = jar.visitor;
    most = Math.max(most, (underWay += 1));
    // So long that another act could have begun meanwhile.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    underWay -= 1;
    if (!mine) visitors.push((jar.visitor = `visitor ${visitors.length}`));
    return Response.json(aCart);
  };
  const tab = () => createClient({ gateway: 'https://portal.test', fetch });
  return { one: tab(), other: tab(), visitors, most: () => most };
}

test('two first acts at once begin one visitor, though they come from two tabs', async () => {
  const { one, other, visitors, most } = twoTabs();
  await Promise.all([one.cart.add({ offerId: 'a', quantity: 1 }), other.cart.add({ offerId: 'b', quantity: 1 }), one.cart.add({ offerId: 'c', quantity: 1 })]);
  assert.deepEqual([visitors.length, most()], [1, 1]);
});

test('an act that fails lets the next one go', async () => {
  const { one, visitors } = twoTabs();
  const broken = createClient({ gateway: 'https://portal.test', fetch: () => Promise.reject(new TypeError('gone')) });
  const outcomes = await Promise.allSettled([broken.cart.add({ offerId: 'a', quantity: 1 }), one.cart.add({ offerId: 'b', quantity: 1 })]);
  assert.deepEqual([outcomes.map(({ status }) => status), visitors.length], [['rejected', 'fulfilled'], 1]);
});
