import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LineTest, Problem, ProductList } from '@faceplate/contracts';
import { anOperator, type Meddle } from '../testing/operator.ts';

/** A server that knows no keys, as TM Forum has none; while `state.lost` what it answers to a new test never arrives. */
function forgetful() {
  const state = { lost: false };
  const meddle: Meddle = async (request, pass) => {
    if (request.method !== 'POST' || !request.url.endsWith('/serviceTest')) return undefined;
    const headers = new Headers(request.headers);
    headers.delete('idempotency-key');
    const answer = await pass(new Request(request, { headers }));
    return state.lost ? new Response('<html>Bad gateway</html>', { status: 502 }) : answer;
  };
  return { state, meddle };
}

async function withLine() {
  const { state, meddle } = forgetful();
  const operator = await anOperator({ meddle });
  const { items } = (await operator.as('ada')<ProductList>('/products')).body;
  const line = items.find(({ lineOfBusiness, status }) => lineOfBusiness === 'fixed' && status === 'active');
  const restart = (key: string) => operator.as('ada')<LineTest & Pick<Problem, 'code'>>('/desk/tests', { body: { productId: line?.id, kind: 'reboot', agreed: true }, key });
  const begun = async () => (await operator.store.read().list('serviceTest', {})).rows.length;
  return { operator, state, restart, begun, before: await begun() };
}

test('a restart whose answer is lost restarts once, whether it is asked for again by the same key or by another', async () => {
  const { operator, state, restart, begun, before } = await withLine();
  const key = crypto.randomUUID();
  state.lost = true;
  assert.equal((await restart(key)).status, 503);
  state.lost = false;
  const again = await restart(key);
  assert.deepEqual([again.status, again.body.kind, await begun()], [201, 'reboot', before + 1], JSON.stringify(again.body));
  const other = await restart(crypto.randomUUID());
  assert.deepEqual([other.body.id, await begun()], [again.body.id, before + 1], 'one restart goes on');
  for (let step = 0; step < 4; step += 1) await operator.later(3_600_000);
  const later = await restart(crypto.randomUUID());
  assert.deepEqual([later.status, await begun()], [201, before + 2], 'what is over is done again');
});

test('a repeat long after finds what the first try began, though it is over by now', async () => {
  const { operator, state, restart, begun, before } = await withLine();
  const key = crypto.randomUUID();
  state.lost = true;
  await restart(key);
  state.lost = false;
  for (let step = 0; step < 4; step += 1) await operator.later(3_600_000);
  const again = await restart(key);
  assert.deepEqual([again.status, again.body.state, await begun()], [201, 'done', before + 1]);
});
