import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collect } from './collect.ts';
import { openDispute, resolveDispute } from './dispute.ts';
import { account, all, benchWith, product, read } from '../testing/money.seed.ts';
import { cycleNamed } from './period.ts';
import { runCycle } from './run.ts';
import type { Resource } from '../store/store.ts';
import { DAY } from '../world/zone.ts';

const ACCOUNT = 'acct22222222';
const CYCLE = cycleNamed('2026-10') ?? assert.fail('no such cycle');
const cents = (value: unknown): number => Math.round((value as { value: number }).value * 100);
const feesOf = (rates: readonly Resource[]) => rates.filter(({ type }) => type === 'appliedPenaltyCharge');

/** One bill of 29.75, so much of which is in dispute. */
async function disputed(amount: number, paysItself: boolean) {
  const method = { id: 'mean22222222', '@type': 'bankCard', '@referredType': 'BankCard', name: 'Card', relatedParty: [{ id: 'ada', role: 'customer' }], account: [{ id: ACCOUNT }], isPreferred: true, status: 'active' };
  const paying = paysItself ? { defaultPaymentMethod: { id: method.id, name: 'Card', '@referredType': 'BankCard' } } : {};
  const bss = await benchWith({ billingAccount: [{ ...account(), ...paying }], product: [product()], ...(paysItself && { paymentMethod: [method] }) });
  const at = (moment: number) => ({ now: new Date(moment) });
  const billId = (await bss.store.transaction((tx) => runCycle({ tx, ...at(CYCLE.to) }, ACCOUNT, CYCLE))) ?? '';
  const ticket: Resource = {
    id: 'ticket222222', ticketType: 'billDispute', relatedEntity: [{ id: billId, '@referredType': 'CustomerBill' }],
    troubleTicketCharacteristic: [{ name: 'disputedAmount', value: { unit: 'EUR', value: amount } }],
  };
  await bss.store.transaction((tx) => openDispute({ tx, ...at(CYCLE.to) }, ticket));
  const run = (moment: number, late: boolean) => bss.store.transaction((tx) => collect({ tx, ...at(moment) }, ACCOUNT, CYCLE, late));
  return { bss, ticket, run, bill: () => read(bss, 'customerBill', billId), at };
}

describe('what is in dispute on the day a bill falls due', () => {
  it('is not taken by an automatic payment, which takes the rest', async () => {
    const { bss, run } = await disputed(12, true);
    await run(CYCLE.due, false);
    assert.deepEqual((await all(bss, 'payment')).map(({ totalAmount }) => cents(totalAmount)), [1775]);
  });

  it('is not taken where it is all of the bill', async () => {
    const { bss, run } = await disputed(29.75, true);
    await run(CYCLE.due, false);
    assert.deepEqual(await all(bss, 'payment'), []);
  });

  it('costs no late fee, however long it lasts', async () => {
    const { bss, run } = await disputed(29.75, false);
    await run(CYCLE.due + 20 * DAY, true);
    assert.deepEqual(feesOf(await all(bss, 'appliedCustomerBillingRate')), []);
  });

  it('is what the fee is not about: the rest, unpaid, costs one', async () => {
    const { bss, run } = await disputed(12, false);
    await run(CYCLE.due + 20 * DAY, true);
    assert.equal(feesOf(await all(bss, 'appliedCustomerBillingRate')).length, 1);
  });

  it('and is granted in part: the credit names what it is for, and the rest is due again', async () => {
    const { bss, ticket, bill, at } = await disputed(12, false);
    const credit = await bss.store.transaction((tx) => resolveDispute({ tx, ...at(CYCLE.due) }, ticket, { granted: 800, reason: 'Part of it was wrong' }));
    const after = await bill();
    assert.deepEqual([after['disputedAmount'], cents(after['remainingAmount'])], [undefined, 2175]);
    assert.equal(cents((await read(bss, 'appliedCustomerBillingRate', credit ?? ''))['taxIncludedAmount']), -800);
  });
});
