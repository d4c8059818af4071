import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Body } from '../testing/body.ts';
import { pathOf } from '../testing/bench.ts';
import { ada, line, type Town, town } from '../testing/town.ts';

const linesOf = (order: Body): Body[] => order['productOrderItem'];
const lineIn = (order: Body, id = '1') => linesOf(order).find((item) => item.id === id) ?? assert.fail('no such line');
const said = (item: Body): string | undefined => item['note'].at(-1)?.['text'];

/** Two lines that are laid out: one is about to be done, the other waits for a technician. */
async function underWay(): Promise<{ meridian: Town; order: Body; send(changes: Record<string, object>, more?: object): Promise<Response> }> {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering('Mobile L')), line('2', meridian.offering('Fibre 500'))]);
  await meridian.pass(1);
  const order = await meridian.read('productOrder', id);
  const send = async (changes: Record<string, object>, more: object = {}) => {
    const now = await meridian.read('productOrder', id);
    const productOrderItem = linesOf(now).map((item) => ({ ...item, ...changes[item.id] }));
    return meridian.ask('PATCH', `${pathOf('productOrder')}/${id}`, { ...(Object.keys(changes).length > 0 && { productOrderItem }), ...more });
  };
  return { meridian, order, send };
}

const reasonOf = async (response: Response) => ((await response.json()) as Body)['message'];

describe('the lines of an order', () => {
  it('move along the ways of TMF622, and only those', async () => {
    const { send } = await underWay();
    const illegal = await send({ 1: { state: 'completed' } });
    assert.equal(illegal.status, 409);
    assert.equal(await reasonOf(illegal), 'Mobile L cannot go from acknowledged to completed.');
    assert.equal((await send({ 1: { state: 'nowhere' } })).status, 400);
    assert.equal((await send({ 1: { state: 'inProgress' } })).status, 200);
    assert.equal((await send({ 1: { state: 'acknowledged' } })).status, 409);
    assert.equal((await send({ 1: { state: 'completed' } })).status, 200);
    assert.equal((await send({ 1: { state: 'inProgress' } })).status, 409);
  });

  it('say what the order is', async () => {
    const { send } = await underWay();
    const states: string[] = [];
    for (const state of ['inProgress', 'held', 'inProgress', 'failed']) {
      const body = (await (await send({ 1: { state }, 2: { state } })).json()) as Body;
      states.push(body['state']);
    }
    assert.deepEqual(states, ['inProgress', 'held', 'inProgress', 'failed']);
  });

  it('make an order partial when some came and some did not', async () => {
    const { send, meridian } = await underWay();
    await send({ 1: { state: 'inProgress' }, 2: { state: 'inProgress' } });
    const order = (await (await send({ 1: { state: 'completed' }, 2: { state: 'failed' } })).json()) as Body;
    assert.equal(order['state'], 'partial');
    assert.ok(order['completionDate'] === undefined);
    // What the operator has finished by hand stands in the inventory; what failed gives its visit back.
    assert.equal((await meridian.read('product', lineIn(order)['product'].id))['name'], 'Mobile L');
    assert.equal((await meridian.read('appointment', lineIn(order, '2')['appointment'].id))['status'], 'cancelled');
  });

  it('go along when somebody moves the whole order', async () => {
    const { send } = await underWay();
    await send({}, { state: 'inProgress' });
    const held = (await (await send({}, { state: 'held' })).json()) as Body;
    assert.deepEqual(linesOf(held).map(({ state }) => state), ['held', 'held']);
    const done = (await (await send({}, { state: 'inProgress' })).json()) as Body;
    assert.deepEqual(linesOf(done).map(({ state }) => state), ['inProgress', 'inProgress']);
  });

  it('are locked once the order is over, but for notes on it', async () => {
    const { send, meridian, order } = await underWay();
    await send({ 1: { state: 'inProgress' }, 2: { state: 'inProgress' } });
    await send({ 1: { state: 'failed' }, 2: { state: 'failed' } });
    assert.equal((await send({ 1: { quantity: 2 } })).status, 409);
    assert.equal((await send({}, { note: [{ text: 'A pity.' }] })).status, 200);
    assert.equal((await meridian.read('productOrder', order.id))['state'], 'failed');
  });

  it('cannot be taken out or added once the work is planned', async () => {
    const { meridian, order } = await underWay();
    const patch = (productOrderItem: unknown[]) => meridian.ask('PATCH', `${pathOf('productOrder')}/${order.id}`, { productOrderItem });
    const less = await patch(linesOf(order).slice(1));
    assert.equal(less.status, 409);
    assert.match(await reasonOf(less), /Line 1 cannot be taken out of the order any more\. Cancel it instead\./);
    assert.equal((await patch([...linesOf(order), { id: '3', action: 'add' }])).status, 409);
  });
});

