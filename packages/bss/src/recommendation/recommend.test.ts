import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aCatalogue, aPrice, relation } from '../catalogue/catalogue.seed.ts';
import { owned, priced, type Priced } from '../qualification/situation.seed.ts';
import { recommend, type Standing } from './recommend.ts';

const NOW = Date.parse('2026-11-21T10:00:00.000Z');
const mobile = { category: [{ id: 'mobile', name: 'Mobile' }] };
const data = (value: unknown) => ({ prodSpecCharValueUse: [{ name: 'Data allowance', productSpecCharacteristicValue: [{ value }] }] });
const small = priced('Mobile M', 2499, { ...mobile, ...data(25) });
const large = priced('Mobile L', 3499, { ...mobile, ...data(80) });
const endless = priced('Mobile XL', 5299, { ...mobile, ...data('Unlimited') });
const roaming = priced('Roaming World', 1299, { productOfferingRelationship: relation('requires', 'Mobile M') });
const sport = priced('Sport', 1999, { productOfferingRelationship: relation('requires', 'TV Plus') });
const home = priced('Home 250', 4399);
const tv = priced('TV Plus', 1299);
const both = priced('Home and TV', 4999, { isBundle: true, bundledProductOffering: [{ id: 'Home 250', name: 'Home 250' }, { id: 'TV Plus', name: 'TV Plus' }] });
const shelf = [small, large, endless, roaming, sport, home, tv, both];

const standing = (more: Partial<Standing>, on: readonly Priced[] = shelf): Standing => ({
  now: NOW,
  catalogue: aCatalogue(on.map(({ offering }) => offering), on.map(({ offering, cents }) => aPrice(`price-${offering.id}`, cents))),
  owned: [],
  carted: [],
  extras: [],
  segment: 'consumer',
  ...more,
});
const have = ({ offering, cents }: Priced, monthly = cents) => owned(offering, { monthly });
const told = (of: Standing) => recommend(of).map(({ code, offering, saving }) => `${code} ${offering.name} ${saving}`);

describe('what is recommended', () => {
  it('is nothing to somebody who has nothing', () => assert.deepEqual(told(standing({})), []));

  it('is the larger plan that costs less than the extras, and not one that costs more', () => {
    const extras = [{ productId: 'product-Mobile M', name: 'Extra data', monthly: 1500 }];
    const [first, ...others] = recommend(standing({ owned: [have(small)], extras }));
    assert.deepEqual([first?.code, first?.offering.name, first?.saving, first?.instead?.id], ['largerPlanSaves', 'Mobile L', 500, 'product-Mobile M']);
    assert.match(first?.label ?? '', /Beyond Mobile M you paid €15\.00 a month for extras; Mobile L costs €10\.00 more/);
    assert.deepEqual(others.map(({ offering }) => offering.name), ['Roaming World']);
    assert.deepEqual(told(standing({ owned: [have(small)], extras: [{ productId: 'product-Mobile M', name: 'Extra data', monthly: 1099 }] })), ['goesWith Roaming World 0']);
  });

  it('counts unlimited as more than any number', () => {
    const extras = [{ productId: 'product-Mobile L', name: 'Extra data', monthly: 2500 }];
    assert.deepEqual(told(standing({ owned: [have(large)], extras })), ['largerPlanSaves Mobile XL 700']);
  });

  it('is the option for what was used, by its name', () => {
    const extras = [{ productId: 'product-Mobile M', name: 'Roaming outside the EU', monthly: 1599 }];
    const found = recommend(standing({ owned: [have(small)], extras }, [small, roaming]));
    assert.deepEqual(found.map(({ code, saving }) => [code, saving]), [['optionSaves', 300]]);
    assert.match(found[0]?.label ?? '', /You paid €15\.99 a month for "Roaming outside the EU" with Mobile M; Roaming World costs €12\.99/);
  });

  it('is the bundle of what is owned apart, where it costs less', () => {
    assert.deepEqual(told(standing({ owned: [have(home), have(tv)] })), ['bundleSaves Home and TV 699', 'goesWith Sport 0']);
    assert.deepEqual(told(standing({ owned: [have(home, 3700), have(tv)] })), ['goesWith Sport 0']);
    assert.deepEqual(told(standing({ owned: [have(home)] })), []);
  });

  it('is today’s version, where it costs less than the one that was bought', () => {
    assert.deepEqual(told(standing({ owned: [{ ...have(priced('Mobile L', 0), 3999), id: 'old', offering: { ...large.offering, id: 'Mobile L 1' } }] })), ['newerCostsLess Mobile L 500']);
  });

  it('is what goes with what is owned or in the cart, unless it is there already', () => {
    assert.deepEqual(told(standing({ owned: [have(tv)] })), ['goesWith Sport 0']);
    assert.deepEqual(told(standing({ carted: [tv.offering] })), ['goesWith Sport 0']);
    assert.deepEqual(told(standing({ owned: [have(tv), have(sport)] })), []);
    assert.deepEqual(told(standing({ owned: [have(tv)], carted: [sport.offering] })), []);
  });

  it('is never what is off the market or made for others', () => {
    const gone = priced('Sport', 1999, { lifecycleStatus: 'Retired', productOfferingRelationship: relation('requires', 'TV Plus') });
    const offices = priced('Hotel TV', 1999, { marketSegment: [{ name: 'business' }], productOfferingRelationship: relation('requires', 'TV Plus') });
    assert.deepEqual(told(standing({ owned: [have(tv)] }, [tv, gone, offices])), []);
  });

  it('says each thing once: the best reason for an offer, one change for a product', () => {
    const extras = [{ productId: 'product-Mobile M', name: 'Roaming', monthly: 4000 }];
    const found = recommend(standing({ owned: [have(small)], extras }));
    assert.equal(new Set(found.map(({ offering }) => offering.id)).size, found.length);
    const changed = found.flatMap(({ instead }) => instead?.id ?? []);
    assert.equal(new Set(changed).size, changed.length);
    for (const { label } of found) assert.ok(label.length > 10);
  });
});
