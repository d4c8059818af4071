import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, all, balanceOf, benchWith, DAY, figures, product, read, settle } from '../testing/money.seed.ts';
import { cycleNamed } from '../customer-bill/period.ts';
import { runCycle } from '../customer-bill/run.ts';
import type { Resource } from '../store/store.ts';
import { type Bench, pathOf } from '../testing/bench.ts';

const ACCOUNT = 'acct22222222';
const card = { id: 'card22222222', '@type': 'tokenizedCard', name: 'Card', status: 'active', token: 'tok_1', lastFourDigits: '4242', expirationDate: '2030-01-31T00:00:00.000Z', account: [{ id: ACCOUNT }] };
const euros = (value: number) => ({ unit: 'EUR', value });

/** An account with the bills of September and October, 29.75 each. */
async function withBills(): Promise<Bench & { bills: string[] }> {
  const bss = await benchWith({ billingAccount: [account()], product: [product()], paymentMethod: [card] });
  const bills: string[] = [];
  for (const name of ['2026-09', '2026-10']) {
    const cycle = cycleNamed(name) ?? assert.fail();
    bills.push((await bss.store.transaction((tx) => runCycle({ tx, now: new Date(cycle.to) }, ACCOUNT, cycle))) ?? '');
  }
  return { ...bss, bills };
}

const aPayment = (value: number, more: object = {}) => ({ account: { id: ACCOUNT }, paymentMethod: { id: card.id }, totalAmount: euros(value), ...more });
const item = (id: string, value?: number) => ({ item: { id }, ...(value !== undefined && { amount: euros(value) }) });
const left = async (bss: Bench, id: string | undefined) => {
  const bill = await read(bss, 'customerBill', id ?? '');
  return [bill['state'], (bill['remainingAmount'] as { value: number }).value];
};

/** Posts and lets the back office do its part. */
async function pay(bss: Bench, body: object): Promise<Resource> {
  const { id } = await bss.make('payment', body);
  await settle(bss);
  return read(bss, 'payment', id);
}

async function refund(bss: Bench, payment: Resource, value: number): Promise<Resource> {
  const { id } = await bss.make('refund', { account: { id: ACCOUNT }, paymentMethod: {}, totalAmount: euros(value), payment: { id: payment.id } });
  await settle(bss);
  return read(bss, 'refund', id);
}

