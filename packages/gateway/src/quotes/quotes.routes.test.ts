import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, OfferList, Order, OrderList, Problem, Quote, QuoteList, Reordered } from '@faceplate/contracts';
import type { Paper } from '../papers/paper.ts';
import { anOperator } from '../testing/operator.ts';

async function aQuote() {
  const papers: Paper[] = [];
  const print = (paper: Paper) => {
    papers.push(paper);
    return Promise.resolve(new TextEncoder().encode('%PDF'));
  };
  const operator = await anOperator({ documents: { print } });
  const call = operator.as('ada');
  const free = (await call<OfferList>('/offers')).body.items.filter(({ obstacles, price }) => obstacles.length === 0 && price.monthly.amount > 0);
  const accountId = (await call<{ items: { id: string }[] }>('/accounts')).body.items[0]?.id ?? '';
  const cart = (await call<Cart>('/cart/items', { body: { offerId: free[0]?.id, quantity: 2 } })).body;
  const ask = (more: object = {}, key: string = crypto.randomUUID()) => call<Quote>('/quotes', { body: { cartId: cart.id, accountId, ...more }, key });
  return { operator, call, cart, ask, papers, free, accountId };
}

test('a quote of the cart has its prices, is one however often it is asked for, and leaves the cart', async () => {
  const { call, cart, ask } = await aQuote();
  const key = crypto.randomUUID();
  const [one, two] = [await ask({ note: 'For two of us.' }, key), await ask({ note: 'For two of us.' }, key)];
  assert.equal(one.status, 201, JSON.stringify(one.body));
  assert.equal(two.body.id, one.body.id);
  assert.deepEqual([one.body.once, one.body.monthly, one.body.tax], [cart.once, cart.monthly, cart.tax]);
  assert.deepEqual([one.body.status, one.body.version, one.body.notes.map(({ by, text }) => [by, text])], ['asked', 1, [['you', 'For two of us.']]]);
  assert.equal((await call<QuoteList>('/quotes')).body.items.filter(({ id }) => id === one.body.id).length, 1);
  assert.equal((await call<Cart>('/cart')).body.items.length, 1);
});

test('the next version replaces the one before it, and the talk goes on', async () => {
  const { call, ask, cart, free, accountId } = await aQuote();
  const first = (await ask()).body;
  const said = (await call<Quote>(`/quotes/${first.id}/notes`, { body: { text: 'Is there a discount for three?' } })).body;
  assert.equal(said.notes.at(-1)?.text, 'Is there a discount for three?');
  await call('/cart/items', { body: { offerId: free[0]?.id, quantity: 1 } });
  const second = (await ask({ number: first.number })).body;
  assert.deepEqual([second.number, second.version, second.versions.map(({ version, status }) => [version, status])], [first.number, 2, [[2, 'asked'], [1, 'replaced']]]);
  const accepted = await call<Problem>(`/quotes/${first.id}/accept`, { body: {} });
  assert.deepEqual([accepted.status, accepted.body.code], [409, 'quote-not-open']);
  const unknown = await call<Problem>('/quotes', { body: { cartId: cart.id, accountId, number: 'Q-0' } });
  assert.equal(unknown.body.errors?.[0]?.path, 'number');
});

test('yes makes one order of it as it stands, whoever says it how often', async () => {
  const { operator, call, ask } = await aQuote();
  const quote = (await ask()).body;
  await operator.later(9_000);
  assert.equal((await call<Quote>(`/quotes/${quote.id}`)).body.status, 'offered');
  const answers = await Promise.all([1, 2, 3].map(() => call<Quote>(`/quotes/${quote.id}/accept`, { body: {} })));
  assert.deepEqual(new Set(answers.map(({ status, body }) => `${status} ${body.status} ${body.orderId}`)).size, 1, JSON.stringify(answers.map(({ body }) => body)));
  const orderId = answers[0]?.body.orderId ?? assert.fail('no order');
  const order = (await call<Order>(`/orders/${orderId}`)).body;
  assert.deepEqual([order.items[0]?.name, order.items[0]?.quantity], [quote.lines[0]?.name, 2]);
  assert.equal((await call<OrderList>('/orders')).body.items.filter(({ number }) => number === order.number).length, 1);
  assert.equal((await call<Problem>(`/quotes/${quote.id}/decline`, { body: {} })).body.code, 'quote-not-open');
});

test('no is no, and prices stand for their time only', async () => {
  const { operator, call, ask } = await aQuote();
  const quote = (await ask()).body;
  assert.equal((await call<Quote>(`/quotes/${quote.id}/decline`, { body: {} })).body.status, 'withdrawn');
  const other = (await ask()).body;
  await operator.later(9_000);
  assert.equal((await operator.as('bilal')(`/quotes/${other.id}`)).status, 404);
  assert.equal((await operator.as('bilal')(`/quotes/${other.id}/accept`, { body: {} })).status, 404);
  const declined = (await call<Quote>(`/quotes/${other.id}/decline`, { body: {} })).body;
  assert.equal(declined.status, 'declined');
});

test('a cart and a quote can be printed', async () => {
  const { call, ask, papers, cart } = await aQuote();
  const quote = (await ask()).body;
  for (const path of ['/cart/document?locale=de', `/quotes/${quote.id}/document?locale=ar`]) assert.equal((await call(path)).response.headers.get('content-type'), 'application/pdf');
  assert.equal(papers[0]?.tables[0]?.rows[0]?.cells[0]?.text, `2 × ${cart.items[0]?.name}`);
  assert.deepEqual([papers[0]?.locale, papers[1]?.dir], ['de', 'rtl']);
  assert.match(JSON.stringify(papers[1]), new RegExp(quote.number));
});

test('what was ordered comes into the cart again, once, and what cannot is named', async () => {
  const { call, cart, accountId } = await aQuote();
  const order = (await call<Order>('/orders', { body: { cartId: cart.id, accountId } })).body;
  const key = crypto.randomUUID();
  const [one, two] = [await call<Reordered>(`/orders/${order.id}/reorder`, { body: {}, key }), await call<Reordered>(`/orders/${order.id}/reorder`, { body: {}, key })];
  assert.deepEqual([one.status, one.body.added.length + one.body.left.length], [200, 1], JSON.stringify(one.body));
  assert.deepEqual(two.body, one.body);
  const again = (await call<Cart>('/cart')).body;
  assert.deepEqual(again.items.map(({ name, quantity }) => [name, quantity]), one.body.added.map((name) => [name, 2]));
  assert.equal((await call('/orders/zzzzzzzzzz99/reorder', { body: {} })).status, 404);
});
