import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '@faceplate/domain/calendar';
import type { Resource } from '../store/store.ts';
import { generateWorld } from './world.ts';
import { ZONE } from './zone.ts';

interface Step {
  quantity: number;
  each: number;
  amount: number;
}
interface Rated {
  productRef: { id: string };
  offerTariffType?: string;
  includedQuantity: number;
  taxIncludedRatingAmount: { value: number };
  tiers?: Step[];
  appliedCustomerBillingRate?: { id: string };
}
const fact = (list: unknown, name: string): unknown => (list as { name: string; value: unknown }[]).find((one) => one.name === name)?.value;
const cents = (value: number) => Math.round(value * 100);
const hundredths = (values: readonly number[]) => values.reduce((sum, value) => sum + Math.round(value * 100), 0);

// The first day of a month has hardly a use; the clocks change at the end of March.
for (const moment of ['2026-11-21T22:00:00.000Z', '2026-04-01T03:00:00.000Z', '2026-09-15T11:00:00.000Z']) {
  const records = [...generateWorld({ seed: 3, customers: 12, now: new Date(moment) }).records];
  const of = (resource: string): Resource[] => records.filter((record) => record.resource === resource).map(({ body }) => body);
  const uses = of('usage').map((body) => ({ body, rated: (body['ratedProductUsage'] as Rated[])[0] ?? assert.fail() }));
  const byLine = Map.groupBy(uses.filter(({ rated }) => rated.appliedCustomerBillingRate), ({ rated }) => rated.appliedCustomerBillingRate?.id ?? '');

  test(`the uses behind a line come to its quantity, its price and its steps, seen at ${moment}`, () => {
    assert.ok(byLine.size > 5, `${byLine.size}`);
    for (const rate of of('appliedCustomerBillingRate')) {
      const own = byLine.get(rate.id);
      if (!own) continue;
      const list = rate['characteristic'];
      assert.equal(hundredths(own.map(({ body }) => Number(fact(body['usageCharacteristic'], 'quantity')))), cents(Number(fact(list, 'quantity'))));
      const price = cents((rate['taxIncludedAmount'] as { value: number }).value);
      assert.equal(hundredths(own.map(({ rated }) => rated.taxIncludedRatingAmount.value)), price);
      const steps = (fact(list, 'tiers') ?? []) as Step[];
      assert.equal(hundredths(steps.map(({ amount }) => amount)), price, 'the steps of the line come to its price');
      for (const { each, amount } of steps) {
        const there: Step[] = own.flatMap(({ rated }) => rated.tiers ?? []).filter((step) => step.each === each);
        assert.equal(hundredths(there.map((step) => step.amount)), cents(amount), `what was used at ${each}`);
      }
    }
  });

  test(`every use lies in the period of its line and none in the future, seen at ${moment}`, () => {
    const rates = new Map(of('appliedCustomerBillingRate').map((rate) => [rate.id, rate]));
    for (const { body, rated } of uses) {
      const at = String(body['usageDate']);
      assert.ok(at <= moment, `${body.id} ${at}`);
      const rate = rates.get(rated.appliedCustomerBillingRate?.id ?? '');
      if (!rate) continue;
      const { startDateTime, endDateTime } = rate['periodCoverage'] as { startDateTime: string; endDateTime: string };
      assert.ok(startDateTime <= at && at < endDateTime, `${at} in ${startDateTime} ${endDateTime}`);
      assert.equal(body['status'], rate['isBilled'] === true ? 'billed' : 'rated');
      assert.deepEqual([rated.productRef.id, rated.offerTariffType], [(rate['product'] as Resource).id, rate['name']]);
    }
  });

  test(`the days of an allowance come to what is used of it, seen at ${moment}`, () => {
    for (const bucket of of('bucket').filter(({ isShared }) => isShared !== true)) {
      const product = (bucket['product'] as Resource[])[0]?.id;
      const days = uses.filter(({ rated }) => rated.productRef.id === product && rated.appliedCustomerBillingRate === undefined);
      const [counter] = bucket['bucketCounter'] as { value: { amount: number } }[];
      assert.equal(hundredths(days.map(({ rated }) => rated.includedQuantity)), cents(counter?.value.amount ?? NaN));
      const keys = days.map(({ body }) => `${localDate(Date.parse(String(body['usageDate'])), ZONE)} ${String(fact(body['usageCharacteristic'], 'roaming'))}`);
      assert.equal(new Set(keys).size, keys.length, 'one record a day and place');
    }
  });

  test(`who uses a line and who pays for it are named, seen at ${moment}`, () => {
    for (const { body } of uses) {
      assert.deepEqual((body['relatedParty'] as { role: string }[]).map(({ role }) => role), ['user', 'customer']);
      assert.ok((body['billingAccount'] as Resource).id);
    }
  });
}

test('where more is paid for, the allowance is used up', () => {
  const records = [...generateWorld({ seed: 1, customers: 25, now: new Date('2026-11-21T22:00:00.000Z') }).records];
  const of = (resource: string): Resource[] => records.filter((record) => record.resource === resource).map(({ body }) => body);
  const extra = of('appliedCustomerBillingRate').filter(({ name, isBilled }) => name === 'Extra data' && isBilled === false);
  assert.ok(extra.length > 0);
  for (const rate of extra) {
    const bucket = of('bucket').find(({ isShared, product }) => isShared !== true && (product as Resource[])[0]?.id === (rate['product'] as Resource).id);
    assert.equal((bucket?.['remainingValue'] as { amount: number } | undefined)?.amount ?? 0, 0);
    assert.ok(Number(fact(rate['characteristic'], 'includedQuantity')) > 0);
  }
});
