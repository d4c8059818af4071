import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body } from '../testing/body.ts';
import { pathOf } from '../testing/bench.ts';
import { ada, line, type Town, town } from '../testing/town.ts';

const linesOf = (order: Body): Body[] => order['productOrderItem'];
const cancel = (meridian: Town, order: Body, more: object = {}) => meridian.make('cancelProductOrder', { productOrder: { id: order.id }, cancellationReason: 'We move', ...more });

async function placed(): Promise<{ meridian: Town; order: Body }> {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Mobile L')), line('2', meridian.offering('Fibre 500'))]);
  await meridian.pass(1);
  return { meridian, order: await meridian.read('productOrder', id) };
}

test('a cancelled order is looked into, let go and gone, and nothing of it stays taken', async () => {
  const { meridian, order } = await placed();
  const kept = linesOf(order).flatMap((item) => (item['reserved'] ?? []) as { space: string; key: string }[]);
  assert.deepEqual(kept.map(({ space }) => space), ['number', 'sim', 'port', 'modem']);
  const task = await cancel(meridian, order);
  assert.equal(task['state'], 'inProgress');
  const states: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    const now = await meridian.read('productOrder', order.id);
    states.push(`${now['state']}: ${linesOf(now).map(({ state }) => state).join(', ')}`);
    await meridian.pass(9);
  }
  assert.deepEqual(states.slice(0, 3), [
    'assessingCancellation: assessingCancellation, assessingCancellation',
    'pendingCancellation: pendingCancellation, pendingCancellation',
    'cancelled: cancelled, cancelled',
  ]);
  const gone = await meridian.read('productOrder', order.id);
  assert.equal(gone['cancellationReason'], 'We move');
  assert.ok(gone['cancellationDate']);
  const done = await meridian.read('cancelProductOrder', task.id);
  assert.deepEqual([done['state'], typeof done['effectiveCancellationDate']], ['done', 'string']);
  for (const { space, key } of kept) assert.equal(await meridian.store.read().holderOf(space, key), undefined);
  assert.equal((await meridian.read('appointment', linesOf(order)[1]?.['appointment'].id))['status'], 'cancelled');
  assert.equal((await meridian.store.read().holders('visit 10')).size, 0);
});

test('what is past its point of no return goes on with the reason; the rest is cancelled', async () => {
  const { meridian, order } = await placed();
  for (let step = 0; step < 3; step += 1) await meridian.pass(9);
  const begun = await meridian.read('productOrder', order.id);
  assert.deepEqual(linesOf(begun)[0]?.['milestone'][3]?.status, 'Completed');
  const task = await cancel(meridian, order);
  await meridian.pass(9);
  const assessed = await meridian.read('productOrder', order.id);
  assert.deepEqual([assessed['state'], ...linesOf(assessed).map(({ state }) => state)], ['inProgress', 'inProgress', 'pendingCancellation']);
  assert.match(linesOf(assessed)[0]?.['note'].at(-1)?.text ?? '', /too late to cancel this line: the work on it has begun/);
  await meridian.pass(60, 9);
  const after = await meridian.read('productOrder', order.id);
  assert.deepEqual([after['state'], ...linesOf(after).map(({ state }) => state)], ['partial', 'completed', 'cancelled']);
  const done = await meridian.read('cancelProductOrder', task.id);
  assert.equal(done['state'], 'done');
  assert.deepEqual(done['productOrderItem'].map((item: Body) => [item.id, item['reason']]), [['1', 'The work on this line has begun.'], ['2', undefined]]);
});

test('one line can be cancelled and the others go on', async () => {
  const { meridian, order } = await placed();
  await cancel(meridian, order, { productOrderItem: [{ id: '2' }] });
  await meridian.pass(120, 9);
  const after = await meridian.read('productOrder', order.id);
  assert.deepEqual([after['state'], ...linesOf(after).map(({ state }) => state)], ['partial', 'completed', 'cancelled']);
});

test('an order that is over, or being cancelled already, cannot be cancelled', async () => {
  const { meridian, order } = await placed();
  const ask = () => meridian.ask('POST', pathOf('cancelProductOrder'), { productOrder: { id: order.id } });
  await cancel(meridian, order);
  const again = await ask();
  assert.equal(again.status, 409);
  assert.match(((await again.json()) as Body)['message'], /being looked into already/);
  await meridian.pass(60, 9);
  const late = await ask();
  assert.equal(late.status, 409);
  assert.match(((await late.json()) as Body)['message'], /This order is cancelled/);
});

test('a wish to cancel what does not exist ends at once, with the reason', async () => {
  const task = await town().make('cancelProductOrder', { productOrder: { id: 'nosuchorder1' } });
  assert.deepEqual([task['state'], task['errorMessage']], ['terminatedWithError', 'There is no such order with lines to cancel.']);
});

test('whoever cancels while it waits is not kept waiting for an answer', async () => {
  const { meridian, order } = await placed();
  await meridian.lever(`product-orders/${order.id}/items/1/block`, { reason: 'Please send a copy of your identity card.', needed: 'document' });
  await cancel(meridian, order);
  await meridian.pass(60, 9);
  assert.equal((await meridian.read('productOrder', order.id))['state'], 'cancelled');
});

test('once the technician’s day is planned a line is neither cancelled nor sent elsewhere', async () => {
  const { meridian, order } = await placed();
  // Saturday evening; the visit is on Monday morning.
  await meridian.pass(8 * 3600, 600);
  const [, access] = linesOf(await meridian.read('productOrder', order.id));
  const place = [{ role: 'installation address', name: 'Uferstrasse 9, 20359 Hamburg' }];
  const items = linesOf(await meridian.read('productOrder', order.id)).map((item) => (item.id === '2' ? { ...item, product: { ...item.product, place } } : item));
  const late = await meridian.ask('PATCH', `${pathOf('productOrder')}/${order.id}`, { productOrderItem: items });
  assert.equal(late.status, 409);
  assert.match(((await late.json()) as Body).message, /The place of Fibre 500 can no longer change: the technician's day is planned/);
  const task = await cancel(meridian, order);
  await meridian.pass(60, 9);
  assert.equal((await meridian.read('cancelProductOrder', task.id))['state'], 'terminatedWithError');
  assert.equal((await meridian.read('appointment', access?.appointment.id)).status, 'confirmed');
});

test('an order that is deleted leaves nothing taken', async () => {
  const { meridian, order } = await placed();
  assert.equal((await meridian.ask('DELETE', `${pathOf('productOrder')}/${order.id}`)).status, 204);
  for (const item of linesOf(order)) for (const { space, key } of item.reserved) assert.equal(await meridian.store.read().holderOf(space, key), undefined);
  assert.equal((await meridian.read('appointment', linesOf(order)[1]?.appointment.id)).status, 'cancelled');
  assert.equal((await meridian.store.read().holders('visit 10')).size, 0);
});
