import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createBss } from './bss.ts';
import { memoryStore } from './store/memory.ts';

const ORDERS = 'http://bss.test/tmf-api/productOrderingManagement/v4/productOrder';

/** An order taken at noon, and what its state is after a tick an hour later. */
async function stateAnHourLater(options: { simulate?: boolean }): Promise<unknown> {
  let now = new Date('2026-06-01T12:00:00.000Z');
  const bss = createBss({ store: memoryStore(), clock: () => now, ...options });
  const body = JSON.stringify({ productOrderItem: [{ id: '1', action: 'add' }] });
  const taken = await bss.fetch(new Request(ORDERS, { method: 'POST', body, headers: { 'content-type': 'application/json' } }));
  const { id } = (await taken.json()) as { id: string };
  for (let tick = 0; tick < 2; tick++) {
    now = new Date(now.getTime() + 3_600_000);
    await bss.tick();
  }
  const order = (await (await bss.fetch(new Request(`${ORDERS}/${id}`))).json()) as { state: string };
  await bss.close();
  return order.state;
}

it('moves orders along as it ticks', async () => {
  assert.equal(await stateAnHourLater({}), 'inProgress');
});

it('leaves everything where it is when nothing is to move by itself', async () => {
  assert.equal(await stateAnHourLater({ simulate: false }), 'acknowledged');
});