describe('a payment', () => {
  it('is authorized, captured and taken for the oldest bills; what is left over stays as credit', async () => {
    const bss = await withBills();
    const { id } = await bss.make('payment', aPayment(70));
    const seen = [];
    for (let step = 0; step < 3; step += 1) {
      seen.push((await read(bss, 'payment', id))['status']);
      bss.later(9_000);
      await bss.tick();
    }
    assert.deepEqual(seen, ['pendingAuthorization', 'authorized', 'captured']);
    assert.deepEqual(await left(bss, bss.bills[0]), ['settled', 0]);
    // The second bill has the fee for the first one, which was late.
    assert.deepEqual(await left(bss, bss.bills[1]), ['settled', 0]);
    assert.deepEqual(await figures(bss), { due: 0, overdue: 0, credit: 7, unbilled: 29.75 });
    assert.deepEqual(await Promise.all(['cash', `receivable/${ACCOUNT}`, `unapplied/${ACCOUNT}`].map((name) => balanceOf(bss, name))), [7000n, 0n, -700n]);
    const bill = await read(bss, 'customerBill', bss.bills[0] ?? '');
    assert.equal((bill['appliedPayment'] as { payment: Resource }[])[0]?.payment.id, id);
  });

  it('goes to the bills it names, as much as it says', async () => {
    const bss = await withBills();
    const [first = '', second = ''] = bss.bills;
    await pay(bss, aPayment(30, { paymentItem: [item(second, 20), item(first, 10)] }));
    assert.deepEqual([await left(bss, first), await left(bss, second)], [['partiallyPaid', 19.75], ['partiallyPaid', 13.25]]);
    await pay(bss, aPayment(13.25, { paymentItem: [item(second)] }));
    assert.deepEqual(await left(bss, second), ['settled', 0]);
  });

  it('stays pending for ever without an amount or a method', async () => {
    const bss = await withBills();
    const empty = await pay(bss, aPayment(0, { totalAmount: {} }));
    const unpaid = await pay(bss, aPayment(5, { paymentMethod: {} }));
    assert.deepEqual([empty['status'], unpaid['status']], ['pendingAuthorization', 'pendingAuthorization']);
    assert.equal(await balanceOf(bss, 'cash'), 0n);
  });

  it('is denied with a reason where it cannot be taken', async () => {
    const bss = await withBills();
    await bss.store.load([
      { resource: 'paymentMethod', body: { ...card, id: 'old222222222', expirationDate: '2024-01-31T00:00:00.000Z' } },
      { resource: 'paymentMethod', body: { ...card, id: 'other2222222', account: [{ id: 'somebody2222' }] } },
    ]);
    const denied = [
      aPayment(5, { account: { id: 'nobody222222' } }),
      aPayment(-5),
      aPayment(5, { totalAmount: { unit: 'USD', value: 5 } }),
      aPayment(0.001),
      aPayment(5, { paymentMethod: { id: 'unknown22222' } }),
      aPayment(5, { paymentMethod: { id: 'old222222222' } }),
      aPayment(5, { paymentMethod: { id: 'other2222222' } }),
    ];
    for (const body of denied) {
      const payment = await pay(bss, body);
      assert.equal(payment['status'], 'denied', JSON.stringify(body));
      assert.match(String(payment['statusReason']), /\w{3,}.*\.$/);
    }
    assert.equal(await balanceOf(bss, 'cash'), 0n);
    const letters = await all(bss, 'communicationMessage');
    assert.equal(letters.length, denied.length - 1, 'one for each but that of nobody');
    assert.match(String(letters[0]?.['content']), /Your payment did not go through\. .*amount.*Please/);
  });

  it('under one correlatorId is one payment, however often it is sent', async () => {
    const bss = await withBills();
    const body = aPayment(10, { correlatorId: 'mine-1' });
    const first = await pay(bss, body);
    const latest = await bss.store.changes.latest();
    const again = await bss.make('payment', body);
    await settle(bss);
    assert.equal(again.id, first.id);
    assert.equal(await bss.store.changes.latest(), latest);
    assert.equal(await balanceOf(bss, 'cash'), 1000n);
    assert.equal((await bss.ask('POST', pathOf('payment'), aPayment(11, { correlatorId: 'mine-1' }))).status, 409);
  });

  it('that a bank takes back leaves its bills owed again', async () => {
    const bss = await withBills();
    const lever = benchLever(bss);
    const payment = await pay(bss, aPayment(70));
    await lever(payment.id);
    assert.equal((await read(bss, 'payment', payment.id))['status'], 'failed');
    assert.deepEqual([await left(bss, bss.bills[0]), await left(bss, bss.bills[1])], [['sent', 29.75], ['sent', 33.25]]);
    assert.deepEqual(await figures(bss), { due: 63, overdue: 63, credit: 0, unbilled: 29.75 });
    assert.equal(await balanceOf(bss, 'cash'), 0n);
  });

  it('that comes back after its credit was used is owed on the next bill', async () => {
    const bss = await withBills();
    const payment = await pay(bss, aPayment(70));
    const cycle = cycleNamed('2026-11') ?? assert.fail();
    const now = new Date(cycle.to);
    const bill = await bss.store.transaction((tx) => runCycle({ tx, now }, ACCOUNT, cycle));
    assert.deepEqual(await left(bss, bill), ['partiallyPaid', 22.75]);
    bss.later(11 * DAY);
    await benchLever(bss)(payment.id);
    assert.equal(await balanceOf(bss, `deferred/${ACCOUNT}`), 700n);
    const next = cycleNamed('2026-12') ?? assert.fail();
    const after = await bss.store.transaction((tx) => runCycle({ tx, now: new Date(next.to) }, ACCOUNT, next));
    const lines = (await all(bss, 'appliedCustomerBillingRate')).filter((rate) => (rate['bill'] as Resource | undefined)?.id === after);
    assert.ok(lines.some((line) => line['name'] === 'Payment taken back by your bank' && (line['taxIncludedAmount'] as { value: number }).value === 7));
    assert.equal(await balanceOf(bss, `deferred/${ACCOUNT}`), 0n);
  });
});

/** Pulls the lever that a bank has. */
function benchLever(bss: Bench) {
  return async (id: string) => {
    const { paymentNoun } = await import('./payment.ts');
    const [lever = assert.fail()] = paymentNoun.levers ?? [];
    const now = new Date('2026-12-02T00:00:00.000Z');
    await bss.store.transaction((tx) => lever.pull({ tx, now }, { params: { id }, body: { reason: 'Not enough money' } }));
  };
}

