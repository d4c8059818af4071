import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { bench, type Bench, NOW, pathOf } from '../testing/bench.ts';

const machine = { authorization: 'Bearer machine' };
const OCTOBER = { startDateTime: '2026-09-30T22:00:00.000Z', endDateTime: '2026-10-31T23:00:00.000Z' };

let bss: Bench;
let violation: Resource;

const ask = (method: string, path: string, body?: unknown) => bss.ask(method, path, body, machine);
const list = async (resource: string, query = '') => (await (await ask('GET', `${pathOf(resource)}?${query}`)).json()) as Resource[];
const claim = () => ask('PATCH', `${pathOf('slaViolation')}/${violation.id}`, { credit: { state: 'claimed' } });

async function make(resource: string, body: object): Promise<Resource> {
  const response = await ask('POST', pathOf(resource), body);
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as Resource;
}

beforeEach(async () => {
  bss = bench({ levers: true, token: 'machine' });
  const account = await make('billingAccount', { name: 'Office', relatedParty: [{ id: 'nordlicht', role: 'owner' }] });
  const product = await make('product', {
    name: 'Office 250', status: 'active', billingAccount: { id: account.id }, relatedParty: [{ id: 'nordlicht', name: 'Nordlicht', role: 'owner' }],
    productPrice: [{ priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: { unit: 'EUR', value: 49.9 } } }],
  });
  const relatedEntity = [{ id: product.id, name: 'Office 250', '@referredType': 'Product' }];
  const relatedParty = [{ id: 'nordlicht', role: 'SLAConsumer' }];
  const sla = await make('sla', { name: 'Availability', rule: [{ metric: 'availability', referenceValue: '1' }], relatedEntity, relatedParty, validFor: { startDateTime: '2026-01-01T00:00:00.000Z' } });
  violation = await make('slaViolation', { sla: { id: sla.id }, relatedEntity, relatedParty, validFor: OCTOBER });
});

/** Two hours down in October, written as an operator's records would be: the bench stands in November. */
async function outage(): Promise<void> {
  const { id } = (await (await ask('POST', '/sim/v1/incidents', { products: String(objects(violation['relatedEntity'])[0]?.['id']), description: 'Cable cut' })).json()) as Resource;
  bss.later(2 * 3_600_000);
  await ask('POST', `/sim/v1/incidents/${id}/end`, {});
}

test('a month in which nothing was broken gives nothing back', async () => {
  const response = await claim();
  assert.equal(response.status, 422);
  assert.match(await response.text(), /nothing is given back/);
  assert.deepEqual(await list('appliedCustomerBillingRate'), []);
});

test('a month that still runs cannot be claimed', async () => {
  await ask('PATCH', `${pathOf('slaViolation')}/${violation.id}`, { validFor: { startDateTime: OCTOBER.endDateTime, endDateTime: '2026-11-30T23:00:00.000Z' } });
  const response = await claim();
  assert.equal(response.status, 422);
  assert.match(await response.text(), /not over yet/);
});

test('what was broken is paid once, however often it is claimed', async () => {
  await outage();
  await ask('PATCH', `${pathOf('slaViolation')}/${violation.id}`, { validFor: { startDateTime: OCTOBER.endDateTime, endDateTime: new Date(Date.parse(NOW) + 3 * 3_600_000).toISOString() } });
  bss.later(24 * 3_600_000);
  const answers = [await claim(), await claim(), await claim()];
  assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200]);
  const last = answers.at(-1);
  assert.ok(last);
  const [credit] = objects(((await last.json()) as Resource)['credit']);
  // A promise of no interruption allows nothing: the highest step, half of €49.90.
  assert.deepEqual([credit?.['state'], credit?.['amount'], credit?.['percent']], ['granted', { unit: 'EUR', value: 24.95 }, 50]);
  const credits = (await list('appliedCustomerBillingRate')).filter(({ type }) => type === 'appliedBillingCredit');
  assert.deepEqual(credits.map((one) => objects(one['taxIncludedAmount'])[0]?.['value']), [-24.95]);
});

test('what was given back before is not given back again', async () => {
  const [product] = objects(violation['relatedEntity']);
  const characteristic = [{ name: 'reasonKind', value: 'service-level' }, { name: 'reason', value: violation.id }];
  await bss.store.transaction((tx) => tx.put('appliedCustomerBillingRate', { id: 'before', type: 'appliedBillingCredit', isBilled: true, bill: { id: 'b' }, product: { id: product?.['id'] }, characteristic }));
  await outage();
  await ask('PATCH', `${pathOf('slaViolation')}/${violation.id}`, { validFor: { startDateTime: OCTOBER.endDateTime, endDateTime: new Date(Date.parse(NOW) + 3 * 3_600_000).toISOString() } });
  bss.later(24 * 3_600_000);
  const response = await claim();
  assert.equal(response.status, 422);
  assert.match(await response.text(), /granted already/);
});
