import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, OfferList, Order, OrderList, Problem } from '@faceplate/contracts';
import { aHouse } from '../testing/signed-on.ts';
import { aVisit } from '../testing/visiting.ts';

const contact = { givenName: 'Gwen', familyName: 'Guest', email: 'gwen@example.org', phone: '+49 30 5550100' };

/** As far as these tests look into what the operator keeps. */
interface Kept {
  id: string;
  name?: string;
  fullName?: string;
  contactMedium: { mediumType: string; characteristic: { emailAddress?: string } }[];
  relatedParty: { id: string; role: string }[];
  billingAccount?: { id: string };
}

async function aBuyer() {
  const house = await aHouse();
  const visit = aVisit(house.app);
  const { items } = (await visit<OfferList>('/offers')).body;
  const offers = items.filter(({ obstacles }) => obstacles.length === 0);
  const fill = async (from = visit) => (await from<Cart>('/cart/items', { body: { offerId: offers[0]?.id, quantity: 1 } })).body;
  const kept = async (resource: 'individual' | 'customer' | 'billingAccount' | 'productOrder') => (await house.store.read().list(resource, { limit: 5_000 })).rows.map(({ body }): Kept => ({ contactMedium: [], relatedParty: [], ...body }));
  return { ...house, visit, offers, fill, kept };
}

test('whoever has no account buys with a name and an address, and is a customer by it', async () => {
  const { visit, fill, kept, offers } = await aBuyer();
  const cart = await fill();
  const { status, body } = await visit<Order>('/orders', { body: { cartId: cart.id, contact } });
  assert.equal(status, 201);
  assert.deepEqual(body.items.map(({ name }) => name), [offers[0]?.name]);
  assert.deepEqual((await visit<Cart>('/cart')).body.items, []);
  assert.deepEqual((await visit<OrderList>('/orders')).body.items.map(({ id }) => id), [body.id]);
  const person = (await kept('individual')).find(({ fullName }) => fullName === 'Gwen Guest');
  assert.deepEqual(person?.contactMedium.map(({ mediumType }) => mediumType), ['email', 'phone']);
  const order = (await kept('productOrder')).find(({ id }) => id === body.id);
  // Letters go to who is known, not to a made-up id.
  assert.deepEqual(order?.relatedParty.map(({ id, role }) => [id, role]), [[person?.id, 'customer']]);
  const account = (await kept('billingAccount')).find(({ id }) => id === order?.billingAccount?.id);
  assert.deepEqual(account?.relatedParty.map(({ id, role }) => [id, role]), [[person?.id, 'owner']]);
  assert.equal((await kept('customer')).filter(({ name }) => name === 'Gwen Guest').length, 1);
});

test('bills go to a house or to a flat in it, and to no address that there is not', async () => {
  const { visit, fill, kept, store } = await aBuyer();
  const { rows } = await store.read().list('geographicAddress', { limit: 5_000 });
  const house = rows.find(({ body }) => Array.isArray(body['geographicSubAddress']))?.body ?? assert.fail('nobody lives in a flat');
  const [flat] = house['geographicSubAddress'] as { id: string; name?: string; subUnitNumber?: string }[];
  assert.ok(flat);
  const cart = await fill();
  const order = (placeId: string) => visit<Order & Problem>('/orders', { body: { cartId: cart.id, contact: { ...contact, placeId } } });
  const refused = await order('nosuchplace1');
  assert.deepEqual([refused.status, refused.body.errors?.map(({ path }) => path)], [422, ['contact.placeId']]);
  assert.equal((await order(flat.id)).status, 201);
  const person = (await kept('individual')).find(({ fullName }) => fullName === 'Gwen Guest');
  const posted = person?.contactMedium.find(({ mediumType }) => mediumType === 'postalAddress')?.characteristic as Record<string, string> | undefined;
  const street = [house['streetName'], house['streetNr']].join(' ');
  assert.deepEqual([posted?.['street1'], posted?.['street2'], posted?.['postCode']], [street, flat.name ?? flat.subUnitNumber, house['postcode']]);
});

test('an order whose answer was lost is one order, and the visitor goes on', async () => {
  const { visit, fill, kept } = await aBuyer();
  const before = (await kept('productOrder')).length;
  const cart = await fill();
  const request = { body: { cartId: cart.id, contact }, key: crypto.randomUUID() };
  const first = await visit<Order>('/orders', { ...request, lost: true });
  const again = await visit<Order>('/orders', request);
  assert.deepEqual([again.status, again.body.id], [201, first.body.id]);
  assert.equal((await kept('productOrder')).length, before + 1);
  assert.equal((await visit<OrderList>('/orders')).body.items.length, 1);
  assert.equal((await kept('individual')).filter(({ fullName }) => fullName === 'Gwen Guest').length, 1);
});

test('a second order of the same buyer needs no second customer, one of another buyer does', async () => {
  const { visit, fill, kept } = await aBuyer();
  for (const email of [contact.email, 'GWEN@example.org', 'greta@example.org']) {
    const cart = await fill();
    assert.equal((await visit('/orders', { body: { cartId: cart.id, contact: { ...contact, email } } })).status, 201);
  }
  assert.equal((await kept('billingAccount')).filter(({ name }) => name === 'Gwen Guest').length, 2);
  // Whoever bought last at this browser sees what is theirs.
  assert.equal((await visit<OrderList>('/orders')).body.items.length, 1);
});

test('an id that somebody planted, or copied, is worth nothing once the visitor has said who they are', async () => {
  const { visit, fill, app } = await aBuyer();
  const cart = await fill();
  const thief = aVisit(app, new Map(visit.jar));
  assert.equal((await visit('/orders', { body: { cartId: cart.id, contact } })).status, 201);
  assert.equal((await thief('/orders')).status, 401);
  assert.equal((await thief<Cart>('/cart')).body.id, 'none');
  const { status, body } = await thief<Problem>('/orders', { body: { cartId: cart.id, contact } });
  assert.deepEqual([status, body.errors?.[0]?.path], [422, 'cartId']);
  assert.equal((await visit<OrderList>('/orders')).body.items.length, 1);
});

test('the address of a customer says nothing to a visitor who gives it, and gives them nothing', async () => {
  const { visit, fill, kept, subjects } = await aBuyer();
  const ada = (await kept('individual')).find(({ id }) => id === subjects.ada.sub);
  const email = ada?.contactMedium[0]?.characteristic.emailAddress ?? '';
  const cart = await fill();
  const { status, body } = await visit<Order>('/orders', { body: { cartId: cart.id, contact: { ...contact, email } } });
  assert.equal(status, 201);
  assert.deepEqual((await visit<OrderList>('/orders')).body.items.map(({ id }) => id), [body.id]);
  assert.equal((await visit('/accounts')).status, 401);
});

test('nobody becomes a customer by an empty cart, another’s cart, or without saying who they are', async () => {
  const { visit, fill, kept, app } = await aBuyer();
  const before = (await kept('individual')).length;
  const cart = await fill();
  const other = aVisit(app);
  const theirs = await fill(other);
  for (const body of [{ cartId: cart.id }, { cartId: theirs.id, contact }, { cartId: cart.id, contact: { ...contact, email: 'gwen' } }]) {
    assert.equal((await visit('/orders', { body })).status, 422);
  }
  await visit(`/cart/items/${cart.items[0]?.id}`, { method: 'DELETE' });
  assert.equal((await visit('/orders', { body: { cartId: cart.id, contact } })).status, 422);
  assert.equal((await kept('individual')).length, before);
});
