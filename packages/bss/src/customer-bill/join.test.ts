import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, all, balanceOf, benchWith, figures, product, read, settle } from '../testing/money.seed.ts';
import { cycleNamed } from './period.ts';
import { billNow, runCycle } from './run.ts';
import { grantCredit } from './credit.ts';
import type { Act } from '../nouns/noun.ts';
import type { Resource } from '../store/store.ts';
import { type Bench, pathOf } from '../testing/bench.ts';

const [HOME, MOBILE] = ['home22222222', 'mobi22222222'];
const cycle = (name: string) => cycleNamed(name) ?? assert.fail(name);
const act = <T>(bss: Bench, work: (act: Act) => Promise<T>, at: Date = bss.now()): Promise<T> => bss.store.transaction((tx) => work({ tx, now: at }));
const run = (bss: Bench, name: string, id: string) => act(bss, (one) => runCycle(one, id, cycle(name)), new Date(cycle(name).to));
const cents = (value: unknown): number => Math.round((value as { value: number }).value * 100);
const linesOf = async (bss: Bench, id: string | undefined) => (await all(bss, 'appliedCustomerBillingRate')).filter(({ bill }) => (bill as Resource | undefined)?.id === id);
const told = async (bss: Bench, id: string | undefined) =>
  (await linesOf(bss, id)).filter(({ name }) => name !== 'Late payment fee').map((line) => [line['name'], cents(line['taxExcludedAmount']), (line['billingAccount'] as Resource | undefined)?.id]);

const owner = { id: 'ada222222222', name: 'Ada', role: 'owner', '@referredType': 'Individual' };
const home = (more: object = {}) => account(HOME, { name: 'Home', accountNumber: '7000000001', ...more });
const mobile = (more: object = {}) => account(MOBILE, { name: 'Mobile', accountNumber: '7000000002', ...more });
const priced = (value: number) => [{ priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: { unit: 'EUR', value }, taxRate: 19 } }];

const both = (more: { home?: object; mobile?: object } = {}) =>
  benchWith({
    billingAccount: [home(more.home), mobile(more.mobile)],
    product: [
      product('net222222222', { name: 'Home 250', billingAccount: { id: HOME }, productPrice: priced(41.65) }),
      product('sim222222222', { name: 'Mobile M', billingAccount: { id: MOBILE } }),
    ],
  });

const ask = async (bss: Bench, id: string, relations: readonly object[]) => {
  const response = await bss.ask('PATCH', `${pathOf('billingAccount')}/${id}`, { accountRelationship: relations });
  return { status: response.status, body: (await response.json()) as Resource };
};
const withAccount = (id: string) => ({ relationshipType: 'billedWith', account: { id } });
const join = (bss: Bench, id = MOBILE, holder = HOME) => ask(bss, id, [withAccount(holder)]);
const leave = (bss: Bench, id = MOBILE) => ask(bss, id, []);
const relations = async (bss: Bench, id: string) => ((await read(bss, 'billingAccount', id))['accountRelationship'] ?? []) as Resource[];
/** As if the clock stood there. */
const until = (bss: Bench, moment: number) => bss.later(moment - bss.now().getTime());

