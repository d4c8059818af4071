import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, OfferList, Order, Problem } from '@faceplate/contracts';
import { type Answer, anOperator, type Meddle } from '../testing/operator.ts';

const CARD = '4111111111111111';
const REFUSED = '4000000000000002';

type Pass = (request: Request) => Promise<Response>;

/** Between the gateway and whom it asks: once, what a test says. */
function aLine() {
  let fault: ((request: Request, pass: Pass) => Promise<Response>) | undefined;
  const once = async (request: Request, pass: Pass, isIt: (request: Request) => boolean): Promise<Response | undefined> => {
    if (!fault || !isIt(request)) return undefined;
    const now = fault;
    fault = undefined;
    return now(request, pass);
  };
  return { once, breaks: (how: typeof fault) => (fault = how) };
}

const cutBefore = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));
const cutAfter = async (request: Request, pass: Pass): Promise<Response> => {
  await pass(request);
  throw new TypeError('fetch failed');
};

/** Ada's order of a device, sent with the wish to pay now, and given up at the provider. */
async function notPaid() {
  const [atBss, atProvider] = [aLine(), aLine()];
  const meddle: Meddle = (request, pass) => atBss.once(request, pass, ({ method, url }) => method === 'PATCH' && url.includes('/productOrder/'));
  const operator = await anOperator({
    meddle,
    paying: { meddle: async (request, pass) => (await atProvider.once(request, pass, ({ method }) => method === 'POST')) ?? pass(request) },
  });
  const ada = operator.as('ada');
  const { items } = (await ada<OfferList>('/offers')).body;
  const offer = items.find(({ obstacles, price, lineOfBusiness }) => obstacles.length === 0 && lineOfBusiness === 'device' && price.once.amount > 0) ?? assert.fail('nothing costs at once');
  const cart = (await ada<Cart>('/cart/items', { body: { offerId: offer.id, quantity: 1 } })).body;
  const account = (await ada<{ items: { id: string }[] }>('/accounts')).body.items[0]?.id ?? '';
  const { id, payment } = (await ada<Order>('/orders', { body: { cartId: cart.id, accountId: account, pay: { back: '/cart/done' } } })).body;
  const first = payment?.action?.url ?? assert.fail('there is nowhere to pay');
  const { payer, psp, desk, vault } = operator.payments;
  const wait = async (milliseconds: number) => {
    operator.time.now = new Date(operator.time.now.getTime() + milliseconds);
    await psp.tick();
    await desk.sweep();
  };
  const order = async () => (await ada<Order>(`/orders/${id}`)).body;
  const again = (key?: string): Promise<Answer<Order & Problem>> => ada<Order & Problem>(`/orders/${id}/payment`, { body: { back: `/orders/${id}` }, ...(key !== undefined && { key }) });
  /** What the provider took, and what billing has of it. */
  const taken = async () => {
    const payments = (await operator.store.read().list('payment', { limit: 5_000 })).rows.filter(({ body }) => String(body['correlatorId']).startsWith('pay-'));
    return { charges: (await vault.charges()).map(({ amount }) => amount.amount), payments: payments.length };
  };
  return { operator, ada, account, id, once: cart.once, first, payer, wait, order, again, taken, atBss, atProvider };
}

async function givenUp() {
  const bought = await notPaid();
  await bought.payer.pay(bought.first, REFUSED);
  await bought.payer.leave(bought.first);
  await bought.wait(5_000);
  return bought;
}

const paymentIn = ({ payment }: Order) => payment ?? assert.fail('nothing is to be paid');

/** The payments that the operator's order names, the newest first. */
async function named(store: { read(): { get(resource: string, id: string): Promise<{ body: { [name: string]: unknown } } | undefined> } }, orderId: string): Promise<string[]> {
  const order = await store.read().get('productOrder', orderId);
  return ((order?.body['payment'] ?? []) as { id: string }[]).map(({ id }) => id);
}

const linkOf = ({ payment }: Order): string => payment?.action?.url ?? assert.fail('there is nowhere to pay');

