import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body } from '../testing/body.ts';
import { pathOf } from '../testing/bench.ts';
import { find, type Town, town } from '../testing/town.ts';

const item = (meridian: Town, id: string, name: string, more: object = {}) => ({ id, action: 'add', productOffering: meridian.offering(name), ...more });
const total = (cart: Body) => cart['cartTotalPrice']?.map(({ name, price }: Body) => [name, price.taxIncludedAmount.value, price.dutyFreeAmount.value]);

test('a cart knows what it costs, once and each month, with the tax in it', async () => {
  const meridian = town();
  const cart = (await meridian.make('shoppingCart', { cartItem: [item(meridian, '1', 'Home 50'), item(meridian, '2', 'Mobile L', { quantity: 2 })] })) as Body;
  assert.deepEqual(total(cart), [['Monthly', 99.97, 84.01], ['Once', 49.99, 42.01]]);
  const [home] = cart['cartItem'];
  assert.equal(home?.ItemTotalPrice[0]?.price.taxIncludedAmount.value, 29.99);
  assert.deepEqual(home?.ItemTotalPrice[0]?.priceAlteration.map(({ applicationDuration, price }: Body) => [applicationDuration, price.taxIncludedAmount.value]), [[6, -10]]);
});

test('a choice that costs something is in the price when it is chosen, and not otherwise', async () => {
  const meridian = town();
  const phone = (value?: string) => item(meridian, '1', 'Aster 5 phone', value === undefined ? {} : { product: { productCharacteristic: [{ name: 'Case', value }] } });
  const monthly = async (value?: string) => total((await meridian.make('shoppingCart', { cartItem: [phone(value)] })) as Body)[0]?.[1];
  assert.deepEqual([await monthly(), await monthly('None'), await monthly('Soft'), await monthly('Leather')], [15.99, 15.99, 16.99, 18.49]);
});

test('a price holds in its time alone', async () => {
  const meridian = town();
  const { id } = meridian.offering('Kids');
  const monthly = async () => total((await meridian.make('shoppingCart', { cartItem: [item(meridian, '1', 'Kids')] })) as Body)[0]?.[1];
  const usual = await monthly();
  const surcharge = async (validFor: object) => {
    const price = await meridian.make('productOfferingPrice', { name: 'Surcharge', priceType: 'recurring', recurringChargePeriodType: 'month', price: { unit: 'EUR', value: 3 }, validFor });
    const prices = (await meridian.read('productOffering', id))['productOfferingPrice'] as Body[];
    await meridian.patch('productOffering', id, { productOfferingPrice: [...prices, { id: price.id, name: 'Surcharge' }] });
  };
  await surcharge({ startDateTime: '2026-11-22T10:00:00Z' });
  await surcharge({ endDateTime: '2026-11-21T09:00:00Z' });
  assert.equal(await monthly(), usual);
  await meridian.pass(2 * 86_400, 86_400);
  assert.equal(Math.round(Number(await monthly()) * 100), Math.round(Number(usual) * 100) + 300);
});

test('what is not sold any more costs what it did on its last day', async () => {
  const meridian = town();
  const { id, name, productOfferingPrice } = find('productOffering', (body) => body['validFor']?.endDateTime !== undefined && body['isBundle'] !== true);
  const prices = (productOfferingPrice as Body[]).map((reference) => find('productOfferingPrice', (body) => body.id === reference['id']));
  const recurring = prices.filter(({ priceType }) => String(priceType) === 'recurring');
  assert.deepEqual(recurring.map(({ validFor }) => Date.parse(validFor.endDateTime) <= Date.parse('2026-11-21T10:00:00Z')), [true]);
  const cart = (await meridian.make('shoppingCart', { cartItem: [{ id: '1', action: 'add', productOffering: { id, name } }] })) as Body;
  assert.equal(total(cart)[0]?.[1], recurring[0]?.['price'].value);
});

