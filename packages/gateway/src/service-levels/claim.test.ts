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

/** What the line costs since this month began, what it cost before, and an option beside. */
async function repriced({ store }: Operator, id: string): Promise<void> {
  const price = (value: number, validFor?: object) => ({ priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: { unit: 'EUR', value } }, ...(validFor && { validFor }) });
  const change = '2026-10-31T23:00:00.000Z';
  const productPrice = [price(200, { startDateTime: change }), price(100, { startDateTime: '2020-01-01T00:00:00.000Z', endDateTime: change }), price(10)];
  await store.transaction(async (tx) => tx.put('product', { ...((await tx.get('product', id))?.body ?? assert.fail()), productPrice }));
}

test('a month gives back of all that it cost then, and page, table and books agree', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const { path, body } = await oneThat(bilal, 'claimable');
  await repriced(operator, body.service.id);
  const { working } = (await bilal<ServiceLevelDetail>(path)).body.credit ?? {};
  assert.deepEqual(working?.fee, { amount: 11_000, currency: 'EUR' });
  const csv = await (await bilal('/service-levels/export.csv?months=13')).response.text();
  const rows = csv.split('\r\n').filter((row) => row.includes(body.service.id) && /^"?month/.test(row));
  const feesOf = (month: string) => rows.filter((row) => row.includes(`${month},`) || row.includes(`"${month}"`)).map((row) => ['110.00', '210.00'].filter((fee) => row.includes(fee)));
  assert.deepEqual([feesOf(body.cell.month), feesOf('2026-11')], [[['110.00']], [['210.00']]]);
  const { credit } = (await claimOf(bilal, path)).body;
  assert.deepEqual(credit?.granted, working?.amount);
});

test('what was given back before is found again on its bill', async () => {
  const bilal = (await anOperator()).as('bilal');
  const { body } = await oneThat(bilal, 'granted');
  const bill = (await bilal<Bill>(`/bills/${body.credit?.billId}`)).body;
  const line = bill.charges.find(({ id }) => id === body.credit?.chargeId);
  assert.equal(line?.reason?.kind, 'service-level');
  assert.ok((body.credit?.granted?.amount ?? 0) > 0);
});

test('it is found there also where lines are shown to who asks by their bill alone, and not called claimable', async () => {
  const byBillAlone = (request: Request) => {
    const url = new URL(request.url);
    const isAsked = url.pathname.endsWith('/appliedCustomerBillingRate') && !url.searchParams.has('bill.id');
    return isAsked ? Promise.resolve(Response.json([], { headers: { 'x-total-count': '0' } })) : undefined;
  };
  const [open, closed] = [(await anOperator()).as('bilal'), (await anOperator({ meddle: byBillAlone })).as('bilal')];
  const { path, body } = await oneThat(open, 'granted');
  assert.deepEqual((await closed<ServiceLevelDetail>(path)).body.credit, body.credit);
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
