import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createBss } from '@faceplate/bss';
import type { Order, OrderItem, OrderList, Problem } from '@faceplate/contracts';
import { NOW } from '../testing/fixtures.ts';
import { anOperator, type Meddle } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;

/** Ada's line that can be activated, of one kind. */
async function readyLine(operator: Operator, kind: 'esim' | 'router') {
  const ada = operator.as('ada');
  const { items } = (await ada<OrderList>('/orders')).body;
  for (const { id } of items) {
    const line = (await ada<Order>(`/orders/${id}`)).body.items.find(({ activation }) => activation?.kind === kind);
    if (line) return { id, line, path: `/orders/${id}/items/${line.id}/activate` };
  }
  return assert.fail(`the world has no ${kind} to activate`);
}

const lineOf = ({ items }: Order, id: string): OrderItem => items.find((item) => item.id === id) ?? assert.fail('the line is gone');

const shown = ({ stage, need, activation, may }: OrderItem) => [stage, need?.kind, activation?.state, may?.activate?.allowed];

/** So long takes a step of the operator's. */
const STEP = 10_000;

describe('what customers activate', () => {
  for (const kind of ['esim', 'router'] as const) {
    test(`${kind}: is ready, runs, and is active; then the line is done`, async () => {
      const operator = await anOperator();
      const ada = operator.as('ada');
      const { id, line, path } = await readyLine(operator, kind);
      assert.deepEqual(shown(line), ['waiting-for-you', 'activation', 'ready', true]);
      assert.equal(line.activation?.code !== undefined, kind === 'esim');
      const begun = await ada<Order>(path, { body: {} });
      const running = lineOf(begun.body, line.id);
      assert.deepEqual([begun.status, ...shown(running).slice(1)], [200, undefined, 'running', false]);
      assert.ok(running.activation?.expectedBy, 'it says until when it can take');
      await operator.later(STEP);
      const done = lineOf((await ada<Order>(`/orders/${id}`)).body, line.id);
      assert.deepEqual([...shown(done), done.activation?.code], ['done', undefined, 'active', false, undefined]);
      assert.equal((await ada<Order>(path, { body: {} })).status, 200);
    });
  }

  test('one that fails says why, and goes through when it is tried again', async () => {
    const operator = await anOperator();
    const ada = operator.as('ada');
    const { id, line, path } = await readyLine(operator, 'esim');
    const office = createBss({ store: operator.store, clock: () => NOW, levers: true, token: 'lever' });
    const headers = { 'content-type': 'application/json', authorization: 'Bearer lever' };
    const fault = { method: 'POST', headers, body: JSON.stringify({ reason: 'Your phone did not answer.' }) };
    assert.equal((await office.fetch(new Request(`http://bss.test/sim/v1/product-orders/${id}/items/${line.id}/fail-activation`, fault))).status, 200);
    const outcomes: unknown[] = [];
    for (let attempt = 0; attempt < 2; attempt += 1) {
      assert.equal((await ada(path, { body: {} })).status, 200);
      await operator.later(STEP * (attempt + 1));
      const { activation } = lineOf((await ada<Order>(`/orders/${id}`)).body, line.id);
      outcomes.push([activation?.state, activation?.result]);
    }
    assert.deepEqual(outcomes, [['failed', 'Your phone did not answer.'], ['active', 'Your eSIM is active. You can make calls now.']]);
  });

  test('is begun once, though the answer of the ordering system is lost', async () => {
    let patches = 0;
    const meddle: Meddle = async (request, pass) => {
      if (request.method !== 'PATCH') return undefined;
      patches += 1;
      const response = await pass(request);
      return patches === 1 ? new Response('cut off', { status: 502 }) : response;
    };
    const operator = await anOperator({ meddle });
    const { id, line, path } = await readyLine(operator, 'esim');
    const request = { body: {}, key: crypto.randomUUID() };
    assert.equal((await operator.as('ada')(path, request)).status, 503);
    assert.equal((await operator.as('ada')(path, request)).status, 200);
    const { notes = [] } = lineOf((await operator.as('ada')<Order>(`/orders/${id}`)).body, line.id);
    assert.equal(notes.filter(({ text }) => text === 'We are activating your eSIM.').length, 1);
  });

  test('a line with nothing to activate says so, and no words answer one that has', async () => {
    const operator = await anOperator();
    const ada = operator.as('ada');
    const { items } = (await ada<OrderList>('/orders?open=no')).body;
    const over = (await ada<Order>(`/orders/${items[0]?.id}`)).body;
    const refused = await ada<Problem>(`/orders/${over.id}/items/${over.items[0]?.id}/activate`, { body: {} });
    assert.deepEqual([refused.status, refused.body.code], [409, 'line-cannot-change']);
    const { path } = await readyLine(operator, 'router');
    assert.equal((await ada(path.replace('/activate', '/answers'), { body: { text: 'It works.' } })).status, 422);
  });

  test('nobody else finds it, nor sees a code', async () => {
    const operator = await anOperator();
    const { id, path } = await readyLine(operator, 'esim');
    for (const other of ['bilal', 'chiara', 'daniel'] as const) {
      const { response, status } = await operator.as(other)(path, { body: {} });
      assert.ok([403, 404].includes(status), `${other}: ${status}`);
      assert.doesNotMatch(await response.text(), /LPA:/);
      assert.equal((await operator.as(other)(`/orders/${id}`)).status, 404);
    }
  });
});
