import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, all, balanceOf, benchWith, figures, product, read, settle } from '../testing/money.seed.ts';
import { cycleNamed } from '../customer-bill/period.ts';
import { runCycle } from '../customer-bill/run.ts';
import type { Resource } from '../store/store.ts';
import { type Bench, pathOf } from '../testing/bench.ts';

const ACCOUNT = 'acct22222222';
const PRODUCT = 'prod22222222';

const bucket = (id: string, amount: number, more: object = {}): Resource => ({
  id,
  '@type': 'Bucket',
  name: 'Data',
  status: 'active',
  usageType: 'data',
  amount: { amount, units: 'GB' },
  remainingValue: { amount, units: 'GB' },
  partyAccount: { id: ACCOUNT, name: 'Mobile' },
  product: [{ id: PRODUCT, name: 'Mobile M' }],
  renewal: 'monthly',
  validFor: { startDateTime: '2026-10-31T23:00:00.000Z', endDateTime: '2026-11-30T23:00:00.000Z' },
  ...more,
});

const bss = (...buckets: Resource[]) => benchWith({ billingAccount: [account()], product: [product()], bucket: buckets });
const left = async (bench: Bench, id: string): Promise<number> => ((await read(bench, 'bucket', id))['remainingValue'] as { amount: number }).amount;

async function ask(bench: Bench, resource: string, body: object): Promise<Resource> {
  const { id } = await bench.make(resource, body);
  await settle(bench);
  return read(bench, resource, id);
}

const quantity = (amount: number, units = 'GB') => ({ amount, units });

describe('a top-up', () => {
  it('fills the bucket, is remembered, and counts in what the account has of its kind', async () => {
    const bench = await bss(bucket('main22222222', 10), bucket('second222222', 5));
    const topup = await ask(bench, 'topupBalance', { bucket: { id: 'main22222222' }, amount: quantity(2500, 'MB'), usageType: 'data' });
    assert.deepEqual([topup['status'], await left(bench, 'main22222222')], ['completed', 12.5]);
    assert.ok(topup['confirmationDate']);
    const [history] = await all(bench, 'balanceActionHistory');
    assert.deepEqual([history?.['status'], history?.['@baseType'], history?.['amount']], ['completed', 'TopupBalance', quantity(2500, 'MB')]);
    const [sum] = await all(bench, 'accumulatedBalance');
    assert.deepEqual([sum?.['name'], sum?.['totalBalance']], ['Data', quantity(17.5)]);
  });

  it('that names nothing, or no bucket there is, waits', async () => {
    const bench = await bss();
    const bodies = [{}, { bucket: { id: 'unknown22222' }, amount: quantity(1) }];
    for (const body of bodies) assert.equal((await ask(bench, 'topupBalance', body))['status'], 'created');
  });

  it('says why it cannot be', async () => {
    const bench = await bss(bucket('main22222222', 10));
    const wrong = [quantity(1, 'minutes'), quantity(-1)];
    for (const amount of wrong) {
      const topup = await ask(bench, 'topupBalance', { bucket: { id: 'main22222222' }, amount });
      assert.equal(topup['status'], 'failed');
      assert.match(String(topup['reason']), /\.$/);
    }
    assert.equal(await left(bench, 'main22222222'), 10);
  });

  it('that came to nothing, or is cancelled, is told in TMF654’s own words', async () => {
    const bench = await bss(bucket('main22222222', 10));
    await ask(bench, 'topupBalance', { bucket: { id: 'main22222222' }, amount: quantity(-1) });
    const { id } = await bench.make('adjustBalance', {});
    await bench.ask('PATCH', `${pathOf('adjustBalance')}/${id}`, { status: 'cancelled' });
    const told = new Set((await bench.store.changes.after(0, 100)).map(({ eventType }) => eventType));
    for (const event of ['TopupBalanceFailureEvent', 'AdjustBalanceCancelEvent']) assert.ok(told.has(event), event);
  });

  it('may be called done by a PATCH, and then it is', async () => {
    const bench = await bss(bucket('main22222222', 10));
    const { id } = await bench.make('topupBalance', { bucket: { id: 'main22222222' }, amount: quantity(1) });
    assert.equal((await bench.ask('PATCH', `${pathOf('topupBalance')}/${id}`, { status: 'completed' })).status, 200);
    await settle(bench);
    assert.equal(await left(bench, 'main22222222'), 11);
  });
});

