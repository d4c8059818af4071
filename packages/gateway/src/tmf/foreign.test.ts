import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { anOperator, heedless, withoutTrace } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;
interface Listed {
  items: { id: string }[];
}

/** Of the shape every id has, and nobody's. */
const NOBODYS = 'zzzzzzzzzzzz';

async function firstOf(operator: Operator, path: string): Promise<string> {
  const { body } = await operator.as('bilal')<Listed>(path);
  const id = body.items[0]?.id;
  assert.ok(id, `the world has no ${path}`);
  return id;
}

describe("what is another customer's", () => {
  let operator: Operator;
  let foreign: Record<string, string>;

  before(async () => {
    operator = await anOperator({ documents: {} });
    const grid = await operator.as('bilal')<{ rows: { service: { id: string } }[] }>('/service-levels');
    foreign = {
      bill: await firstOf(operator, '/bills'),
      account: await firstOf(operator, '/accounts'),
      order: await firstOf(operator, '/orders'),
      product: await firstOf(operator, '/products'),
      ticket: await firstOf(operator, '/tickets'),
      service: grid.body.rows[0]?.service.id ?? '',
      cart: (await operator.as('bilal')<{ id: string }>('/cart')).body.id,
    };
  });

  const addresses: [string, (id: string) => string][] = [
    ['bill', (id) => `/bills/${id}`],
    ['bill', (id) => `/bills/${id}/document`],
    ['account', (id) => `/bills?account=${id}`],
    ['order', (id) => `/orders/${id}`],
    ['ticket', (id) => `/tickets/${id}`],
    ['service', (id) => `/service-levels/${id}/2026-10`],
  ];

  for (const [noun, path] of addresses) {
    test(`GET ${path(':id')} answers as for nothing at all`, async () => {
      const [theirs, nobodys] = await Promise.all([foreign[noun] ?? '', NOBODYS].map(async (id) => (await operator.as('ada')(path(id))).response));
      assert.equal(theirs?.status, 404);
      assert.deepEqual(await withoutTrace(theirs), await withoutTrace(nobodys as Response));
    });
  }

  const ticket = { kind: 'incident', severity: 'major', title: 'No signal', description: 'Since this morning.' };
  const bodies: [string, string, (id: string) => { path: string; body: unknown }][] = [
    ['cart', 'POST /orders with a cart', (cartId) => ({ path: '/orders', body: { cartId, accountId: operator.subjects.ada.accountIds[0] } })],
    ['account', 'POST /orders with an account', (accountId) => ({ path: '/orders', body: { cartId: NOBODYS, accountId } })],
    ['product', 'POST /tickets with a product', (productId) => ({ path: '/tickets', body: { ...ticket, productId } })],
    ['ticket', 'POST a note on a ticket', (id) => ({ path: `/tickets/${id}/notes`, body: { text: 'Hello' } })],
    ['cart', 'DELETE of a line of a cart', (id) => ({ path: `/cart/items/${id}`, body: undefined })],
  ];

  for (const [noun, name, ask] of bodies) {
    test(`${name} answers as for nothing at all`, async () => {
      const [theirs, nobodys] = await Promise.all([foreign[noun] ?? '', NOBODYS].map(async (id) => {
        const { path, body } = ask(id);
        return (await operator.as('ada')(path, { method: body === undefined ? 'DELETE' : 'POST', body })).response;
      }));
      assert.ok(theirs && theirs.status >= 400 && theirs.status < 500, `${theirs?.status}`);
      assert.deepEqual(await withoutTrace(theirs), await withoutTrace(nobodys as Response));
    });
  }

  test('is not changed by trying', async () => {
    const before = await operator.as('bilal')(`/tickets/${foreign['ticket']}`);
    await operator.as('ada')(`/tickets/${foreign['ticket']}/notes`, { body: { text: 'I was here' } });
    assert.deepEqual((await operator.as('bilal')(`/tickets/${foreign['ticket']}`)).body, before.body);
  });

  test("a colleague's cart is as foreign as a stranger's", async () => {
    const { id } = (await operator.as('bilal')<{ id: string }>('/cart')).body;
    operator.subjects.chiara.partyIds.push(operator.subjects.bilal.sub);
    const accountId = operator.subjects.chiara.accountIds[0];
    const { status } = await operator.as('chiara')('/orders', { body: { cartId: id, accountId } });
    assert.equal(status, 422);
  });
});

const lists: [string, string][] = [
  ['/accounts', 'billingAccount'],
  ['/bills', 'customerBill'],
  ['/orders', 'productOrder'],
  ['/products', 'product'],
  ['/tickets', 'troubleTicket'],
  ['/interactions', 'partyInteraction'],
  ['/service-levels', 'sla'],
  ['/service-levels', 'availabilityInterval'],
  ['/offers', 'product'],
  ['/cart', 'shoppingCart'],
];

describe('an upstream that heeds no filter', () => {
  for (const [path, resource] of lists) {
    test(`gives nobody more: ${path} over ${resource}`, async () => {
      const [honest, careless] = await Promise.all([anOperator(), anOperator({ meddle: heedless(resource) })]);
      // Something of somebody else's to find in every collection.
      for (const operator of [honest, careless]) {
        await operator.as('bilal')('/cart');
        await operator.store.transaction((tx) => tx.put('shoppingCart', { id: 'cartofada', cartItem: [], relatedParty: [{ id: operator.subjects.ada.sub }] }));
      }
      const answers = await Promise.all([honest, careless].map(async (operator) => (await operator.as('ada')(path)).body));
      assert.deepEqual(answers[1], answers[0]);
    });
  }

  test('asks nothing at all for somebody without accounts', async () => {
    const operator = await anOperator();
    const { body } = await operator.as('daniel')<Listed>('/bills');
    assert.deepEqual(body, { items: [], total: 0, gaps: [] });
    assert.deepEqual(operator.asked.map(({ url }) => url), []);
  });
});
