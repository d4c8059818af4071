import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body } from '../testing/body.ts';
import { ada, line, town } from '../testing/town.ts';

test('a visit that was held for a cart is the visit of the order that names it, and the only one', async () => {
  const meridian = town();
  const offering = meridian.offering('Fibre 500');
  const cart = await meridian.make('shoppingCart', { cartItem: [{ id: '1', action: 'add', productOffering: offering }] });
  const found = (await meridian.make('searchTimeSlot', { relatedParty: { id: ada.id } })) as Body;
  const validFor = found['availableTimeSlot'].at(-1)?.validFor;
  const held = await meridian.make('appointment', { validFor, relatedEntity: [{ id: cart.id, role: 'cart', '@referredType': 'ShoppingCart' }], relatedParty: [{ id: ada.id }] });
  const { id } = await meridian.order(ada, [line('1', offering, { appointment: { id: held.id } })]);
  await meridian.pass(3);
  const visit = await meridian.read('appointment', held.id);
  assert.deepEqual([visit['status'], visit['holdUntil'], visit['relatedEntity'][0]?.id], ['confirmed', undefined, id]);
  const { rows } = await meridian.store.read().list('appointment');
  assert.deepEqual(rows.filter(({ body }) => JSON.stringify(body['relatedEntity'] ?? []).includes(id)).map(({ body }) => body.id), [held.id]);
  // Its hour of grace over, it stays.
  await meridian.pass(3_600, 600);
  assert.equal((await meridian.read('appointment', held.id))['status'], 'confirmed');
});
