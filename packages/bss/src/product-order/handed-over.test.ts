import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cycleNamed } from '../customer-bill/period.ts';
import { runCycle } from '../customer-bill/run.ts';
import { oneOf } from '../simulator/course.ts';
import type { Body } from '../testing/body.ts';
import { ada, line, town } from '../testing/town.ts';

const linesOf = (order: Body): Body[] => order['productOrderItem'];

test('a bundle that another system says is done is handed over with its parts, once, and is paid for', async () => {
  const meridian = town();
  const placed = await meridian.order(ada, [line('1', meridian.offering('Home and TV')), line('2', meridian.offering('Data Boost 10'))]);
  await meridian.patch('productOrder', placed.id, { state: 'inProgress' });
  const order = await meridian.patch('productOrder', placed.id, { state: 'completed' });
  const [item] = linesOf(order);
  assert.deepEqual([item?.['state'], item?.['productOrderItem'].map((part: Body) => part['state'])], ['completed', ['completed', 'completed']]);
  const bundle = await meridian.read('product', item?.['product'].id);
  assert.deepEqual([bundle['isBundle'], bundle['status'], bundle['productPrice'].length, bundle['productRelationship'].length], [true, 'active', 1, 2]);
  await meridian.pass(3600);
  const { rows } = await meridian.store.transaction((tx) => tx.list('product', { where: [oneOf('name', 'Home and TV')] }));
  assert.equal(rows.filter(({ body }) => (body as Body)['productOrderItem']?.[0]?.productOrderId === placed.id).length, 1);
});

test('a bundle is there when the last of its parts is, whoever says so', async () => {
  const meridian = town();
  const placed = await meridian.order(ada, [line('1', meridian.offering('Home and TV'))]);
  await meridian.patch('productOrder', placed.id, { state: 'inProgress' });
  const say = async (which: number) => {
    const [item] = linesOf(await meridian.read('productOrder', placed.id));
    const parts = item?.['productOrderItem'].map((part: Body, at: number) => (at === which ? { ...part, state: 'completed' } : part));
    return meridian.patch('productOrder', placed.id, { productOrderItem: [{ ...item, productOrderItem: parts }] });
  };
  const half = await say(0);
  assert.deepEqual([half['state'], linesOf(half)[0]?.['product'].id], ['inProgress', undefined]);
  const whole = await say(1);
  assert.equal(whole['state'], 'completed');
  assert.equal((await meridian.read('product', linesOf(whole)[0]?.['product'].id))['isBundle'], true);
});

test('what is in a bundle is paid for with the bundle, its set-up as well', async () => {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Home and TV'))]);
  await meridian.patch('productOrder', id, { state: 'inProgress' });
  const done = async (many: number) => {
    const [item] = linesOf(await meridian.read('productOrder', id));
    const parts = item?.['productOrderItem'].map((part: Body, at: number) => (at < many ? { ...part, state: 'completed' } : part));
    await meridian.patch('productOrder', id, { productOrderItem: [{ ...item, productOrderItem: parts }] });
  };
  const chargedIn = async (month: string) => {
    const cycle = cycleNamed(month) ?? assert.fail();
    meridian.later(cycle.to - meridian.now().getTime());
    const bill = await meridian.store.transaction((tx) => runCycle({ tx, now: meridian.now() }, ada.accountId, cycle));
    const { rows } = await meridian.store.read().list('appliedCustomerBillingRate', { where: [oneOf('bill.id', bill ?? '')] });
    return rows.map(({ body }) => String(body['name'])).filter((name) => /Home and TV|Home 250: set-up|TV Plus: set-up/.test(name)).toSorted();
  };
  // The one is there a month before the other, and before the bundle.
  await done(1);
  assert.deepEqual(await chargedIn('2026-11'), []);
  await done(2);
  assert.deepEqual(await chargedIn('2026-12'), ['Home and TV', 'Home and TV: set-up', 'Home and TV: welcome discount']);
});
