import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, KeptCartList, OfferList, Order, OrderList, Session, SlotList } from '@faceplate/contracts';
import { aDatabase } from '../testing/database.ts';
import type { Limits } from '../options.ts';
import type { Meddle } from '../testing/operator.ts';
import { aShopPortal } from '../testing/shop-portal.ts';
import { sqlSessions } from '../sign-on/sql-sessions.ts';
import { aVisit } from '../testing/visiting.ts';
import { sqlGuests } from './sql-guests.ts';

const gwen = { givenName: 'Gwen', familyName: 'Guest', email: 'Gwen@example.org' };
const verified = { email: 'gwen@example.org', email_verified: true, name: 'Gwen Guest' };

async function aShop(meddle?: Meddle) {
  const portal = await aShopPortal(meddle ? { meddle } : {});
  const visit = portal.visit();
  const { items } = (await visit<OfferList>('/offers')).body;
  const offers = items.filter(({ obstacles }) => obstacles.length === 0).map(({ id }) => id);
  const add = async (offerId = offers[0], quantity = 1, from = visit) => (await from<Cart>('/cart/items', { body: { offerId, quantity } })).body;
  const buy = async (from = visit, contact = gwen) => {
    const cart = await add(offers[0], 1, from);
    return (await from<Order>('/orders', { body: { cartId: cart.id, contact } })).body;
  };
  return { ...portal, visit, offers, add, buy, ada: portal.subjects.ada.sub };
}

const told = ({ items }: Cart) => Object.fromEntries(items.map(({ offerId, quantity }) => [offerId, quantity]));

test('what a visitor chose is in the person’s cart after signing in, beside what was there', async () => {
  const { visit, add, signIn, offers, ada, store, app } = await aShop();
  const elsewhere = aVisit(app);
  await signIn(elsewhere, ada);
  const own = (await store.read().list('productOffering', { limit: 500 })).total > 0 ? await allowed(elsewhere) : [];
  const [mine = ''] = own.filter((id) => id !== offers[0]);
  await add(mine, 1, elsewhere);
  await add(offers[0], 2);
  const copy = aVisit(app, new Map(visit.jar));
  await signIn(visit, ada);
  assert.equal(visit.jar.has('fp-visit'), false);
  const { body } = await visit<Cart>('/cart');
  assert.deepEqual(told(body), { [mine]: 1, [offers[0] ?? '']: 2 });
  assert.deepEqual(body.news?.map(({ kind }) => kind), ['merged']);
  assert.deepEqual(told((await visit<Cart>('/cart')).body), told(body));
  // The visitor is no more, in whichever browser the id lies.
  assert.equal((await copy<Cart>('/cart')).body.id, 'none');
  assert.equal((await copy<Session>('/session')).body.signedIn, false);
});

async function allowed(visit: ReturnType<typeof aVisit>): Promise<string[]> {
  const { items } = (await visit<OfferList>('/offers')).body;
  return items.filter(({ obstacles }) => obstacles.length === 0).map(({ id }) => id);
}

for (const [what, method, part] of [
  ['filling the person’s cart', 'PATCH', '/shoppingCart/'],
  ['making the person’s cart', 'POST', '/shoppingCart'],
  ['putting the visitor’s cart away', 'DELETE', '/shoppingCart/'],
] as const) {
  for (const how of ['before it is done', 'after it is done']) {
    test(`a network that fails at ${what}, ${how}, loses nothing and doubles nothing`, async () => {
      let armed = false;
      const { visit, add, signIn, offers, ada } = await aShop(async (request, pass) => {
        if (!armed || request.method !== method || !new URL(request.url).pathname.includes(part)) return undefined;
        armed = false;
        if (how === 'after it is done') await pass(request);
        return new Response('<html>Bad gateway</html>', { status: 502 });
      });
      await add(offers[0], 2);
      await signIn(visit, ada);
      armed = true;
      await visit('/cart');
      for (let tries = 0; tries < 2; tries += 1) assert.deepEqual(told((await visit<Cart>('/cart')).body), { [offers[0] ?? '']: 2 });
    });
  }
}

test('what is put into the person’s cart just as the visitor’s comes along stays in it', async () => {
  let meanwhile: string | undefined;
  const { visit, add, signIn, offers, ada } = await aShop(async ({ method, url }, pass) => {
    if (meanwhile === undefined || method !== 'PATCH' || !new URL(url).pathname.includes('/shoppingCart/')) return undefined;
    const cartItem = [{ id: 'from-another-tab', action: 'add', quantity: 3, productOffering: { id: meanwhile } }];
    meanwhile = undefined;
    await pass(new Request(url, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ cartItem }) }));
    return undefined;
  });
  await add(offers[0], 2);
  await signIn(visit, ada);
  meanwhile = offers[1];
  await visit('/cart');
  assert.deepEqual(told((await visit<Cart>('/cart')).body), { [offers[0] ?? '']: 2, [offers[1] ?? '']: 3 });
});

