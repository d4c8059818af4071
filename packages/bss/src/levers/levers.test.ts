import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBss } from '../bss.ts';
import { memoryStore } from '../store/memory.ts';
import { anOrder, bench, NOW, pathOf } from '../testing/bench.ts';

const token = 'a-token-for-machines';
const machine = { authorization: `Bearer ${token}` };

const withLevers = () => bench({ levers: true, token });

describe('levers', () => {
  it('are not there unless asked for, and never without a token', async () => {
    assert.equal((await bench().ask('POST', '/sim/v1/clock', { advanceSeconds: 60 })).status, 404);
    assert.throws(() => bench({ levers: true }), /token/);
    assert.equal((await withLevers().ask('POST', '/sim/v1/clock', { advanceSeconds: 60 })).status, 401);
  });

  it('let time pass, and what falls due on the way happen', async () => {
    const bss = withLevers();
    const made = await bss.ask('POST', pathOf('productOrder'), anOrder(), machine);
    const { id } = (await made.json()) as { id: string };
    const passed = await bss.ask('POST', '/sim/v1/clock', { advanceSeconds: 86_400 }, machine);
    assert.deepEqual(await passed.json(), { now: new Date(Date.parse(NOW) + 86_400_000).toISOString() });
    const order = (await (await bss.ask('GET', `${pathOf('productOrder')}/${id}`, undefined, machine)).json()) as { state: string };
    assert.equal(order.state, 'completed');
  });

  it('take a short time as it passes: what moves in steps takes them all', async () => {
    const bss = withLevers();
    const { id } = (await (await bss.ask('POST', pathOf('productOrder'), anOrder(), machine)).json()) as { id: string };
    const productOrder = { id };
    const asked = await bss.ask('POST', pathOf('cancelProductOrder'), { productOrder }, machine);
    assert.equal(asked.status, 201, await asked.clone().text());
    await bss.ask('POST', '/sim/v1/clock', { advanceSeconds: 120 }, machine);
    const order = (await (await bss.ask('GET', `${pathOf('productOrder')}/${id}`, undefined, machine)).json()) as { state: string };
    assert.equal(order.state, 'cancelled');
  });

  it('keep the time they set over a restart', async () => {
    const store = memoryStore();
    const options = { store, token, levers: true, clock: () => new Date(NOW) };
    const ask = (path: string, body: object) =>
      createBss(options).fetch(
        new Request(`http://bss.test${path}`, { method: 'POST', headers: { ...machine, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      );
    await ask('/sim/v1/clock', { advanceSeconds: 3600 });
    const { now } = (await (await ask('/sim/v1/clock', { advanceSeconds: 3600 })).json()) as { now: string };
    assert.equal(now, new Date(Date.parse(NOW) + 7_200_000).toISOString());
  });

  it('say what they take when they are given something else', async () => {
    const bss = withLevers();
    const refusal = async (body: object) => {
      const response = await bss.ask('POST', '/sim/v1/clock', body, machine);
      return [response.status, ((await response.json()) as { message: string }).message];
    };
    assert.deepEqual(await refusal({}), [400, '"advanceSeconds" is mandatory.']);
    assert.deepEqual(await refusal({ advanceSeconds: '5' }), [400, '"advanceSeconds" must be a whole number.']);
    assert.deepEqual(await refusal({ advanceSeconds: 5, back: true }), [400, '"back" is not taken here.']);
    assert.deepEqual(await refusal({ advanceSeconds: -5 }), [400, '"advanceSeconds" must be from 1 to 34560000.']);
  });

  it('are described, every one, in OpenAPI', async () => {
    const response = await withLevers().ask('GET', '/sim/v1/openapi.json', undefined, machine);
    const { openapi, paths } = (await response.json()) as { openapi: string; paths: Record<string, { post: { summary: string } }> };
    assert.equal(openapi, '3.1.0');
    assert.ok(paths['/sim/v1/clock']);
    for (const [path, { post }] of Object.entries(paths)) assert.ok(post.summary.length > 10, path);
  });
});
