import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BillList, Payment, PaymentList, PaymentMeansList, Problem } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

const VISA = '4111111111111111';
const REFUSED = '4000000000000002';
const ASKS = '4000000000020000';
const SLOW = '4000000000030009';

type Operator = Awaited<ReturnType<typeof anOperator>>;

/** Somebody of the world with a bill to pay. */
async function someone(operator: Operator) {
  for (const name of ['ada', 'bilal', 'chiara'] as const) {
    const as = operator.as(name);
    const { body } = await as<BillList>('/bills');
    const open = body.items.filter(({ remaining, status, disputed }) => remaining.amount > 0 && status !== 'on-hold' && !disputed);
    if (open[0]) return { as, name, open, bill: open[0] };
  }
  throw new Error('nobody owes anything');
}

const partOf = ({ id, account, remaining }: BillList['items'][number], amount = remaining.amount) => ({ accountId: account.id, billId: id, amount: { ...remaining, amount } });

const captured = async ({ store }: Operator, correlatorId: string) =>
  (await store.read().list('payment', { limit: 1_000 })).rows.map(({ body }) => body).filter((body) => body['correlatorId'] === correlatorId);

describe('paying', () => {
  it('goes to the provider’s page, and is paid when the provider says so: the bill is settled once', async () => {
    const operator = await anOperator();
    const { as, bill } = await someone(operator);
    const begun = await as<Payment>('/payments', { body: { parts: [partOf(bill)] } });
    assert.equal(begun.status, 201);
    assert.equal(begun.body.status, 'needs-you');
    const url = begun.body.action?.url ?? '';
    assert.match(url, /^http:\/\/pay\.test\/pay\/in_[0-9a-f]{32}$/);
    const back = await operator.payments.payer.pay(url, VISA);
    assert.equal(back, `http://portal.test/payments/${begun.body.id}`);
    await operator.payments.psp.tick();
    const { body: paid } = await as<Payment>(`/payments/${begun.body.id}`);
    assert.equal(paid.status, 'paid');
    assert.deepEqual(paid.means, { kind: 'card', name: 'Visa •••• 1111' });
    assert.equal(paid.parts[0]?.bill?.number, bill.number);
    const booked = await captured(operator, paid.id);
    assert.deepEqual(booked.map(({ status }) => status), ['captured']);
    assert.equal((await operator.payments.vault.charges(paid.id)).length, 1);
    const { body: after } = await as<BillList['items'][number]>(`/bills/${bill.id}`);
    assert.equal(after.remaining.amount, 0);
    assert.equal(after.status, 'paid');
    const { body: list } = await as<PaymentList>('/payments');
    assert.equal(list.items.filter(({ id }) => id === paid.id || booked.some((one) => one.id === id)).length, 1, 'listed once');
  });

  it('is never more than what remains, also where billing says that less than nothing is disputed', async () => {
    const { bill } = await someone(await anOperator());
    const operator = await anOperator({
      change: ({ resource, body }) => {
        if (resource === 'customerBill' && body.id === bill.id) body['disputedAmount'] = { unit: 'EUR', value: -5 };
      },
    });
    const { as } = await someone(operator);
    const { status, body } = await as<Problem>('/payments', { body: { parts: [partOf(bill, bill.remaining.amount + 1)] } });
    assert.deepEqual([status, body.code], [409, 'payment-too-much']);
  });

  it('is asked of the provider when nobody tells: lost news cost nothing', async () => {
    const operator = await anOperator({ paying: { news: async () => new Response(null, { status: 500 }) } });
    const { as, bill } = await someone(operator);
    const { body } = await as<Payment>('/payments', { body: { parts: [partOf(bill)] } });
    await operator.payments.payer.pay(body.action?.url ?? '', VISA);
    assert.equal((await as<Payment>(`/payments/${body.id}`)).body.status, 'paid');
  });

  it('is one payment a key, however often it is sent, and other parts under it are refused', async () => {
    const operator = await anOperator();
    const { as, bill } = await someone(operator);
    const key = crypto.randomUUID();
    const [one, other] = await Promise.all([as<Payment>('/payments', { key, body: { parts: [partOf(bill)] } }), as<Payment>('/payments', { key, body: { parts: [partOf(bill)] } })]);
    const ids = new Set([one, other].filter(({ status }) => status === 201).map(({ body }) => body.id));
    assert.equal(ids.size, 1);
    assert.equal((await as<Problem>('/payments', { key, body: { parts: [partOf(bill, 1)] } })).body.code, 'key-reused');
  });

  it('goes on with what was written down when the provider could not be reached', async () => {
    let away = true;
    const operator = await anOperator({ paying: { meddle: async (request, pass) => (away ? Promise.reject(new TypeError('gone')) : pass(request)) } });
    const { as, bill } = await someone(operator);
    const key = crypto.randomUUID();
    const first = await as<Problem>('/payments', { key, body: { parts: [partOf(bill)] } });
    assert.deepEqual([first.status, first.body.code], [503, 'payment-provider-away']);
    away = false;
    assert.equal((await as<Payment>('/payments', { key, body: { parts: [partOf(bill)] } })).body.status, 'needs-you');
  });

  it('refuses a second payment for the same bill while one is under way, and takes it when that one has ended', async () => {
    const operator = await anOperator();
    const { as, bill } = await someone(operator);
    const { body: first } = await as<Payment>('/payments', { body: { parts: [partOf(bill)] } });
    const second = await as<Problem>('/payments', { body: { parts: [partOf(bill, 1)] } });
    assert.deepEqual([second.status, second.body.code], [409, 'payment-under-way']);
    const ended = await as<Payment>(`/payments/${first.id}/cancel`, { body: {} });
    assert.equal(ended.body.status, 'abandoned');
    assert.equal((await as<Payment>('/payments', { body: { parts: [partOf(bill, 1)] } })).status, 201);
  });

  it('tells what came of it: a refusal, a question of the bank’s, a bank that takes its time', async () => {
    const operator = await anOperator();
    const { as, bill } = await someone(operator);
    const { payer, psp, desk } = operator.payments;
    const pay = async (card: string) => {
      const { body } = await as<Payment>('/payments', { body: { parts: [partOf(bill, 1)] } });
      return { id: body.id, url: body.action?.url ?? '', next: await payer.pay(body.action?.url ?? '', card) };
    };
    const state = async (id: string) => (await as<Payment>(`/payments/${id}`)).body;
    const refused = await pay(REFUSED);
    assert.equal(refused.next, undefined, 'the page stays for another card');
    await payer.leave(refused.url);
    await psp.tick();
    const failed = await state(refused.id);
    assert.deepEqual([failed.status, failed.why], ['failed', 'There was not enough money on the card.']);

    const asked = await pay(ASKS);
    assert.match(asked.next ?? '', /\/challenge\//);
    await payer.confirm(asked.next ?? '', false);
    await psp.tick();
    assert.equal((await state(asked.id)).why, 'The payment was not confirmed at the bank.');

    const slow = await pay(SLOW);
    assert.equal((await state(slow.id)).status, 'processing');
    const stopped = await as<Problem>(`/payments/${slow.id}/cancel`, { body: {} });
    assert.equal(stopped.body.code, 'payment-not-open');
    operator.time.now = new Date(operator.time.now.getTime() + 11_000);
    await psp.tick();
    await desk.sweep();
    assert.equal((await state(slow.id)).status, 'paid');
  });

  it('keeps a card at the provider, and pays with it without a page', async () => {
    const operator = await anOperator();
    const { as, bill } = await someone(operator);
    const { body } = await as<Payment>('/payments', { body: { parts: [partOf(bill, 1)], keep: true } });
    await operator.payments.payer.pay(body.action?.url ?? '', VISA, { keep: true });
    const { body: means } = await as<PaymentMeansList>('/payment-means');
    const kept = means.items.find(({ usable }) => usable);
    assert.equal(kept?.name, 'Visa •••• 1111');
    const { body: paid } = await as<Payment>('/payments', { body: { parts: [partOf(bill, 1)], meansId: kept?.id } });
    assert.equal(paid.status, 'paid');
    const strange = await as<Payment>('/payments', { body: { parts: [partOf(bill, 1)], meansId: 'card_of_somebody_else' } });
    assert.deepEqual([strange.body.status, strange.body.why], ['failed', 'This way to pay is not kept any more.']);
  });
});

describe('what is refused before anything moves', () => {
  it('more than is due, another’s bill, another account, nothing, two currencies, a bill twice', async () => {
    const operator = await anOperator();
    const { as, name, bill } = await someone(operator);
    const stranger = operator.as(name === 'ada' ? 'bilal' : 'ada');
    const ask = (parts: object[], who = as) => who<Problem>('/payments', { body: { parts } });
    const part = partOf(bill);
    const codes = await Promise.all([
      ask([partOf(bill, bill.remaining.amount + 1)]),
      ask([part], stranger),
      ask([{ ...part, billId: 'no-such-bill' }]),
      ask([{ ...part, accountId: 'another' }]),
      ask([partOf(bill, 0)]),
      ask([partOf(bill, -5)]),
      ask([part, { accountId: part.accountId, amount: { amount: 5, currency: 'USD' } }]),
      ask([part, part]),
    ]);
    assert.deepEqual(codes.map(({ body }) => body.code), ['payment-too-much', 'not-found', 'not-found', 'not-found', 'invalid-request', 'invalid-request', 'invalid-request', 'invalid-request']);
    assert.equal(codes[0]?.body.errors?.[0]?.path, 'parts.0.amount');
    assert.equal((await operator.payments.desk.store.of([part.accountId], 10)).length, 0);
  });

  it('shows a payment to nobody but those whose accounts it is for', async () => {
    const operator = await anOperator();
    const { as, name, bill } = await someone(operator);
    const { body } = await as<Payment>('/payments', { body: { parts: [partOf(bill)] } });
    const stranger = operator.as(name === 'ada' ? 'bilal' : 'ada');
    assert.equal((await stranger(`/payments/${body.id}`)).status, 404);
    assert.equal((await stranger(`/payments/${body.id}/cancel`, { body: {} })).status, 404);
    assert.equal((await stranger<PaymentList>('/payments')).body.items.filter(({ id }) => id === body.id).length, 0);
  });
});

describe('an amount for an account', () => {
  it('pays the oldest bills first', async () => {
    const operator = await anOperator();
    const { as, bill, open } = await someone(operator);
    const { body } = await as<Payment>('/payments', { body: { parts: [{ accountId: bill.account.id, amount: { ...bill.remaining, amount: 3 } }] } });
    const oldest = open.filter(({ account }) => account.id === bill.account.id).toSorted((one, other) => one.due.localeCompare(other.due))[0];
    assert.deepEqual(body.parts.map((part) => [part.bill?.number, part.amount.amount]), [[oldest?.number, 3]]);
  });
});
