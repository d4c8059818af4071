import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { pathOf } from '../testing/bench.ts';
import { storeMakers } from '../testing/stores.ts';
import { ada, line, townRecords, town } from '../testing/town.ts';

/** What an order asks of the world; what else lives in it would only move too. */
const NEEDED = new Set(['productOffering', 'productOfferingPrice', 'category', 'individual', 'billingAccount', 'product']);

const makers = storeMakers();
after(() => Promise.all(makers.map((maker) => maker.close())));

for (const maker of makers) {
  test(`orders, visits and cancelling at once leave every crew, number and line with one holder: ${maker.name}`, async () => {
    const store = await maker.make();
    await store.load(townRecords().filter(({ resource }) => NEEDED.has(resource)));
    const meridian = town(store);
    const lines = () => [line('1', meridian.offering('Mobile L')), line('2', meridian.offering('Home 50'))];
    const orders = await Promise.all(Array.from({ length: 6 }, () => meridian.order(ada, lines())));
    await meridian.pass(8, 8);
    const visits = (await Promise.all(orders.map(({ id }) => meridian.read('productOrder', id)))).map(({ productOrderItem }) => productOrderItem[1]?.appointment.id);
    const validFor = { startDateTime: '2026-12-01T12:00:00.000Z', endDateTime: '2026-12-01T14:00:00.000Z' };
    const answers = await Promise.all([
      ...visits.map((id) => meridian.ask('PATCH', `${pathOf('appointment')}/${id}`, { validFor })),
      ...orders.slice(3).map(({ id }) => meridian.ask('POST', pathOf('cancelProductOrder'), { productOrder: { id } })),
      meridian.tick(),
    ]);
    for (const answer of answers) assert.ok(!answer || answer.status < 500, `${answer?.status}`);
    const cancelled = async () => (await Promise.all(orders.slice(3).map(({ id }) => meridian.read('productOrder', id)))).every(({ state }) => state === 'cancelled');
    // On a busy machine the office takes rests, so it may need some more time.
    for (let wait = 0; wait < 60 && !(await cancelled()); wait += 1) await meridian.pass(8, 8);
    const now = await Promise.all(orders.map(({ id }) => meridian.read('productOrder', id)));
    assert.deepEqual(now.slice(3).map(({ state }) => state), ['cancelled', 'cancelled', 'cancelled']);
    const crews = [...(await store.read().holders('visit 10'))];
    // Whoever has a crew is an open visit of an order that lives, and each has one.
    const open = now.slice(0, 3).map(({ productOrderItem }) => productOrderItem[1]?.appointment.id);
    assert.deepEqual(new Set(crews.map(([, holder]) => holder)), new Set(open));
    assert.equal(crews.length, open.length);
    assert.ok(crews.filter(([key]) => key.startsWith(validFor.startDateTime)).length <= 3);
    const numbers = [...(await store.read().holders('number')).values()];
    assert.deepEqual(new Set(numbers.map((holder) => holder.split('/')[0])), new Set(orders.slice(0, 3).map(({ id }) => id)));
    assert.equal(numbers.length, 3);
    await meridian.close();
  });
}
