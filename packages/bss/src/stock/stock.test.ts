import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { storeMakers } from '../testing/stores.ts';
import type { Body } from '../testing/body.ts';
import { pathOf } from '../testing/bench.ts';
import { ada, line, town } from '../testing/town.ts';
import { giveBack, take, takeThis } from './stock.ts';

const makers = storeMakers();
after(() => Promise.all(makers.map((maker) => maker.close())));

for (const maker of makers) {
  test(`no number is given twice, however many ask at once: ${maker.name}`, async () => {
    const store = await maker.make();
    const given = await Promise.all(Array.from({ length: 60 }, (_, index) => store.transaction((tx) => take(tx, 'number', `order-${index}`))));
    assert.equal(new Set(given.map(({ key }) => key)).size, 60);
    // The same number, wanted by all at once, is one's.
    const wanted = await Promise.all(Array.from({ length: 20 }, (_, index) => store.transaction((tx) => takeThis(tx, 'number', '+49 151 01234567', `picker-${index}`))));
    assert.equal(wanted.filter(Boolean).length, 1);
  });
}

test('asking again for the same line gives the same number', async () => {
  const store = await makers[0]?.make();
  const ask = () => store?.transaction((tx) => take(tx, 'number', 'order/1/0'));
  assert.deepEqual(await ask(), await ask());
});

test('what is given back can be given to others; what others have is left to them', async () => {
  const store = (await makers[0]?.make()) ?? assert.fail();
  const one = await store.transaction((tx) => take(tx, 'serial', 'order/1/0'));
  await store.transaction((tx) => giveBack(tx, [one], 'another'));
  assert.equal(await store.read().holderOf('serial', one.key), 'order/1/0');
  await store.transaction((tx) => giveBack(tx, [one], 'order/1'));
  assert.deepEqual(await store.transaction((tx) => takeThis(tx, 'serial', one.key, 'another')), one);
});

test('of three pieces, the two that are ordered are gone and come back when the order is cancelled', async () => {
  const meridian = town();
  const tablet = meridian.offering('Lumen tablet');
  const { productStock } = await meridian.lever(`stock/${tablet.id}`, { amount: 3 });
  const left = async () => (await meridian.read('productStock', String(productStock)))['productStockLevel'].amount;
  const { id } = await meridian.order(ada, [line('1', tablet, { quantity: 2 })]);
  await meridian.pass(1);
  assert.equal(await left(), 1);
  await meridian.make('cancelProductOrder', { productOrder: { id } });
  await meridian.pass(60, 9);
  assert.equal(await left(), 3);
});

test('a number the customer brings along stays theirs, and nobody else can bring it too', async () => {
  const meridian = town();
  const product = { name: 'Mobile L', productCharacteristic: [{ name: 'identifier', value: '+49 171 5550123' }] };
  const mine = await meridian.order(ada, [line('1', meridian.offering('Mobile L'), { product })]);
  await meridian.pass(1);
  const theirs = await meridian.order(ada, [line('1', meridian.offering('Mobile L'), { product })]);
  await meridian.pass(60, 9);
  const order = await meridian.read('productOrder', mine.id);
  const owned = await meridian.read('product', order['productOrderItem'][0]?.product.id);
  assert.equal(owned['productCharacteristic'].find(({ name }) => name === 'identifier')?.['value'], '+49 171 5550123');
  const [waiting] = (await meridian.read('productOrder', theirs.id))['productOrderItem'];
  assert.deepEqual([waiting?.['waitingFor'], waiting?.['informationRequired'].kind], ['customer', 'number']);
  const another = { name: 'Mobile L', productCharacteristic: [{ name: 'identifier', value: '+49 171 5550124' }] };
  await meridian.patch('productOrder', theirs.id, { productOrderItem: [{ ...waiting, product: another }] });
  await meridian.pass(90, 9);
  assert.equal((await meridian.read('productOrder', theirs.id))['state'], 'completed');
});

const mine = [{ id: ada.id, name: ada.name, role: 'customer', '@referredType': 'Individual' }];
const chosen = (value: string) => ({ id: '1', requestedProduct: { productCharacteristic: [{ name: 'identifier', value }] } });
const choice = (amount: number) => ({ id: '1', quantityRequested: { amount }, requestedProduct: { productCharacteristic: [{ name: 'resource', value: 'number' }] } });

test('numbers to choose from are kept for half an hour, and then are anybody’s', async () => {
  const meridian = town();
  const kept = (await meridian.make('reserveProductStock', { relatedParty: mine, reserveProductStockItem: [choice(3)] })) as Body;
  const numbers = kept.reserveProductStockItem[0]?.reservedProduct.map(({ name }) => name) ?? [];
  assert.deepEqual([new Set(numbers).size, kept.reservedUntil], [3, '2026-11-21T10:30:00.000Z']);
  const ask = () => meridian.ask('POST', pathOf('reserveProductStock'), { reserveProductStockItem: [chosen(numbers[0] ?? '')] });
  assert.equal((await ask()).status, 409);
  await meridian.pass(30 * 60);
  assert.equal((await meridian.read('reserveProductStock', kept.id))['reserveProductStockState'], 'expired');
  assert.equal((await ask()).status, 201);
});

test('the number a customer has put aside becomes theirs with the order, and nobody else gets it that way', async () => {
  const meridian = town();
  const kept = (await meridian.make('reserveProductStock', { relatedParty: mine, reserveProductStockItem: [choice(1)] })) as Body;
  const number = kept.reserveProductStockItem[0]?.reservedProduct[0]?.name ?? '';
  const product = { name: 'Mobile L', productCharacteristic: [{ name: 'identifier', value: number }] };
  const stranger = (await meridian.make('productOrder', { relatedParty: [{ id: 'stranger', role: 'customer', '@referredType': 'Individual' }], productOrderItem: [line('1', meridian.offering('Mobile L'), { product })] })) as Body;
  await meridian.pass(5);
  assert.equal((await meridian.read('productOrder', stranger.id)).productOrderItem[0]?.informationRequired.kind, 'number');
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Mobile L'), { product })]);
  await meridian.pass(90, 9);
  const owned = await meridian.read('product', (await meridian.read('productOrder', id)).productOrderItem[0]?.product.id);
  assert.equal(owned.productCharacteristic.find(({ name }) => name === 'identifier')?.['value'], number);
  // When the half hour is over the number stays with the product.
  await meridian.pass(3600, 600);
  assert.equal(await meridian.store.read().holderOf('number', number), `${id}/1/0`);
});

test('a device put aside is not there for others, and is again when it is let go', async () => {
  const meridian = town();
  const tablet = meridian.offering('Lumen tablet');
  const { productStock } = await meridian.lever(`stock/${tablet.id}`, { amount: 2 });
  const left = async () => (await meridian.read('productStock', String(productStock))).productStockLevel['amount'];
  const item = { id: '1', quantityRequested: { amount: 2 }, requestedProduct: { productOffering: tablet } };
  const kept = await meridian.make('reserveProductStock', { relatedParty: mine, reserveProductStockItem: [item] });
  assert.equal(await left(), 0);
  assert.equal((await meridian.ask('POST', pathOf('reserveProductStock'), { reserveProductStockItem: [item] })).status, 409);
  await meridian.patch('reserveProductStock', kept.id, { reserveProductStockState: 'cancelled' });
  assert.equal(await left(), 2);
});