describe('before the work on a line begins', () => {
  it('its day can be put later, and what is ahead of it moves', async () => {
    const { send, order } = await underWay();
    const wish = '2026-12-10T10:00:00.000Z';
    const body = (await (await send({ 1: { requestedCompletionDate: wish } })).json()) as Body;
    const item = lineIn(body);
    assert.deepEqual([item['expectedCompletionDate'], item['milestone'].at(-1)?.['milestoneDate']], [wish, wish]);
    assert.deepEqual(item['milestone'][0], lineIn(order)['milestone'][0]);
    assert.equal(lineIn(body, '2')['expectedCompletionDate'], lineIn(order, '2')['expectedCompletionDate']);
  });

  it('its day cannot be put earlier than we can come', async () => {
    const { send } = await underWay();
    const refused = await send({ 1: { requestedCompletionDate: '2026-11-21T10:00:05.000Z' } });
    assert.equal(refused.status, 422);
    assert.match(await reasonOf(refused), /Mobile L cannot be ready before 2026-11-21T/);
    assert.equal((await send({ 1: { requestedCompletionDate: 'tomorrow' } })).status, 400);
  });

  it('the day of a visit is moved with the visit', async () => {
    const { send, order } = await underWay();
    const refused = await send({ 2: { requestedCompletionDate: '2026-12-10T10:00:00.000Z' } });
    assert.equal(refused.status, 422);
    assert.match(await reasonOf(refused), new RegExp(`Move the visit \\(appointment ${lineIn(order, '2')['appointment'].id}\\)`));
  });

  it('another quantity has another price', async () => {
    const { send, order, meridian } = await underWay();
    const extra = await meridian.order(ada, [line('1', meridian.offering('Data Boost 10'))]);
    const body = (await (await meridian.ask('PATCH', `${pathOf('productOrder')}/${extra.id}`, { productOrderItem: [{ ...lineIn(extra), quantity: 3 }] })).json()) as Body;
    assert.equal(lineIn(body)['itemTotalPrice'][0]?.price.taxIncludedAmount.value, 14.97);
    assert.equal(body['orderTotalPrice'][0]?.price.taxIncludedAmount.value, 14.97);
    assert.equal((await send({ 2: { quantity: 0 } })).status, 400);
    // The number is kept already.
    assert.equal((await send({ 1: { quantity: 2 } })).status, 422);
    assert.equal(lineIn(order)['quantity'], 1);
  });
});

describe('once the work on a line has begun', () => {
  it('its date, place and quantity stand', async () => {
    const { send, meridian } = await underWay();
    for (let second = 0; second < 26; second += 9) await meridian.pass(9);
    for (const change of [{ quantity: 2 }, { requestedCompletionDate: '2026-12-10T10:00:00.000Z' }, { product: { place: [{ role: 'home', name: 'Elsewhere 1, 10437 Berlin' }] } }]) {
      const refused = await send({ 1: change });
      assert.equal(refused.status, 409);
      assert.match(await reasonOf(refused), /can no longer change: the work on it has begun\./);
    }
  });
});

