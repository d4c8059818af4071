import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Body } from '../testing/body.ts';
import { ada, line, type Town, town } from '../testing/town.ts';

interface Activation {
  kind: string;
  state: string;
  code?: string;
  result?: string;
}

const first = (order: Body): Body => order.productOrderItem[0] ?? assert.fail('an order without a line');
const activationOf = (item: Body) => item['activation'] as Activation | undefined;
const about = (item: Body) => [item.state, activationOf(item)?.state, item.informationRequired?.kind];

/** An order of Ada's that has come as far as she has to act. */
async function ready(name: string, product: object = {}): Promise<{ meridian: Town; id: string; activate: (state?: string) => Promise<Body> }> {
  const meridian = town();
  const { id } = await meridian.order(ada, [line('1', meridian.offering(name), { product: { name, ...product } })]);
  await meridian.pass(120, 5);
  const activate = async (state = 'running') => {
    const item = first(await meridian.read('productOrder', id));
    return first(await meridian.patch('productOrder', id, { productOrderItem: [{ ...item, activation: { ...activationOf(item), state } }] }));
  };
  return { meridian, id, activate };
}

const esim = () => ready('Mobile L', { productCharacteristic: [{ name: 'SIM', value: 'eSIM' }] });

describe('what customers switch on themselves', () => {
  it('a line on an eSIM waits for its customer, with a code that nobody can guess', async () => {
    const { meridian, id } = await esim();
    const item = first(await meridian.read('productOrder', id));
    assert.deepEqual(about(item), ['pending', 'ready', 'activation']);
    assert.match(activationOf(item)?.code ?? '', /^LPA:1\$rsp\.meridian\.example\$[A-Z2-7]{24}$/);
    const other = await esim();
    assert.notEqual(activationOf(first(await other.meridian.read('productOrder', other.id)))?.code, activationOf(item)?.code);
  });

  it('a card is put in by hand, and asks for nothing', async () => {
    const { meridian, id } = await ready('Mobile L');
    assert.deepEqual(about(first(await meridian.read('productOrder', id))), ['completed', undefined, undefined]);
  });

  it('activating takes a moment; then the line is there, and the code is spent', async () => {
    const { meridian, id, activate } = await esim();
    assert.deepEqual(about(await activate()), ['inProgress', 'running', undefined]);
    assert.deepEqual(about(await activate()), ['inProgress', 'running', undefined]);
    await meridian.pass(10, 5);
    const order = await meridian.read('productOrder', id);
    assert.deepEqual([order.state, activationOf(first(order))?.state, activationOf(first(order))?.code], ['completed', 'active', undefined]);
    assert.ok(first(order).milestone.every(({ status }) => status === 'Completed'));
    assert.equal((await meridian.read('product', first(order).product.id)).status, 'active');
  });

  it('one that fails says why, can be tried again, and keeps its code', async () => {
    const { meridian, id, activate } = await esim();
    const { code } = activationOf(first(await meridian.read('productOrder', id))) ?? {};
    await meridian.lever(`product-orders/${id}/items/1/fail-activation`, { reason: 'Your phone did not answer.' });
    await activate();
    await meridian.pass(10, 5);
    const failed = first(await meridian.read('productOrder', id));
    assert.deepEqual([...about(failed), activationOf(failed)?.result, activationOf(failed)?.code], ['pending', 'failed', 'activation', 'Your phone did not answer.', code]);
    assert.equal(activationOf(await activate())?.result, undefined);
    await meridian.pass(10, 5);
    assert.equal((await meridian.read('productOrder', id)).state, 'completed');
  });

  it('a router waits until it is plugged in', async () => {
    const { meridian, id, activate } = await ready('Router 7');
    const item = first(await meridian.read('productOrder', id));
    assert.deepEqual([...about(item), activationOf(item)?.code], ['pending', 'ready', 'activation', undefined]);
    await activate();
    await meridian.pass(10, 5);
    assert.equal((await meridian.read('productOrder', id)).state, 'completed');
  });

  it('nothing but activating it lets the line go on, and nobody writes how it went', async () => {
    const { meridian, id, activate } = await esim();
    const item = first(await meridian.read('productOrder', id));
    const note = [...item.note, { id: 'mine', author: 'Ada', text: 'Where is it?' }];
    assert.deepEqual(about(first(await meridian.patch('productOrder', id, { productOrderItem: [{ ...item, note }] }))), ['pending', 'ready', 'activation']);
    assert.deepEqual(about(await activate('active')), ['pending', 'ready', 'activation']);
    await meridian.pass(60, 5);
    assert.deepEqual(about(first(await meridian.read('productOrder', id))), ['pending', 'ready', 'activation']);
  });

  it('what is not ready cannot be activated', async () => {
    const meridian = town();
    const { id } = await meridian.order(ada, [line('1', meridian.offering('Mobile L'))]);
    const item = first(await meridian.read('productOrder', id));
    await assert.rejects(meridian.patch('productOrder', id, { productOrderItem: [{ ...item, activation: { kind: 'esim', state: 'running' } }] }), /409/);
  });

  it('what is called off keeps no code', async () => {
    const { meridian, id } = await esim();
    const item = first(await meridian.patch('productOrder', id, { state: 'cancelled' }));
    assert.deepEqual([item.state, activationOf(item)], ['cancelled', undefined]);
  });

  it('whoever says that the line is done says that it is active', async () => {
    const { meridian, id } = await esim();
    const item = first(await meridian.read('productOrder', id));
    const done = first(await meridian.patch('productOrder', id, { productOrderItem: [{ ...item, state: 'inProgress' }] }));
    const over = first(await meridian.patch('productOrder', id, { productOrderItem: [{ ...done, state: 'completed' }] }));
    assert.deepEqual([over.state, activationOf(over)?.state, activationOf(over)?.code], ['completed', 'active', undefined]);
  });
});
