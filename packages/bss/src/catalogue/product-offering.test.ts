import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Bench, bench, NOW, pathOf } from '../testing/bench.ts';
import type { Resource } from '../store/store.ts';

const erase = (bss: Bench, resource: string, id: string) => bss.ask('DELETE', `${pathOf(resource)}/${id}`);

describe('deleting from the catalogue', () => {
  const users: readonly [string, string, (id: string) => object][] = [
    ['somebody has bought', 'product', (id) => ({ productOffering: { id } })],
    ['lies in a cart', 'shoppingCart', (id) => ({ cartItem: [{ id: '1', action: 'add', productOffering: { id } }] })],
    ['was ordered', 'productOrder', (id) => ({ productOrderItem: [{ id: '1', action: 'add', productOffering: { id } }] })],
    ['is part of a bundle', 'productOffering', (id) => ({ name: 'Pack', bundledProductOffering: [{ id }] })],
  ];
  for (const [name, resource, body] of users) {
    it(`keeps an offering that ${name}, and says to retire it`, async () => {
      const bss = bench();
      const { id } = await bss.make('productOffering', { name: 'Plan' });
      await bss.make(resource, body(id));
      const refused = await erase(bss, 'productOffering', id);
      assert.equal(refused.status, 409);
      const { code, message } = (await refused.json()) as { code: string; message: string };
      assert.equal(code, 'stillUsed');
      assert.match(message, /^1 .*Retire the offering instead/);
      assert.equal((await bss.ask('GET', `${pathOf('productOffering')}/${id}`)).status, 200);
    });
  }

  it('lets go of an offering that nobody uses', async () => {
    const bss = bench();
    const { id } = await bss.make('productOffering', { name: 'Plan' });
    assert.equal((await erase(bss, 'productOffering', id)).status, 204);
  });

  it('keeps a price as long as an offering has it', async () => {
    const bss = bench();
    const price = await bss.make('productOfferingPrice', { name: 'Monthly', priceType: 'recurring', isBundle: false });
    const offering = await bss.make('productOffering', { name: 'Plan', productOfferingPrice: [{ id: price.id }] });
    assert.equal((await erase(bss, 'productOfferingPrice', price.id)).status, 409);
    await erase(bss, 'productOffering', offering.id);
    assert.equal((await erase(bss, 'productOfferingPrice', price.id)).status, 204);
  });
});

describe('retiring an offering', () => {
  it('ends its sale at that moment and leaves what was bought alone', async () => {
    const bss = bench();
    const { id } = await bss.make('productOffering', { name: 'Plan', lifecycleStatus: 'Active', validFor: { startDateTime: '2025-01-01T00:00:00.000Z' } });
    const product = await bss.make('product', { productOffering: { id }, productPrice: [{ priceType: 'recurring' }] });
    const response = await bss.ask('PATCH', `${pathOf('productOffering')}/${id}`, { lifecycleStatus: 'Retired' });
    const after = (await response.json()) as Resource;
    assert.equal(response.status, 200);
    assert.deepEqual([after['isSellable'], after['validFor']], [false, { startDateTime: '2025-01-01T00:00:00.000Z', endDateTime: NOW }]);
    assert.deepEqual(await (await bss.ask('GET', `${pathOf('product')}/${product.id}`)).json(), product);
  });

  it('keeps the end it already had', async () => {
    const bss = bench();
    const validFor = { endDateTime: '2026-01-01T00:00:00.000Z' };
    const { id } = await bss.make('productOffering', { name: 'Plan', validFor });
    const after = (await (await bss.ask('PATCH', `${pathOf('productOffering')}/${id}`, { lifecycleStatus: 'Obsolete' })).json()) as Resource;
    assert.deepEqual(after['validFor'], validFor);
  });
});

it('a change of lifecycle is told as one', async () => {
  const bss = bench();
  const { id } = await bss.make('productOffering', { name: 'Plan' });
  await bss.ask('PATCH', `${pathOf('productOffering')}/${id}`, { lifecycleStatus: 'Active' });
  const told = (await bss.store.changes.after(0, 10)).map(({ eventType }) => eventType);
  assert.ok(told.includes('ProductOfferingStateChangeEvent'), told.join());
});
