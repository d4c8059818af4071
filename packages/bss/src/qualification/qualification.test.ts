import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryStore } from '../store/memory.ts';
import type { Resource } from '../store/store.ts';
import { type Bench, NOW, pathOf } from '../testing/bench.ts';
import { isFault } from './judge.ts';
import { ada, add, customer, found, type Item, onSale, operator, reasonsOf, records, sub } from '../testing/offers.ts';
import { orderVerdicts } from './qualify-order.ts';

const organization = (name: string) => found('organization', (body) => body['name'] === name);
const itemsOf = (body: Resource) => body['productOfferingQualificationItem'] as Item[];

async function asked(items: Item[], more: object = {}, bss: Bench = operator()): Promise<Resource> {
  return bss.make('productOfferingQualification', { instantSyncQualification: true, productOfferingQualificationItem: items, ...more });
}

describe('asking whether somebody may have an offer', () => {
  it('answers at once where that is wanted, with what, when and until when', async () => {
    const answer = await asked([add('Home 100')], ada);
    const [item] = itemsOf(answer);
    assert.deepEqual([answer['state'], answer['qualificationResult'], item?.['qualificationItemResult'], item?.['state']], ['done', 'qualified', 'qualified', 'done']);
    const { productCharacteristic } = (item?.['product'] ?? {}) as { productCharacteristic: { name: string; value: unknown }[] };
    assert.deepEqual(productCharacteristic.map(({ name }) => name), ['technology', 'realisticDownload', 'realisticUpload']);
    assert.ok(String(item?.['expectedActivationDate']) > NOW);
    assert.deepEqual([answer['effectiveQualificationDate'], answer['expirationDate']], [NOW, '2026-12-05T10:00:00.000Z']);
  });

  it('otherwise moves on with time, and tells of each step', async () => {
    const bss = operator();
    const { id } = await bss.make('productOfferingQualification', { productOfferingQualificationItem: [add('Mobile M')], ...ada });
    const state = async () => ((await (await bss.ask('GET', `${pathOf('productOfferingQualification')}/${id}`)).json()) as Resource)['state'];
    assert.equal(await state(), 'acknowledged');
    bss.later(8000);
    await bss.tick();
    assert.equal(await state(), 'inProgress');
    await bss.tick();
    assert.equal(await state(), 'inProgress', 'no step without time');
    bss.later(8000);
    await bss.tick();
    assert.equal(await state(), 'done');
    const told = (await bss.store.changes.after(0, 1000)).filter((change) => change.id === id).map(({ eventType }) => eventType.replace('ProductOfferingQualification', ''));
    assert.deepEqual(told, ['CreateEvent', 'StateChangeEvent', 'StateChangeEvent']);
  });

  it('knows the house: fibre is planned for Ada, and she is told when', async () => {
    const [item] = itemsOf(await asked([add('Fibre 1000')], ada));
    const codes = reasonsOf(item).map(({ code }) => code);
    // Her router is an old one as well: she hears of both.
    assert.deepEqual(codes, ['availableLater', 'routerUnfit']);
    assert.match(reasonsOf(item)[0]?.label ?? '', /Fibre 1000 comes to Kastanienhof 12, 10437 Berlin on 1 March 2027/);
    assert.equal(reasonsOf(item)[1]?.remedy.productOffering?.name, 'Router 7');
    const alternates = item?.['alternateProductOfferingProposal'] as { alternateProductOffering: { name: string } }[];
    assert.equal(alternates[0]?.alternateProductOffering.name, 'Home 250');
  });

  it('names the pair that does not go together, and the swap', async () => {
    const [item] = itemsOf(await asked([add('TV Start')], ada));
    const [reason] = reasonsOf(item);
    assert.deepEqual([reason?.code, reason?.remedy.action, reason?.remedy.product?.name], ['conflictsWithOwned', 'swap', 'TV Plus']);
    const both = itemsOf(await asked([add('TV Start'), add('TV Premium')], customer('somebody')));
    assert.deepEqual(both.map((one) => reasonsOf(one).map(({ code, remedy }) => `${code} ${remedy.productOffering?.name}`)), [['conflictsInCart TV Premium'], ['conflictsInCart TV Start']]);
  });

  it('lets a swap through: what is changed away no longer stands in the way', async () => {
    const tv = found('product', (body) => body['name'] === 'TV Plus' && (body['relatedParty'] as Resource[]).some(({ id }) => id === sub('ada')));
    const [item] = itemsOf(await asked([{ ...add('TV Premium'), action: 'modify', product: { id: tv.id } }], ada));
    assert.equal(item?.['qualificationItemResult'], 'qualified', JSON.stringify(reasonsOf(item)));
  });

  it('says what is needed first', async () => {
    const [item] = itemsOf(await asked([add('Sport')], customer('somebody')));
    assert.deepEqual(reasonsOf(item).map(({ code, remedy }) => [code, remedy.action]), [['requiredMissing', 'addRequired']]);
    const together = itemsOf(await asked([add('Sport'), add('TV Plus')], customer('somebody')));
    assert.ok(together.every((one) => one['qualificationItemResult'] === 'qualified'));
  });

  it('judges by the phone in hand', async () => {
    const card = (value: string) => add('Second Card', { product: { productCharacteristic: [{ name: 'imei', value }] } });
    const [old] = itemsOf(await asked([card('86402305 123456 7')], ada));
    assert.deepEqual(reasonsOf(old).map(({ code }) => code), ['deviceLacksEsim']);
    assert.match(reasonsOf(old)[0]?.label ?? '', /Tern 2 does not have it/);
    const [able] = itemsOf(await asked([card('35-194811-123456-7')], ada));
    assert.equal(able?.['qualificationItemResult'], 'qualified', JSON.stringify(reasonsOf(able)));
  });

  it('keeps to the commitment, and leads from an old plan to today’s', async () => {
    const plan = found('product', (body) => body['name'] === 'Mobile L' && body['status'] === 'active' && (body['relatedParty'] as Resource[]).some(({ id }) => id === sub('ada')));
    const [down] = itemsOf(await asked([{ ...add('Mobile S'), action: 'modify', product: { id: plan.id } }], ada));
    assert.deepEqual(reasonsOf(down).map(({ code, remedy }) => [code, remedy.action]), [['commitmentRuns', 'waitUntil']]);
    const old = found('productOffering', (body) => body['name'] === 'Mobile M' && body['version'] === '1.0');
    const [gone] = itemsOf(await asked([{ id: '1', action: 'add', productOffering: { id: old.id } }], ada));
    assert.deepEqual(reasonsOf(gone).map(({ code, remedy }) => [code, remedy.productOffering?.name]), [['offerRetired', 'Mobile M']]);
  });

  it('goes by what the company allows: its list, its limit, and whom to ask', async () => {
    const group = organization('Nordlicht Logistics');
    const colleague = found('partyRole', (body) => body['name'] === 'member' && (body['relatedParty'] as Resource[]).some(({ id }) => id === group.id));
    const who = { relatedParty: [{ id: group.id, role: 'customer' }, { id: (colleague['engagedParty'] as Resource).id, role: 'requester' }] };
    const codes = async (items: Item[], parties: object) => itemsOf(await asked(items, parties)).map((item) => reasonsOf(item).map(({ code, remedy }) => `${code} ${remedy.approver?.name}`));
    assert.deepEqual(await codes([add('Team Mobile 20')], who), [[]]);
    assert.deepEqual(await codes([add('Office 250')], who), [['offerNotAllowed Bilal Haddad']]);
    assert.deepEqual(await codes([add('Team Mobile 20', { quantity: 3 })], who), [['spendLimitPassed Bilal Haddad']]);
    const admin = { relatedParty: [{ id: group.id, role: 'customer' }, { id: sub('bilal'), role: 'requester' }] };
    assert.deepEqual(await codes([add('Team Mobile 20', { quantity: 30 }), add('Office 250')], admin), [[], []]);
    const pier = organization('Rostock pier');
    const onThePier = { relatedParty: [{ id: pier.id, role: 'customer' }, { id: (colleague['engagedParty'] as Resource).id, role: 'requester' }] };
    const [[reason]] = (await codes([add('Team Mobile 20')], onThePier)) as [[string]];
    assert.match(reason, /^roleMayNotOrder /);
  });

  it('asks which flat in a house that has some', async () => {
    const house = found('geographicAddress', (body) => Array.isArray(body['geographicSubAddress']));
    const place = [{ id: house.id, role: 'installation' }];
    const [item] = itemsOf(await asked([add('Home 50')], { place }));
    assert.deepEqual(reasonsOf(item).map(({ code }) => code), ['flatMissing']);
  });

  it('offers everything that can be had to whoever asks for nothing in particular', async () => {
    const all = itemsOf(await asked([], ada));
    const available = itemsOf(await asked([], { ...ada, provideOnlyAvailable: true }));
    assert.ok(all.length > 35 && available.length > 5 && available.length < all.length);
    assert.ok(available.every((item) => item['qualificationItemResult'] === 'qualified'));
    for (const item of all) {
      assert.equal(item['qualificationItemResult'] === 'unqualified', reasonsOf(item).length > 0);
      for (const { code, remedy } of reasonsOf(item)) assert.ok(remedy.label.length > 5, code);
    }
  });

  it('keeps reasons and alternatives to itself where they are not wanted', async () => {
    const [item] = itemsOf(await asked([add('Fibre 1000')], { ...ada, provideAlternative: false, provideUnavailabilityReason: false }));
    assert.equal(item?.['qualificationItemResult'], 'unqualified');
    assert.deepEqual([item?.['eligibilityUnavailabilityReason'], item?.['alternateProductOfferingProposal']], [undefined, undefined]);
  });

  it('ends garbage with an error that says what is missing', async () => {
    const answer = await asked([{ id: '1' }, { id: '2', productOffering: { id: 'nothing' } }]);
    assert.equal(answer['state'], 'terminatedWithError');
    const [first, second] = itemsOf(answer).map((item) => (item['terminationError'] as { value: string }[])[0]?.value);
    assert.match(first ?? '', /Name what is asked for/);
    assert.match(second ?? '', /no offering "nothing"/);
    const mixed = await asked([{ id: '1' }, add('Mobile Flex')]);
    assert.deepEqual([mixed['state'], itemsOf(mixed).map(({ state }) => state)], ['done', ['terminatedWithError', 'done']]);
  });

  it('knows what is left in the store', async () => {
    const bss = operator();
    const phone = onSale('Aster 5 phone');
    const stock = found('productStock', (body) => (body['stockedProduct'] as { productOffering: Resource }).productOffering.id === phone.id);
    await bss.ask('PATCH', `${pathOf('productStock')}/${stock.id}`, { productStockLevel: { amount: 1, units: 'piece' } });
    const [two] = itemsOf(await asked([add('Aster 5 phone', { quantity: 2 })], {}, bss));
    assert.deepEqual(reasonsOf(two).map(({ code, remedy }) => [code, remedy.action]), [['outOfStock', 'changeQuantity']]);
    const [one] = itemsOf(await asked([add('Aster 5 phone')], {}, bss));
    assert.equal(one?.['qualificationItemResult'], 'qualified');
  });

  it('numbers items that have no id', async () => {
    const answer = await asked([{ productOffering: { id: onSale('Mobile Flex').id } }]);
    assert.deepEqual(itemsOf(answer).map(({ id }) => id), ['1']);
  });

  it('does not begin with an answer, whatever a client claims', async () => {
    const bss = operator();
    const claimed = await bss.make('productOfferingQualification', { state: 'done', productOfferingQualificationItem: [add('Mobile M')] });
    assert.equal(claimed['state'], 'acknowledged');
  });
});

