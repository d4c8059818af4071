import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, OfferList, Order, PaymentStatus } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

const REFUSED = '4000000000000002';
const HOUR = 3_600_000;

/** Ada's order of something that costs at once, sent with the wish to pay now; what becomes of it at the provider is the test's. */
async function toBePaid() {
  const operator = await anOperator();
  const ada = operator.as('ada');
  const { items } = (await ada<OfferList>('/offers')).body;
  const offer = items.find(({ obstacles, price, lineOfBusiness }) => obstacles.length === 0 && lineOfBusiness === 'device' && price.once.amount > 0) ?? assert.fail('nothing costs at once');
  const cart = (await ada<Cart>('/cart/items', { body: { offerId: offer.id, quantity: 1 } })).body;
  const account = (await ada<{ items: { id: string }[] }>('/accounts')).body.items[0]?.id ?? '';
  const { status, body } = await ada<Order>('/orders', { body: { cartId: cart.id, accountId: account, pay: { back: '/cart/done' } } });
  assert.equal(status, 201);
  const url = body.payment?.action?.url ?? assert.fail('there is nowhere to pay');
  const order = async () => (await ada<Order>(`/orders/${body.id}`)).body;
  const { payer, psp, desk } = operator.payments;
  const wait = async (milliseconds: number) => {
    operator.time.now = new Date(operator.time.now.getTime() + milliseconds);
    await psp.tick();
    await desk.sweep();
  };
  return { operator, account, once: cart.once, number: body.number, url, order, payer, wait };
}

type Bought = Awaited<ReturnType<typeof toBePaid>>;

interface Rate {
  taxIncludedAmount?: { value: number };
}

/** The operator goes on as if nothing were owed, has no payment of it, and puts the sum on the next bill. */
async function standsUnpaid({ operator, account, once, order }: Bought): Promise<void> {
  const { store } = operator;
  const paid = (await store.read().list('payment', { limit: 5_000 })).rows.filter(({ body }) => String(body['correlatorId']).startsWith('pay-'));
  assert.deepEqual(paid, []);
  const billed = async () => (await store.read().list('appliedCustomerBillingRate', { limit: 20_000 })).rows.filter(({ body }) => (body as unknown as Rate).taxIncludedAmount?.value === once.amount / 100).length;
  const before = await billed();
  for (let hours = 0; hours < 400 && (await order()).stage !== 'done'; hours += 1) await operator.later(HOUR);
  assert.equal((await order()).stage, 'done');
  const body = JSON.stringify({ billingAccount: { id: account } });
  const headers = { 'content-type': 'application/json' };
  const answer = await operator.bss.fetch(new Request('http://bss.internal/tmf-api/customerBillManagement/v4/customerBillOnDemand', { method: 'POST', headers, body }));
  assert.equal(answer.status, 201, await answer.clone().text());
  await operator.later(HOUR);
  assert.equal((await billed()) - before, 1, 'it is not on the next bill');
}

const statusOf = ({ payment }: Order): PaymentStatus | undefined => payment?.status;

test('a payment page that was closed can be gone back to; given up, the order stands and the sum is on the next bill', async () => {
  const bought = await toBePaid();
  const { order, url, wait } = bought;
  await wait(29 * 60_000);
  assert.deepEqual([statusOf(await order()), (await order()).payment?.action?.url], ['needs-you', url]);
  await wait(2 * 60_000);
  assert.deepEqual([statusOf(await order()), (await order()).payment?.action], ['abandoned', undefined]);
  await standsUnpaid(bought);
});

test('a card that is refused leaves the order standing, and the sum on the next bill', async () => {
  const bought = await toBePaid();
  const { order, url, payer, wait } = bought;
  assert.equal(await payer.pay(url, REFUSED), undefined);
  assert.equal(statusOf(await order()), 'needs-you', 'another card may still be tried');
  await payer.leave(url);
  await wait(5_000);
  assert.equal(statusOf(await order()), 'failed');
  await standsUnpaid(bought);
});

test('what is paid is told with the order, and is one payment on its account', async () => {
  const { operator, account, order, url, payer, wait } = await toBePaid();
  await payer.pay(url, '4111111111111111');
  await wait(5_000);
  assert.equal(statusOf(await order()), 'paid');
  const [payment] = (await operator.store.read().list('payment', { limit: 5_000 })).rows.filter(({ body }) => String(body['correlatorId']).startsWith('pay-'));
  assert.ok(JSON.stringify(payment).includes(account));
});