describe('a refund', () => {
  it('gives back credit first, then opens the bills again', async () => {
    const bss = await withBills();
    const payment = await pay(bss, aPayment(70));
    assert.equal((await refund(bss, payment, 10))['status'], 'done');
    assert.deepEqual(await left(bss, bss.bills[1]), ['partiallyPaid', 3]);
    assert.deepEqual(await figures(bss), { due: 3, overdue: 3, credit: 0, unbilled: 29.75 });
    assert.equal(await balanceOf(bss, 'cash'), 6000n);
  });

  it('is at most what was captured, all of them together', async () => {
    const bss = await withBills();
    const payment = await pay(bss, aPayment(20));
    const ask = (value: number) => bss.ask('POST', pathOf('refund'), { account: { id: ACCOUNT }, paymentMethod: {}, totalAmount: euros(value), payment: { id: payment.id } });
    assert.equal((await ask(20.01)).status, 422);
    assert.equal((await refund(bss, payment, 15))['status'], 'done');
    assert.equal((await ask(5.01)).status, 422);
    assert.match(((await (await ask(6)).json()) as { message: string }).message, /At most 5\.00/);
  });

  it('of two asked for at once gives only what there is', async () => {
    const bss = await withBills();
    const payment = await pay(bss, aPayment(20));
    const body = { account: { id: ACCOUNT }, paymentMethod: {}, totalAmount: euros(15), payment: { id: payment.id } };
    const [one, other] = [await bss.make('refund', body), await bss.make('refund', body)];
    await settle(bss);
    const states = [(await read(bss, 'refund', one.id))['status'], (await read(bss, 'refund', other.id))['status']];
    assert.deepEqual(new Set(states), new Set(['denied', 'done']));
    assert.equal(await balanceOf(bss, 'cash'), 500n);
  });

  it('without a payment or an amount stays as it is', async () => {
    const bss = await withBills();
    const { id } = await bss.make('refund', { account: { id: ACCOUNT }, paymentMethod: {}, totalAmount: {} });
    await settle(bss);
    assert.equal((await read(bss, 'refund', id))['status'], 'pending');
  });
});

describe('authorizing and initiating', () => {
  it('holds the money first and takes it later', async () => {
    const bss = await withBills();
    const asked = await bss.make('authorizePayment', { authorizedPayment: aPayment(20) });
    await settle(bss);
    const task = await read(bss, 'authorizePayment', asked.id);
    const { id } = task['authorizedPayment'] as Resource;
    assert.deepEqual([task['state'], (await read(bss, 'payment', id))['status']], ['done', 'authorized']);
    await bss.make('initiatePayment', { authorizedPayment: { id } });
    await settle(bss);
    assert.equal((await read(bss, 'payment', id))['status'], 'captured');
    assert.deepEqual(await left(bss, bss.bills[0]), ['partiallyPaid', 9.75]);
  });

  it('says when there is nothing to authorize, and waits for a task that names nothing', async () => {
    const bss = await withBills();
    const wrong = await bss.make('authorizePayment', { authorizedPayment: { id: 'unknown22222' } });
    const empty = await bss.make('initiatePayment', {});
    await settle(bss);
    assert.equal((await read(bss, 'authorizePayment', wrong.id))['state'], 'terminatedWithError');
    assert.equal((await read(bss, 'initiatePayment', empty.id))['state'], 'acknowledged');
  });
});

describe('a payment of before', () => {
  it('is given back from the bill it names, though the bill does not name it', async () => {
    const [total, id] = [euros(29.75), 'oldbill22222'];
    const bill = { id, '@type': 'CustomerBill', state: 'settled', amountDue: total, taxIncludedAmount: total, remainingAmount: euros(0), appliedPayment: [{ appliedAmount: total }], billingAccount: { id: ACCOUNT }, paymentDueDate: '2026-10-14T22:00:00.000Z' };
    const payment = { id: 'oldpay222222', '@type': 'Payment', status: 'captured', account: { id: ACCOUNT }, totalAmount: total, paymentItem: [{ item: { id }, totalAmount: total }] };
    const bss = await benchWith({ billingAccount: [account()], customerBill: [bill], payment: [payment] });
    assert.equal((await refund(bss, payment, 9.75))['status'], 'done');
    assert.deepEqual(await left(bss, id), ['partiallyPaid', 9.75]);
    await benchLever(bss)(payment.id);
    assert.deepEqual(await left(bss, id), ['sent', 29.75]);
    assert.equal(await balanceOf(bss, `receivable/${ACCOUNT}`), 2975n);
  });
});
