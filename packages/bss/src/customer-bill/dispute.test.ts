import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grantCredit } from './credit.ts';
import { openDispute, resolveDispute } from './dispute.ts';
import { account, all, balanceOf, benchWith, figures, product, read, settle } from '../testing/money.seed.ts';
import { cycleNamed } from './period.ts';
import { runCycle } from './run.ts';
import type { Act } from '../nouns/noun.ts';
import type { Resource } from '../store/store.ts';
import type { Bench } from '../testing/bench.ts';
import { TmfError } from '../surface/tmf-error.ts';

const ACCOUNT = 'acct22222222';
const NOW = new Date('2026-11-21T10:00:00.000Z');
const act = <T>(bss: Bench, work: (act: Act) => Promise<T>): Promise<T> => bss.store.transaction((tx) => work({ tx, now: NOW }));

const cycle = (name: string) => cycleNamed(name) ?? assert.fail(name);
const run = (bss: Bench, name: string) => bss.store.transaction((tx) => runCycle({ tx, now: new Date(cycle(name).to) }, ACCOUNT, cycle(name)));
const linesOf = async (bss: Bench, id: string | undefined) => (await all(bss, 'appliedCustomerBillingRate')).filter(({ bill }) => (bill as Resource | undefined)?.id === id);
const cents = (value: unknown): number => Math.round((value as { value: number }).value * 100);

/** One bill of 29.75 with one line, and a ticket that disputes ten of it. */
async function disputed(value: unknown = { unit: 'EUR', value: 10 }) {
  const bss = await benchWith({ billingAccount: [account()], product: [product()] });
  const billId = (await run(bss, '2026-10')) ?? '';
  const [line] = await linesOf(bss, billId);
  const ticket: Resource = {
    id: 'ticket222222',
    ticketType: 'billDispute',
    relatedEntity: [{ id: billId, '@referredType': 'CustomerBill' }, { id: line?.id, '@referredType': 'AppliedCustomerBillingRate' }],
    troubleTicketCharacteristic: [{ name: 'disputedAmount', value }],
  };
  return { bss, billId, ticket, bill: () => read(bss, 'customerBill', billId) };
}

