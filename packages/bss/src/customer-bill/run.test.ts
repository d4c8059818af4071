import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, all, balanceOf, benchWith, figures, product, read } from '../testing/money.seed.ts';
import { cycleNamed } from './period.ts';
import { runCycle } from './run.ts';
import type { Resource } from '../store/store.ts';
import type { Bench } from '../testing/bench.ts';

const cycle = (name: string) => cycleNamed(name) ?? assert.fail(name);
const ACCOUNT = 'acct22222222';

/** Runs a cycle at the moment it has ended. */
const run = (bss: Bench, name: string, id = ACCOUNT) =>
  bss.store.transaction((tx) => runCycle({ tx, now: new Date(cycle(name).to) }, id, cycle(name)));

const amount = (value: unknown): number => Math.round((value as { value: number }).value * 100);
const linesOf = async (bss: Bench, billId: string | undefined) => (await all(bss, 'appliedCustomerBillingRate')).filter(({ bill }) => (bill as Resource | undefined)?.id === billId);
/** Without fees for what nobody pays in here. */
const told = (lines: readonly Resource[]) => every(lines).filter(([name]) => name !== 'Late payment fee');
const every = (lines: readonly Resource[]) => lines.map(({ name, taxExcludedAmount }) => [name, amount(taxExcludedAmount)]);