test('two of something have its discount twice', async () => {
  const meridian = town();
  const cart = (await meridian.make('shoppingCart', { cartItem: [item(meridian, '1', 'Home 50', { quantity: 2 })] })) as Body;
  const prices = (cart['cartItem'] ?? []).flatMap((line: Body) => line['ItemTotalPrice'] ?? []);
  const discounts = prices.flatMap((price: Body) => price['priceAlteration'] ?? []);
  assert.equal(prices[0]?.['price'].taxIncludedAmount.value, 59.98);
  assert.equal(discounts[0]?.['price'].taxIncludedAmount.value, -20);
});

test('the price follows what is put in and taken out', async () => {
  const meridian = town();
  const { id } = await meridian.make('shoppingCart', {});
  const one = item(meridian, '1', 'Data Boost 10');
  assert.deepEqual(total(await meridian.patch('shoppingCart', id, { cartItem: [one, item(meridian, '2', 'Mobile L', { status: 'saveForLater' })] })), [['Monthly', 4.99, 4.19], ['Once', 0, 0]]);
  assert.deepEqual((await meridian.patch('shoppingCart', id, { cartItem: [] }))['cartTotalPrice'], []);
  assert.equal((await meridian.ask('PATCH', `${pathOf('shoppingCart')}/${id}`, { cartItem: [{ ...one, quantity: 0 }] })).status, 400);
  assert.equal((await meridian.ask('PATCH', `${pathOf('shoppingCart')}/${id}`, { cartTotalPrice: [{ name: 'Nothing' }] })).status, 400);
});

test('the net of the whole is the sum of the nets of its lines', async () => {
  const meridian = town();
  const cart = (await meridian.make('shoppingCart', { cartItem: ['Home 50', 'Mobile S', 'Sport', 'Kids', 'Calls to Mobiles'].map((name, index) => item(meridian, String(index), name)) })) as Body;
  const net = (price: Body | undefined) => Math.round(Number(price?.['price'].dutyFreeAmount['value']) * 100);
  const nets = cart['cartItem'].map((one) => net(one['ItemTotalPrice'][0]));
  assert.equal(net(cart['cartTotalPrice'][0]), nets.reduce((sum, each) => sum + each, 0));
});

test('a cart is kept for a month after it was last touched, then it is gone', async () => {
  const meridian = town();
  const { id } = await meridian.make('shoppingCart', { cartItem: [item(meridian, '1', 'Kids')] });
  await meridian.pass(20 * 86_400, 86_400);
  await meridian.patch('shoppingCart', id, { cartItem: [item(meridian, '1', 'Sport')] });
  await meridian.pass(20 * 86_400, 86_400);
  assert.equal((await meridian.read('shoppingCart', id))['validFor'].endDateTime, '2027-01-10T10:00:00.000Z');
  await meridian.pass(11 * 86_400, 86_400);
  assert.equal((await meridian.ask('GET', `${pathOf('shoppingCart')}/${id}`)).status, 404);
});

test('a line without an id gets the next number that is free', async () => {
  const meridian = town();
  const { id: _, ...nameless } = item(meridian, '', 'Kids');
  const cart = (await meridian.make('shoppingCart', { cartItem: [nameless, item(meridian, '1', 'Sport'), nameless] })) as Body;
  assert.deepEqual(cart['cartItem'].map(({ id }: Body) => id), ['2', '1', '3']);
});

test('a visit that was chosen with a cart is free again when the cart is gone', async () => {
  const meridian = town();
  const cart = await meridian.make('shoppingCart', { cartItem: [item(meridian, '1', 'Fibre 500')] });
  const validFor = { startDateTime: '2026-12-22T09:00:00.000Z', endDateTime: '2026-12-22T11:00:00.000Z' };
  const relatedEntity = [{ id: cart.id, role: 'cart', '@referredType': 'ShoppingCart' }];
  const visit = await meridian.make('appointment', { validFor, relatedEntity, status: 'confirmed', relatedPlace: { role: 'home', postcode: '10437' } });
  assert.equal((await meridian.store.read().holders('visit 10')).size, 1);
  await meridian.pass(31 * 86_400, 86_400);
  assert.equal((await meridian.read('appointment', visit.id))['status'], 'cancelled');
  assert.equal((await meridian.store.read().holders('visit 10')).size, 0);
});
