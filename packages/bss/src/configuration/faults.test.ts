import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { aCatalogue, anOffering, relation } from '../catalogue/catalogue.seed.ts';
import type { Offering } from '../catalogue/offering.ts';
import type { Resource } from '../store/store.ts';
import { choiceIn } from './choice.ts';
import { configure } from './configured.ts';
import { type FaultCode, FAULTS, faultsOf } from './faults.ts';
import { alternative } from './mend.ts';
import type { Shelf } from './shelf.ts';
import { treeOf } from './tree.ts';

type Json = Record<string, unknown>;
const NOW = Date.parse('2026-11-21T10:00:00.000Z');

const specification: Resource = {
  id: 'spec',
  productSpecCharacteristic: [
    { name: 'Colour', minCardinality: 1, maxCardinality: 2, productSpecCharacteristicValue: [{ value: 'red', isDefault: true }, { value: 'blue' }, { value: 'green' }] },
    { name: 'Length', valueType: 'integer', productSpecCharacteristicValue: [{ valueFrom: 1, valueTo: 10, rangeInterval: 'open' }] },
    { name: 'Code', regex: '[A-Z]{3}' },
    { name: 'Fixed', configurable: false, productSpecCharacteristicValue: [{ value: 'so' }] },
  ],
};
const part = (id: string, least: number, most: number, usual = least) => ({ id, name: id, bundledProductOfferingOption: { numberRelOfferLowerLimit: least, numberRelOfferUpperLimit: most, numberRelOfferDefault: usual } });
const SHELF_OF: readonly Offering[] = [
  anOffering('pack', {
    productSpecification: { id: 'spec' },
    productOfferingTerm: [{ name: 'year' }, { name: 'month' }],
    bundledProductOffering: [part('line', 1, 1), part('card', 1, 3, 2), part('old film', 0, 1)],
    bundledGroupProductOffering: [
      { id: 'g', name: 'Channels', bundledGroupProductOfferingOption: { numberRelOfferLowerLimit: 1, numberRelOfferUpperLimit: 2 }, bundledProductOffering: [part('sport', 0, 1, 1), part('cinema', 0, 1), part('kids', 0, 1)] },
    ],
  }),
  ...['line', 'card', 'sport', 'cinema', 'kids'].map((id) => anOffering(id)),
  anOffering('old film', { lifecycleStatus: 'Retired' }),
  anOffering('old pack', { lifecycleStatus: 'Retired' }),
  anOffering('new pack', { productOfferingRelationship: relation('replaces', 'old pack') }),
  anOffering('nested', { bundledProductOffering: [part('pack', 1, 1)] }),
  anOffering('circle', { bundledProductOffering: [part('circle', 1, 1)] }),
];
const shelf: Shelf = { now: NOW, catalogue: aCatalogue(SHELF_OF), specifications: new Map([['spec', specification]]) };

const named = (name: string, ...values: unknown[]): Json => ({ name, configurationCharacteristicValue: values.map((value) => ({ isSelected: true, characteristicValue: { name, value } })) });
const child = (id: string, quantity: number, more: Json = {}): Json => ({ productOffering: { id }, quantity, isSelected: quantity > 0, ...more });

function configured(id: string, configuration: Json) {
  const offering = shelf.catalogue.offerings.get(id);
  assert.ok(offering);
  return configure(shelf, offering, choiceIn({ productOffering: { id }, ...configuration }));
}

const CASES: readonly (readonly [code: FaultCode, offering: string, configuration: Json, says: RegExp])[] = [
  ['valueNotAllowed', 'pack', { configurationCharacteristic: [named('Colour', 'pink')] }, /Colour cannot be pink.*Choose red, blue, green/],
  ['valueNotAllowed', 'pack', { configurationCharacteristic: [named('Length', 10)] }, /Length cannot be 10.*1 to 10/],
  ['valueNotAllowed', 'pack', { configurationCharacteristic: [named('Length', 'long')] }, /no integer/],
  ['patternNotMet', 'pack', { configurationCharacteristic: [named('Code', 'ab')] }, /must look like \[A-Z\]\{3\}/],
  ['valueMissing', 'pack', { configurationCharacteristic: [named('Colour')] }, /Colour has not been chosen/],
  ['tooManyValues', 'pack', { configurationCharacteristic: [named('Colour', 'red', 'blue', 'green')] }, /takes 2 of these, not 3/],
  ['characteristicFixed', 'pack', { configurationCharacteristic: [named('Fixed', 'otherwise')] }, /Leave it at so/],
  ['characteristicUnknown', 'pack', { configurationCharacteristic: [named('Smell', 'rose')] }, /has no Smell/],
  ['tooFewOfPart', 'pack', { productConfiguration: [child('card', 0)] }, /takes 1 to 3 of card, not 0/],
  ['tooManyOfPart', 'pack', { productConfiguration: [child('card', 4)] }, /Take 3 of card/],
  ['partUnknown', 'pack', { productConfiguration: [child('fridge', 1)] }, /"fridge" is no part of pack/],
  ['offeringNotForSale', 'pack', { productConfiguration: [child('old film', 1)] }, /Leave old film out/],
  ['groupNotFilled', 'pack', { productConfiguration: [child('sport', 0)] }, /Channels takes at least 1, not 0/],
  ['groupTooFull', 'pack', { productConfiguration: [child('cinema', 1), child('kids', 1)] }, /at most 2, not 3/],
  ['termUnknown', 'pack', { configurationTerm: [{ name: 'decade', isSelected: true }] }, /Choose year or month/],
  ['actionNotPossible', 'pack', { configurationAction: [{ action: 'delete', isSelected: true }] }, /Choose add/],
  ['quantityInvalid', 'pack', { quantity: 0.5 }, /Take 1 or more/],
  ['offeringNotForSale', 'old pack', {}, /no longer sold.*Choose new pack instead/],
  ['valueNotAllowed', 'nested', { productConfiguration: [child('pack', 1, { configurationCharacteristic: [named('Colour', 'pink')] })] }, /pink/],
];

