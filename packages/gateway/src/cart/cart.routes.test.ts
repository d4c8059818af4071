import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, Offer, OfferList, Problem } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { anOperator, type Answer, down } from '../testing/operator.ts';

async function withOffers() {
  const operator = await anOperator();
  const { items } = (await operator.as('ada')<OfferList>('/offers')).body;
  const free = items.filter(({ obstacles }) => obstacles.length === 0);
  const barred = (code: string) => items.find(({ obstacles }) => obstacles[0]?.code === code);
  const add = <Body = Cart>(offerId: string | undefined, quantity = 1): Promise<Answer<Body>> => operator.as('ada')<Body>('/cart/items', { body: { offerId, quantity } });
  return { operator, free, barred, add };
}

const first = (offers: Offer[]): Offer => offers[0] ?? assert.fail('nothing is on sale');

test('a cart is made on first sight and is the same on the second', async () => {
  const operator = await anOperator();
  const one = (await operator.as('ada')<Cart>('/cart')).body;
  assert.deepEqual(one.items, []);
  assert.equal((await operator.as('ada')<Cart>('/cart')).body.id, one.id);
  assert.notEqual((await operator.as('bilal')<Cart>('/cart')).body.id, one.id);
});

test('puts offers in at the price of the catalogue, and adds up', async () => {
  const { free, add } = await withOffers();
  const offer = free.find(({ price }) => price.once.amount > 0) ?? first(free);
  await add(free.find(({ id }) => id !== offer.id)?.id);
  const { status, body } = await add(offer.id, 2);
  assert.equal(status, 200);
  const line = body.items.find(({ offerId }) => offerId === offer.id);
  assert.equal(line?.monthly.amount, 2 * offer.price.monthly.amount);
  assert.equal(line?.once.amount, 2 * offer.price.once.amount);
  assert.deepEqual(body.monthly, sum(body.items.map(({ monthly }) => monthly), 'EUR'));
});

test('the same offer twice is one line, and at most twenty', async () => {
  const { free, add } = await withOffers();
  const { id } = first(free);
  await add(id, 15);
  assert.deepEqual((await add(id, 5)).body.items.map(({ quantity }) => quantity), [20]);
  const { status, body } = await add<Problem>(id, 1);
  assert.equal(status, 422);
  assert.equal(body.errors?.[0]?.path, 'quantity');
});

test('a repeated click adds once', async () => {
  const { operator, free } = await withOffers();
  const request = { body: { offerId: first(free).id, quantity: 1 }, key: crypto.randomUUID() };
  const one = await operator.as('ada')<Cart>('/cart/items', request);
  const other = await operator.as('ada')<Cart>('/cart/items', request);
  assert.deepEqual(other.body, one.body);
  assert.equal((await operator.as('ada')<Cart>('/cart')).body.items[0]?.quantity, 1);
});

test('a click repeated after its answer was lost adds once', async () => {
  let lost = 0;
  const operator = await anOperator({
    meddle: async (request, pass) => {
      if (request.method !== 'PATCH' || lost !== 1) return undefined;
      lost = 2;
      await pass(request);
      return new Response('<html>Bad gateway</html>', { status: 502 });
    },
  });
  const offerId = (await operator.as('ada')<OfferList>('/offers')).body.items.find(({ obstacles }) => obstacles.length === 0)?.id;
  for (const total of [2, 4]) {
    const request = { body: { offerId, quantity: 2 }, key: crypto.randomUUID() };
    lost = 1;
    assert.equal((await operator.as('ada')('/cart/items', request)).status, 503);
    const { body } = await operator.as('ada')<Cart>('/cart/items', request);
    assert.deepEqual(body.items.map(({ quantity }) => quantity), [total]);
  }
});

test('ten tabs at once make one cart and lose nothing', async () => {
  const { operator, free } = await withOffers();
  const offers = free.slice(0, 10).map(({ id }) => id);
  const added = await Promise.all(offers.map((offerId) => operator.as('ada')('/cart/items', { body: { offerId, quantity: 1 } })));
  const wanted = added.filter(({ status }) => status === 200).length;
  const { body } = await operator.as('ada')<Cart>('/cart');
  assert.ok(wanted > 3);
  assert.equal(body.items.length, wanted);
  assert.equal((await operator.store.read().list('shoppingCart')).total, 1);
});

