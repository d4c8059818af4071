import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { billCycleBody, billCycleNoun } from './bill-run.ts';
import { openDispute } from './dispute.ts';
import { account, all, balanceOf, benchWith, DAY, figures, product, read, settle } from '../testing/money.seed.ts';
import { cycleNamed } from './period.ts';
import type { Resource } from '../store/store.ts';
import type { Bench } from '../testing/bench.ts';
import { TmfError } from '../surface/tmf-error.ts';

const NOVEMBER = cycleNamed('2026-11') ?? assert.fail();
const mandate = (id: string, accountId: string, more: object = {}): Resource => ({ id, '@type': 'directDebit', name: 'Direct debit', status: 'active', isPreferred: true, authorizationCode: 'M-1', account: [{ id: accountId }], ...more });

/** Some accounts with a product each, in November. */
const operator = (count: number, more: Readonly<Record<string, readonly Resource[]>> = {}) => {
  const ids = Array.from({ length: count }, (_, at) => `acct${String(at).padStart(8, 'x')}`);
  return benchWith({
    billingAccount: ids.map((id) => account(id)),
    product: ids.map((id) => product(id.replace('acct', 'prod'), { billingAccount: { id } })),
    billCycle: [billCycleBody(NOVEMBER, 'billing')],
    ...more,
  });
};

/** Lets days pass, a quarter of one at a time. */
async function days(bss: Bench, count: number): Promise<void> {
  for (let quarter = 0; quarter < count * 4; quarter += 1) {
    bss.later(DAY / 4);
    await bss.tick();
  }
}

const stagesOf = async (bss: Bench) => new Map((await all(bss, 'billCycle')).map(({ name, stage }) => [name, stage]));

describe('when a month has passed', () => {
  it('its bills make themselves, of every account, and the next cycle is on the books', async () => {
    const bss = await operator(3);
    await days(bss, 9);
    assert.equal((await all(bss, 'customerBill')).length, 0, 'not before its end');
    await days(bss, 2);
    assert.deepEqual((await all(bss, 'customerBill')).map(({ billDate }) => billDate), Array.from({ length: 3 }, () => '2026-11-30T23:00:00.000Z'));
    assert.deepEqual([...(await stagesOf(bss))], [['2026-11', 'collecting'], ['2026-12', 'billing']]);
    await days(bss, 51);
    assert.deepEqual([...(await stagesOf(bss))], [['2026-11', 'closed'], ['2026-12', 'closed'], ['2027-01', 'billing']]);
    assert.equal((await all(bss, 'customerBill')).length, 6);
  });

  it('many accounts are billed in steps, none left out', async () => {
    const bss = await operator(430);
    await days(bss, 10);
    // However slow the machine: each step bills at least one.
    for (let step = 0; step < 430 && (await stagesOf(bss)).get('2026-11') === 'billing'; step += 1) await days(bss, 1 / 4);
    const billed = (await all(bss, 'customerBill')).map(({ billingAccount }) => (billingAccount as Resource).id);
    assert.equal(new Set(billed).size, 430);
    assert.equal(billed.length, 430);
  });

  it('a second look at the same instant changes nothing', async () => {
    const bss = await operator(2);
    await days(bss, 11);
    for (let again = 0; again < 3; again += 1) {
      bss.later(DAY);
      await bss.tick();
      const latest = await bss.store.changes.latest();
      await bss.tick();
      assert.equal(await bss.store.changes.latest(), latest);
    }
  });
});

describe('when a bill falls due', () => {
  it('who has given a mandate pays by it, once, and nobody else does', async () => {
    const bss = await operator(2, { paymentMethod: [mandate('debit2222222', 'acctxxxxxxx0')] });
    await days(bss, 26);
    assert.deepEqual((await all(bss, 'customerBill')).map(({ state, paymentMethod }) => [state, (paymentMethod as Resource | undefined)?.id]), [['settled', 'debit2222222'], ['sent', undefined]]);
    assert.deepEqual((await all(bss, 'payment')).map(({ status, correlatorId }) => [status, String(correlatorId).startsWith('autopay/')]), [['captured', true]]);
    assert.deepEqual([(await figures(bss, 'acctxxxxxxx0'))['overdue'], (await figures(bss, 'acctxxxxxxx1'))['overdue']], [0, 29.75]);
    assert.equal((await read(bss, 'billingAccount', 'acctxxxxxxx1'))['paymentStatus'], 'inArrears');
  });

  it('it takes what is due, but not what is in dispute', async () => {
    const bss = await operator(1, { paymentMethod: [mandate('debit2222222', 'acctxxxxxxx0')] });
    await days(bss, 11);
    const [bill] = await all(bss, 'customerBill');
    const ticket = { id: 'ticket222222', ticketType: 'billDispute', relatedEntity: [{ id: bill?.id, '@referredType': 'CustomerBill' }], troubleTicketCharacteristic: [{ name: 'disputedAmount', value: 9.75 }] };
    await bss.store.transaction((tx) => openDispute({ tx, now: new Date('2026-12-02T00:00:00.000Z') }, ticket));
    await days(bss, 15);
    assert.equal(await balanceOf(bss, 'cash'), 2000n);
    assert.deepEqual((await all(bss, 'customerBill')).map(({ state }) => state), ['partiallyPaid']);
  });

  it('and stays unpaid for days, it costs a fee on the next bill', async () => {
    const bss = await operator(1);
    await days(bss, 29);
    assert.equal((await figures(bss, 'acctxxxxxxx0'))['unbilled'], 33.25);
    await days(bss, 15);
    const [, second] = await all(bss, 'customerBill');
    assert.deepEqual(second?.['taxIncludedAmount'], { unit: 'EUR', value: 33.25 });
  });

  it('an expired card pays nothing', async () => {
    const bss = await operator(1, { paymentMethod: [mandate('debit2222222', 'acctxxxxxxx0', { expirationDate: '2026-12-10T00:00:00.000Z' })] });
    await days(bss, 26);
    assert.equal(await balanceOf(bss, 'cash'), 0n);
  });
});

