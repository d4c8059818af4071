import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../store/store.ts';
import { type Bench, bench, pathOf } from '../testing/bench.ts';

type Json = Record<string, unknown>;

/** A kind of product that no code has ever heard of, made through the API alone: a beehive for hire. */
async function beehive(bss: Bench) {
  const specification = await bss.make('productSpecification', {
    name: 'Beehive',
    lifecycleStatus: 'Active',
    productSpecCharacteristic: [
      { id: 'wood', name: 'Wood', valueType: 'string', configurable: true, minCardinality: 1, maxCardinality: 1, productSpecCharacteristicValue: [{ value: 'Larch', isDefault: true }, { value: 'Oak' }, { value: 'Pine' }] },
      { id: 'frames', name: 'Frames', valueType: 'number', configurable: true, minCardinality: 1, productSpecCharacteristicValue: [{ valueFrom: 4, valueTo: 20, unitOfMeasure: 'frames' }] },
      { id: 'label', name: 'Label', valueType: 'string', configurable: true, regex: '[A-Z]{2}-\\d{3}' },
      { id: 'paint', name: 'Paint', valueType: 'string', configurable: true, maxCardinality: 2, productSpecCharacteristicValue: [{ value: 'Red' }, { value: 'Blue' }, { value: 'Green' }] },
      { id: 'size', name: 'Size', valueType: 'string', configurable: false, productSpecCharacteristicValue: [{ value: 'Standard' }] },
    ],
  });
  const price = (name: string, value: number, more: object = {}) =>
    bss.make('productOfferingPrice', { name, priceType: 'recurring', recurringChargePeriodType: 'month', price: { unit: 'EUR', value }, tax: [{ taxCategory: 'VAT', taxRate: 19 }], ...more });
  const rent = await price('Rent', 11.9);
  const oak = await price('Oak', 2.38, { prodSpecCharValueUse: [{ name: 'Wood', productSpecCharacteristicValue: [{ value: 'Oak' }] }] });
  const off = await price('Spring', -5, { priceType: 'discount', productOfferingTerm: [{ duration: { amount: 3, units: 'month' } }] });
  const bees = await bss.make('productOffering', { name: 'Bees', lifecycleStatus: 'Active', isSellable: false });
  const honey = await bss.make('productOffering', { name: 'Honey jars', lifecycleStatus: 'Active' });
  const hive = await bss.make('productOffering', {
    name: 'Hive for hire',
    lifecycleStatus: 'Active',
    isBundle: true,
    productSpecification: { id: specification.id, name: 'Beehive' },
    // Less than the specification: no pine.
    prodSpecCharValueUse: [{ name: 'Wood', productSpecCharacteristicValue: [{ value: 'Larch', isDefault: true }, { value: 'Oak' }] }],
    productOfferingPrice: [rent, oak, off].map(({ id }) => ({ id })),
    productOfferingTerm: [{ name: 'One summer', duration: { amount: 6, units: 'month' } }, { name: 'Two summers', duration: { amount: 18, units: 'month' } }],
    bundledProductOffering: [
      { id: bees.id, name: 'Bees' },
      { id: honey.id, name: 'Honey jars', bundledProductOfferingOption: { numberRelOfferLowerLimit: 0, numberRelOfferUpperLimit: 12, numberRelOfferDefault: 2 } },
    ],
  });
  return { hive, bees, honey };
}

const value = (name: string, said: unknown): Json => ({
  '@type': 'ConfigurationCharacteristic',
  name,
  configurationCharacteristicValue: [{ '@type': 'ConfigurationCharacteristicValue', isSelected: true, characteristicValue: { '@type': typeof said === 'number' ? 'NumberCharacteristic' : 'StringCharacteristic', name, value: said } }],
});
const frames = value('Frames', 10);
const configurationOf = ({ id }: Resource, more: Json = {}): Json => ({ '@type': 'ProductConfiguration', productOffering: { '@type': 'ProductOfferingRef', id }, ...more });