describe('what is wrong with a configuration, and what would be right', () => {
  for (const [code, id, configuration, says] of CASES) {
    it(`${code} in ${id} ${JSON.stringify(configuration).slice(0, 90)}`, () => {
      const one = configured(id, configuration);
      const faults = faultsOf(one, NOW);
      assert.deepEqual(faults.map((fault) => fault.code), [code]);
      assert.match(faults.map(({ label, remedy }) => `${label} ${remedy}`).join(), says);
    });
  }

  it('is reached for every fault there is, and never without a remedy', () => {
    assert.deepEqual(new Set(CASES.map(([code]) => code)), new Set(FAULTS));
    for (const [, id, configuration] of CASES) assert.ok(faultsOf(configured(id, configuration), NOW).every(({ remedy }) => remedy.length > 5));
  });

  it('finds nothing wrong with what the catalogue chooses by itself', () => {
    for (const id of ['pack', 'nested', 'new pack']) assert.deepEqual(faultsOf(configured(id, {}), NOW), []);
  });

  it('comes to an end in a bundle that contains itself', () => {
    const tree = treeOf(shelf, configured('circle', {}), '1');
    assert.equal((tree['productConfiguration'] as Json[]).length, 1);
  });
});

describe('the alternative', () => {
  const values = fc.array(fc.constantFrom<unknown>('red', 'blue', 'green', 'pink', 5, 11, -3, 'ABC', 'x'), { maxLength: 4 });
  const configurations = fc.record(
    {
      quantity: fc.constantFrom(0, 1, 2, 0.5, -1),
      configurationCharacteristic: fc.array(fc.tuple(fc.constantFrom('Colour', 'Length', 'Fixed', 'Smell'), values).map(([name, list]) => named(name, ...list)), { maxLength: 4 }),
      productConfiguration: fc.array(fc.tuple(fc.constantFrom('line', 'card', 'old film', 'sport', 'cinema', 'kids', 'fridge'), fc.nat(5)).map(([id, count]) => child(id, count)), { maxLength: 6 }),
      configurationTerm: fc.constantFrom([{ name: 'year', isSelected: true }], [{ name: 'never', isSelected: true }]),
    },
    { requiredKeys: [] },
  );

  it('is always in order, whatever was wrong, and so is its tree when it is sent back', () => {
    fc.assert(
      fc.property(configurations, fc.constantFrom('pack', 'old pack', 'nested'), (configuration, id) => {
        const found = alternative(shelf, configured(id, configuration), {});
        assert.ok(found);
        assert.deepEqual(faultsOf(found, NOW), []);
        const back = configure(shelf, found.offering, choiceIn(treeOf(shelf, found, '1')));
        assert.deepEqual(faultsOf(back, NOW), []);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same again where nothing was wrong', () => {
    const right = configured('pack', { quantity: 2, configurationCharacteristic: [named('Colour', 'blue'), named('Length', 5)], productConfiguration: [child('card', 3)] });
    const found = alternative(shelf, right, {});
    assert.deepEqual([found?.quantity, found?.values.get('Colour'), found?.values.get('Length'), found?.parts[1]?.count], [2, ['blue'], [5], 3]);
  });

  it('is as near as can be', () => {
    const lengths = [11, 10, 1, -3].map((length) => alternative(shelf, configured('pack', { configurationCharacteristic: [named('Length', length)] }), {})?.values.get('Length'));
    assert.deepEqual(lengths, [[9], [9], [2], [2]]);
  });

  it('is missing where the catalogue cannot say what somebody would want', () => {
    assert.equal(alternative(shelf, configured('old film', {}), {}), undefined);
  });
});