describe('other balance actions', () => {
  it('adjust down as far as there is something', async () => {
    const bench = await bss(bucket('main22222222', 10));
    const body = (amount: number) => ({ bucket: { id: 'main22222222' }, amount: quantity(amount) });
    assert.equal((await ask(bench, 'adjustBalance', body(-4)))['status'], 'completed');
    assert.equal((await ask(bench, 'adjustBalance', body(-7)))['status'], 'failed');
    assert.equal(await left(bench, 'main22222222'), 6);
  });

  it('reserve, and set free again when the reservation goes', async () => {
    const bench = await bss(bucket('main22222222', 10));
    const body = (amount: number) => ({ bucket: { id: 'main22222222' }, amount: quantity(amount) });
    const reserved = await ask(bench, 'reserveBalance', body(8));
    assert.equal((await ask(bench, 'reserveBalance', body(3)))['status'], 'failed');
    assert.equal((await bench.ask('DELETE', `${pathOf('reserveBalance')}/${reserved.id}`)).status, 204);
    assert.equal((await ask(bench, 'reserveBalance', body(3)))['status'], 'completed');
  });

  it('transfer between buckets of one measure, losing nothing', async () => {
    const bench = await bss(bucket('main22222222', 10), bucket('kids22222222', 1, { amount: quantity(1000, 'MB'), remainingValue: quantity(1000, 'MB') }));
    const body = (amount: number, more: object = {}) => ({
      bucket: { id: 'main22222222' }, receiverBucket: { id: 'kids22222222' }, amount: quantity(amount), usageType: 'data', receiverBucketUsageType: 'data',
      reason: 'For my daughter', channel: { id: 'self', name: 'Self-service' }, logicalResource: [{ id: '1' }], receiverLogicalResource: { id: '2' }, ...more,
    });
    assert.equal((await ask(bench, 'transferBalance', body(2)))['status'], 'completed');
    assert.deepEqual([await left(bench, 'main22222222'), await left(bench, 'kids22222222')], [8, 3000]);
    assert.equal((await ask(bench, 'transferBalance', body(9)))['status'], 'failed');
    assert.equal((await ask(bench, 'transferBalance', body(1, { receiverBucket: { id: 'main22222222' } })))['status'], 'failed');
  });

  it('move money in the ledger too', async () => {
    const bench = await bss();
    const { id } = await bench.make('bucket', { usageType: 'monetary', amount: { amount: 5, units: 'EUR' } });
    await ask(bench, 'topupBalance', { bucket: { id }, amount: { amount: 10.5, units: 'EUR' } });
    assert.equal((await ask(bench, 'topupBalance', { bucket: { id }, amount: { amount: 0.001, units: 'EUR' } }))['status'], 'failed');
    assert.deepEqual([await balanceOf(bench, `prepaid/${id}`), await balanceOf(bench, 'cash'), await left(bench, id)], [-1550n, 1050n, 15.5]);
  });
});

const use = (value: number, more: object = {}) => ({
  usageType: 'data',
  usageDate: '2026-11-20T10:00:00.000Z',
  ratedProductUsage: [{ productRef: { id: PRODUCT } }],
  usageCharacteristic: [{ name: 'quantity', value }, { name: 'unit', value: 'GB' }],
  ...more,
});
const gross = (usage: Resource): number => (usage['ratedProductUsage'] as { taxIncludedRatingAmount: { value: number } }[])[0]?.taxIncludedRatingAmount.value ?? -1;

