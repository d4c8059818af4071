import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body } from '../testing/body.ts';
import { pathOf } from '../testing/bench.ts';
import { ada, type Town, town } from '../testing/town.ts';

const relatedParty = [{ id: ada.id, name: ada.name, role: 'customer', '@referredType': 'Individual' }];
const ask = async (meridian: Town, more: object = {}): Promise<Body> =>
  (await meridian.make('quote', {
    relatedParty,
    quoteItem: [{ id: '1', action: 'add', quantity: 2, productOffering: meridian.offering('Mobile L') }, { id: '2', action: 'add', productOffering: meridian.offering('Home 50') }],
    ...more,
  })) as Body;
const send = (meridian: Town, { id }: Body, patch: object) => meridian.ask('PATCH', `${pathOf('quote')}/${id}`, patch);

test('a quote says what each line and the whole cost, with the tax in them, for a month', async () => {
  const quote = await ask(town());
  assert.deepEqual(quote['quoteTotalPrice'].map(({ name, price }: Body) => [name, price.taxIncludedAmount.value, price.dutyFreeAmount.value, price.taxRate]), [
    ['Monthly', 99.97, 84.01, 19], ['Once', 49.99, 42.01, 19],
  ]);
  const [mobile, home] = quote['quoteItem'];
  assert.deepEqual([mobile?.quoteItemPrice[0]?.price.taxIncludedAmount.value, home?.quoteItemPrice[0]?.price.taxIncludedAmount.value], [69.98, 29.99]);
  assert.deepEqual([quote['validFor'].endDateTime, quote['version'], quote['state']], ['2026-12-21T10:00:00.000Z', '1', 'inProgress']);
});

test('it is approved in a moment, or at once when asked to be, and the customer says yes', async () => {
  const meridian = town();
  const quote = await ask(meridian);
  await meridian.pass(9);
  assert.equal((await meridian.read('quote', quote.id))['state'], 'approved');
  const accepted = await meridian.patch('quote', quote.id, { state: 'accepted' });
  assert.equal(accepted['effectiveQuoteCompletionDate'], '2026-11-21T10:00:09.000Z');
  assert.equal((await ask(meridian, { instantSyncQuote: true }))['state'], 'approved');
});

test('a quote past its day is not accepted', async () => {
  const meridian = town();
  const quote = await ask(meridian, { instantSyncQuote: true });
  await meridian.pass(31 * 86_400, 86_400);
  const late = await send(meridian, quote, { state: 'accepted' });
  assert.equal(late.status, 422);
  assert.match(((await late.json()) as Body)['message'], /has expired\. Ask for a new version/);
  assert.equal((await send(meridian, quote, { state: 'rejected' })).status, 200);
});

test('asked for again under its number it is the next version, and the one before is gone', async () => {
  const meridian = town();
  const first = await ask(meridian, { externalId: 'Q-1', instantSyncQuote: true });
  const second = await ask(meridian, { externalId: 'Q-1', instantSyncQuote: true });
  assert.equal(second['version'], '2');
  assert.equal((await meridian.read('quote', first.id))['state'], 'rejected');
  await meridian.patch('quote', second.id, { state: 'accepted' });
  const third = await meridian.ask('POST', pathOf('quote'), { externalId: 'Q-1', relatedParty, quoteItem: [{ id: '1' }] });
  assert.equal(third.status, 409);
  // A number is one customer's.
  const other = await ask(meridian, { externalId: 'Q-1', relatedParty: [{ id: 'somebodyelse', role: 'customer', '@referredType': 'Individual' }] });
  assert.equal(other['version'], '1');
});

test('what has been approved stands as it is', async () => {
  const meridian = town();
  const quote = await ask(meridian, { instantSyncQuote: true });
  assert.equal((await send(meridian, quote, { quoteItem: [{ id: '1', quantity: 9 }] })).status, 409);
  const open = await ask(meridian);
  const dearer = (await (await send(meridian, open, { quoteItem: [{ ...open['quoteItem'][0], quantity: 3 }] })).json()) as Body;
  assert.equal(dearer['quoteTotalPrice'][0]?.price.taxIncludedAmount.value, 104.97);
});
