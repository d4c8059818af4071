import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import type { Bill, BillList, Cart, Grant, GrantList, OfferList, Problem, SignedIn, TicketList } from '@faceplate/contracts';
import { leaveAll } from '../testing/listening.ts';
import { aHouse } from '../testing/signed-on.ts';
import { NOW } from '../testing/fixtures.ts';

const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString();
const wish = { to: 'elias.lindqvist@example.com', scope: ['bills'], until: later(30) };

/** Ada, who grants; Elias, who lives with her; Chiara, a dealer who has nothing of hers. */
async function household() {
  const house = await aHouse();
  const { rows } = await house.store.read().list('individual', { where: [{ path: ['contactMedium', 'characteristic', 'emailAddress'], operator: 'eq', values: [wish.to] }] });
  const elias = rows[0]?.body.id ?? '';
  assert.ok(elias);
  return { house, eliasId: elias, ada: await house.signIn(house.subjects.ada.sub), elias: await house.signIn(elias), chiara: await house.signIn(house.subjects.chiara.sub) };
}

afterEach(leaveAll);

describe('a grant', () => {
  test('opens what it names at the next call, and nothing else', async () => {
    const { ada, elias } = await household();
    assert.equal((await elias<BillList>('/bills')).body.total, 0);
    const made = await ada<Grant>('/grants', { body: wish });
    assert.deepEqual([made.status, made.body.direction, made.body.who, made.body.scope, made.body.until], [201, 'given', wish.to, ['bills'], wish.until]);
    const [hers, his] = await Promise.all([ada<BillList>('/bills'), elias<BillList>('/bills')]);
    assert.deepEqual(his.body, hers.body);
    assert.deepEqual((await elias<SignedIn>('/session')).body.accounts, (await ada<SignedIn>('/session')).body.accounts);
    for (const path of ['/tickets', '/orders', '/interactions']) assert.equal((await elias<BillList>(path)).body.total, 0, path);
  });

  test('of bills alone shows no lines of single numbers; of bills in detail it does', async () => {
    const { ada, elias } = await household();
    const id = (await ada<BillList>('/bills')).body.items[0]?.id;
    const told = async (call: typeof ada) => (await call<Bill>(`/bills/${id}`)).body.charges.flatMap(({ service, quantity, period }) => service ?? quantity ?? period ?? []).length;
    const all = await told(ada);
    assert.ok(all > 0);
    await ada('/grants', { body: wish });
    assert.equal(await told(elias), 0);
    await ada('/grants', { body: { ...wish, scope: ['bill-details'] } });
    assert.equal(await told(elias), all);
  });

  test('is seen by both sides, and ended by either, at once', async () => {
    for (const who of ['ada', 'elias'] as const) {
      const people = await household();
      const { id } = (await people.ada<Grant>('/grants', { body: wish })).body;
      const [given, received] = await Promise.all([people.ada<GrantList>('/grants'), people.elias<GrantList>('/grants')]);
      assert.deepEqual(given.body.items.filter((one) => one.id === id).map(({ direction, who: name }) => [direction, name]), [['given', wish.to]]);
      assert.deepEqual(received.body.items.filter((one) => one.id === id).map(({ direction, who: name }) => [direction, name]), [['received', 'Ada Lindqvist']]);
      assert.equal((await people.chiara(`/grants/${id}`, { method: 'DELETE' })).status, 404);
      assert.equal((await people[who](`/grants/${id}`, { method: 'DELETE' })).status, 200);
      assert.equal((await people.elias<BillList>('/bills')).body.total, 0);
      assert.equal((await people[who](`/grants/${id}`, { method: 'DELETE' })).status, 404);
    }
  });

  test('that was given when its name held less is still listed by it', async () => {
    const { house, ada, elias } = await household();
    const { id } = (await ada<Grant>('/grants', { body: { ...wish, scope: ['tickets'] } })).body;
    const before = ['ticket.read', 'ticket.raise', 'ticket.note', 'product.read'];
    await house.store.transaction(async (tx) => {
      const { body } = (await tx.get('permission', id)) ?? assert.fail();
      const privilege = (body['privilege'] as { function: string; action: string }[]).filter((one) => before.includes(`${one.function}.${one.action}`));
      assert.equal(privilege.length, before.length);
      await tx.put('permission', { ...body, privilege });
    });
    for (const who of [ada, elias]) assert.deepEqual((await who<GrantList>('/grants')).body.items.find((one) => one.id === id)?.scope, ['tickets']);
  });

  test('ends by itself', async () => {
    const { house, ada, elias } = await household();
    await ada('/grants', { body: { ...wish, until: new Date(NOW.getTime() + 30_000).toISOString() } });
    assert.ok((await elias<BillList>('/bills')).body.total > 0);
    house.time.now = new Date(NOW.getTime() + 30_000);
    assert.equal((await elias<BillList>('/bills')).body.total, 0);
  });

  test('for somebody nobody knows is answered and listed alike', async () => {
    const { ada } = await household();
    const bare = ({ id: _id, who: _who, ...rest }: Grant) => rest;
    const [known, unknown] = [await ada<Grant>('/grants', { body: wish }), await ada<Grant>('/grants', { body: { ...wish, to: 'nobody@example.org' } })];
    assert.deepEqual([unknown.status, bare(unknown.body)], [known.status, bare(known.body)]);
    const { items } = (await ada<GrantList>('/grants')).body;
    assert.deepEqual(items.map(({ who }) => who).filter((who) => who.includes('@')).toSorted(), [wish.to, 'nobody@example.org'].toSorted());
  });
});

