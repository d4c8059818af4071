import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Cart, OfferList, Order, ProductList, Ticket } from '@faceplate/contracts';
import { anOperator, withoutTrace } from '../../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;
const PEOPLE = ['ada', 'bilal', 'chiara', 'daniel'] as const;
type Name = (typeof PEOPLE)[number];

const LISTS = ['/accounts', '/bills', '/orders', '/products', '/offers', '/guide', '/cart', '/tickets', '/service-levels', '/interactions'];

interface Listed {
  items?: { id: string }[];
  rows?: { service: { id: string } }[];
  months?: string[];
}

/** Each list, and some of the records in it one by one. */
async function pathsFor(operator: Operator, name: Name): Promise<string[]> {
  const paths = await Promise.all(
    LISTS.map(async (path) => {
      const { body } = await operator.as(name)<Listed>(path);
      const single = ['/bills', '/orders', '/tickets'].includes(path) ? (body.items ?? []).slice(0, 12).map(({ id }) => `${path}/${id}`) : [];
      const months = (body.rows ?? []).slice(0, 3).flatMap(({ service }) => (body.months ?? []).slice(-2).map((month) => `/service-levels/${service.id}/${month}`));
      return [path, ...single, ...months];
    }),
  );
  return paths.flat();
}

/** An answer without the trace; of a cart, which is made on first sight, without the id the BSS chose for it. */
async function answerOf(operator: Operator, name: Name, path: string) {
  const { status, headers, body } = await withoutTrace((await operator.as(name)(path)).response);
  if (path !== '/cart') return { status, headers, body };
  return { status, headers: { ...headers, etag: '' }, body: body.replace(/^\{"id":"[^"]*"/, '{') };
}

const key = (step: number) => `00000000-0000-4000-8000-00000000000${step}`;

/** Everything a customer can make, made by the same keys: what is answered, and what the BSS keeps of it. */
async function shop({ as, store }: Operator) {
  const ada = as('ada');
  const offers = (await ada<OfferList>('/offers')).body.items.filter(({ obstacles }) => obstacles.length === 0);
  const { body: cart } = await ada<Cart>('/cart/items', { body: { offerId: offers[0]?.id, quantity: 1 }, key: key(1) });
  const accountId = (await ada<Listed>('/accounts')).body.items?.[0]?.id;
  const ordered = await ada<Order>('/orders', { body: { cartId: cart.id, accountId }, key: key(2) });
  const productId = (await ada<ProductList>('/products')).body.items[0]?.id;
  const words = { kind: 'incident', severity: 'major', title: 'No signal', description: 'Since this morning.', productId };
  const { body: ticket } = await ada<Ticket>('/tickets', { body: words, key: key(3) });
  const noted = await ada<Ticket>(`/tickets/${ticket.id}/notes`, { body: { text: 'Still none.' }, key: key(4) });
  const kept = async (resource: string, id: string) => (await store.read().get(resource, id))?.body;
  return {
    statuses: [ordered.status, noted.status],
    answers: [{ ...cart, id: '' }, { ...ordered.body, id: '' }, { ...noted.body, id: '' }],
    stored: (await Promise.all([kept('shoppingCart', cart.id), kept('productOrder', ordered.body.id), kept('troubleTicket', ticket.id)])).map((body) => ({ ...body, id: '', href: '' })),
  };
}

describe('the same world asked in v4 and in v5', () => {
  let both: readonly [Operator, Operator];

  before(async () => {
    both = await Promise.all([anOperator({ version: 'v4' }), anOperator({ version: 'v5' })]);
  });

  for (const name of PEOPLE) {
    test(`shows ${name} the same, byte for byte`, async () => {
      const [older, newer] = both;
      assert.deepEqual(newer.subjects[name], older.subjects[name]);
      for (const path of await pathsFor(older, name)) {
        assert.deepEqual(await answerOf(newer, name, path), await answerOf(older, name, path), path);
      }
      for (const { url } of newer.asked) assert.match(new URL(url).pathname, /\/v5\/|(slaManagement|usageManagement|appointment)\/v4/);
    });
  }

  test('takes the same orders, tickets and notes, and keeps the same of them', async () => {
    const [inV4, inV5] = await Promise.all(both.map(shop));
    assert.deepEqual(inV4?.statuses, [201, 200]);
    assert.deepEqual(inV5, inV4);
  });
});