const needsVisit = ({ items }: Cart): boolean => items.some(({ needs }) => needs?.includes('visit'));

test('the time that is held for a technician stays held, and a cart that was put by stays put by', async () => {
  const { visit, signIn, offers, ada, add } = await aShop();
  await add();
  assert.deepEqual((await visit<Cart>('/carts', { body: { name: 'For Mum' } })).body.items, []);
  let cart = await add(offers[1]);
  for (const id of offers) if (!needsVisit(cart)) cart = await add(id);
  const [slot = assert.fail('nobody can come')] = (await visit<SlotList>('/cart/slots')).body.items;
  const { visit: held = assert.fail('nothing is held') } = (await visit<Cart>('/cart/visit', { body: { slotId: slot.id, from: slot.from, to: slot.to } })).body;
  await signIn(visit, ada);
  const { items, visit: mine } = (await visit<Cart>('/cart')).body;
  assert.equal(items.length, cart.items.length);
  assert.deepEqual([mine?.id, mine?.state, mine?.from], [held.id, 'held', slot.from]);
  assert.deepEqual((await visit<KeptCartList>('/carts')).body.items.map(({ name, current }) => [name, current]), [['For Mum', false]]);
});

test('six calls at once after signing in bring everything along once', async () => {
  const { visit, add, signIn, offers, ada } = await aShop();
  await add(offers[0], 2);
  await signIn(visit, ada);
  await Promise.all(Array.from({ length: 6 }, () => visit('/cart')));
  assert.deepEqual(told((await visit<Cart>('/cart')).body), { [offers[0] ?? '']: 2 });
});

test('an account made after the order has the order, in whichever browser', async () => {
  const { visit, buy, signIn, app, trail } = await aShop();
  const order = await buy();
  const laptop = aVisit(app);
  const { authorize, landed } = await signIn(laptop, 'new-person-1', { claims: verified, path: '/auth/login?create=1&returnTo=/orders' });
  assert.equal(authorize.searchParams.get('prompt'), 'create');
  assert.equal(landed.status, 200);
  assert.deepEqual((await laptop<OrderList>('/orders')).body.items.map(({ id }) => id), [order.id]);
  const session = (await laptop<Extract<Session, { signedIn: true }>>('/session')).body;
  assert.deepEqual([session.person.name, session.accounts.length], ['Gwen Guest', 1]);
  // Whoever typed the address has nothing of it any more.
  assert.equal((await visit('/orders')).status, 401);
  assert.ok(trail.some(({ action, party }) => action === 'guest.claimed' && party === session.person.id));
  // The next sign-in finds the same person.
  const phone = aVisit(app);
  await signIn(phone, 'new-person-1', { claims: verified });
  assert.equal((await phone<Extract<Session, { signedIn: true }>>('/session')).body.person.id, session.person.id);
});

for (const where of ['one process', 'a database'] as const) {
  test(`an operator that fails as its customer is looked for loses nobody’s order, with the guests in ${where}`, async () => {
    let isDown = false;
    const meddle: Meddle = async () => (isDown ? new Response('<html>Bad gateway</html>', { status: 502 }) : undefined);
    const { app, signIn, visit, ...portal } = await aShopPortal({ meddle, ...(where === 'a database' && { guests: await sqlGuests(await aDatabase()) }) });
    const buyer = visit();
    const [offerId] = await allowed(buyer);
    const cart = (await buyer<Cart>('/cart/items', { body: { offerId, quantity: 1 } })).body;
    const order = (await buyer<Order>('/orders', { body: { cartId: cart.id, contact: gwen } })).body;
    const laptop = aVisit(app);
    isDown = true;
    assert.notEqual((await signIn(laptop, 'new-person-7', { claims: verified })).landed.status, 200);
    isDown = false;
    // Meanwhile it is theirs alone, whoever else has verified the address.
    assert.equal((await signIn(aVisit(app), 'new-person-8', { claims: verified })).landed.status, 403);
    assert.equal((await signIn(laptop, 'new-person-7', { claims: verified })).landed.status, 200);
    assert.deepEqual((await laptop<OrderList>('/orders')).body.items.map(({ id }) => id), [order.id]);
    assert.equal(portal.trail.filter(({ action }) => action === 'guest.claimed').length, 1);
    assert.equal((await buyer('/orders')).status, 401);
  });
}