async function query(bss: Bench, productConfiguration: Json, more: Json = {}): Promise<Json> {
  const body = await bss.make('queryProductConfiguration', {
    '@type': 'QueryProductConfiguration',
    instantSync: true,
    requestProductConfigurationItem: [{ '@type': 'QueryProductConfigurationItem', id: '01', productConfiguration }],
    ...more,
  });
  assert.equal(body['state'], 'done');
  return (body['computedProductConfigurationItem'] as Json[])[0] ?? {};
}

async function check(bss: Bench, productConfiguration: Json, more: Json = {}): Promise<Json> {
  const body = await bss.make('checkProductConfiguration', {
    '@type': 'CheckProductConfiguration',
    instantSync: true,
    checkProductConfigurationItem: [{ '@type': 'CheckProductConfigurationItem', id: '01', productConfiguration }],
    ...more,
  });
  assert.equal(body['state'], 'done');
  return (body['checkProductConfigurationItem'] as Json[])[0] ?? {};
}

const list = (body: Json | undefined, name: string): Json[] => (body?.[name] ?? []) as Json[];
const treeIn = (item: Json): Json => (item['productConfiguration'] ?? {}) as Json;
const traitIn = (tree: Json, name: string) => list(tree, 'configurationCharacteristic').find((one) => one['name'] === name);
const selectedIn = (trait: Json | undefined) => list(trait, 'configurationCharacteristicValue').filter(({ isSelected }) => isSelected).map((one) => (one['characteristicValue'] as Json | undefined)?.['value']);
const at = (body: Json | undefined, ...path: string[]): unknown => path.reduce<unknown>((one, name) => (one as Json | undefined)?.[name], body);
/** Some members of an object, in this order. */
const pick = (body: Json | undefined, ...names: string[]): unknown[] => names.map((name) => body?.[name]);
const codes = (item: Json) => list(item, 'stateReason').map(({ code }) => code);

