import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../store/memory.ts';
import type { Resource } from '../store/store.ts';
import { bench, pathOf } from '../testing/bench.ts';
import { add, found, of, onSale, operator, records, sub } from '../testing/offers.ts';

interface Item {
  priority: number;
  product: { id?: string; name: string; description: string };
  productOffering: { id: string; name: string };
  reason: { code: string; label: string; monthlySaving?: { value: number } };
}

const itemsOf = (body: Resource) => body['recommendationItem'] as Item[];
const ada = { relatedParty: { id: sub('ada'), role: 'customer', '@referredType': 'Individual' } };
const ask = (body: object, bss = operator()) => bss.make('queryProductRecommendation', { instantSyncRecommendation: true, ...body });

describe('asking what would suit a customer', () => {
  it('answers with what fits what they own, each with its reason, best first', async () => {
    const answer = await ask(ada);
    const items = itemsOf(answer);
    assert.equal(answer['state'], 'done');
    assert.ok(items.length > 0 && items.length <= 10);
    assert.deepEqual(items.map(({ priority }) => priority), items.map((_, index) => index + 1));
    const names = of('product').filter((body) => (body['relatedParty'] as Resource[]).some(({ id }) => id === sub('ada')) && body['status'] === 'active').map(({ name }) => name);
    for (const { productOffering, reason, product } of items) {
      assert.ok(reason.label.length > 10 && product.description === reason.label);
      if (reason.code === 'goesWith') assert.ok(!names.includes(productOffering.name), productOffering.name);
    }
    assert.equal((answer['validFor'] as { endDateTime: string }).endDateTime, '2026-12-21T10:00:00.000Z');
  });

  it('only proposes what the customer would be let order', async () => {
    const bss = operator();
    const items = itemsOf(await ask(ada, bss));
    const productOfferingQualificationItem = items.map(({ productOffering, product }, index) => ({
      id: String(index), action: product.id ? 'modify' : 'add', productOffering, product,
    }));
    for (const item of productOfferingQualificationItem) {
      const answer = await bss.make('productOfferingQualification', { instantSyncQualification: true, relatedParty: [ada.relatedParty], productOfferingQualificationItem: [item] });
      assert.equal(answer['qualificationResult'], 'qualified', item.productOffering.name);
    }
  });

  it('reads what was paid beyond the plan', async () => {
    const tv = found('product', (body) => body['name'] === 'Mobile S' && body['status'] === 'active');
    const owner = (tv['relatedParty'] as Resource[]).find(({ role }) => role === 'owner');
    const line = (id: string, date: string) => ({
      resource: 'appliedCustomerBillingRate',
      body: { id, date, name: 'Extra data', product: { id: tv.id }, taxIncludedAmount: { unit: 'EUR', value: 90 }, characteristic: [{ name: 'chargeKind', value: 'usage' }] },
    });
    const bss = bench({ store: memoryStore([...records, line('new', '2026-10-20T10:00:00.000Z'), line('old', '2026-01-20T10:00:00.000Z')]) });
    const items = itemsOf(await ask({ relatedParty: { id: owner?.id, role: 'customer' } }, bss));
    const saving = items.find(({ product }) => product.id === tv.id);
    assert.equal(saving?.reason.code, 'largerPlanSaves');
    assert.match(saving?.reason.label ?? '', /Beyond Mobile S you paid €3\d\.\d\d a month/);
  });

  it('takes the cart into account, the category and the kind that was asked for', async () => {
    const bss = operator();
    const cart = await bss.make('shoppingCart', { cartItem: [add('TV Plus')] });
    const forCart = itemsOf(await ask({ shoppingCart: [{ id: cart.id }] }, bss));
    assert.ok(forCart.some(({ productOffering }) => productOffering.name === 'Sport'));
    const devices = itemsOf(await ask({ shoppingCart: [{ id: cart.id }], category: [{ id: (onSale('TV Box')['category'] as Resource[])[0]?.id }] }, bss));
    assert.deepEqual(devices.map(({ productOffering }) => productOffering.name), ['TV Box']);
    const upgrades = itemsOf(await ask({ shoppingCart: [{ id: cart.id }], recommendationType: 'upSell' }, bss));
    assert.deepEqual(upgrades, []);
  });

  it('has nothing to say to a stranger, and says so', async () => {
    const answer = await ask({});
    assert.deepEqual([answer['state'], answer['recommendationItem']], ['done', []]);
  });

  it('moves on with time where nobody wants the answer at once', async () => {
    const bss = operator();
    const { id } = await bss.make('queryProductRecommendation', ada);
    bss.later(60_000);
    await bss.tick();
    assert.equal(((await (await bss.ask('GET', `${pathOf('queryProductRecommendation')}/${id}`)).json()) as Resource)['state'], 'done');
  });
});
