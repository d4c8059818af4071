import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundleObstacles } from './bundles.ts';
import { aCatalogue, anOffering, aPrice, relation } from './catalogue.seed.ts';
import { costOf, pricesAt } from './prices.ts';
import { type Holding, relationObstacles } from './relations.ts';
import { saleObstacle } from './sale.ts';

const NOW = Date.parse('2026-11-21T10:00:00.000Z');
const YESTERDAY = '2026-11-20T10:00:00.000Z';
const TOMORROW = '2026-11-22T10:00:00.000Z';

const mapOf = (...offerings: ReturnType<typeof anOffering>[]) => aCatalogue(offerings).offerings;
const holding = (id: string, more: object = {}): Holding => ({ id: `product of ${id}`, where: 'owned', offering: anOffering(id, { ...more }) });

describe('what can be bought', () => {
  it('sells what is on the market, within its time, by itself', () => {
    for (const lifecycleStatus of ['Active', 'Launched', 'launched']) {
      const offering = anOffering('plan', { lifecycleStatus, validFor: { startDateTime: YESTERDAY, endDateTime: TOMORROW } });
      assert.equal(saleObstacle(offering, mapOf(offering), NOW), undefined);
    }
  });

  it('begins a sale at its first instant and has ended it at its last', () => {
    const at = new Date(NOW).toISOString();
    assert.equal(saleObstacle(anOffering('new', { validFor: { startDateTime: at } }), mapOf(), NOW), undefined);
    assert.equal(saleObstacle(anOffering('old', { validFor: { endDateTime: at } }), mapOf(), NOW)?.kind, 'noLonger');
  });

  it('names the day of what is not sold yet', () => {
    const offering = anOffering('next', { validFor: { startDateTime: TOMORROW } });
    assert.deepEqual(saleObstacle(offering, mapOf(offering), NOW), { kind: 'notYet', from: Date.parse(TOMORROW) });
  });

  it('leads from an old version to the newest one on sale, over versions that are gone too', () => {
    const first = anOffering('v1', { lifecycleStatus: 'Retired' });
    const second = anOffering('v2', { lifecycleStatus: 'Retired', productOfferingRelationship: relation('replaces', 'v1') });
    const third = anOffering('v3', { productOfferingRelationship: relation('replaces', 'v2') });
    const fourth = anOffering('v4', { validFor: { startDateTime: TOMORROW }, productOfferingRelationship: relation('replaces', 'v3') });
    const obstacle = saleObstacle(first, mapOf(first, second, third, fourth), NOW);
    assert.ok(obstacle?.kind === 'retired');
    assert.equal(obstacle.successor?.id, 'v3');
  });

  it('does not go round in a catalogue that replaces in a circle', () => {
    const one = anOffering('one', { lifecycleStatus: 'Retired', productOfferingRelationship: relation('replaces', 'two') });
    const two = anOffering('two', { lifecycleStatus: 'Retired', productOfferingRelationship: relation('replaces', 'one') });
    assert.deepEqual(saleObstacle(one, mapOf(one, two), NOW), { kind: 'retired', successor: undefined });
  });

  it('names the bundles of what is not sold alone', () => {
    const part = anOffering('decoder', { isSellable: false });
    const bundle = anOffering('tv', { bundledProductOffering: [{ id: 'decoder' }] });
    const obstacle = saleObstacle(part, mapOf(part, bundle), NOW);
    assert.ok(obstacle?.kind === 'notAlone');
    assert.deepEqual(obstacle.bundles.map(({ id }) => id), ['tv']);
  });

  it('does not sell what is still being designed', () => {
    const offering = anOffering('idea', { lifecycleStatus: 'In design' });
    assert.deepEqual(saleObstacle(offering, mapOf(offering), NOW), { kind: 'notReady', lifecycleStatus: 'In design' });
  });
});

