import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bill, ServiceLevelDetail, ServiceLevelGrid } from '@faceplate/contracts';
import { anOperator, down } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;
type Ask = ReturnType<Operator['as']>;

/** Every missed month of somebody, as its path and its detail. */
async function missed(ask: Ask): Promise<{ path: string; body: ServiceLevelDetail }[]> {
  const { rows } = (await ask<ServiceLevelGrid>('/service-levels?months=13&limit=100')).body;
  const paths = rows.flatMap(({ service, cells }) => cells.filter(({ state }) => state === 'missed').map(({ month }) => `/service-levels/${service.id}/${month}`));
  return Promise.all(paths.map(async (path) => ({ path, body: (await ask<ServiceLevelDetail>(path)).body })));
}

async function oneThat(ask: Ask, state: string) {
  const found = (await missed(ask)).find(({ body }) => body.credit?.state === state);
  assert.ok(found, `nothing ${state} in the demo world`);
  return found;
}

const claimOf = (ask: Ask, path: string) => ask<ServiceLevelDetail & { code?: string }>(`${path}/claim`, { method: 'POST', body: {} });

test('a credit has its working before anybody asks: steps, price, cap, all to be done again', async () => {
  const { body } = await oneThat((await anOperator()).as('bilal'), 'claimable');
  const { working } = body.credit ?? {};
  assert.ok(working);
  assert.equal(working.downSeconds, body.cell.downSeconds);
  assert.equal(working.allowedSeconds, Math.round(body.cell.countedSeconds * (1 - body.target) * 1e7) / 1e7);
  assert.equal(working.before.amount, Math.round((working.fee.amount * working.step.percent) / 100));
  assert.ok(working.amount.amount <= working.fee.amount / 2);
});

test('a claim is granted once, told by the month, and its amount is the one shown before', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const { path, body } = await oneThat(bilal, 'claimable');
  const answers = [await claimOf(bilal, path), await claimOf(bilal, path)];
  assert.deepEqual(answers.map(({ response }) => response.status), [200, 200]);
  assert.deepEqual(answers.map((one) => one.body.credit?.state), ['granted', 'granted']);
  assert.deepEqual(answers[1]?.body.credit?.granted, body.credit?.working?.amount);
  const claims = operator.asked.filter(({ method, url }) => method === 'PATCH' && url.includes('slaViolation'));
  assert.equal(claims.length, 1);
});

test('what was given back before is found again on its bill', async () => {
  const bilal = (await anOperator()).as('bilal');
  const { body } = await oneThat(bilal, 'granted');
  const bill = (await bilal<Bill>(`/bills/${body.credit?.billId}`)).body;
  const line = bill.charges.find(({ id }) => id === body.credit?.chargeId);
  assert.equal(line?.reason?.kind, 'service-level');
  assert.ok((body.credit?.granted?.amount ?? 0) > 0);
});

test('a month that was kept, or still runs, gives nothing back', async () => {
  const bilal = (await anOperator()).as('bilal');
  const { rows } = (await bilal<ServiceLevelGrid>('/service-levels')).body;
  const [row] = rows;
  const kept = row?.cells.find(({ state }) => state === 'met');
  assert.equal((await claimOf(bilal, `/service-levels/${row?.service.id}/${kept?.month}`)).body.code, 'not-claimable');
  const { path } = await oneThat(bilal, 'expected');
  assert.equal((await claimOf(bilal, path)).body.code, 'not-claimable');
});

test('nobody claims for somebody else', async () => {
  const operator = await anOperator();
  const { path } = await oneThat(operator.as('bilal'), 'claimable');
  assert.equal((await claimOf(operator.as('ada'), path)).response.status, 404);
  assert.ok(!operator.asked.some(({ method, url }) => method === 'PATCH' && url.includes('slaViolation')));
});

test('without the books nothing is called claimable, and the gap is told', async () => {
  const { body } = await oneThat((await anOperator()).as('bilal'), 'claimable');
  const blind = (await anOperator({ meddle: down('appliedCustomerBillingRate') })).as('bilal');
  const seen = (await blind<ServiceLevelDetail>(`/service-levels/${body.service.id}/${body.cell.month}`)).body;
  assert.equal(seen.credit?.state, 'expected');
  assert.deepEqual(seen.gaps, [{ source: 'Billing', reason: 'unreachable' }]);
});

test('every interval is accounted for, second by second', async () => {
  const found = await missed((await anOperator()).as('bilal'));
  for (const { body } of found) {
    for (const { from, to, parts = [] } of body.intervals) {
      assert.equal(parts.reduce((sofar, { seconds }) => sofar + seconds, 0), (Date.parse(to) - Date.parse(from)) / 1000);
    }
    assert.equal(body.budget?.usedSeconds, body.cell.downSeconds);
  }
});
