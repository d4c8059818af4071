import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, CartShare, NumberList, Offer, OfferList, Problem } from '@faceplate/contracts';
import { anOperator, type Meddle } from '../testing/operator.ts';

/** `gone`: ids of offers that the catalogue does not have any more. */
async function aCart(gone = new Set<string>()) {
  const meddle: Meddle = (request, pass) => (request.url.includes('/productOffering?') && gone.size > 0 ? without(gone, pass(request)) : undefined);
  const operator = await anOperator({ meddle });
  const call = operator.as('ada');
  const { items } = (await call<OfferList>('/offers')).body;
  const free = items.filter(({ obstacles }) => obstacles.length === 0);
  const put = async ({ id }: Pick<Offer, 'id'>, quantity = 1) => (await call<Cart>('/cart/items', { body: { offerId: id, quantity } })).body;
  return { operator, call, free, put };
}

async function without(gone: ReadonlySet<string>, answered: Promise<Response>): Promise<Response> {
  const answer = await answered;
  const left = ((await answer.json()) as { id: string }[]).filter(({ id }) => !gone.has(id));
  return Response.json(left, { status: 200, headers: { 'x-total-count': String(left.length), 'x-result-count': String(left.length) } });
}

const first = <T>([one]: readonly T[]): T => one ?? assert.fail('there is none');

/** A line with a number that was chosen for it. */
async function withNumber({ call, free, put }: Awaited<ReturnType<typeof aCart>>) {
  for (const offer of free.filter(({ lineOfBusiness }) => lineOfBusiness === 'mobile')) {
    const line = (await put(offer)).items.find(({ offerId, needs }) => offerId === offer.id && needs?.includes('number'));
    if (!line) continue;
    const { number } = first((await call<NumberList>(`/cart/items/${line.id}/numbers`)).body.items);
    const { body } = await call<Cart>(`/cart/items/${line.id}/changes`, { body: { number } });
    return { number, line: body.items.find(({ id }) => id === line.id) ?? assert.fail('the line is gone') };
  }
  return assert.fail('nothing needs a number');
}

test('a number is for one line: three of what has one are refused', async () => {
  const shop = await aCart();
  const { line, number } = await withNumber(shop);
  const { status, body } = await shop.call<Problem>(`/cart/items/${line.id}/changes`, { body: { quantity: 3 } });
  assert.deepEqual([status, body.errors?.map(({ path }) => path)], [422, ['quantity']]);
  const now = (await shop.call<Cart>('/cart')).body.items.find(({ id }) => id === line.id);
  assert.deepEqual([now?.quantity, now?.hold?.name], [1, number]);
  const later = await shop.call<Cart>(`/cart/items/${line.id}/changes`, { body: { quantity: 1, later: true } });
  assert.equal(later.status, 200);
});

test('a number that comes with another is for one line, too', async () => {
  const shop = await aCart();
  const { line } = await withNumber(shop);
  assert.equal((await shop.call<Cart>(`/cart/items/${line.id}/changes`, { body: { portIn: { number: '+4915112345678' } } })).status, 200);
  assert.equal((await shop.call<Problem>(`/cart/items/${line.id}/changes`, { body: { quantity: 2 } })).status, 422);
});

test('what is swapped for something else gives its number back', async () => {
  const shop = await aCart();
  const { line, number } = await withNumber(shop);
  const other = shop.free.find(({ id, lineOfBusiness }) => id !== line.offerId && lineOfBusiness === 'mobile') ?? assert.fail('no other');
  const { body } = await shop.call<Cart>('/cart/swap', { body: { out: line.id, offerId: other.id } });
  assert.ok(body.items.some(({ offerId }) => offerId === other.id), JSON.stringify(body));
  const { rows } = await shop.operator.store.read().list('reserveProductStock');
  const holding = rows.filter(({ body: one }) => JSON.stringify(one).includes(number) && one['reserveProductStockState'] === 'accepted');
  assert.equal(holding.length, 0);
});

/** Changes an offer in the operator's catalogue. */
async function changed({ bss }: Awaited<ReturnType<typeof anOperator>>, offerId: string, change: object): Promise<void> {
  const path = `http://bss.internal/tmf-api/productCatalogManagement/v4/productOffering/${offerId}`;
  const answer = await bss.fetch(new Request(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(change) }));
  assert.ok(answer.ok, await answer.text());
}

test('behind a link stands what can be had, and what is gone is told', async () => {
  const lost = new Set<string>();
  const { operator, call, free, put } = await aCart(lost);
  const [stays, retired, gone] = free.filter(({ price }) => price.promotion === undefined);
  assert.ok(stays && retired && gone);
  for (const one of [stays, retired, gone]) await put(one);
  const { token } = (await call<CartShare>('/cart/share', { body: {} })).body;
  await changed(operator, retired.id, { isSellable: false });
  lost.add(gone.id);
  const { items, monthly, once, news } = (await call<Cart>(`/shared-carts/${token}`)).body;
  assert.deepEqual(items.map(({ offerId }) => offerId), [stays.id]);
  assert.deepEqual([once, monthly], [stays.price.once, stays.price.monthly]);
  assert.deepEqual(news?.map(({ kind }) => kind), ['ended', 'ended']);
  assert.ok(news?.some(({ text }) => text.includes(retired.name)) && news.some(({ text }) => text.includes(gone.name)));
});

test('what is put by for later stands in nobody’s way when a link is taken', async () => {
  const { operator, call, put, free } = await aCart();
  const [offer, other] = free;
  assert.ok(offer && other);
  const { id } = first((await put(offer)).items);
  const { token } = (await call<CartShare>('/cart/share', { body: {} })).body;
  await call(`/cart/items/${id}`, { method: 'DELETE' });
  const line = first((await put(other)).items);
  await call(`/cart/items/${line.id}/changes`, { body: { later: true } });
  await changed(operator, offer.id, { productOfferingRelationship: [{ id: other.id, name: other.name, relationshipType: 'excludes' }] });
  const { body } = await call<Cart>('/cart/take', { body: { token } });
  assert.deepEqual(body.items.map(({ offerId }) => offerId), [other.id, offer.id], JSON.stringify(body.news));
});
