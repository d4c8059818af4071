import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Configuration, OfferDetail, OfferList, Problem, ProductList } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';
import { configurationBody } from './choice.ts';
import { configurationOf } from './configuration.adapter.ts';

type Ask = ReturnType<Awaited<ReturnType<typeof anOperator>>['as']>;

async function offer(ask: Ask, name: string): Promise<OfferList['items'][number]> {
  const found = (await ask<OfferList>('/offers')).body.items.find((one) => one.name === name);
  assert.ok(found, name);
  return found;
}

const configure = async (ask: Ask, body: object) => (await ask<Configuration>('/configuration', { body })).body;

test('what can be chosen, what is chosen, and what every other choice would cost', async () => {
  const bilal = (await anOperator()).as('bilal');
  const office = await offer(bilal, 'Office 250');
  const { price, choices, chosen, possible } = await configure(bilal, { offerId: office.id, choices: {} });
  assert.deepEqual([possible, chosen, price], [true, { 'Service level': 'Standard' }, office.price]);
  const level = choices.find(({ key }) => key === 'Service level');
  assert.deepEqual(level?.options.map(({ value, chosen: isChosen, difference }) => [value, isChosen, difference?.amount]), [['Standard', true, 0], ['Advanced', false, 2_975], ['Premium', false, 8_925]]);
  const premium = await configure(bilal, { offerId: office.id, choices: { 'Service level': 'Premium' } });
  assert.equal(premium.price.monthly.amount, office.price.monthly.amount + 8_925);
  assert.equal(premium.lines.filter(({ kind }) => kind === 'monthly').reduce((sum, { amount }) => sum + amount.amount, 0), premium.price.monthly.amount);
});

test('a choice that does not go together says why, what makes it right, and what the nearest is that does', async () => {
  const bilal = (await anOperator()).as('bilal');
  const { id } = await offer(bilal, 'Office 250');
  const { possible, faults, mended } = await configure(bilal, { offerId: id, choices: { 'Service level': 'Golden', Colour: 'Red' } });
  assert.equal(possible, false);
  assert.deepEqual(faults.map(({ code, key }) => [code, key]), [['characteristicUnknown', undefined], ['valueNotAllowed', 'Service level']]);
  for (const { reason, remedy } of faults) assert.ok(reason.length > 5 && remedy.length > 5);
  assert.deepEqual((await configure(bilal, { offerId: id, choices: mended ?? {} })).faults, []);
});

test('promises of service are choices too, with what a breach pays', async () => {
  const bilal = (await anOperator()).as('bilal');
  const { promises } = (await bilal<OfferDetail>(`/offers/${(await offer(bilal, 'Office 250')).id}`)).body;
  assert.deepEqual(promises.map(({ id, respondWithin, difference, chosen }) => [id, respondWithin, difference.amount, chosen]), [['Standard', 8, 0, true], ['Advanced', 2, 2_975, false], ['Premium', 1, 8_925, false]]);
  // A quarter of 71.40 and 89.25.
  assert.equal(promises[2]?.breach?.credit.amount, 4_016);
});

test('of a bundle the parts are shown; its price is its own', async () => {
  const ada = (await anOperator()).as('ada');
  const both = await offer(ada, 'Home and TV');
  const { parts, price } = await configure(ada, { offerId: both.id, choices: {} });
  assert.deepEqual(parts.map(({ name, count, least, most }) => [name, count, least, most]), [['Home 250', 1, 1, 1], ['TV Plus', 1, 1, 1]]);
  assert.deepEqual(price, both.price);
  const without = await configure(ada, { offerId: both.id, choices: { [`@part:${parts[1]?.offerId}`]: '0' } });
  assert.deepEqual(without.faults.map(({ code, key }) => [code, key]), [['tooFewOfPart', parts[1]?.key]]);
});