describe('asking what can be chosen of a kind of product that nobody has seen before', () => {
  it('answers from the catalogue alone: values, limits, terms, parts and prices', async () => {
    const bss = bench();
    const { hive } = await beehive(bss);
    const item = await query(bss, configurationOf(hive, { configurationCharacteristic: [frames] }));
    assert.equal(item['state'], 'accepted');
    const tree = treeIn(item);
    assert.deepEqual(pick(tree, 'isSelectable', 'isSelected', 'isVisible', 'quantity'), [true, true, true, 1]);

    const wood = traitIn(tree, 'Wood');
    assert.deepEqual(pick(wood, 'minCardinality', 'maxCardinality', 'isConfigurable'), [1, 1, true]);
    assert.deepEqual(list(wood, 'configurationCharacteristicValue').map((one) => [at(one, 'characteristicValue', 'value'), one['isSelected'], one['isSelectable']]), [['Larch', true, true], ['Oak', false, true]]);
    const range = list(traitIn(tree, 'Frames'), 'configurationCharacteristicValue')[0];
    assert.deepEqual([...pick(range, 'valueFrom', 'valueTo', 'unitOfMeasure'), at(range, 'characteristicValue', 'value')], [4, 20, 'frames', 10]);
    assert.equal(traitIn(tree, 'Label')?.['regex'], '[A-Z]{2}-\\d{3}');
    assert.deepEqual([traitIn(tree, 'Size')?.['isConfigurable'], selectedIn(traitIn(tree, 'Size'))], [false, ['Standard']]);

    assert.deepEqual(list(tree, 'configurationTerm').map(({ name, isSelected, isSelectable }) => [name, isSelected, isSelectable]), [['One summer', true, true], ['Two summers', false, true]]);
    assert.deepEqual(list(tree, 'configurationAction').map(({ action, isSelected }) => [action, isSelected]), [['add', true]]);

    const [bees, jars] = list(tree, 'productConfiguration');
    assert.deepEqual(pick(bees, 'quantity', 'isSelectable', 'isSelected', 'isVisible'), [1, false, true, true]);
    assert.deepEqual(pick(jars, 'quantity', 'isSelectable', 'isSelected'), [2, true, true]);
    const option = at(jars, 'bundledProductOfferingOption') as Json;
    assert.deepEqual(pick(option, 'numberRelOfferLowerLimit', 'numberRelOfferUpperLimit', 'numberRelOfferDefault'), [0, 12, 2]);
  });

  it('reckons the price of what is chosen: tax, and a discount with its end', async () => {
    const bss = bench();
    const { hive } = await beehive(bss);
    const prices = async (...chosen: Json[]) => list(treeIn(await query(bss, configurationOf(hive, { configurationCharacteristic: [frames, ...chosen] }))), 'configurationPrice');
    const [rent, ...others] = await prices();
    assert.equal(others.length, 0);
    assert.deepEqual([at(rent, 'price', 'taxIncludedAmount', 'value'), at(rent, 'price', 'dutyFreeAmount', 'value'), at(rent, 'price', 'taxRate')], [11.9, 10, 19]);
    const [spring] = list(rent, 'priceAlteration');
    assert.deepEqual([...pick(spring, 'name', 'applicationDuration'), at(spring, 'price', 'taxIncludedAmount', 'value')], ['Spring', 3, -5]);
    const oak = await prices(value('Wood', 'Oak'));
    assert.deepEqual(oak.map(({ name }) => name), ['Rent', 'Oak']);
  });

  it('takes what a guide has found out, where nothing else was chosen', async () => {
    const bss = bench();
    const { hive } = await beehive(bss);
    const contextCharacteristic = [{ '@type': 'StringCharacteristic', name: 'Wood', value: 'Oak' }];
    const guided = treeIn(await query(bss, configurationOf(hive), { contextCharacteristic }));
    assert.deepEqual(selectedIn(traitIn(guided, 'Wood')), ['Oak']);
    const own = treeIn(await query(bss, configurationOf(hive, { configurationCharacteristic: [value('Wood', 'Larch')] }), { contextCharacteristic }));
    assert.deepEqual(selectedIn(traitIn(own, 'Wood')), ['Larch']);
  });

  it('starts from what is owned, and says what can be done with it', async () => {
    const bss = bench();
    const { hive } = await beehive(bss);
    const product = await bss.make('product', {
      name: 'Hive for hire',
      status: 'active',
      productOffering: { id: hive.id },
      productCharacteristic: [{ name: 'Wood', value: 'Oak' }, { name: 'Frames', value: 8 }, { name: 'identifier', value: 'Garden' }],
    });
    const tree = treeIn(await query(bss, { '@type': 'ProductConfiguration', product: { '@type': 'ProductRef', id: product.id } }));
    assert.deepEqual([selectedIn(traitIn(tree, 'Wood')), selectedIn(traitIn(tree, 'Frames'))], [['Oak'], [8]]);
    assert.deepEqual(list(tree, 'configurationAction').map(({ action, isSelected }) => [action, isSelected]), [['modify', false], ['delete', false], ['noChange', true]]);
    assert.match(String(list(tree, 'configurationAction')[1]?.['description']), /21 December 2026/);
  });

  it('asks for what is still missing, and shows the rest all the same', async () => {
    const bss = bench();
    const { hive } = await beehive(bss);
    const item = await query(bss, configurationOf(hive));
    assert.deepEqual([item['state'], codes(item)], ['rejected', ['valueMissing']]);
    assert.ok(traitIn(treeIn(item), 'Wood'));
  });

  it('rejects what it cannot find, saying how to ask', async () => {
    const item = await query(bench(), { '@type': 'ProductConfiguration', productOffering: { '@type': 'ProductOfferingRef', id: 'nothing' } });
    assert.deepEqual([item['state'], codes(item)], ['rejected', ['nothingToConfigure']]);
    assert.match(JSON.stringify(item['stateReason']), /no offering \\"nothing\\"/);
  });

  it('moves on with time where nobody wants the answer at once', async () => {
    const bss = bench();
    const { hive } = await beehive(bss);
    const asked = await bss.make('queryProductConfiguration', { '@type': 'QueryProductConfiguration', requestProductConfigurationItem: [{ '@type': 'QueryProductConfigurationItem', productConfiguration: configurationOf(hive) }] });
    assert.deepEqual([asked['state'], list(asked, 'requestProductConfigurationItem')[0]?.['id']], ['acknowledged', '01']);
    bss.later(60_000);
    await bss.tick();
    const after = (await (await bss.ask('GET', `${pathOf('queryProductConfiguration')}/${asked.id}`)).json()) as Resource;
    assert.equal(after['state'], 'done');
    assert.equal(list(after, 'computedProductConfigurationItem').length, 1);
  });
});

