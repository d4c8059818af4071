import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, OfferList, Problem, VisitorLink } from '@faceplate/contracts';
import { aHouse } from '../testing/signed-on.ts';
import { aVisit } from '../testing/visiting.ts';

const DAY = 86_400_000;

async function aShop() {
  const house = await aHouse();
  const visit = aVisit(house.app);
  const { items } = (await visit<OfferList>('/offers')).body;
  const offers = items.filter(({ obstacles }) => obstacles.length === 0);
  const add = (offerId = offers[0]?.id, from = visit) => from<Cart>('/cart/items', { body: { offerId, quantity: 1 } });
  return { ...house, visit, offers, add };
}

test('a look at the catalogue needs no session and begins none', async () => {
  const { visit, offers, sessions } = await aShop();
  assert.ok(offers.length > 0);
  assert.equal((await visit('/guide')).status, 200);
  assert.equal((await visit('/guide/shortlist', { body: { answers: {} } })).status, 200);
  assert.deepEqual((await visit<Cart>('/cart')).body.items, []);
  assert.equal(visit.jar.size, 0);
  assert.deepEqual(await sessions.list({ issuer: 'visitor', sub: 'visitor' }), []);
});

test('offers for companies are not for somebody nobody knows', async () => {
  const { visit } = await aShop();
  const { items } = (await visit<OfferList>('/offers')).body;
  assert.ok(items.some(({ obstacles }) => obstacles.some(({ code }) => code === 'segment')));
});

test('the first thing in a cart begins a session, and a cart that is there the next time', async () => {
  const { visit, add, offers } = await aShop();
  const added = await add();
  assert.equal(added.status, 200);
  const [line = ''] = added.response.headers.getSetCookie();
  assert.match(line, /^fp-visit=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=7776000$/);
  const cart = (await visit<Cart>('/cart')).body;
  assert.deepEqual(cart.items.map(({ offerId }) => offerId), [offers[0]?.id]);
  assert.equal((await add(offers[1]?.id)).body.items.length, 2);
  assert.equal((await visit('/session')).body['signedIn'], false);
});

test('one visitor never sees another’s cart, nor names it', async () => {
  const { visit, add, app } = await aShop();
  const { body } = await add();
  const other = aVisit(app);
  await add(undefined, other);
  const theirs = (await other<Cart>('/cart')).body;
  assert.notEqual(theirs.id, body.id);
  assert.equal((await other(`/cart/items/${body.items[0]?.id}`, { method: 'DELETE' })).status, 404);
  assert.equal((await visit<Cart>('/cart')).body.items.length, 1);
});

for (const path of ['/bills', '/tickets', '/products', '/accounts', '/payments', '/sessions', '/grants', '/access-log', '/usage', '/interactions']) {
  test(`a visitor who asks for ${path} is asked to sign in, like anybody`, async () => {
    const { visit, add, app } = await aShop();
    await add();
    const [mine, nobodys] = [await visit<Problem>(path), await aVisit(app)<Problem>(path)];
    assert.deepEqual([mine.status, mine.body.code], [401, 'signed-out']);
    assert.deepEqual({ ...mine.body, trace: '' }, { ...nobodys.body, trace: '' });
  });
}

test('a visitor is forgotten after thirty days without a visit, and not before', async () => {
  const { visit, add, time } = await aShop();
  await add();
  time.now = new Date(time.now.getTime() + 29 * DAY);
  assert.equal((await visit<Cart>('/cart')).body.items.length, 1);
  time.now = new Date(time.now.getTime() + 29 * DAY);
  assert.equal((await visit<Cart>('/cart')).body.items.length, 1);
  time.now = new Date(time.now.getTime() + 30 * DAY);
  assert.equal((await visit<Cart>('/cart')).body.id, 'none');
});