describe('nobody grants', () => {
  test('to themselves, beyond a year, or into the past', async () => {
    const { ada } = await household();
    for (const more of [{ to: 'ada.lindqvist@example.com' }, { until: later(400) }, { until: later(0) }, { until: later(-1) }, { scope: [] }, { scope: ['all'] }]) {
      assert.equal((await ada('/grants', { body: { ...wish, ...more } })).status, 422, JSON.stringify(more));
    }
  });

  test('what is not theirs', async () => {
    const { house, ada } = await household();
    const his = house.subjects.bilal;
    const organization = his.ties?.find(({ as }) => as === 'admin')?.partyIds[0];
    for (const over of [{ kind: 'organization', id: organization }, { kind: 'account', id: his.accountIds[0] }, { kind: 'account', id: 'zzz' }]) {
      const { status, body } = await ada<Problem>('/grants', { body: { ...wish, over } });
      assert.deepEqual([status, body.errors?.[0]?.path], [422, 'scope'], JSON.stringify(over));
    }
  });

  test('what they were granted, unless it was for handing on; then no more, no longer and no dearer', async () => {
    for (const grantable of [false, true]) {
      const { house, eliasId, ada, elias, chiara } = await household();
      const limit = { amount: 5000, currency: 'EUR' };
      await ada('/grants', { body: { ...wish, scope: ['orders'], limit, grantable } });
      const account = (await elias<SignedIn>('/session')).body.accounts[0]?.id ?? '';
      const on = { to: 'chiara.conti@example.com', scope: ['orders'], until: later(20), limit, over: { kind: 'account', id: account } };
      assert.equal((await elias('/grants', { body: on })).status, grantable ? 201 : 422);
      assert.equal((await chiara<SignedIn>('/session')).body.accounts.some(({ id }) => id === account), grantable);
      if (!grantable) continue;
      const wider: [string, object][] = [['scope', { scope: ['bills'] }], ['until', { until: later(31) }], ['limit', { limit: { ...limit, amount: 5001 } }], ['limit', { limit: undefined }]];
      for (const [path, more] of wider) {
        const { status, body } = await elias<Problem>('/grants', { body: { ...on, ...more } });
        assert.deepEqual([status, body.errors?.[0]?.path], [422, path], path);
      }
      // What the first granter ends is ended for all behind.
      const { items } = (await ada<GrantList>('/grants')).body;
      await ada(`/grants/${items.find(({ who }) => who === wish.to)?.id}`, { method: 'DELETE' });
      assert.equal((await chiara<SignedIn>('/session')).body.accounts.some(({ id }) => id === account), false);
      assert.deepEqual(house.subjects.ada.sub === eliasId, false);
    }
  });

  test('without having proved lately that it is them', async () => {
    const { house } = await household();
    const stale = await house.signIn(house.subjects.ada.sub, { authenticatedAt: NOW.getTime() - 301_000 });
    const { status, body } = await stale<Problem>('/grants', { body: wish });
    assert.deepEqual([status, body.code, body.maxAge], [403, 'step-up-needed', 300]);
    const embedded = await house.signIn(house.subjects.ada.sub, { kind: 'portal', acr: 'password' });
    assert.equal((await embedded('/grants', { body: wish })).status, 201);
  });
});

test('an order under a grant is bound by its limit', async () => {
  const { ada, chiara } = await household();
  const to = 'chiara.conti@example.com';
  const { items } = (await chiara<OfferList>('/offers')).body;
  const offer = items.find(({ obstacles, price }) => obstacles.length === 0 && price.monthly.amount > 0);
  assert.ok(offer);
  const cart = (await chiara<Cart>('/cart/items', { body: { offerId: offer.id, quantity: 1 } })).body;
  const cost = cart.once.amount + cart.monthly.amount;
  const account = (await ada<SignedIn>('/session')).body.accounts[0]?.id;
  const order = () => chiara<Problem>('/orders', { body: { cartId: cart.id, accountId: account } });
  assert.equal((await order()).status, 422);
  await ada('/grants', { body: { ...wish, to, scope: ['orders'], limit: { amount: cost - 1, currency: 'EUR' } } });
  const tooDear = await order();
  assert.deepEqual([tooDear.status, tooDear.body.code], [403, 'over-limit']);
  await ada('/grants', { body: { ...wish, to, scope: ['orders'], limit: { amount: cost, currency: 'EUR' } } });
  assert.equal((await order()).status, 201);
});

test('an open stream tells what was granted, and nothing more once that has ended', async () => {
  const { ada, elias } = await household();
  const { id } = (await ada<Grant>('/grants', { body: { ...wish, scope: ['tickets'] } })).body;
  const ticket = (await ada<TicketList>('/tickets')).body.items.find(({ status }) => !['closed', 'rejected', 'cancelled'].includes(status));
  const { next } = await elias.events();
  await next(2);
  const noun = (message = '') => /"noun":"([a-z-]+)"/.exec(message)?.[1];
  await ada(`/tickets/${ticket?.id}/notes`, { body: { text: 'Is it done?' } });
  assert.equal(noun((await next(1))[0]), 'tickets');
  await ada(`/grants/${id}`, { method: 'DELETE' });
  await ada(`/tickets/${ticket?.id}/notes`, { body: { text: 'And now?' } });
  await elias('/cart');
  assert.equal(noun((await next(1))[0]), 'cart');
});