describe('the lever of bill runs', () => {
  const [lever = assert.fail()] = billCycleNoun.levers ?? [];
  const pull = (bss: Bench, body: Record<string, string>, at = '2026-12-03T00:00:00.000Z') =>
    bss.store.transaction((tx) => lever.pull({ tx, now: new Date(at) }, { params: {}, body }));

  it('bills the month that has ended, for all or for one, and again changes nothing', async () => {
    const bss = await operator(3);
    const one = await pull(bss, { account: 'acctxxxxxxx1' });
    assert.deepEqual([one['cycle'], (one['bills'] as string[]).length], ['2026-11', 1]);
    const everybody = await pull(bss, {});
    assert.equal((everybody['bills'] as string[]).length, 3);
    assert.deepEqual(await pull(bss, {}), everybody);
    assert.equal((await all(bss, 'customerBill')).length, 3);
  });

  it('says what it cannot do', async () => {
    const bss = await operator(1);
    const status = (cause: unknown) => (cause instanceof TmfError ? cause.status : 0);
    await assert.rejects(pull(bss, { cycle: '2026-12' }), (cause) => status(cause) === 422);
    await assert.rejects(pull(bss, { cycle: 'soon' }), (cause) => status(cause) === 400);
    await assert.rejects(pull(bss, { account: 'nobody222222' }), (cause) => status(cause) === 404);
  });
});

describe('a bill on demand', () => {
  it('bills what has been run up so far, which the month’s bill does not ask for again', async () => {
    const bss = await operator(1);
    const { id } = await bss.make('customerBillOnDemand', { billingAccount: { id: 'acctxxxxxxx0' } });
    await settle(bss);
    const task = await read(bss, 'customerBillOnDemand', id);
    const bill = await read(bss, 'customerBill', (task['customerBill'] as Resource).id);
    assert.deepEqual([task['state'], bill['runType'], (bill['taxIncludedAmount'] as { value: number }).value], ['done', 'offCycle', 29.75]);
    await days(bss, 11);
    assert.equal((await all(bss, 'customerBill')).length, 1, 'nothing is left for the cycle');
  });

  it('is rejected with a reason where there is no account or nothing to bill', async () => {
    const bss = await operator(1, { product: [] });
    for (const id of ['nobody222222', 'acctxxxxxxx0']) {
      const task = await bss.make('customerBillOnDemand', { billingAccount: { id } });
      await settle(bss);
      const after = await read(bss, 'customerBillOnDemand', task.id);
      assert.equal(after['state'], 'rejected');
      assert.match(String(after['description']), /\.$/);
    }
  });
});

describe('a bill', () => {
  it('is not called settled while something is left of it', async () => {
    const bss = await operator(1);
    await days(bss, 11);
    const [bill] = await all(bss, 'customerBill');
    const path = `/tmf-api/customerBillManagement/v4/customerBill/${bill?.id}`;
    assert.equal((await bss.ask('PATCH', path, { state: 'settled' })).status, 409);
    assert.equal((await bss.ask('PATCH', path, { state: 'onHold' })).status, 200);
    await days(bss, 20);
    assert.deepEqual([(await figures(bss, 'acctxxxxxxx0'))['overdue'], (await figures(bss, 'acctxxxxxxx0'))['due']], [0, 29.75], 'what is on hold is owed, but not late');
    assert.equal((await bss.ask('PATCH', path, { state: 'sent' })).status, 200);
    await settle(bss);
    assert.equal((await figures(bss, 'acctxxxxxxx0'))['overdue'], 29.75);
    assert.equal((await bss.ask('GET', path.replace('/v4/', '/v5/'))).status, 200);
  });
});
