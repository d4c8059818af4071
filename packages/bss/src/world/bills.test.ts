import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '../store/store.ts';
import { generateWorld } from './world.ts';

interface Money {
  unit: string;
  value: number;
}
const cents = (amount: unknown): number => {
  const { unit, value } = amount as Money;
  assert.equal(unit, 'EUR');
  const minor = Math.round(value * 100);
  assert.equal(minor / 100, value, 'exact to the cent');
  return minor;
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

// A summer, a winter, the days of both clock changes, the first and the last minute of a month.
const MOMENTS = ['2026-11-21T22:00:00.000Z', '2026-03-29T01:00:00.000Z', '2026-10-25T00:30:00.000Z', '2026-06-30T22:00:00.000Z', '2024-02-29T22:59:59.999Z'];

const isTaxIncluded = (line: Resource) => (line['characteristic'] as { name: string; value: unknown }[]).some(({ name, value }) => name === 'taxIncluded' && value === true);

for (const moment of MOMENTS) {
  const now = new Date(moment);
  const records = [...generateWorld({ seed: 7, customers: 12, now }).records];
  const of = (resource: string): Resource[] => records.filter((record) => record.resource === resource).map(({ body }) => body);
  const bills = of('customerBill');
  const rates = of('appliedCustomerBillingRate');
  const ratesOf = Map.groupBy(rates, ({ bill }) => (bill as Resource | undefined)?.id);

  test(`every bill adds up to the cent, seen at ${moment}`, () => {
    for (const bill of bills) {
      const lines = ratesOf.get(bill.id) ?? [];
      const net = cents(bill['taxExcludedAmount']);
      const taxes = bill['taxItem'] as { taxRate: number; taxAmount: Money }[];
      assert.ok(lines.length > 0);
      assert.equal(sum(lines.map((line) => cents(line['taxExcludedAmount']))), net);
      assert.equal(net + sum(taxes.map(({ taxAmount }) => cents(taxAmount))), cents(bill['taxIncludedAmount']));
      assert.equal(sum(lines.map((line) => cents(line['taxIncludedAmount']))), cents(bill['taxIncludedAmount']), 'nobody is asked for a cent that no line says');
      assert.ok(net > 0);
      for (const { taxRate, taxAmount } of taxes) {
        const taxed = lines.filter((line) => (line['appliedTax'] as { taxRate: number }[])[0]?.taxRate === taxRate);
        // Prices with tax in them have what they have beyond their nets; of the rest tax is reckoned once.
        const [included, others] = [taxed.filter(isTaxIncluded), taxed.filter((line) => !isTaxIncluded(line))];
        const beyond = sum(included.map((line) => cents(line['taxIncludedAmount']) - cents(line['taxExcludedAmount'])));
        const exact = beyond + (sum(others.map((line) => cents(line['taxExcludedAmount']))) * taxRate) / 100;
        assert.ok(Math.abs(exact - cents(taxAmount)) <= 0.5);
        assert.ok(Math.abs((sum(taxed.map((line) => cents(line['taxExcludedAmount']))) * taxRate) / 100 - cents(taxAmount)) < 100);
      }
    }
  });

  test(`what remains of a bill agrees with its state, seen at ${moment}`, () => {
    for (const bill of bills) {
      const [total, remaining] = [cents(bill['amountDue']), cents(bill['remainingAmount'])];
      if (bill['state'] === 'settled') assert.equal(remaining, 0);
      else if (bill['state'] === 'partiallyPaid') assert.ok(remaining > 0 && remaining < total);
      else assert.equal(remaining, total);
    }
  });

  test(`balances agree with the bills, seen at ${moment}`, () => {
    for (const account of of('billingAccount')) {
      const own = bills.filter(({ billingAccount }) => (billingAccount as Resource).id === account.id);
      const balance = (type: string) => cents((account['accountBalance'] as { balanceType: string; amount: Money }[]).find(({ balanceType }) => balanceType === type)?.amount);
      const remaining = (some: Resource[]) => sum(some.map((bill) => cents(bill['remainingAmount'])));
      assert.equal(balance('due'), remaining(own));
      assert.equal(balance('overdue'), remaining(own.filter(({ state, paymentDueDate }) => state !== 'onHold' && String(paymentDueDate) < now.toISOString())));
      const unbilled = rates.filter(({ isBilled, billingAccount }) => !isBilled && (billingAccount as Resource).id === account.id);
      assert.ok(unbilled.every(({ date }) => String(date) <= now.toISOString()));
      assert.equal(balance('unbilled'), sum(unbilled.map((line) => cents(line['taxIncludedAmount']))));
    }
  });

  test(`periods follow each other without a gap, seen at ${moment}`, () => {
    for (const own of Map.groupBy(bills, ({ billingAccount }) => (billingAccount as Resource).id).values()) {
      const periods = own.map((bill) => bill['billingPeriod'] as { startDateTime: string; endDateTime: string });
      for (const [index, { startDateTime }] of periods.entries()) if (index > 0) assert.equal(startDateTime, periods[index - 1]?.endDateTime);
      assert.ok((periods.at(-1)?.endDateTime ?? '') <= now.toISOString());
      assert.ok(own.length <= 24);
    }
  });
}

const kind = (rate: Resource) => (rate['characteristic'] as { name: string; value: unknown }[]).find(({ name }) => name === 'chargeKind')?.value;

test('bills tell stories: usage, discounts that end, part months, credits and late fees', () => {
  const records = [...generateWorld({ seed: 1, customers: 25, now: new Date('2026-11-21T22:00:00.000Z') }).records];
  const rates = records.filter(({ resource }) => resource === 'appliedCustomerBillingRate').map(({ body }) => body);
  assert.deepEqual(new Set(rates.map(kind)), new Set(['recurring', 'usage', 'one-off', 'discount', 'credit', 'penalty', 'instalment']));
  assert.ok(rates.some(({ name }) => String(name).endsWith('part of a month')));
  assert.deepEqual(new Set(records.filter(({ resource }) => resource === 'customerBill').map(({ body }) => body['state'])), new Set(['settled', 'sent', 'partiallyPaid', 'onHold']));
});