describe('use', () => {
  it('takes from the own allowance, then from the shared, then costs by tariff', async () => {
    const bench = await bss(bucket('shared222222', 3, { isShared: true }), bucket('own222222222', 10));
    assert.equal(gross(await ask(bench, 'usage', use(9))), 0);
    assert.deepEqual([await left(bench, 'own222222222'), await left(bench, 'shared222222')], [1, 3]);
    const over = await ask(bench, 'usage', use(6));
    assert.deepEqual([over['status'], gross(over)], ['rated', 6]);
    assert.deepEqual([await left(bench, 'own222222222'), await left(bench, 'shared222222')], [0, 0]);
    assert.equal((await figures(bench))['unbilled'], 6);
  });

  it('is one line a tariff on the bill, dearer tiers first, and billed with it', async () => {
    const bench = await bss();
    for (const value of [6, 6]) await ask(bench, 'usage', use(value));
    const cycle = cycleNamed('2026-11') ?? assert.fail();
    const bill = await bench.store.transaction((tx) => runCycle({ tx, now: new Date(cycle.to) }, ACCOUNT, cycle));
    const lines = (await all(bench, 'appliedCustomerBillingRate')).filter((rate) => (rate['bill'] as Resource | undefined)?.id === bill);
    // 10 at 3.00 and 2 at 2.00.
    assert.deepEqual(lines.map(({ name, taxIncludedAmount }) => [name, (taxIncludedAmount as { value: number }).value]), [['Extra data', 34], ['Mobile M', 29.75]]);
    assert.deepEqual((await all(bench, 'usage')).map(({ status }) => status), ['billed', 'billed']);
  });

  it('that comes after its month was billed is on the next bill', async () => {
    const bench = await bss();
    await ask(bench, 'usage', use(1));
    for (const name of ['2026-11']) {
      const cycle = cycleNamed(name) ?? assert.fail();
      await bench.store.transaction((tx) => runCycle({ tx, now: new Date(cycle.to) }, ACCOUNT, cycle));
    }
    bench.later(11 * 86_400_000);
    await ask(bench, 'usage', use(1));
    const waiting = (await all(bench, 'appliedCustomerBillingRate')).filter((rate) => rate['isBilled'] === false && rate['name'] === 'Extra data');
    assert.deepEqual(waiting.map(({ date }) => date), ['2026-11-30T23:00:00.000Z']);
  });

  it('of what nobody knows is rejected with a reason, and what names no product stays', async () => {
    const bench = await bss();
    const unknown = await ask(bench, 'usage', use(1, { ratedProductUsage: [{ productRef: { id: 'unknown22222' } }] }));
    const nothing = await ask(bench, 'usage', use(0));
    assert.deepEqual([unknown['status'], nothing['status']], ['rejected', 'rejected']);
    assert.match(String(unknown['statusReason']), /no product unknown22222/);
    assert.equal((await ask(bench, 'usage', {}))['status'], 'received');
  });

  it('begins anew with the month', async () => {
    const bench = await bss(bucket('own222222222', 10), bucket('extra2222222', 5, { renewal: undefined }));
    await ask(bench, 'usage', use(12));
    const cycle = cycleNamed('2026-11') ?? assert.fail();
    await bench.store.transaction((tx) => runCycle({ tx, now: new Date(cycle.to) }, ACCOUNT, cycle));
    assert.deepEqual([await left(bench, 'own222222222'), await left(bench, 'extra2222222')], [10, 3]);
    assert.deepEqual((await read(bench, 'bucket', 'own222222222'))['validFor'], { startDateTime: '2026-11-30T23:00:00.000Z', endDateTime: '2026-12-31T23:00:00.000Z' });
  });
});

describe('the usage consumption report', () => {
  it('tells what is left of every bucket that was asked for, in v4 and in v5', async () => {
    const bench = await bss(bucket('own222222222', 10), bucket('other2222222', 4, { partyAccount: { id: 'another22222' }, product: [] }));
    await ask(bench, 'usage', use(4));
    const query = await bench.make('queryUsageConsumption', { searchCriteria: { partyAccount: [{ id: ACCOUNT }] } });
    const [answer] = query['usageConsumption'] as { bucketRefOrValue: Resource[] }[];
    const [found = assert.fail()] = answer?.bucketRefOrValue ?? [];
    assert.deepEqual([answer?.bucketRefOrValue.length, found['remainingValueName'], found['amount']], [1, '6 GB', undefined]);
    assert.deepEqual((found['bucketCounter'] as { counterType: string; valueName: string }[]).map(({ counterType, valueName }) => [counterType, valueName]), [['used', '4 GB']]);
    const report = await bench.make('usageConsumptionReport', { '@type': 'UsageConsumptionReport', product: [{ id: PRODUCT, '@type': 'UsageConsumptionProductRef' }] });
    assert.deepEqual((report['bucket'] as Resource[]).map(({ id }) => id), ['own222222222']);
  });

  it('tells nothing to who asks for nothing', async () => {
    const bench = await bss(bucket('own222222222', 10));
    assert.deepEqual((await bench.make('queryUsageConsumption', { searchCriteria: {} }))['usageConsumption'], []);
  });
});
