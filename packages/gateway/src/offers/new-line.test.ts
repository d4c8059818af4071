import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Comparison, Configuration, Guide, OfferDetail, OfferList, OfferShelf, OfferVerdictList, Shortlist } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

const euros = (value: number) => ({ unit: 'EUR', value });

/** A line of business nobody had thought of, as catalogue data alone: two sizes of a charging box for electric cars. */
function newLine(index: number, kilowatts: number, monthly: number): { resource: string; body: Record<string, unknown> & { id: string } }[] {
  const [id, category] = [`wallbox-${index}`, { id: 'charging', name: 'Charging at home' }];
  const value = (said: unknown, more: object = {}) => ({ value: said, ...more });
  return [
    { resource: 'productOfferingPrice', body: { id: `${id}-month`, name: 'Box: monthly price', priceType: 'recurring', recurringChargePeriodType: 'month', recurringChargePeriodLength: 1, price: euros(monthly), lifecycleStatus: 'Active' } },
    { resource: 'productOfferingPrice', body: { id: `${id}-cable`, name: 'Box: long cable', priceType: 'recurring', recurringChargePeriodType: 'month', price: euros(3), prodSpecCharValueUse: [{ name: 'Cable', productSpecCharacteristicValue: [value('7 m')] }] } },
    {
      resource: 'productOffering',
      body: {
        id, name: `Box ${kilowatts}`, description: 'Charges a car over night.', version: '1.0', lifecycleStatus: 'Active', isSellable: true, category: [category],
        productOfferingPrice: [{ id: `${id}-month` }, { id: `${id}-cable` }],
        prodSpecCharValueUse: [
          { name: 'Power', description: 'How quick the car is full.', valueType: 'number', productSpecCharacteristicValue: [value(kilowatts, { unitOfMeasure: 'kW', isDefault: true })] },
          { name: 'Cable', valueType: 'string', minCardinality: 1, productSpecCharacteristicValue: [value('5 m', { isDefault: true }), value('7 m')] },
          { name: 'use', description: 'Made for cars', productSpecification: { id: 'guide', name: 'Guided selling' }, productSpecCharacteristicValue: [value('My car')] },
        ],
      },
    },
  ];
}

async function withCharging() {
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource !== 'productSpecification' || body['name'] !== 'Guided selling') return;
      const [use] = body['productSpecCharacteristic'] as { productSpecCharacteristicValue: object[] }[];
      use?.productSpecCharacteristicValue.push({ value: 'My car' });
    },
  });
  await operator.store.load([...newLine(1, 11, 9.9), ...newLine(2, 22, 14.9)]);
  return operator.as('ada');
}

test('a product type that did not exist is on the shelf with its own filters, found, explained and led to, from catalogue data alone', async () => {
  const ada = await withCharging();
  const { categories } = (await ada<OfferShelf>('/offers/shelf')).body;
  const { filters = [], ...category }: Partial<OfferShelf['categories'][number]> = categories.find(({ name }) => name === 'Charging at home') ?? {};
  assert.deepEqual(category, { id: 'charging', name: 'Charging at home', lineOfBusiness: 'other', offers: 2 });
  assert.deepEqual(filters.map(({ name, least, most, unit }) => [name, least, most, unit]), [['Power', 11, 22, 'kW']]);
  assert.equal((await ada<OfferList>('/offers?search=car%20night')).body.items.length, 2);
  const question = (await ada<Guide>('/guide')).body.questions.find(({ options }) => options.some(({ label }) => label === 'My car'));
  const { matches } = (await ada<Shortlist>('/guide/shortlist', { body: { answers: { [question?.id ?? '']: 'my-car' } } })).body;
  assert.deepEqual(matches.map((match) => match.offer.name), ['Box 11', 'Box 22']);
});

test('it is judged, compared and put together like any other', async () => {
  const ada = await withCharging();
  const { offer, configurable } = (await ada<OfferDetail>('/offers/wallbox-1')).body;
  assert.deepEqual([offer.obstacles, configurable, offer.features[0]?.help, offer.price.monthly.amount], [[], true, 'How quick the car is full.', 990]);
  assert.equal((await ada<OfferVerdictList>('/offers/check', { body: { offerIds: ['wallbox-1'] } })).body.items[0]?.possible, true);
  const { rows } = (await ada<Comparison>('/offers/compare?ids=wallbox-1,wallbox-2')).body;
  assert.deepEqual(rows.find(({ name }) => name === 'Power')?.cells, ['11 kW', '22 kW']);
  const longer = (await ada<Configuration>('/configuration', { body: { offerId: 'wallbox-1', choices: { Cable: '7 m' } } })).body;
  assert.deepEqual([longer.possible, longer.price.monthly.amount, longer.chosen], [true, 1_290, { Cable: '7 m' }]);
});