describe('what goes together', () => {
  it('takes an exclusion from whichever side names it', () => {
    const plan = anOffering('plan', { productOfferingRelationship: relation('excludes', 'boost') });
    const boost = anOffering('boost');
    const all = mapOf(plan, boost);
    assert.equal(relationObstacles(plan, [holding('boost')], all)[0]?.kind, 'excludes');
    assert.equal(relationObstacles(boost, [{ ...holding('plan'), offering: plan }], all)[0]?.kind, 'excludes');
    assert.deepEqual(relationObstacles(boost, [holding('other')], all), []);
  });

  it('is content with any one of what is required, also inside a bundle', () => {
    const extra = anOffering('sport', { productOfferingRelationship: relation('requires', 'tv-1', 'tv-2') });
    const tv2 = anOffering('tv-2');
    const all = mapOf(extra, tv2);
    const lacking = relationObstacles(extra, [], all);
    assert.deepEqual(lacking, [{ kind: 'requires', anyOf: [tv2], names: ['tv-1', 'tv-2'] }]);
    assert.deepEqual(relationObstacles(extra, [holding('tv-1')], all), []);
    assert.deepEqual(relationObstacles(extra, [holding('pack', { bundledProductOffering: [{ id: 'tv-2' }] })], all), []);
  });
});

describe('how many of each a bundle takes', () => {
  const pack = anOffering('pack', {
    bundledProductOffering: [
      { id: 'line', name: 'Line' },
      { id: 'card', bundledProductOfferingOption: { numberRelOfferLowerLimit: 2, numberRelOfferUpperLimit: 4, numberRelOfferDefault: 3 } },
      { id: 'film', bundledProductOfferingOption: { numberRelOfferLowerLimit: 0, numberRelOfferUpperLimit: 1 } },
    ],
  });
  const cases: readonly [string, Record<string, number>, string[]][] = [
    ['what the catalogue takes by itself', {}, []],
    ['all at their upper ends', { line: 1, card: 4, film: 1 }, []],
    ['one card too few', { card: 1 }, ['tooFew card 1 of 2 to 4']],
    ['one card too many', { card: 5 }, ['tooMany card 5 of 2 to 4']],
    ['no line', { line: 0 }, ['tooFew line 0 of 1 to 1']],
    ['a stranger', { fridge: 1 }, ['notAPart fridge 1 of 0 to 0']],
  ];
  for (const [name, taken, expected] of cases) {
    it(name, () => {
      const found = bundleObstacles(pack, new Map(Object.entries(taken)));
      assert.deepEqual(found.map((one) => `${one.kind} ${one.part.id} ${one.taken} of ${one.least} to ${one.most}`), expected);
    });
  }
});

describe('what it costs', () => {
  it('splits once from monthly, and a promotion from what comes after it', () => {
    const cost = costOf([
      aPrice('month', 3499),
      aPrice('off', -1000, { priceType: 'discount', productOfferingTerm: [{ duration: { amount: 6, units: 'month' } }] }),
      aPrice('set-up', 4999, { priceType: 'oneTime' }),
    ]);
    assert.deepEqual(cost, { once: 4999, monthly: 2499, monthlyAfter: 3499, promotionMonths: 6 });
  });

  it('spreads a yearly price over its months and takes per cent of the recurring price', () => {
    const cost = costOf([aPrice('year', 12_000, { recurringChargePeriodType: 'year' }), aPrice('loyal', 0, { priceType: 'discount', percentage: 10 })]);
    assert.deepEqual(cost, { once: 0, monthly: 900, monthlyAfter: 900, promotionMonths: 0 });
  });

  it('never pays anybody to be a customer', () => {
    assert.equal(costOf([aPrice('month', 500), aPrice('off', -900, { priceType: 'discount' })]).monthly, 0);
  });

  it('takes only prices of the moment, and of the values chosen', () => {
    const prices = [
      aPrice('old', 1, { validFor: { endDateTime: YESTERDAY } }),
      aPrice('now', 2, { validFor: { startDateTime: YESTERDAY, endDateTime: TOMORROW } }),
      aPrice('next', 4, { validFor: { startDateTime: TOMORROW } }),
      aPrice('red', 8, { prodSpecCharValueUse: [{ name: 'Colour', productSpecCharacteristicValue: [{ value: 'red' }] }] }),
    ];
    assert.deepEqual(pricesAt(prices, NOW).map(({ id }) => id), ['now']);
    assert.deepEqual(pricesAt(prices, NOW, new Map([['Colour', ['blue', 'red']]])).map(({ id }) => id), ['now', 'red']);
  });
});