describe('a bill run', () => {
  it('makes a bill of what stands, with tax once a rate, and enters it in the ledger', async () => {
    const bss = await benchWith({ billingAccount: [account()], product: [product()] });
    const billId = await run(bss, '2026-11');
    const bill = await read(bss, 'customerBill', billId ?? '');
    assert.deepEqual(told(await linesOf(bss, billId)), [['Mobile M', 2500]]);
    assert.deepEqual([bill['state'], bill['billNo'], amount(bill['taxExcludedAmount']), amount(bill['taxIncludedAmount']), amount(bill['remainingAmount'])], ['sent', '202611-123456', 2500, 2975, 2975]);
    assert.deepEqual(bill['billingPeriod'], { startDateTime: '2026-10-31T23:00:00.000Z', endDateTime: '2026-11-30T23:00:00.000Z' });
    assert.equal(bill['paymentDueDate'], '2026-12-14T23:00:00.000Z');
    assert.deepEqual(await Promise.all([`receivable/${ACCOUNT}`, 'revenue', 'tax/19'].map((name) => balanceOf(bss, name))), [2975n, -2500n, -475n]);
    assert.deepEqual(await figures(bss), { due: 29.75, overdue: 0, credit: 0, unbilled: 29.75 });
  });

  it('asks for what a customer was told tax included, to the cent, and of what was agreed without tax for that and one tax', async () => {
    const priced = (id: string, price: object) => product(id, { productPrice: [{ priceType: 'recurring', recurringChargePeriod: 'month', price: { ...price, taxRate: 19 } }] });
    const billed = async (price: object) => {
      const bss = await benchWith({ billingAccount: [account()], product: ['prod22222222', 'prod33333333'].map((id) => priced(id, price)) });
      const billId = await run(bss, '2026-11');
      const bill = await read(bss, 'customerBill', billId ?? '');
      const lines = (await linesOf(bss, billId)).map(({ taxExcludedAmount, taxIncludedAmount }) => [amount(taxExcludedAmount), amount(taxIncludedAmount)]);
      return [...lines, [amount(bill['taxExcludedAmount']), amount(bill['taxIncludedAmount'])], (await figures(bss))['unbilled']];
    };
    assert.deepEqual(await billed({ taxIncludedAmount: { unit: 'EUR', value: 7.99 } }), [[671, 799], [671, 799], [1342, 1598], 15.98]);
    // Tax on 13.42 is 2.55, on each of the two 1.27.
    assert.deepEqual(await billed({ dutyFreeAmount: { unit: 'EUR', value: 6.71 } }), [[671, 798], [671, 798], [1342, 1597], 15.97]);
  });

  it('changes nothing when it is run again', async () => {
    const bss = await benchWith({ billingAccount: [account()], product: [product()] });
    const first = await run(bss, '2026-11');
    const before = [await all(bss, 'customerBill'), await all(bss, 'appliedCustomerBillingRate'), await bss.store.read().ledger.balances(''), await bss.store.changes.latest()];
    assert.equal(await run(bss, '2026-11'), first);
    assert.deepEqual([await all(bss, 'customerBill'), await all(bss, 'appliedCustomerBillingRate'), await bss.store.read().ledger.balances(''), await bss.store.changes.latest()], before);
  });

  it('charges by days what began or ended in the month, and nothing that was not there', async () => {
    const bss = await benchWith({
      billingAccount: [account()],
      product: [
        product('began2222222', { startDate: '2026-11-15T23:00:00.000Z' }),
        product('ended2222222', { terminationDate: '2026-11-10T14:00:00.000Z', status: 'terminated' }),
        product('tocome222222', { startDate: '2026-12-05T00:00:00.000Z' }),
        product('never2222222', { status: 'cancelled' }),
      ],
    });
    // 15 of 30 days, and 10: the day it ended is still paid for.
    assert.deepEqual(told(await linesOf(bss, await run(bss, '2026-11'))), [['Mobile M, part of a month', 1250], ['Mobile M, part of a month', 833]]);
  });

  it('takes a set-up once and a welcome discount until it ends', async () => {
    const price = (id: string, priceType: string, value: number, more: object = {}) => ({ id, priceType, price: { unit: 'EUR', value }, ...more });
    const bss = await benchWith({
      billingAccount: [account()],
      product: [product('prod22222222', { productOffering: { id: 'offer2222222' }, startDate: '2026-11-10T23:00:00.000Z' })],
      productOffering: [{ id: 'offer2222222', productOfferingPrice: [{ id: 'setup2222222' }, { id: 'welcome22222' }] }],
      productOfferingPrice: [
        price('setup2222222', 'oneTime', 11.9),
        price('welcome22222', 'discount', -11.9, { productOfferingTerm: [{ duration: { amount: 1, units: 'month' } }] }),
      ],
    });
    // From the 11th: 20 of 30 days of November; the discount ends on 11 December, after 10 of 31 days.
    assert.deepEqual(told(await linesOf(bss, await run(bss, '2026-11'))), [['Mobile M, part of a month', 1667], ['Mobile M: set-up', 1000], ['Mobile M: welcome discount', -667]]);
    assert.deepEqual(told(await linesOf(bss, await run(bss, '2026-12'))), [['Mobile M', 2500], ['Mobile M: welcome discount', -323]]);
    assert.deepEqual(told(await linesOf(bss, await run(bss, '2027-01'))), [['Mobile M', 2500]]);
  });

  it('splits an instalment plan so that its parts come to the whole', async () => {
    const paymentPlan = [{ planType: 'Phone', numberOfPayments: 3, totalAmount: { unit: 'EUR', value: 100 }, status: 'effective', validFor: { startDateTime: '2026-11-05T00:00:00.000Z' } }];
    const bss = await benchWith({ billingAccount: [account(ACCOUNT, { paymentPlan })] });
    const parts = [];
    for (const month of ['2026-11', '2026-12', '2027-01']) parts.push(...told(await linesOf(bss, await run(bss, month))));
    assert.deepEqual(parts, [['Phone: 1 of 3', 3334], ['Phone: 2 of 3', 3333], ['Phone: 3 of 3', 3333]]);
    assert.deepEqual(told(await linesOf(bss, await run(bss, '2027-02'))), [], 'and then it is over');
    assert.equal(await balanceOf(bss, `deferred/${ACCOUNT}`), 0n);
    assert.equal(await balanceOf(bss, 'revenue'), -10_000n);
  });

  it('asks for a fee when a bill is still not paid days after it was due, once', async () => {
    const bss = await benchWith({ billingAccount: [account()], product: [product()] });
    await run(bss, '2026-10');
    const lines = every(await linesOf(bss, await run(bss, '2026-11')));
    assert.deepEqual(lines, [['Mobile M', 2500], ['Late payment fee', 350]]);
    assert.deepEqual(every(await linesOf(bss, await run(bss, '2026-12'))), [['Mobile M', 2500], ['Late payment fee', 350]], 'for the next bill, not again for the first');
    assert.equal(await balanceOf(bss, 'late-fees'), -700n);
  });

  it('makes up for a month that was missed', async () => {
    const bss = await benchWith({ billingAccount: [account()], product: [product()] });
    await run(bss, '2026-10');
    await run(bss, '2026-12');
    assert.deepEqual((await all(bss, 'customerBill')).map(({ billNo }) => billNo), ['202610-123456', '202611-123456', '202612-123456']);
  });

  it('has nothing to bill where there is nothing, and knows no account that is not there', async () => {
    const bss = await benchWith({ billingAccount: [account()] });
    assert.equal(await run(bss, '2026-11'), undefined);
    assert.equal(await run(bss, '2026-11', 'nobody222222'), undefined);
    assert.deepEqual(await all(bss, 'customerBill'), []);
  });

  it('uses what was paid too much before it asks for more', async () => {
    const bss = await benchWith({ billingAccount: [account(ACCOUNT, { accountBalance: [{ balanceType: 'credit', amount: { unit: 'EUR', value: 30 } }] })], product: [product()] });
    const bill = await read(bss, 'customerBill', (await run(bss, '2026-11')) ?? '');
    assert.deepEqual([bill['state'], amount(bill['remainingAmount'])], ['settled', 0]);
    assert.deepEqual(await figures(bss), { due: 0, overdue: 0, credit: 0.25, unbilled: 29.75 });
  });
});
