import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, Checkout, Offer, OfferList, Order } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

/** What Bilal's company would have to agree to, and what not. */
async function aCompanyCart(of: (offer: Offer) => boolean, quantity: number) {
  const operator = await anOperator();
  const call = operator.as('bilal');
  const offer = (await call<OfferList>('/offers')).body.items.find((one) => one.obstacles.length === 0 && of(one)) ?? assert.fail('no such offer');
  const { status, body: cart } = await call<Cart>('/cart/items', { body: { offerId: offer.id, quantity } });
  assert.equal(status, 200, JSON.stringify(cart));
  const { approver } = (await call<Checkout>('/checkout')).body;
  return { operator, call, cart, approver };
}

test('who has to say yes is known before the order, and is who is asked after it', async () => {
  const { call, cart, approver, operator } = await aCompanyCart(({ price, lineOfBusiness }) => price.monthly.amount > 1_500 && lineOfBusiness === 'mobile', 20);
  assert.ok(approver, JSON.stringify(cart));
  const accounts = (await call<{ items: { id: string }[] }>('/accounts')).body.items;
  const { status, body } = await call<Order>('/orders', { body: { cartId: cart.id, accountId: accounts[0]?.id } });
  assert.equal(status, 201, JSON.stringify(body));
  const order = JSON.stringify((await operator.store.read().get('productOrder', body.id))?.body);
  for (const name of approver.split(', ')) assert.ok(order.includes(name), `${name}: ${order}`);
  assert.ok(order.includes('has to approve this order'));
});

test('what is small enough needs nobody', async () => {
  const { approver } = await aCompanyCart(({ price }) => price.monthly.amount > 0 && price.monthly.amount < 3_000, 1);
  assert.equal(approver, undefined);
});
