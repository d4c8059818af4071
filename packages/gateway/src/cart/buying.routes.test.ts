import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, CartShare, Checkout, KeptCartList, NumberList, Offer, OfferList, Order, Payment, Problem, SlotList } from '@faceplate/contracts';
import { add, sum, times } from '@faceplate/domain';
import { anOperator } from '../testing/operator.ts';

async function aBuyer(who: 'ada' | 'bilal' = 'ada') {
  const operator = await anOperator();
  const call = operator.as(who);
  const { items } = (await call<OfferList>('/offers')).body;
  const offer = (is: (one: Offer) => boolean) => items.find((one) => one.obstacles.length === 0 && is(one)) ?? assert.fail('no such offer');
  const put = async (offerId: string, more: object = {}): Promise<Cart> => {
    const answer = await call<Cart>('/cart/items', { body: { offerId, quantity: 1, ...more } });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const accounts = (await call<{ items: { id: string }[] }>('/accounts')).body.items;
  const needing = async (need: 'visit' | 'number') => {
    for (const one of items.filter(({ obstacles, lineOfBusiness }) => obstacles.length === 0 && lineOfBusiness === (need === 'visit' ? 'fixed' : 'mobile'))) {
      const cart = await put(one.id);
      const line = cart.items.find(({ needs }) => needs?.includes(need));
      if (line && !line.obstacles) return { cart, line };
      for (const { id } of cart.items) await call(`/cart/items/${id}`, { method: 'DELETE' });
    }
    return assert.fail(`nothing needs a ${need}`);
  };
  return { operator, call, offer, put, needing, account: accounts[0]?.id ?? '' };
}

/** A line of a cart; it must be there. */
const lineOf = ({ items }: Cart, id: string) => items.find((one) => one.id === id) ?? assert.fail('the line is gone');
/** What a refusal names as free instead. */
function freeIn({ obstacles: [gone] = [] }: Problem): { ids: string[]; words: string | undefined } {
  return { ids: (gone?.way?.choices ?? []).map(({ id }) => id), words: gone?.remedy };
}
const firstOf = <T>([first]: readonly T[]): T => first ?? assert.fail('there is none');

test('prices are the operator’s, tax and the time after a promotion told apart; lines for later count for nothing', async () => {
  const { call, offer, put } = await aBuyer();
  const promoted = offer(({ price }) => price.promotion !== undefined);
  const one = await put(promoted.id, { quantity: 2 });
  const line = firstOf(one.items);
  const { monthly, promotion } = promoted.price;
  assert.deepEqual([line.monthly, line.after], [times(monthly, 2), promotion && { months: promotion.months, monthly: times(promotion.monthlyAfter, 2) }]);
  assert.ok(line.tax && line.tax.monthly.amount > 0);
  const later = (await call<Cart>(`/cart/items/${line.id}/changes`, { body: { later: true } })).body;
  assert.deepEqual([firstOf(later.items).later, later.monthly.amount, later.once.amount], [true, 0, 0]);
});

/** Each month of an offer costs one euro more from now on. */
async function dearer({ store, bss }: Awaited<ReturnType<typeof anOperator>>, offerId: string): Promise<void> {
  const offering = (await store.read().get('productOffering', offerId))?.body as unknown as { productOfferingPrice: { id: string }[] };
  for (const { id } of offering.productOfferingPrice) {
    const kept = (await store.read().get('productOfferingPrice', id)) ?? assert.fail('the price is gone');
    const { priceType, price } = kept.body as unknown as { priceType?: string; price: { unit: string; value: number } };
    if (priceType !== 'recurring') continue;
    const body = JSON.stringify({ price: { unit: price.unit, value: price.value + 1 } });
    const answer = await bss.fetch(new Request(`http://bss.internal/tmf-api/productCatalogManagement/v4/productOfferingPrice/${id}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body }));
    assert.equal(answer.status, 200, await answer.text());
  }
}

test('a price that moves is told until its owner has seen it, and is never ordered unseen', async () => {
  const { operator, call, put, account, offer } = await aBuyer();
  const cart = await put(offer(({ price }) => price.monthly.amount > 0 && !price.promotion).id);
  const { id, offerId } = firstOf(cart.items);
  await dearer(operator, offerId);
  // Another line makes the operator reckon anew.
  const after = await put(offer((one) => one.id !== offerId && !one.price.promotion).id);
  assert.deepEqual([lineOf(after, id).moved?.monthly.amount, after.news?.map(({ kind }) => kind)], [100, ['price']]);
  const total = { once: cart.once, monthly: cart.monthly };
  const refused = await call<Problem>('/orders', { body: { cartId: cart.id, accountId: account, total } });
  assert.deepEqual([refused.status, refused.body.code], [409, 'price-moved']);
  const seen = (await call<Cart>(`/cart/items/${id}/changes`, { body: {} })).body;
  assert.equal(seen.news, undefined);
  const { status, body } = await call<Order>('/orders', { body: { cartId: cart.id, accountId: account, total: { once: seen.once, monthly: seen.monthly } } });
  assert.equal(status, 201);
  assert.deepEqual(body.monthly, seen.monthly);
});

test('swaps one line for another in one act, or does nothing', async () => {
  const { call, offer, put } = await aBuyer();
  const one = offer(() => true);
  const cart = await put(one.id);
  const other = offer(({ id }) => id !== one.id);
  const nothing = await call('/cart/swap', { body: { out: cart.items[0]?.id, offerId: 'nosuchoffer1' } });
  assert.equal(nothing.status, 422);
  const key = crypto.randomUUID();
  for (let tries = 0; tries < 2; tries += 1) {
    const { body } = await call<Cart>('/cart/swap', { body: { out: cart.items[0]?.id, offerId: other.id }, key });
    assert.deepEqual(body.items.map(({ offerId }) => offerId), [other.id]);
  }
});

test('a number that was chosen is held, goes into the order, and nobody else gets it meanwhile', async () => {
  const { operator, call, needing, account } = await aBuyer();
  const { cart, line } = await needing('number');
  const { items } = (await call<NumberList>(`/cart/items/${line.id}/numbers`)).body;
  const again = (await call<NumberList>(`/cart/items/${line.id}/numbers`)).body.items;
  assert.ok(items.length > 1 && again.every(({ number }) => items.every((one) => one.number !== number)));
  const [number = '', other = ''] = items.map((one) => one.number);
  const held = lineOf((await call<Cart>(`/cart/items/${line.id}/changes`, { body: { number } })).body, line.id);
  assert.equal(held.hold?.name, number);
  // What somebody else puts aside meanwhile cannot be had, and the line keeps what it has.
  const reserve = (value: string) => {
    const reserveProductStockItem = [{ id: '1', requestedProduct: { productCharacteristic: [{ name: 'identifier', value }] } }];
    return operator.bss.fetch(new Request('http://bss.internal/tmf-api/stockManagement/v4/reserveProductStock', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reserveProductStockItem }) }));
  };
  assert.equal((await reserve(number)).status, 409);
  assert.equal((await reserve(other)).status, 201);
  const late = await call<Problem>(`/cart/items/${line.id}/changes`, { body: { number: other } });
  assert.deepEqual([late.status, late.body.code], [409, 'number-taken']);
  // Who was too late is told what is free, and each of those can be had.
  const { ids, words } = freeIn(late.body);
  assert.deepEqual([ids.length, ids.includes(other), words], [3, false, `Free next: ${ids.join('; ')}.`]);
  for (const next of ids) assert.equal((await reserve(next)).status, 201);
  assert.equal(lineOf((await call<Cart>('/cart')).body, line.id).hold?.name, number);
  const { status, body } = await call<Order>('/orders', { body: { cartId: cart.id, accountId: account } });
  assert.equal(status, 201, JSON.stringify(body));
  const order = (await operator.store.read().get('productOrder', body.id))?.body as unknown as { productOrderItem: { product: { productCharacteristic: { name: string; value: string }[] } }[] };
  const said = firstOf(order.productOrderItem).product.productCharacteristic;
  assert.deepEqual(said.filter(({ name }) => name === 'identifier').map(({ value }) => value), [number]);
});

test('who comes too late for a visit keeps the cart, and is told which times are free', async () => {
  const { operator, call, needing } = await aBuyer();
  const { cart } = await needing('visit');
  const slot = firstOf((await call<SlotList>('/cart/slots')).body.items);
  const validFor = { startDateTime: slot.from, endDateTime: slot.to };
  // Her home's crews, of which there are no more than three, go to others.
  const party = operator.subjects.ada.partyIds[0];
  for (let crew = 0; crew < 3; crew += 1) {
    const body = JSON.stringify({ validFor, status: 'confirmed', relatedParty: [{ id: party, role: 'customer', '@referredType': 'Individual' }] });
    await operator.bss.fetch(new Request('http://bss.internal/tmf-api/appointment/v4/appointment', { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
  }
  const before = (await call<Cart>('/cart')).body;
  const hold = (from: string, to: string) => call<Cart & Problem>('/cart/visit', { body: { slotId: from, from, to } });
  const late = await hold(slot.from, slot.to);
  assert.deepEqual([late.status, late.body.code], [409, 'slot-taken']);
  assert.deepEqual((await call<Cart>('/cart')).body, before);
  const { ids, words } = freeIn(late.body);
  assert.match(String(words), /^Free next: \w{3} \d+ \w{3}, \d\d:\d\d–/);
  const [from = '', to = ''] = firstOf(ids).split('/');
  const held = await hold(from, to);
  assert.deepEqual([held.status, held.body.id, held.body.visit?.from], [200, cart.id, from]);
});

test('one visit is held for the cart, and the order books that very visit', async () => {
  const { operator, call, needing, account } = await aBuyer();
  const { cart } = await needing('visit');
  const { items: slots } = (await call<SlotList>('/cart/slots')).body;
  const [one, two] = slots;
  assert.ok(one && two);
  const hold = (slot: typeof one) => call<Cart>('/cart/visit', { body: { slotId: slot.id, from: slot.from, to: slot.to } });
  await hold(one);
  const held = (await hold(two)).body.visit;
  assert.deepEqual([held?.state, held?.from, held?.history.length], ['held', two.from, 1]);
  assert.ok(held?.heldUntil);
  const { body } = await call<Order>('/orders', { body: { cartId: cart.id, accountId: account } });
  await operator.later(5_000);
  const order = (await call<Order>(`/orders/${body.id}`)).body;
  assert.deepEqual([order.visit?.id, order.visit?.state, order.visit?.from], [held?.id, 'booked', two.from]);
  const kept = await operator.store.read().list('appointment');
  const open = kept.rows.filter(({ body: visit }) => JSON.stringify(visit['relatedEntity']).includes(body.id) && ['initialized', 'confirmed'].includes(String(visit['status'])));
  assert.equal(open.length, 1);
});

test('the day’s round being planned binds who has booked, not who is still choosing', async () => {
  const { operator, call, needing } = await aBuyer();
  await needing('visit');
  const [one, two] = (await call<SlotList>('/cart/slots')).body.items.map(({ id: slotId, from, to }) => ({ slotId, from, to }));
  const id = (await call<Cart>('/cart/visit', { body: one })).body.visit?.id;
  const held = (await operator.store.read().get('appointment', id ?? ''))?.body ?? assert.fail('nothing is held');
  await operator.store.transaction((tx) => tx.put('appointment', { ...held, changeUntil: '2026-01-01T00:00:00.000Z' }));
  const { status, body: cart } = await call<Cart>('/cart/visit', { body: two });
  assert.deepEqual([status, cart.visit?.id, cart.visit?.from], [200, id, two?.from]);
});

test('a time that is held for nothing any more is given back, and a technician is booked for nobody', async () => {
  const { operator, call, needing, put, offer, account } = await aBuyer();
  const { cart, line } = await needing('visit');
  const slot = firstOf((await call<SlotList>('/cart/slots')).body.items);
  const { visit: held = assert.fail('nothing is held') } = (await call<Cart>('/cart/visit', { body: { slotId: slot.id, from: slot.from, to: slot.to } })).body;
  await put(offer(({ lineOfBusiness }) => lineOfBusiness === 'device').id);
  await call(`/cart/items/${line.id}`, { method: 'DELETE' });
  const { status, body } = await call<Order>('/orders', { body: { cartId: cart.id, accountId: account } });
  assert.deepEqual([status, body.visit], [201, undefined]);
  assert.equal((await operator.store.read().get('appointment', held.id))?.body['status'], 'cancelled');
});

test('carts are put by under names, and gone back to', async () => {
  const { call, offer, put } = await aBuyer();
  assert.equal((await call('/carts', { body: { name: 'Empty' } })).status, 422);
  const first = await put(offer(() => true).id);
  const key = crypto.randomUUID();
  for (let tries = 0; tries < 2; tries += 1) assert.deepEqual((await call<Cart>('/carts', { body: { name: 'For Mum' }, key })).body.items, []);
  await put(offer(() => true).id);
  assert.equal((await call<Problem>('/carts', { body: { name: 'for mum ' } })).body.code, 'cart-name-taken');
  const back = (await call<Cart>(`/carts/${first.id}/open`, { body: {} })).body;
  assert.deepEqual([back.id, back.name], [first.id, 'For Mum']);
  const { items } = (await call<KeptCartList>('/carts')).body;
  assert.deepEqual(items.map(({ current }) => (current ? 'open' : 'by')).toSorted((one, other) => one.localeCompare(other)), ['by', 'open']);
  const by = items.find(({ current }) => !current);
  assert.equal((await call<KeptCartList>(`/carts/${by?.id}`, { method: 'DELETE' })).body.items.length, 1);
  assert.equal((await call(`/carts/${first.id}`, { method: 'DELETE' })).status, 404);
});

test('a link tells the lines and nothing else, and can be taken once into another cart', async () => {
  const { operator, call, offer, put } = await aBuyer();
  const cart = await put(offer(({ lineOfBusiness }) => lineOfBusiness === 'device').id, { quantity: 2 });
  const { token } = (await call<CartShare>('/cart/share', { body: {} })).body;
  const seen = (await operator.as('bilal')<Cart>(`/shared-carts/${token}`)).body;
  assert.deepEqual(seen.items.map(({ offerId, quantity, monthly }) => [offerId, quantity, monthly]), cart.items.map(({ offerId, quantity, monthly }) => [offerId, quantity, monthly]));
  const key = crypto.randomUUID();
  for (let tries = 0; tries < 2; tries += 1) {
    const taken = await operator.as('bilal')<Cart>('/cart/take', { body: { token }, key });
    assert.deepEqual([taken.status, taken.body.items.length + (taken.body.news?.length ?? 0)], [200, 1]);
  }
  assert.equal((await call(`/shared-carts/${token.slice(0, -2)}xx`)).status, 404);
});

test('the checkout says what is open and how it can be paid; the order begins one payment', async () => {
  const { operator, call, offer, put, account } = await aBuyer();
  assert.equal((await call<Checkout>('/checkout')).status, 404);
  const cart = await put(offer(({ price }) => price.once.amount > 0).id);
  const { body } = await call<Checkout>(`/checkout?account=${account}`);
  assert.deepEqual(body.dueNow, cart.once);
  assert.deepEqual(body.pay.map(({ kind, allowed }) => [kind, allowed]), [['now', true], ['next-bill', true]]);
  assert.equal(body.steps.find(({ kind }) => kind === 'account')?.state, 'done');
  assert.equal((await call(`/checkout?account=zzzzzzzzzz99`)).status, 404);
  const request = { body: { cartId: cart.id, accountId: account, pay: { back: '/cart/done' } }, key: crypto.randomUUID() };
  const [one, two] = [await call<Order>('/orders', request), await call<Order>('/orders', request)];
  assert.equal(one.status, 201, JSON.stringify(one.body));
  assert.equal(one.body.payment?.status, 'needs-you');
  assert.ok(one.body.payment?.action?.url);
  assert.equal(two.body.id, one.body.id);
  const { items } = (await call<{ items: Payment[] }>('/payments')).body;
  assert.deepEqual(items.filter(({ status }) => status === 'needs-you').map(({ amount }) => amount), [cart.once]);
  assert.equal((await operator.as('bilal')(`/orders/${one.body.id}`)).status, 404);
});

test('the whole is the sum of its lines', async () => {
  const { offer, put } = await aBuyer();
  await put(offer(({ lineOfBusiness }) => lineOfBusiness === 'device').id);
  const cart = await put(offer(({ lineOfBusiness }) => lineOfBusiness === 'mobile').id);
  assert.deepEqual(add(cart.once, cart.monthly), add(sum(cart.items.map(({ once }) => once), 'EUR'), sum(cart.items.map(({ monthly }) => monthly), 'EUR')));
});
