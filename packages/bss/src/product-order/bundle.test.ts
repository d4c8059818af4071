import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cycleNamed } from '../customer-bill/period.ts';
import { runCycle } from '../customer-bill/run.ts';
import { oneOf } from '../simulator/course.ts';
import type { Body } from '../testing/body.ts';
import { ada, line, type Town, town } from '../testing/town.ts';

interface Offered {
  id: string;
  name: string;
}

const linesOf = (order: Body): Body[] => order['productOrderItem'];
const share = ({ id, name }: Offered, least: number, most: number, usual = least) => ({ id, name, bundledProductOfferingOption: { numberRelOfferLowerLimit: least, numberRelOfferUpperLimit: most, numberRelOfferDefault: usual } });
const part = (id: string, offering: Offered, more: object = {}) => ({ ...line(id, offering), ...more });

/** A bundle of the catalogue with these parts in it. */
async function bundleOf(meridian: Town, parts: object[]): Promise<Offered> {
  const { id } = await meridian.make('productOffering', { name: 'Family', isBundle: true, isSellable: true, lifecycleStatus: 'Active', bundledProductOffering: parts });
  return { id, name: 'Family' };
}

/** Ada orders, and another system says that all of it is done: the order and all that came of it. */
async function delivered(meridian: Town, items: object[]): Promise<{ order: Body; products: Body[] }> {
  const { id } = await meridian.order(ada, items);
  await meridian.patch('productOrder', id, { state: 'inProgress' });
  const order = await meridian.patch('productOrder', id, { state: 'completed' });
  const { rows } = await meridian.store.read().list('product', { where: [oneOf('productOrderItem.productOrderId', id)] });
  return { order, products: rows.map(({ body }) => body as Body) };
}

const related = (product: Body, type: string): string[] => (product['productRelationship'] ?? []).filter((one: Body) => one['relationshipType'] === type).map((one: Body) => one['product'].id);

test('two parts of the same offering are two lines, each with what was said of it', async () => {
  const meridian = town();
  const mobile = meridian.offering('Mobile M');
  const family = await bundleOf(meridian, [share(mobile, 1, 4), share(meridian.offering('TV Plus'), 0, 1)]);
  const numbered = (id: string, number: string) => part(id, mobile, { product: { productCharacteristic: [{ name: 'identifier', value: number }] } });
  const { order, products } = await delivered(meridian, [line('1', family, { productOrderItem: [numbered('a', '+49 150 01'), numbered('b', '+49 150 02')] })]);
  assert.deepEqual(linesOf(order)[0]?.['productOrderItem'].map((one: Body) => [one.id, one['quantity'], one['isBundled']]), [['a', 1, true], ['b', 1, true]]);
  const numbers = products.filter(({ name }) => name === 'Mobile M').flatMap((one) => one['productCharacteristic'].filter(({ name }) => name === 'identifier').map(({ value }) => value));
  assert.deepEqual([numbers.length, new Set(numbers)], [2, new Set(['+49 150 01', '+49 150 02'])]);
});

test('every piece of a part is in a bundle that is there, and that bundle knows it', async () => {
  const meridian = town();
  const family = await bundleOf(meridian, [share(meridian.offering('Mobile M'), 1, 4, 3), share(meridian.offering('TV Plus'), 1, 1)]);
  const { products } = await delivered(meridian, [line('1', family, { quantity: 2 })]);
  const bundles = products.filter((one) => one['isBundle'] === true);
  const parts = products.filter((one) => one['isBundle'] !== true);
  assert.deepEqual([bundles.length, parts.length], [2, 8]);
  for (const bundle of bundles) {
    const inIt = parts.filter((one) => related(one, 'bundledIn')[0] === bundle.id);
    assert.deepEqual(inIt.map(({ name }) => name).toSorted(), ['Mobile M', 'Mobile M', 'Mobile M', 'TV Plus']);
    assert.deepEqual(related(bundle, 'bundles').toSorted(), inIt.map(({ id }) => id).toSorted());
  }
});

test('what is ordered beside the parts of a bundle is paid for by itself, its set-up as well', async () => {
  const meridian = town();
  const [mobile, fibre] = [meridian.offering('Mobile M'), meridian.offering('Fibre 500')];
  const family = await bundleOf(meridian, [share(mobile, 1, 4)]);
  const { products } = await delivered(meridian, [line('1', family, { productOrderItem: [part('a', mobile), part('b', fibre)] })]);
  const beside = products.find(({ name }) => name === 'Fibre 500');
  assert.deepEqual([beside?.['productPrice'].length, beside && related(beside, 'bundledIn')], [1, []]);
  const cycle = cycleNamed('2026-11') ?? assert.fail();
  meridian.later(cycle.to - meridian.now().getTime());
  const bill = await meridian.store.transaction((tx) => runCycle({ tx, now: meridian.now() }, ada.accountId, cycle));
  const { rows } = await meridian.store.read().list('appliedCustomerBillingRate', { where: [oneOf('bill.id', bill ?? ''), oneOf('product.id', beside?.id ?? '')] });
  assert.ok(rows.some(({ body }) => body['name'] === 'Fibre 500: set-up'), rows.map(({ body }) => body['name']).join(', '));
});