describe('the same through v5', () => {
  const V5 = '/tmf-api/productOfferingQualification/v5';

  it('is one document: a check made there is read in v4, and its answer in both', async () => {
    const bss = operator();
    const response = await bss.ask('POST', `${V5}/checkProductOfferingQualification`, {
      '@type': 'CheckProductOfferingQualification',
      instantSyncQualification: true,
      relatedParty: [{ '@type': 'RelatedPartyOrPartyRole', role: 'customer', partyOrPartyRole: { '@type': 'PartyRef', '@referredType': 'Individual', id: sub('ada') } }],
      checkProductOfferingQualificationItem: [{ '@type': 'CheckProductOfferingQualificationItem', id: '1', action: 'add', productOffering: { '@type': 'ProductOfferingRef', id: onSale('Fibre 1000').id } }],
    });
    const made = (await response.json()) as Resource;
    assert.equal(response.status, 201, JSON.stringify(made));
    const [item] = made['checkProductOfferingQualificationItem'] as Item[];
    assert.deepEqual([made['state'], item?.['qualificationItemResult']], ['done', 'unqualified']);
    const inV4 = (await (await bss.ask('GET', `${pathOf('productOfferingQualification')}/${made.id}`)).json()) as Resource;
    assert.equal(reasonsOf(itemsOf(inV4)[0])[0]?.code, 'availableLater');
  });

  it('searches what can be had, by category', async () => {
    const bss = operator();
    const category = found('category', (body) => body['name'] === 'Fixed');
    const body = await bss.make('queryProductOfferingQualification', {
      '@type': 'QueryProductOfferingQualification',
      instantSyncQualification: true,
      relatedParty: [{ '@type': 'RelatedPartyOrPartyRole', role: 'customer', partyOrPartyRole: { '@type': 'PartyRef', id: sub('ada') } }],
      searchCriteria: { '@type': 'QueryProductOfferingQualificationItem', id: '1', category: { '@type': 'CategoryRef', id: category.id } },
    });
    assert.equal(body['state'], 'done');
    const names = (body['qualifiedProductOfferingItem'] as { productOffering: { name: string } }[]).map(({ productOffering }) => productOffering.name);
    assert.ok(names.includes('Home 250') && !names.includes('Fibre 1000') && !names.includes('Office 250') && !names.includes('Mobile M'), names.join());
  });
});

describe('what an order is checked by', () => {
  it('judges the lines of an order or a cart beside each other', async () => {
    const store = memoryStore(records);
    const order = { id: 'o', productOrderItem: [add('Sport'), add('Fibre 1000'), { id: '3', action: 'add', productOffering: { id: 'nothing' } }], ...ada };
    const verdicts = await orderVerdicts(store.read(), order, new Date(NOW));
    assert.deepEqual(verdicts.map((one) => (isFault(one) ? 'fault' : one.qualified)), [true, false, 'fault']);
    const cart = await orderVerdicts(store.read(), { id: 'c', cartItem: [add('Mobile Flex')], ...ada }, new Date(NOW));
    assert.deepEqual(cart.map((one) => !isFault(one) && one.qualified), [true]);
  });
});