describe('a line that needs something', () => {
  it('says what and until when, and goes on when it comes', async () => {
    const { meridian, order, send } = await underWay();
    const asked = await meridian.lever(`product-orders/${order.id}/items/1/block`, { reason: 'Please send a copy of your identity card.', needed: 'document', days: 5 });
    assert.equal(asked['until'], '2026-11-26T10:00:01.000Z');
    const blocked = await meridian.read('productOrder', order.id);
    assert.deepEqual([blocked['state'], lineIn(blocked)['waitingFor'], said(lineIn(blocked))], ['pending', 'customer', 'Please send a copy of your identity card.']);
    const told = (await meridian.store.changes.after(0, 1000)).map(({ eventType }) => eventType);
    assert.ok(told.includes('ProductOrderInformationRequiredEvent'));
    await meridian.pass(3600);
    assert.equal(lineIn(await meridian.read('productOrder', order.id))['state'], 'pending');
    const attachment = [{ id: 'card', name: 'identity-card.pdf', mimeType: 'application/pdf' }];
    const answered = (await (await send({ 1: { attachment } })).json()) as Body;
    assert.deepEqual([answered['state'], lineIn(answered)['waitingFor'], lineIn(answered)['informationRequired']], ['inProgress', undefined, undefined]);
    assert.equal(lineIn(answered)['informationProvided'][0]?.kind, 'document');
    await meridian.pass(120, 9);
    assert.equal(lineIn(await meridian.read('productOrder', order.id))['state'], 'completed');
  });

  it('goes on when the customer writes, but not when we do', async () => {
    const { meridian, order, send } = await underWay();
    await meridian.lever(`product-orders/${order.id}/items/1/block`, { reason: 'Which colour?', needed: 'answer' });
    const note = (author: string) => ({ note: [...lineIn(order)['note'] ?? [], { id: author, author, text: 'Red.' }] });
    await send({ 1: note('Meridian Telecom') });
    assert.equal(lineIn(await meridian.read('productOrder', order.id))['state'], 'pending');
    await send({ 1: note('Ada Lindqvist') });
    assert.equal(lineIn(await meridian.read('productOrder', order.id))['state'], 'inProgress');
  });

  it('is cancelled when nobody answers in time, and what it had is free again', async () => {
    const { meridian, order } = await underWay();
    const kept = lineIn(order)['reserved'] as { space: string; key: string }[];
    await meridian.lever(`product-orders/${order.id}/items/1/block`, { reason: 'Please send a copy of your identity card.', needed: 'document', days: 2 });
    await meridian.pass(3 * 86_400, 3600);
    const after = await meridian.read('productOrder', order.id);
    assert.equal(lineIn(after)['state'], 'cancelled');
    assert.equal(after['state'], 'partial');
    for (const { space, key } of kept) assert.equal(await meridian.store.read().holderOf(space, key), undefined);
  });
});

describe('a line that slips', () => {
  it('says so with the reason; what was promised stays promised', async () => {
    const { meridian, order } = await underWay();
    await meridian.lever(`product-orders/${order.id}/items/1/slip`, { days: 3, reason: 'The street is being dug up.' });
    const late = await meridian.read('productOrder', order.id);
    const item = lineIn(late);
    assert.equal(item['requestedCompletionDate'], lineIn(order)['requestedCompletionDate']);
    assert.equal(Date.parse(item['expectedCompletionDate']) - Date.parse(lineIn(order)['expectedCompletionDate']), 3 * 86_400_000);
    assert.deepEqual(late['productOrderJeopardyAlert'].map((alert: Body) => [alert['jeopardyType'], alert['message'], alert['productOrderItem'][0]?.productOrderItemId]), [
      ['Critical', 'The street is being dug up.', '1'],
    ]);
    assert.ok((await meridian.store.changes.after(0, 1000)).some(({ eventType }) => eventType === 'ProductOrderJeopardyAlertEvent'));
  });
});

describe('whoever follows an order in v5', () => {
  it('finds the milestones of every line on the order, and hears of each that is reached', async () => {
    const { meridian, order } = await underWay();
    await meridian.pass(9);
    const shown = (await (await meridian.ask('GET', `${pathOf('productOrder').replace('/v4/', '/v5/')}/${order.id}`)).json()) as Body;
    const milestones = shown['productOrderMilestone'] as Body[];
    assert.deepEqual(milestones.map(({ id }) => id).slice(0, 6), ['1-captured', '1-checked', '1-scheduled', '1-in-progress', '1-done', '2-captured']);
    assert.equal(milestones[1]?.status, 'Completed');
    assert.ok((await meridian.store.changes.after(0, 1000)).some(({ eventType }) => eventType === 'ProductOrderMilestoneEvent'));
  });
});

describe('what is no order', () => {
  it('has no line, or two of the same id, or comes from an empty cart', async () => {
    const meridian = town();
    const place = (productOrderItem: unknown[], more: object = {}) => meridian.ask('POST', pathOf('productOrder'), { productOrderItem, ...more });
    assert.equal((await place([])).status, 422);
    assert.equal((await place([{ id: '1', action: 'add' }, { id: '1', action: 'add' }])).status, 422);
    const cart = await meridian.make('shoppingCart', {});
    const empty = await place([{ id: '1', action: 'add' }], { shoppingCart: { id: cart.id } });
    assert.equal(empty.status, 422);
    assert.equal(await reasonOf(empty), 'The cart is empty. Choose an offer first.');
  });
});