test('a visitor’s id opens no person’s session, nor the other way round', async () => {
  const { visit, add, app, signIn, subjects } = await aShop();
  await add();
  const ada = await signIn(subjects.ada.sub);
  const thief = aVisit(app, new Map([['fp-session', visit.jar.get('fp-visit') ?? '']]));
  assert.equal((await thief('/bills')).status, 401);
  const other = aVisit(app, new Map([['fp-visit', ada.cookie()]]));
  assert.equal((await other<Cart>('/cart')).body.id, 'none');
});

test('a page on another origin gives its visitor a jar of its own', async () => {
  const { app, offers } = await aShop();
  const headers = { origin: 'https://host.example', 'sec-fetch-site': 'cross-site' };
  const visit = aVisit(app);
  const { response } = await visit('/cart/items', { body: { offerId: offers[0]?.id, quantity: 1 }, headers });
  assert.match(response.headers.getSetCookie()[0] ?? '', /^fp-visit-embed=[\w-]{43};.*SameSite=None; Secure; Partitioned/);
  assert.equal((await visit<Cart>('/cart', { headers })).body.items.length, 1);
  // The same cookie, told by the portal's own page, is nobody.
  assert.equal((await visit<Cart>('/cart')).body.id, 'none');
});

test('a link takes a visitor’s cart to another browser, once', async () => {
  const { visit, add, offers, app } = await aShop();
  await add();
  const { status, body } = await visit<VisitorLink>('/visitor/links', { body: {} });
  assert.equal(status, 201);
  const phone = aVisit(app);
  await add(offers[1]?.id, phone);
  assert.equal((await phone('/visitor/pick-ups', { body: { code: body.code } })).status, 200);
  const both = (await phone<Cart>('/cart')).body.items.map(({ offerId }) => offerId);
  assert.deepEqual(new Set(both), new Set([offers[0]?.id, offers[1]?.id]));
  assert.deepEqual((await visit<Cart>('/cart')).body.items, []);
  assert.equal((await aVisit(app)('/visitor/pick-ups', { body: { code: body.code } })).status, 404);
});

test('a link is worth nothing after a day, and none of one’s own doubles a cart', async () => {
  const { visit, add, time, app } = await aShop();
  await add();
  const own = (await visit<VisitorLink>('/visitor/links', { body: {} })).body;
  assert.equal((await visit('/visitor/pick-ups', { body: { code: own.code } })).status, 200);
  assert.deepEqual((await visit<Cart>('/cart')).body.items.map(({ quantity }) => quantity), [1]);
  const { code } = (await visit<VisitorLink>('/visitor/links', { body: {} })).body;
  time.now = new Date(time.now.getTime() + DAY);
  assert.equal((await aVisit(app)('/visitor/pick-ups', { body: { code } })).status, 404);
});

test('a link of an earlier visit brings its cart to a person, too; a person needs none', async () => {
  const { visit, add, offers, app, signIn, subjects } = await aShop();
  await add(offers[0]?.id);
  const { code } = (await visit<VisitorLink>('/visitor/links', { body: {} })).body;
  const ada = aVisit(app, new Map([['fp-session', (await signIn(subjects.ada.sub)).cookie()]]));
  assert.equal((await ada('/visitor/pick-ups', { body: { code } })).status, 200);
  assert.deepEqual((await ada<Cart>('/cart')).body.items.map(({ offerId }) => offerId), [offers[0]?.id]);
  assert.equal((await ada<Problem>('/visitor/links', { body: {} })).body.code, 'signed-in-already');
});

test('a visitor can be forgotten, with the cart', async () => {
  const { visit, add, store } = await aShop();
  await add();
  const before = (await store.read().list('shoppingCart')).total;
  assert.equal((await visit('/visitor', { method: 'DELETE' })).status, 200);
  assert.equal(visit.jar.size, 0);
  assert.equal((await store.read().list('shoppingCart')).total, before - 1);
  assert.equal((await visit('/visitor', { method: 'DELETE' })).status, 401);
});
