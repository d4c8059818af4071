import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { definitionOf } from '../definitions/definitions.ts';
import type { Resource, StoredRecord } from '../store/store.ts';
import { generateWorld, WORLD_SIZES } from './world.ts';

const NOW = new Date('2026-11-21T22:00:00.000Z');
const world = (seed = 1, now = NOW, customers = 25) => generateWorld({ seed, customers, now });
const records = [...world().records];

test('the same options give the same world, another seed another', () => {
  const [first, second, other] = [world(), world(), world(2)];
  assert.deepEqual([...first.records], [...second.records]);
  assert.deepEqual(first.signIns, second.signIns);
  assert.notDeepEqual([...first.records].map(({ body }) => body.id), [...other.records].map(({ body }) => body.id));
});

/** A world as one number, and how much of it there is. */
function hashOf(records: Iterable<StoredRecord>): string {
  const hash = createHash('sha256');
  for (const record of records) hash.update(JSON.stringify(record));
  return hash.digest('hex');
}

test('read twice at once, by turns, a world is the same byte for byte as when it is read alone', () => {
  const large = world(1, NOW, 300).records;
  const [one, other] = [createHash('sha256'), createHash('sha256')];
  const late = large[Symbol.iterator]();
  for (const record of large) {
    one.update(JSON.stringify(record));
    other.update(JSON.stringify(late.next().value));
  }
  assert.equal(late.next().done, true);
  assert.deepEqual([one.digest('hex'), other.digest('hex')], [hashOf(large), hashOf(large)]);
});