for (const [what, claims] of [
  ['not verified', { ...verified, email_verified: false }],
  ['said to be verified in a word', { ...verified, email_verified: 'true' }],
  ['another', { ...verified, email: 'greta@example.org' }],
  ['missing', { name: 'Gwen Guest' }],
] as const) {
  test(`an address that is ${what} makes nobody’s order anybody’s`, async () => {
    const { visit, buy, signIn, app } = await aShop();
    await buy();
    const laptop = aVisit(app);
    assert.equal((await signIn(laptop, 'new-person-2', { claims })).landed.status, 403);
    assert.equal((await visit<OrderList>('/orders')).body.items.length, 1);
  });
}

test('what somebody known had ordered as a guest comes beside their own', async () => {
  const { visit, buy, signIn, ada, app } = await aShop();
  const order = await buy();
  await signIn(visit, ada, { claims: verified });
  const { items } = (await visit<OrderList>('/orders')).body;
  assert.equal(items.filter(({ id }) => id === order.id).length, 1);
  assert.ok(items.length > 1);
  const session = (await visit<Extract<Session, { signedIn: true }>>('/session')).body;
  assert.deepEqual([session.person.id, session.accounts.at(-1)?.name], [ada, 'Gwen Guest']);
  // Once it is Ada's it is nobody else's.
  const other = aVisit(app);
  assert.equal((await signIn(other, 'new-person-3', { claims: verified })).landed.status, 403);
});

test('somebody who makes an account before buying is known by it, and buys with it', async () => {
  const { app, signIn, add, offers } = await aShop();
  const visit = aVisit(app);
  await add(offers[0], 1, visit);
  assert.equal((await signIn(visit, 'new-person-4', { claims: verified, path: '/auth/login?create=1' })).landed.status, 200);
  const cart = (await visit<Cart>('/cart')).body;
  assert.equal(cart.items.length, 1);
  const { status, body } = await visit<Order>('/orders', { body: { cartId: cart.id, contact: gwen } });
  assert.equal(status, 201);
  assert.deepEqual((await visit<OrderList>('/orders')).body.items.map(({ id }) => id), [body.id]);
  assert.equal((await visit<Extract<Session, { signedIn: true }>>('/session')).body.accounts.length, 1);
});

test('nobody is made for who merely signs in and is not known', async () => {
  const { app, signIn, store } = await aShop();
  const before = (await store.read().list('individual')).total;
  assert.equal((await signIn(aVisit(app), 'new-person-5', { claims: verified })).landed.status, 403);
  assert.equal((await store.read().list('individual')).total, before);
});

test('a visitor’s id that was planted gets nothing of who signs in over it', async () => {
  const { visit, add, signIn, ada, app } = await aShop();
  await add();
  const victim = aVisit(app, new Map(visit.jar));
  await signIn(victim, ada);
  assert.equal((await victim<Cart>('/cart')).body.items.length, 1);
  assert.equal((await visit<Cart>('/cart')).body.id, 'none');
  assert.equal((await visit('/orders')).status, 401);
});

test('whoever begins visitor after visitor is held up, and nobody’s look at the catalogue by that', async () => {
  let begun = 0;
  const limits: Limits = { missed: () => undefined, take: ({ routeClass }) => (routeClass === 'visitor' && (begun += 1) > 2 ? { allowed: false, retryAfter: 2, reason: 'address' } : { allowed: true }) };
  const { app } = await aShopPortal({ limits });
  const [offerId] = await allowed(aVisit(app));
  const tries = [];
  for (let visitors = 0; visitors < 3; visitors += 1) tries.push((await aVisit(app)('/cart/items', { body: { offerId, quantity: 1 } })).status);
  assert.deepEqual(tries, [200, 200, 429]);
  assert.equal((await aVisit(app)('/offers')).status, 200);
});

test('the same over a database that processes share', async () => {
  const sql = await aDatabase();
  const portal = await aShopPortal({ store: await sqlSessions(sql), guests: await sqlGuests(sql) });
  const visit = portal.visit();
  const [offerId] = await allowed(visit);
  const add = async () => (await visit<Cart>('/cart/items', { body: { offerId, quantity: 1 } })).body;
  const first = await add();
  const { body } = await visit<Order>('/orders', { body: { cartId: first.id, contact: gwen } });
  await add();
  await portal.signIn(visit, 'new-person-6', { claims: verified, path: '/auth/login?create=1' });
  assert.deepEqual((await visit<OrderList>('/orders')).body.items.map(({ id }) => id), [body.id]);
  for (let looks = 0; looks < 2; looks += 1) {
    const cart = (await visit<Cart>('/cart')).body;
    assert.deepEqual([cart.items.map(({ quantity }) => quantity), cart.news?.length], [[1], 1]);
  }
});