test('what came to nothing is begun anew, once, and the order names both', async () => {
  const { operator, id, once, first, payer, wait, order, again, taken } = await givenUp();
  const before = paymentIn(await order());
  assert.deepEqual([before.status, before.again], ['failed', true]);
  const { body } = await again();
  const now = paymentIn(body);
  assert.deepEqual([now.status, now.again, now.amount], ['needs-you', undefined, once]);
  assert.notEqual(linkOf(body), first);
  assert.deepEqual(await named(operator.store, id), [now.id, before.id]);
  await payer.pay(first, CARD);
  await payer.pay(linkOf(body), CARD);
  await wait(5_000);
  assert.equal((await order()).payment?.status, 'paid');
  assert.deepEqual(await taken(), { charges: [once.amount], payments: 1 });
  // Asked for again when it is paid, nothing is begun.
  assert.equal((await again()).body.payment?.status, 'paid');
  assert.equal((await taken()).charges.length, 1);
});

test('nothing is begun beside a payment that is on its way', async () => {
  const { first, again, payer, wait, taken } = await notPaid();
  const { status, body } = await again();
  assert.deepEqual([status, linkOf(body)], [200, first]);
  await payer.pay(first, CARD);
  await wait(5_000);
  assert.equal((await taken()).charges.length, 1);
});

test('two tabs at once begin one', async () => {
  const { payer, again, wait, taken } = await givenUp();
  const links = new Set((await Promise.all([again(), again(), again()])).map(({ body }) => linkOf(body)));
  assert.equal(links.size, 1);
  for (const link of links) await payer.pay(link, CARD);
  await wait(5_000);
  assert.equal((await taken()).charges.length, 1);
});

for (const where of ['atBss', 'atProvider'] as const) {
  for (const [what, fault] of Object.entries({ 'never sent': cutBefore, 'done, and its answer lost': cutAfter })) {
    for (const key of ['the same key', 'another key']) {
      test(`one charge, with a call ${where === 'atBss' ? 'to the operator' : 'to the provider'} ${what}, tried again under ${key}`, async () => {
        const { payer, wait, order, again, taken, once, ...line } = await givenUp();
        line[where].breaks(fault);
        const under = crypto.randomUUID();
        const links = new Set<string>();
        const keep = ({ body }: { body: Order }) => body.payment?.action && links.add(body.payment.action.url);
        keep(await again(under));
        for (let tries = 0; tries < 4 && (await order()).payment?.status !== 'needs-you'; tries += 1) {
          // What was written down and never asked for is given up after a minute.
          if (tries > 0) await wait(61_000);
          keep(await again(key === 'the same key' ? under : crypto.randomUUID()));
        }
        keep({ body: await order() });
        assert.ok(links.size >= 1);
        for (const link of links) await payer.pay(link, CARD);
        await wait(61_000);
        assert.equal((await order()).payment?.status, 'paid');
        assert.deepEqual(await taken(), { charges: [once.amount], payments: 1 });
      });
    }
  }
}

test('once a bill has come the sum may stand on it, and is not paid by itself', async () => {
  const { operator, account, again, taken } = await givenUp();
  await operator.store.transaction((tx) => tx.put('customerBill', { id: 'since', billNo: 'B-1', billDate: '2027-12-01T00:00:00.000Z', state: 'sent', billingAccount: { id: account } }));
  const { status, body } = await again();
  assert.deepEqual([status, body.code], [409, 'order-not-payable']);
  assert.equal((await taken()).charges.length, 0);
});

test('lines that were called off are not paid for', async () => {
  const { ada, id, again } = await givenUp();
  assert.equal((await ada<Order>(`/orders/${id}/cancel`, { body: {} })).status, 200);
  const { status, body } = await again();
  assert.deepEqual([status, body.code], [409, 'order-not-payable']);
});

test('what the provider took after all is found before another is begun', async () => {
  const { operator, id, again, order, wait, taken } = await givenUp();
  const { store } = operator.payments.desk;
  const known = await store.read((await order()).payment?.id ?? '');
  assert.ok(known);
  // The provider tells of it late, and under the same reference.
  const { provider } = operator.payments.desk;
  const find = provider.find.bind(provider);
  provider.find = async (reference) => {
    const said = await find(reference);
    return reference === known.id && said ? { ...said, state: 'succeeded' } : said;
  };
  assert.notEqual((await again()).body.payment?.status, 'needs-you');
  await wait(5_000);
  assert.equal((await order()).payment?.status, 'paid');
  assert.equal((await taken()).payments, 1);
  assert.deepEqual(await named(operator.store, id), [known.id]);
});

test('whoever sees the order and may not pay is not asked to, and cannot', async () => {
  const { operator, id } = await givenUp();
  const { status } = await operator.as('bilal')(`/orders/${id}/payment`, { body: {} });
  assert.equal(status, 404);
});
