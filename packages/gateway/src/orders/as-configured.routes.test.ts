import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, Choices, Configuration, Order, Quote, Reordered } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

const LIMITS = (least: number, most: number, usual = least) => ({ bundledProductOfferingOption: { numberRelOfferLowerLimit: least, numberRelOfferUpperLimit: most, numberRelOfferDefault: usual } });
const chooses = (name: string, values: readonly string[], most = 1) => ({ name, valueType: 'string', minCardinality: 0, maxCardinality: most, productSpecCharacteristicValue: values.map((value, index) => ({ value, isDefault: index === 0 })) });
const offering = (id: string, more: object = {}) => ({
  resource: 'productOffering',
  body: { id, name: `The ${id}`, version: '1.0', lifecycleStatus: 'Active', isSellable: true, category: [{ id: 'desks', name: 'Desks' }], ...more },
});

/** A desk with a lamp of two colours and as many sockets as one likes, for one year or two. */
async function aDesk() {
  const operator = await anOperator();
  const price = (id: string, value: number, more: object = {}) => ({ resource: 'productOfferingPrice', body: { id, name: id, priceType: 'recurring', recurringChargePeriodType: 'month', recurringChargePeriodLength: 1, price: { unit: 'EUR', value }, ...more } });
  await operator.store.load([
    price('desk-month', 20),
    price('desk-wide', 5, { prodSpecCharValueUse: [{ name: 'Extras', productSpecCharacteristicValue: [{ value: 'Drawer' }] }] }),
    offering('lamp', { prodSpecCharValueUse: [chooses('Colour', ['Black', 'Sand'])] }),
    offering('socket'),
    offering('table'),
    offering('desk', {
      isBundle: true,
      productOfferingPrice: [{ id: 'desk-month' }, { id: 'desk-wide' }],
      prodSpecCharValueUse: [chooses('Extras', ['Cushion', 'Drawer', 'Mat'], 3)],
      productOfferingTerm: [1, 2].map((amount) => ({ name: `${amount} years`, duration: { amount: amount * 12, units: 'month' } })),
      bundledProductOffering: [{ id: 'table', name: 'The table', ...LIMITS(1, 1) }, { id: 'lamp', name: 'The lamp', ...LIMITS(1, 1) }, { id: 'socket', name: 'The socket', ...LIMITS(0, 4) }],
    }),
  ] as Parameters<typeof operator.store.load>[0]);
  const ada = operator.as('ada');
  const accountId = (await ada<{ items: { id: string }[] }>('/accounts')).body.items[0]?.id ?? '';
  return { operator, ada, accountId };
}

const WANTED: Choices = { '@term': '2 years', Extras: 'Drawer\nMat', '@part:socket': '3', '@part:lamp/Colour': 'Sand' };

interface Item {
  id: string;
  quantity: number;
  itemTerm?: { name: string }[];
  product: { id?: string; name: string; productCharacteristic?: { name: string; value: unknown }[] };
  productOrderItem?: Item[];
}

const factsOf = ({ product }: Item) => Object.fromEntries((product.productCharacteristic ?? []).map(({ name, value }) => [name, value]));

/** Of the order as the operator keeps it, and what came of it. */
async function kept({ operator }: Awaited<ReturnType<typeof aDesk>>, orderId: string) {
  await operator.later(20_000);
  for (let step = 0; step < 12; step += 1) await operator.later(20_000);
  const order = (await operator.store.read().get('productOrder', orderId))?.body as unknown as { state: string; productOrderItem: Item[] };
  const [item = assert.fail('the order has no line')] = order.productOrderItem;
  const { rows } = await operator.store.read().list('product');
  const products = rows.map(({ body }) => body as unknown as Item['product'] & { productOrderItem?: { productOrderId: string }[] }).filter((one) => one.productOrderItem?.some(({ productOrderId }) => productOrderId === orderId));
  return { order, item, products };
}