describe('one bill for two accounts', () => {
  it('has the charges of both from the next bill on, each line of the other naming its account', async () => {
    const bss = await both();
    assert.equal((await join(bss)).status, 200);
    assert.deepEqual((await relations(bss, MOBILE)).map(({ validFor }) => validFor), [{ startDateTime: '2026-11-30T23:00:00.000Z' }]);
    const before = [await run(bss, '2026-10', HOME), await run(bss, '2026-10', MOBILE)];
    assert.deepEqual(await Promise.all(before.map((id) => told(bss, id))), [[['Home 250', 3500, undefined]], [['Mobile M', 2500, undefined]]], 'bills made before it are as ever');
    const billId = await run(bss, '2026-11', MOBILE);
    assert.deepEqual(await told(bss, billId), [['Home 250', 3500, undefined], ['Mobile M', 2500, MOBILE]]);
    assert.equal(await run(bss, '2026-11', HOME), billId, 'the same bill, whichever is asked for');
    const bill = await read(bss, 'customerBill', billId ?? '');
    assert.deepEqual([(bill['billingAccount'] as Resource).id, bill['billNo']], [HOME, '202611-000001']);
    const lines = (await linesOf(bss, billId)).map((line) => cents(line['taxExcludedAmount']));
    assert.equal(cents(bill['taxExcludedAmount']), lines.reduce((sum, net) => sum + net, 0));
  });

  it('moves the debt with the charges, and leaves what was owed before where it was', async () => {
    const bss = await both();
    await run(bss, '2026-10', MOBILE);
    await join(bss);
    const billId = await run(bss, '2026-11', HOME);
    const total = cents((await read(bss, 'customerBill', billId ?? ''))['taxIncludedAmount']);
    assert.deepEqual([await balanceOf(bss, `receivable/${HOME}`), await balanceOf(bss, `receivable/${MOBILE}`)], [BigInt(total), 2975n]);
    assert.equal((await figures(bss, HOME))['due'], total / 100);
    assert.equal((await figures(bss, MOBILE))['due'], 29.75);
    assert.equal((await all(bss, 'customerBill')).length, 2);
    const lateFee = (await linesOf(bss, billId)).find(({ name }) => name === 'Late payment fee');
    assert.equal((lateFee?.['billingAccount'] as Resource | undefined)?.id, MOBILE, 'its old debt costs its fee, on the common bill');
  });

  it('uses the credits of both, and money either has paid beyond its bills', async () => {
    const bss = await both();
    await join(bss);
    await act(bss, (one) => grantCredit(one, { accountId: MOBILE, amount: 1190, reason: 'For an outage', ref: 'sorry' }));
    await bss.make('payment', { account: { id: MOBILE }, paymentMethod: { '@type': 'cash', name: 'Cash' }, totalAmount: { unit: 'EUR', value: 5 } });
    await settle(bss);
    const bill = await read(bss, 'customerBill', (await run(bss, '2026-11', HOME)) ?? '');
    assert.deepEqual([cents(bill['taxIncludedAmount']), cents(bill['remainingAmount'])], [5950, 5450]);
    assert.deepEqual(await Promise.all([`credits/${MOBILE}`, `unapplied/${MOBILE}`, `receivable/${HOME}`, `receivable/${MOBILE}`].map((name) => balanceOf(bss, name))), [0n, 0n, 5450n, 0n]);
  });

  it('bills nothing twice and nothing never, whatever is asked for in between', async () => {
    const bss = await both();
    await join(bss);
    await act(bss, (one) => billNow(one, MOBILE, cycle('2026-11')));
    assert.deepEqual(await told(bss, await run(bss, '2026-11', HOME)), [['Home 250', 3500, undefined]], 'what the other was billed for by itself');
    until(bss, cycle('2026-12').from + 5 * 86_400_000);
    assert.equal(await act(bss, (one) => billNow(one, MOBILE, cycle('2026-12'))), undefined, 'its charges are on another bill now');
    await leave(bss);
    const onDemand = await act(bss, (one) => billNow(one, HOME, cycle('2026-12')));
    assert.deepEqual((await told(bss, onDemand?.id)).map(([name]) => name), ['Home 250', 'Mobile M']);
    assert.deepEqual(await told(bss, await run(bss, '2026-12', MOBILE)), [], 'the common bill had it');
    assert.deepEqual(await told(bss, await run(bss, '2027-01', MOBILE)), [['Mobile M', 2500, undefined]]);
    assert.deepEqual(await told(bss, await run(bss, '2027-01', HOME)), [['Home 250', 3500, undefined]]);
  });

  it('can be taken back until it is so, and so can its end', async () => {
    const bss = await both();
    await join(bss);
    await leave(bss);
    assert.deepEqual(await relations(bss, MOBILE), []);
    await join(bss);
    until(bss, cycle('2026-12').from + 1000);
    await leave(bss);
    const [ending] = await relations(bss, MOBILE);
    assert.deepEqual(ending?.['validFor'], { startDateTime: '2026-11-30T23:00:00.000Z', endDateTime: '2026-12-31T23:00:00.000Z' });
    await join(bss);
    assert.deepEqual((await relations(bss, MOBILE)).map(({ validFor }) => validFor), [{ startDateTime: '2026-11-30T23:00:00.000Z' }]);
    assert.deepEqual((await told(bss, await run(bss, '2026-12', HOME))).length, 2);
  });

  it('asked for twice is one', async () => {
    const bss = await both();
    await join(bss);
    const once = [await relations(bss, MOBILE), await relations(bss, HOME)];
    await join(bss);
    assert.deepEqual([await relations(bss, MOBILE), await relations(bss, HOME)], once);
  });

  it('is refused with what would make it possible', async () => {
    const other = { ...owner, id: 'bob222222222' };
    const refusals: [string, object][] = [
      ['joinOtherOwner', { relatedParty: [other] }],
      ['joinOtherPayer', { relatedParty: [owner, { ...other, role: 'payer' }] }],
      ['joinOtherCurrency', { accountBalance: [{ balanceType: 'due', amount: { unit: 'CHF', value: 0 } }] }],
      ['joinClosed', { state: 'closed' }],
    ];
    for (const [code, more] of refusals) {
      const bss = await both({ home: { accountBalance: [{ balanceType: 'due', amount: { unit: 'EUR', value: 0 } }] }, mobile: more });
      const { status, body } = await join(bss);
      assert.deepEqual([status, body['code']], [422, code]);
      assert.deepEqual([await relations(bss, MOBILE), await relations(bss, HOME)], [[], []]);
    }
    const bss = await both();
    assert.equal((await join(bss, MOBILE, MOBILE)).body['code'], 'joinSame');
    assert.equal((await join(bss, MOBILE, 'nobody222222')).body['code'], 'joinUnknown');
    await join(bss);
    assert.equal((await join(bss, HOME, MOBILE)).body['code'], 'joinChain');
    await bss.make('billingAccount', { name: 'Third', relatedParty: [owner] });
    const [third] = (await all(bss, 'billingAccount')).filter(({ name }) => name === 'Third');
    assert.equal((await join(bss, HOME, third?.id)).body['code'], 'joinHolds');
    assert.equal((await bss.ask('DELETE', `${pathOf('billingAccount')}/${HOME}`)).status, 422, 'nobody would be asked for the money');
  });
});
