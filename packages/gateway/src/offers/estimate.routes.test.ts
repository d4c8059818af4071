import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Estimate, OfferList, Problem, ProductList } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';
import { usedOf } from './own-use.ts';

type Ask = ReturnType<Awaited<ReturnType<typeof anOperator>>['as']>;

async function offers(ask: Ask, ...names: string[]): Promise<string[]> {
  const { items } = (await ask<OfferList>('/offers')).body;
  return names.map((name) => items.find((one) => one.name === name)?.id ?? name);
}

test('what offers would have cost with the use of the last three months, tier by tier', async () => {
  const ada = (await anOperator()).as('ada');
  const { body } = await ada<Estimate>('/offers/estimate', { body: { offerIds: await offers(ada, 'Mobile M', 'Mobile XL') } });
  assert.equal(body.basis, 'own');
  const [small, large] = body.offers;
  assert.deepEqual(small?.months.map(({ month }) => month), ['2026-08', '2026-09', '2026-10']);
  for (const { months, total } of body.offers) {
    for (const month of months) assert.equal(month.total.amount, month.standing.amount + month.parts.reduce((sofar, { amount }) => sofar + amount.amount, 0));
    assert.equal(total.amount, months.reduce((sofar, month) => sofar + month.total.amount, 0));
  }
  // A day of roaming a month costs nothing on the larger plan.
  const roaming = (one: Estimate['offers'][number] | undefined) => one?.months.flatMap(({ parts }) => parts.filter(({ name }) => name.startsWith('Roaming')).map(({ quantity, included }) => quantity - included));
  assert.deepEqual(roaming(large), roaming(small)?.map((days) => days - 1));
  assert.ok(roaming(small)?.length);
});

test('what it really cost stands beside it: the very plan comes to the very sum', async () => {
  const ada = (await anOperator()).as('ada');
  const { body } = await ada<Estimate>('/offers/estimate', { body: { offerIds: await offers(ada, 'Mobile L') } });
  const { items } = (await ada<ProductList>('/products')).body;
  const own = items.find(({ id }) => id === body.was?.product.id);
  assert.equal(own?.name, 'Mobile L');
  const extra = (of: Estimate['offers'][number] | undefined) => of?.months.map(({ parts }) => parts.reduce((sofar, { amount }) => sofar + amount.amount, 0));
  assert.deepEqual(body.was?.months.map(({ total }) => total.amount - (own?.monthly?.amount ?? 0)), extra(body.offers[0]));
});

test('sliders count instead of own use, and only those there are', async () => {
  const ada = (await anOperator()).as('ada');
  const offerIds = await offers(ada, 'Mobile M');
  const { body } = await ada<Estimate>('/offers/estimate', { body: { offerIds, drivers: { 'Extra data': 40, 'Calls abroad': 200 } } });
  assert.equal(body.basis, 'given');
  // 24.99 + 120 × 0.29 + 80 × 0.19 + 10 × 3.00 + 5 × 2.00
  assert.equal(body.offers[0]?.total.amount, 2_499 + 3_480 + 1_520 + 3_000 + 1_000);
  const strange = await ada<Problem>('/offers/estimate', { body: { offerIds, drivers: { Petrol: 3 } } });
  assert.deepEqual([strange.status, strange.body.errors?.[0]?.path], [422, 'drivers.Petrol']);
});

test('nobody reckons with another’s use', async () => {
  const operator = await anOperator();
  const [mine] = (await operator.as('ada')<ProductList>('/products')).body.items.filter(({ lineOfBusiness }) => lineOfBusiness === 'mobile');
  const body = { offerIds: await offers(operator.as('bilal'), 'Team Mobile 20'), productId: mine?.id };
  assert.equal((await operator.as('bilal')('/offers/estimate', { body })).status, 422);
  const agent = (await operator.as('daniel')<Estimate>('/offers/estimate', { body: { offerIds: body.offerIds } })).body;
  assert.deepEqual([agent.basis, agent.was], ['given', undefined]);
});

test('an allowance that was gone beyond was full', () => {
  const use = (name: string, value: number) => ({ id: name, at: '2026-10-10T10:00:00.000Z', name, kind: 'data', quantity: { value, unit: 'GB' }, amount: { amount: 0, currency: 'EUR' }, roaming: false, billed: true });
  const product = { id: 'p', name: 'Plan', lineOfBusiness: 'mobile', status: 'active' } as const;
  const own = { product, months: ['2026-09', '2026-10'], zone: 'Europe/Berlin' };
  const price = { name: 'Extra data', unit: 'GB' };
  assert.deepEqual(usedOf(price, { ...own, uses: [use('Extra data', 2)] }, 25), [0, 27]);
  assert.deepEqual(usedOf(price, { ...own, uses: [use('Mobile data', 24.5), use('Extra data', 2)] }, 25), [0, 27]);
  assert.deepEqual(usedOf(price, { ...own, uses: [use('Mobile data', 12_000)].map((one) => ({ ...one, quantity: { value: 12_000, unit: 'MB' } })) }, 25), [0, 12]);
});