function isAsWanted({ order, item, products }: Awaited<ReturnType<typeof kept>>, pieces = 1) {
  assert.deepEqual(item.itemTerm, [{ name: '2 years' }]);
  assert.deepEqual(factsOf(item), { lineOfBusiness: 'other', Extras: ['Drawer', 'Mat'] });
  const parts = item.productOrderItem?.map((part) => [part.product.name, part.quantity, factsOf(part)['Colour']]);
  assert.deepEqual(parts, [['The table', pieces, undefined], ['The lamp', pieces, 'Sand'], ['The socket', 3 * pieces, undefined]]);
  assert.equal(order.state, 'completed');
  const count = (name: string) => products.filter((one) => one.name === name).length;
  assert.deepEqual([count('The desk'), count('The table'), count('The lamp'), count('The socket')], [pieces, pieces, pieces, 3 * pieces]);
  for (const lamp of products.filter((one) => one.name === 'The lamp')) assert.equal(factsOf({ product: lamp } as Item)['Colour'], 'Sand');
  assert.ok(!JSON.stringify([order, products]).includes('@part') && !JSON.stringify([order, products]).includes('@term'));
}

async function inCart(ada: Awaited<ReturnType<typeof aDesk>>['ada'], quantity = 1): Promise<Cart> {
  const { chosen, possible, price } = (await ada<Configuration>('/configuration', { body: { offerId: 'desk', choices: WANTED } })).body;
  assert.deepEqual([possible, price.monthly.amount], [true, 2_500]);
  const { status, body } = await ada<Cart>('/cart/items', { body: { offerId: 'desk', quantity, choices: chosen } });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.items[0]?.choices, body.monthly.amount], [chosen, 2_500 * quantity]);
  return body;
}

test('what was configured is what is ordered, and what comes of it: parts, their number and what was chosen of each', async () => {
  const desk = await aDesk();
  const cart = await inCart(desk.ada, 2);
  const { status, body } = await desk.ada<Order>('/orders', { body: { cartId: cart.id, accountId: desk.accountId } });
  assert.equal(status, 201, JSON.stringify(body));
  isAsWanted(await kept(desk, body.id), 2);
});

test('what is ordered by a quote is what was quoted', async () => {
  const desk = await aDesk();
  const cart = await inCart(desk.ada);
  const quote = (await desk.ada<Quote>('/quotes', { body: { cartId: cart.id, accountId: desk.accountId } })).body;
  assert.equal(quote.monthly.amount, 2_500);
  await desk.operator.later(9_000);
  const accepted = (await desk.ada<Quote>(`/quotes/${quote.id}/accept`, { body: {} })).body;
  isAsWanted(await kept(desk, accepted.orderId ?? assert.fail('no order')));
});

test('a part that was left out does not come, and nothing chosen brings the usual parts', async () => {
  const desk = await aDesk();
  const { chosen } = (await desk.ada<Configuration>('/configuration', { body: { offerId: 'desk', choices: { '@part:socket': '0' } } })).body;
  const cart = (await desk.ada<Cart>('/cart/items', { body: { offerId: 'desk', quantity: 1, choices: chosen } })).body;
  const without = (await desk.ada<Order>('/orders', { body: { cartId: cart.id, accountId: desk.accountId } })).body;
  const plain = (await desk.ada<Cart>('/cart/items', { body: { offerId: 'desk', quantity: 1 } })).body;
  const usual = (await desk.ada<Order>('/orders', { body: { cartId: plain.id, accountId: desk.accountId } })).body;
  for (const { id } of [without, usual]) {
    const { item } = await kept(desk, id);
    assert.deepEqual(item.productOrderItem?.map((part) => part.product.name), ['The table', 'The lamp']);
  }
});

test('ordered again it is the same again', async () => {
  const desk = await aDesk();
  const cart = await inCart(desk.ada);
  const first = (await desk.ada<Order>('/orders', { body: { cartId: cart.id, accountId: desk.accountId } })).body;
  const { added } = (await desk.ada<Reordered>(`/orders/${first.id}/reorder`, { body: {} })).body;
  assert.equal(added.length, 1);
  const again = (await desk.ada<Cart>('/cart')).body;
  assert.deepEqual(again.items[0]?.choices, cart.items[0]?.choices);
});