describe('a dispute', () => {
  it('keeps what is in dispute from being due', async () => {
    const { bss, ticket, bill } = await disputed();
    await act(bss, (one) => openDispute(one, ticket));
    await act(bss, (one) => openDispute(one, ticket));
    assert.equal(cents((await bill())['disputedAmount']), 1000);
    assert.deepEqual(await figures(bss), { due: 19.75, overdue: 19.75, credit: 0, unbilled: 29.75 });
    assert.deepEqual([await balanceOf(bss, `dispute/${ACCOUNT}`), await balanceOf(bss, `receivable/${ACCOUNT}`)], [1000n, 1975n]);
  });

  it('is paid around: a payment takes what is due, the rest of it is credit', async () => {
    const { bss, ticket, bill } = await disputed();
    await act(bss, (one) => openDispute(one, ticket));
    await bss.make('payment', { account: { id: ACCOUNT }, paymentMethod: { '@type': 'cash', name: 'Cash' }, totalAmount: { unit: 'EUR', value: 29.75 } });
    await settle(bss);
    const { state, remainingAmount } = await bill();
    assert.deepEqual([state, cents(remainingAmount)], ['partiallyPaid', 1000]);
    assert.equal((await figures(bss))['credit'], 10);
  });

  it('that is granted in part settles that part of the bill, and the rest is due again', async () => {
    const { bss, billId, ticket, bill } = await disputed();
    await act(bss, (one) => openDispute(one, ticket));
    const credit = await act(bss, (one) => resolveDispute(one, ticket, { granted: 400, reason: 'Roaming that was none' }));
    const after = await bill();
    assert.deepEqual([after['disputedAmount'], cents(after['remainingAmount']), after['state']], [undefined, 2575, 'partiallyPaid']);
    assert.equal((await figures(bss))['due'], 25.75);
    const rate = await read(bss, 'appliedCustomerBillingRate', credit ?? '');
    assert.deepEqual([rate['type'], cents(rate['taxIncludedAmount']), rate['name']], ['appliedBillingCredit', -400, 'Roaming that was none']);
    assert.deepEqual((rate['product'] as Resource).id, 'prod22222222', 'it says which line it is for');
    assert.deepEqual(await Promise.all(['goodwill', 'tax/19', `dispute/${ACCOUNT}`, `receivable/${ACCOUNT}`].map((name) => balanceOf(bss, name))), [336n, -411n, 0n, 2575n]);
    assert.equal((await linesOf(bss, billId)).length, 1, 'the bill is still what its lines come to');
    const next = await linesOf(bss, await run(bss, '2026-11'));
    assert.ok(next.every(({ name }) => name !== 'Roaming that was none'), 'and no bill takes the credit again');
  });

  it('about a bill that is paid becomes a credit on the next one', async () => {
    const { bss, ticket } = await disputed();
    await bss.make('payment', { account: { id: ACCOUNT }, paymentMethod: { '@type': 'cash', name: 'Cash' }, totalAmount: { unit: 'EUR', value: 29.75 } });
    await settle(bss);
    await act(bss, (one) => openDispute(one, ticket));
    await act(bss, (one) => resolveDispute(one, ticket, { granted: 1000, reason: 'You were right' }));
    const lines = await linesOf(bss, await run(bss, '2026-11'));
    assert.deepEqual(lines.map(({ name, taxIncludedAmount }) => [name, cents(taxIncludedAmount)]), [['Mobile M', 2975], ['You were right', -1000]]);
    assert.deepEqual(await Promise.all(['goodwill', `credits/${ACCOUNT}`, `dispute/${ACCOUNT}`].map((name) => balanceOf(bss, name))), [840n, 0n, 0n]);
  });

  it('that is denied leaves everything due again', async () => {
    const { bss, ticket, bill } = await disputed();
    await act(bss, (one) => openDispute(one, ticket));
    assert.equal(await act(bss, (one) => resolveDispute(one, ticket, { granted: 0, reason: 'No' })), undefined);
    assert.deepEqual([(await bill())['state'], (await figures(bss))['due']], ['sent', 29.75]);
    await act(bss, (one) => resolveDispute(one, ticket, { granted: 1000, reason: 'Again' }));
    assert.equal((await figures(bss))['due'], 29.75, 'decided once');
  });

  it('is at most about what the line comes to, and nothing is granted beyond it', async () => {
    const { bss, ticket } = await disputed('29.76');
    await assert.rejects(act(bss, (one) => openDispute(one, ticket)), (cause) => cause instanceof TmfError && cause.status === 422);
    const small = await disputed();
    await act(small.bss, (one) => openDispute(one, small.ticket));
    await assert.rejects(act(small.bss, (one) => resolveDispute(one, small.ticket, { granted: 1001, reason: 'More' })), TmfError);
  });

  it('about no bill of ours changes nothing', async () => {
    const { bss, ticket } = await disputed();
    await act(bss, (one) => openDispute(one, { ...ticket, relatedEntity: [{ id: 'unknown22222', '@referredType': 'CustomerBill' }] }));
    assert.equal((await figures(bss))['due'], 29.75);
  });
});

describe('a credit', () => {
  const grant = { accountId: ACCOUNT, amount: 5000, reason: 'For the outage', ref: 'violation/1' };

  it('is taken by the next bill as far as there is something to pay; the rest waits', async () => {
    const { bss } = await disputed();
    const id = await act(bss, (one) => grantCredit(one, grant));
    assert.equal(await act(bss, (one) => grantCredit(one, grant)), id, 'one credit for one reason');
    assert.equal((await figures(bss))['unbilled'], -20.25);
    const months: unknown[] = [];
    for (const name of ['2026-11', '2026-12', '2027-01']) {
      const lines = await linesOf(bss, await run(bss, name));
      months.push(lines.filter((line) => line['type'] === 'appliedBillingCredit').map((line) => cents(line['taxExcludedAmount'])));
    }
    assert.deepEqual(months, [[-2500], [-1702], []]);
    assert.equal(await balanceOf(bss, `credits/${ACCOUNT}`), 0n);
    assert.equal(await balanceOf(bss, 'goodwill'), 4202n);
  });

  it('needs an account and an amount', async () => {
    const { bss } = await disputed();
    for (const wrong of [{ accountId: 'nobody222222' }, { amount: 0 }, { amount: 1.5 }]) {
      await assert.rejects(act(bss, (one) => grantCredit(one, { ...grant, ...wrong })), TmfError);
    }
    assert.equal((await all(bss, 'appliedCustomerBillingRate')).filter((rate) => rate['type'] === 'appliedBillingCredit').length, 0);
  });
});