test('one’s own product can be configured; another’s is nobody’s', async () => {
  const operator = await anOperator();
  const ada = operator.as('ada');
  const own = (await ada<ProductList>('/products')).body.items.find(({ status, offerId }) => status === 'active' && offerId !== undefined);
  assert.equal((await configure(ada, { productId: own?.id, choices: {} })).product?.id, own?.id);
  const foreign = await operator.as('bilal')<Problem>('/configuration', { body: { productId: own?.id, choices: {} } });
  assert.deepEqual([foreign.status, foreign.body.errors?.[0]?.path], [422, 'productId']);
  assert.equal((await ada<Problem>('/configuration', { body: { choices: {} } })).status, 422);
});

test('without a configurator an offer in which nothing can be chosen is as the catalogue has it; another cannot be', async () => {
  const meddle = (request: Request) => (request.url.includes('productConfiguration') ? Promise.resolve(new Response('{}', { status: 404 })) : undefined);
  const operator = await anOperator({ meddle });
  const plain = await offer(operator.as('ada'), 'Fibre 500');
  const { price, lines, possible } = await configure(operator.as('ada'), { offerId: plain.id, choices: {} });
  assert.deepEqual([possible, price], [true, plain.price]);
  assert.deepEqual(lines.map(({ kind, amount, months }) => [kind, amount.amount, months]), [['monthly', 4_999, undefined], ['discount', -1_000, 12], ['once', 6_999, undefined]]);
  const office = await offer(operator.as('bilal'), 'Office 250');
  assert.equal((await operator.as('bilal')('/configuration', { body: { offerId: office.id, choices: {} } })).status, 503);
});

test('numbers, words and several values are drawn by what the catalogue says of them', () => {
  const one = (name: string, facts: object, values: object[]) => ({ name, configurationCharacteristicValue: values, ...facts });
  const value = (said: unknown, more: object = {}) => ({ characteristicValue: { value: said }, isSelected: false, isSelectable: true, ...more });
  const tree = {
    productOffering: { id: 'o', name: 'Office phone' },
    configurationTerm: [{ name: '1 year', isSelected: true }, { name: '2 years', isSelected: false }],
    configurationCharacteristic: [
      one('Seats', { minCardinality: 1 }, [{ valueFrom: 1, valueTo: 50, isSelected: true, characteristicValue: { value: 5 } }]),
      one('Name', { regex: '^[a-z]+$' }, []),
      one('Extras', { maxCardinality: 2 }, [value('Queue', { isSelected: true }), value('Fax', { isSelected: true }), value(true)]),
    ],
    configurationPrice: [{ name: 'Seat', priceType: 'recurring', recurringChargePeriod: { amount: 1, units: 'year' }, price: { taxIncludedAmount: { unit: 'EUR', value: 120 } } }],
  };
  const { choices, chosen, price } = configurationOf(tree, [], 'EUR');
  assert.deepEqual(choices.map(({ key, kind }) => [key, kind]), [['Seats', 'number'], ['Name', 'text'], ['Extras', 'several'], ['@term', 'one']]);
  assert.deepEqual([choices[0]?.from, choices[0]?.to, choices[0]?.value, choices[1]?.pattern, choices[2]?.options[2]?.label], [1, 50, '5', '^[a-z]+$', 'Yes']);
  assert.deepEqual(chosen, { Seats: '5', Extras: 'Queue\nFax', '@term': '1 year' });
  assert.equal(price.monthly.amount, 1_000);
});

test('choices become a tree: terms, values, parts and what is chosen of a part', () => {
  const body = configurationBody({ offerId: 'o', choices: { '@term': '2 years', Seats: '5', '@part:tv': '2', '@part:tv/Colour': 'Black\nSand' } });
  assert.deepEqual(body['configurationTerm'], [{ '@type': 'ConfigurationTerm', name: '2 years', isSelected: true }]);
  const values = (of: unknown) => (of as { configurationCharacteristicValue: { characteristicValue: { value: unknown } }[] }[]).map((one) => one.configurationCharacteristicValue.map(({ characteristicValue }) => characteristicValue.value));
  assert.deepEqual(values(body['configurationCharacteristic']), [[5]]);
  const [part] = body['productConfiguration'] as Record<string, unknown>[];
  assert.deepEqual([part?.['quantity'], values(part?.['configurationCharacteristic'])], [2, [['Black', 'Sand']]]);
});