test('an offer with an obstacle stays out, with the reason and the remedy', async () => {
  const { operator, barred, add } = await withOffers();
  for (const code of ['segment', 'excludes', 'requires']) {
    const offer = barred(code);
    if (!offer) continue;
    const { status, body } = await add<Problem>(offer.id);
    assert.equal(status, 422);
    assert.equal(body.code, `offer-${code}`);
    assert.equal(body.title, offer.obstacles[0]?.reason);
    assert.equal(body.detail, offer.obstacles[0]?.remedy);
    assert.equal(body.errors?.[0]?.path, 'offerId');
  }
  assert.ok(barred('segment'), 'the world has an offer for others');
  assert.deepEqual((await operator.as('ada')<Cart>('/cart')).body.items, []);
});

test('an offer no longer sold names its successor', async () => {
  const { operator, add } = await withOffers();
  const retired = (await operator.store.read().list('productOffering')).rows.find(({ body }) => body['lifecycleStatus'] === 'Retired');
  const { status, body } = await add<Problem>(retired?.body.id);
  assert.equal(status, 422);
  assert.equal(body.code, 'offer-not-sold');
  assert.match(body.detail ?? '', /^Choose /);
});

test('refuses what is no offer and no quantity', async () => {
  const { add, free } = await withOffers();
  assert.equal((await add<Problem>('nosuchoffer1')).body.errors?.[0]?.path, 'offerId');
  for (const quantity of [0, -1, 21, 1.5]) assert.equal((await add(first(free).id, quantity)).status, 422);
});

test('takes a line out, once', async () => {
  const { operator, free, add } = await withOffers();
  const { body } = await add(first(free).id);
  const path = `/cart/items/${body.items[0]?.id}`;
  assert.deepEqual((await operator.as('ada')<Cart>(path, { method: 'DELETE' })).body.items, []);
  assert.equal((await operator.as('ada')(path, { method: 'DELETE' })).status, 404);
});

test('what cannot be checked is not let in, and says why', async () => {
  const offers = (await withOffers()).free;
  const operator = await anOperator({ meddle: down('productInventory') });
  const list = (await operator.as('ada')<OfferList>('/offers')).body;
  assert.deepEqual(list.gaps, [{ source: 'Products', reason: 'unreachable' }]);
  const doubtful = list.items.find(({ obstacles }) => obstacles.some(({ code }) => code === 'cannot-check'));
  assert.ok(doubtful && offers.length > 0);
  assert.equal((await operator.as('ada')('/cart/items', { body: { offerId: doubtful.id, quantity: 1 } })).status, 422);
});

test('an agent has no cart', async () => {
  const operator = await anOperator();
  assert.equal((await operator.as('daniel')('/cart')).status, 403);
  assert.equal((await operator.as('daniel')('/offers')).status, 200);
});

test('changes nothing when the cart is not what the caller saw, and says the new mark', async () => {
  const { operator, free } = await withOffers();
  const { as } = operator;
  const [one, two] = [free[0]!, free[1]!];
  const seen = (await as('ada')('/cart')).response.headers.get('etag')!;
  const add = (offerId: string, ifMatch: string) => as('ada')<Cart>('/cart/items', { body: { offerId, quantity: 1 }, headers: { 'if-match': ifMatch } });
  const added = await add(one.id, seen);
  assert.equal(added.status, 200);
  const mark = added.response.headers.get('etag')!;
  assert.equal((await as('ada')('/cart')).response.headers.get('etag'), mark);

  const late = await add(two.id, seen);
  assert.equal(late.status, 412);
  const line = added.body.items[0]!.id;
  assert.equal((await as('ada')(`/cart/items/${line}`, { method: 'DELETE', headers: { 'if-match': seen } })).status, 412);
  assert.equal((await as('ada')('/cart')).response.headers.get('etag'), mark);
  assert.equal((await as('ada')(`/cart/items/${line}`, { method: 'DELETE', headers: { 'if-match': mark } })).status, 200);
});

test('what another system puts in meanwhile is not lost', async () => {
  const { free } = await withOffers();
  let meddled = false;
  const operator = await anOperator({
    meddle: async (request, pass) => {
      if (request.method !== 'PATCH' || meddled) return undefined;
      meddled = true;
      const items = ((await request.clone().json()) as { cartItem: { id: string; productOffering: object }[] }).cartItem;
      const foreign = { ...items[0]!, id: 'foreign', productOffering: { id: free[1]!.id, name: 'x' } };
      const headers = { 'content-type': 'application/json' };
      assert.ok((await pass(new Request(request.url, { method: 'PATCH', headers, body: JSON.stringify({ cartItem: [foreign] }) }))).ok);
      return undefined;
    },
  });
  const added = await operator.as('ada')<Cart>('/cart/items', { body: { offerId: free[0]!.id, quantity: 1 } });
  assert.deepEqual(new Set(added.body.items.map(({ offerId }) => offerId)), new Set([free[0]!.id, free[1]!.id]));
});