test('the zone and the language of the machine have no say in it', () => {
  const source = `
    import { createHash } from 'node:crypto';
    import { generateWorld } from ${JSON.stringify(new URL('./world.ts', import.meta.url).href)};
    const hash = createHash('sha256');
    for (const record of generateWorld({ seed: 1, customers: 25, now: new Date('${NOW.toISOString()}') }).records) hash.update(JSON.stringify(record));
    process.stdout.write(hash.digest('hex'));`;
  const env = { ...process.env, TZ: 'Pacific/Chatham', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
  const elsewhere = execFileSync(process.execPath, ['-C', '@faceplate/source', '--input-type=module', '-e', source], { env, encoding: 'utf8' });
  assert.equal(elsewhere, hashOf(records));
});

test('a town is made up while it is read: no more than one customer of it is ever there', () => {
  let told = 0;
  let sinceTold = 0;
  let most = 0;
  const { records: town } = generateWorld({ seed: 1, customers: WORLD_SIZES.town, now: NOW, told: (customers) => {
    // The catalogue and the company come at once.
    if (customers > 0) most = Math.max(most, sinceTold);
    sinceTold = 0;
    told = customers;
  } });
  for (const { body } of town) {
    assert.ok(body.id);
    sinceTold += 1;
    if (told >= 600) break;
  }
  assert.equal(told, 600);
  assert.ok(most > 100 && most < 1000, `${most} records of one customer`);
});

test('beyond the first, customers are told in brief, with as many months of bills', () => {
  const brief = [...world(1, NOW, 290).records].slice(records.length);
  const bills = Map.groupBy(brief.filter(({ resource }) => resource === 'customerBill'), ({ body }) => (body['billingAccount'] as Resource).id);
  const lengths = [...bills.values()].map(({ length }) => length);
  assert.equal(Math.max(...lengths), 24);
  const last = [...world(1, NOW, 290).records].filter(({ resource }) => resource === 'billingAccount').slice(-40);
  const full = last.filter(({ body }) => bills.get(body.id)?.length === 24);
  assert.ok(full.length >= 20, `${full.length} of the last 40 have two years of bills`);
});

test('a world contains every smaller one', () => {
  const larger = new Map([...world(1, NOW, 40).records].map(({ resource, body }) => [`${resource} ${body.id}`, JSON.stringify(body)]));
  for (const { resource, body } of records) assert.equal(larger.get(`${resource} ${body.id}`), JSON.stringify(body));
});

test('people keep their ids in a world made later or larger', () => {
  assert.deepEqual(world(1, new Date('2027-02-03T08:00:00.000Z'), 40).signIns, world().signIns);
});

test('every record has an id of its own, an address and what its API demands', () => {
  const ids = new Set<string>();
  for (const { resource, body } of records) {
    const { path, type, mandatory = [], lifecycle } = definitionOf(resource);
    assert.equal(body.href, `${path}/${body.id}`);
    // Ways to pay are of many types; their own file names them.
    if (resource !== 'paymentMethod') assert.equal(body['@type'], type);
    for (const name of mandatory) assert.notEqual(body[name], undefined, `${resource}.${name}`);
    if (lifecycle) assert.ok(String(body[lifecycle.attribute]) in lifecycle.moves, `${resource} ${String(body[lifecycle.attribute])}`);
    ids.add(body.id);
  }
  assert.equal(ids.size, records.length);
});

/** What an object under this name points at. */
const TARGETS: Record<string, readonly string[]> = {
  documentSpecification: ['documentSpecification'],
  granter: ['individual'],
  manageableAsset: ['organization'],
  party: ['individual', 'organization'],
  receiver: ['individual', 'organization'],
  relatedServiceLevelObjective: ['serviceLevelObjective'],
  user: ['individual'],
  userRole: ['userRole'],
  account: ['billingAccount'],
  bill: ['customerBill'],
  bucket: ['bucket'],
  item: ['customerBill'],
  partyAccount: ['billingAccount'],
  paymentMethod: ['paymentMethod'],
  productRef: ['product'],
  receiverLogicalResource: ['bucket'],
  usageSpecification: ['usageSpecification'],
  billingAccount: ['billingAccount'],
  bundledProductOffering: ['productOffering'],
  category: ['category'],
  engagedParty: ['individual', 'organization'],
  geographicAddress: ['geographicAddress'],
  geographicSubAddress: ['geographicSubAddress'],
  organization: ['organization'],
  originatorParty: ['organization'],
  place: ['geographicAddress'],
  product: ['product'],
  productOffering: ['productOffering'],
  productOfferingPrice: ['productOfferingPrice'],
  productOfferingRelationship: ['productOffering', 'productSpecification'],
  productSpecification: ['productSpecification'],
  relatedEntity: ['product', 'productOrder'],
  realizingService: ['service'],
  relatedService: ['service'],
  testSpecification: ['serviceTestSpecification'],
  approver: ['individual'],
  substitute: ['individual'],
  appointment: ['appointment'],
  approvalProcess: ['processFlow'],
  taskFlow: ['taskFlow'],
  associatedAgreement: ['agreement'],
  agreementSpecification: ['agreementSpecification'],
  relatedParty: ['individual', 'organization'],
  serviceProblem: ['serviceProblem'],
  sla: ['sla'],
  appliedCustomerBillingRate: ['appliedCustomerBillingRate'],
};
/** Ids that only tell parts of one body apart, or name things outside. */
const PARTS = new Set(['attachment', 'choices', 'serviceSpecification', 'plan', 'termOrCondition', 'relatedServiceSpecification', 'sender', 'bucketCounter', 'channel', 'marketSegment', 'milestone', 'productOrderMilestone', 'note', 'paymentItem', 'productOrderItem', 'quoteItem', 'rule', 'violation']);

function* references(value: unknown, name = ''): Generator<[name: string, id: string]> {
  if (Array.isArray(value)) for (const item of value) yield* references(item, name);
  else if (typeof value === 'object' && value !== null) {
    if (name && 'id' in value && !PARTS.has(name)) yield [name, String(value.id)];
    for (const [key, member] of Object.entries(value)) yield* references(member, key);
  }
}

test('every reference leads to a record that exists', () => {
  const known = Map.groupBy(records, ({ resource }) => resource);
  const ids = new Map([...known].map(([resource, some]) => [resource, new Set(some.map(({ body }) => body.id))]));
  for (const { resource, body } of records) {
    for (const [name, id] of references(body)) {
      // The shelves of the help centre are no categories of goods.
      if (resource === 'document' && name === 'category') continue;
      assert.ok(TARGETS[name]?.some((target) => ids.get(target)?.has(id)), `${resource} ${body.id}: ${name} ${id}`);
    }
  }
});

const of = (resource: string): Resource[] => records.filter((record) => record.resource === resource).map(({ body }) => body);

test('an interaction says by which channel and with whom, each with an address, as TMF683 demands', () => {
  for (const { channel, relatedParty } of of('partyInteraction')) {
    const refs = [...(channel as Resource[]), ...(relatedParty as Resource[])];
    assert.ok(refs.length >= 2);
    for (const { id, href } of refs) assert.ok(URL.canParse(href ?? '', 'http://bss.test') && href?.endsWith(`/${id}`), `${href}`);
  }
  const known = new Set(records.map(({ body }) => body.href));
  const parties = of('partyInteraction').flatMap(({ relatedParty }) => relatedParty as Resource[]);
  assert.ok(parties.every(({ href }) => known.has(href)));
});

test('there are at least forty offerings on sale, with versions, bundles, rules and promotions', () => {
  const offerings = of('productOffering');
  const onSale = offerings.filter(({ isSellable }) => isSellable);
  assert.ok(onSale.length >= 40, `${onSale.length}`);
  assert.ok(offerings.some(({ lifecycleStatus }) => lifecycleStatus === 'Retired'));
  assert.ok(offerings.some(({ isBundle }) => isBundle));
  assert.ok(offerings.some(({ validFor }) => (validFor as { startDateTime: string }).startDateTime > NOW.toISOString()));
  const kinds = offerings.flatMap(({ productOfferingRelationship }) => productOfferingRelationship as { relationshipType: string }[]);
  assert.deepEqual(new Set(kinds.map(({ relationshipType }) => relationshipType)), new Set(['requires', 'excludes', 'replaces', 'requiresCapability']));
  assert.ok(of('productOfferingPrice').some(({ priceType }) => priceType === 'discount'));
});

interface Use {
  name: string;
  productSpecCharacteristicValue: { value: string }[];
}

test('the guide asks three to six questions, and every answer leads to an offering on sale', () => {
  const guide = of('productSpecification').find(({ name }) => name === 'Guided selling');
  const questions = guide?.['productSpecCharacteristic'] as Use[];
  assert.ok(questions.length >= 3 && questions.length <= 6);
  const uses = of('productOffering').filter(({ isSellable }) => isSellable).flatMap((offering) => offering['prodSpecCharValueUse'] as Use[]);
  for (const { name, productSpecCharacteristicValue } of questions) {
    const met = new Set(uses.filter((use) => use.name === name).flatMap((use) => use.productSpecCharacteristicValue.map(({ value }) => value)));
    for (const { value } of productSpecCharacteristicValue) assert.ok(met.has(value), `${name}: ${value}`);
  }
});

test('some customers hold a version that is no longer sold', () => {
  const retired = new Set(of('productOffering').filter(({ lifecycleStatus }) => lifecycleStatus === 'Retired').map(({ id }) => id));
  assert.ok(of('product').some(({ status, productOffering }) => status === 'active' && retired.has((productOffering as Resource).id)));
});

test('every product began while its version was on sale', () => {
  const sales = new Map(of('productOffering').map(({ id, validFor }) => [id, validFor as { startDateTime: string; endDateTime?: string }]));
  for (const { startDate, productOffering } of of('product')) {
    const { startDateTime, endDateTime = '9' } = sales.get((productOffering as Resource).id) ?? { startDateTime: '9' };
    assert.ok(startDateTime <= String(startDate) && String(startDate) < endDateTime);
  }
});

test('a line is in every stage of its way somewhere', () => {
  const items = of('productOrder').flatMap((order) => order['productOrderItem'] as { state: string; waitingFor?: string; milestone: { status: string }[] }[]);
  const stages = new Set(items.map(({ state, waitingFor, milestone }) => `${waitingFor ?? state} ${milestone.filter(({ status }) => status === 'Completed').length}`));
  for (const stage of ['acknowledged 1', 'inProgress 2', 'customer 2', 'company 1', 'partner 2', 'inProgress 3', 'inProgress 4', 'completed 5', 'held 2', 'cancelled 1', 'failed 3']) {
    assert.ok(stages.has(stage), stage);
  }
});

test('its size is that of an evening, not of a weekend', () => {
  const started = performance.now();
  const { length } = [...world(3).records];
  assert.ok(length > 5_000 && length < 15_000, `${length}`);
  assert.ok(performance.now() - started < 2_000);
});