describe('checking a configuration', () => {
  it('accepts one that is complete', async () => {
    const bss = bench();
    const { hive } = await beehive(bss);
    const item = await check(bss, configurationOf(hive, { configurationCharacteristic: [frames, value('Label', 'AB-123'), value('Wood', 'Oak')] }));
    assert.deepEqual([item['state'], item['stateReason'], item['alternateProductConfigurationProposal']], ['accepted', undefined, undefined]);
  });

  it('proposes the nearest one that would be accepted, and accepts it when it comes back', async () => {
    const bss = bench();
    const { hive, honey } = await beehive(bss);
    const wrong = configurationOf(hive, {
      configurationCharacteristic: [value('Frames', 99), value('Wood', 'Pine')],
      productConfiguration: [configurationOf(honey, { quantity: 40 })],
    });
    const item = await check(bss, wrong);
    assert.deepEqual([item['state'], codes(item)], ['rejected', ['valueNotAllowed', 'valueNotAllowed', 'tooManyOfPart']]);
    const [proposal = {}] = list(item, 'alternateProductConfigurationProposal');
    assert.deepEqual([selectedIn(traitIn(proposal, 'Frames')), selectedIn(traitIn(proposal, 'Wood'))], [[20], ['Larch']]);
    assert.equal(list(proposal, 'productConfiguration')[1]?.['quantity'], 12);
    assert.equal((await check(bss, proposal))['state'], 'accepted');
    const unwanted = await check(bss, wrong, { provideAlternatives: false });
    assert.equal(unwanted['alternateProductConfigurationProposal'], undefined);
  });

  it('leads from a version that is gone, over others that are gone too, to the one on sale', async () => {
    const bss = bench();
    const relation = (old: Resource) => [{ id: old.id, relationshipType: 'replaces' }];
    const first = await bss.make('productOffering', { name: 'Hive 1', lifecycleStatus: 'Retired' });
    const second = await bss.make('productOffering', { name: 'Hive 2', lifecycleStatus: 'Retired', productOfferingRelationship: relation(first) });
    const third = await bss.make('productOffering', { name: 'Hive 3', lifecycleStatus: 'Active', productOfferingRelationship: relation(second) });
    const item = await check(bss, configurationOf(first));
    assert.deepEqual(codes(item), ['offeringNotForSale']);
    assert.equal(at(list(item, 'alternateProductConfigurationProposal')[0], 'productOffering', 'id'), third.id);
    const part = await bss.make('productOffering', { name: 'Smoker', lifecycleStatus: 'Active', isSellable: false });
    const kit = await bss.make('productOffering', { name: 'Kit', lifecycleStatus: 'Active', bundledProductOffering: [{ id: part.id, name: 'Smoker' }] });
    const alone = await check(bss, configurationOf(part));
    assert.equal(at(list(alone, 'alternateProductConfigurationProposal')[0], 'productOffering', 'id'), kit.id);
  });
});
