import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionOf } from '../definitions/definitions.ts';
import { save } from '../store/save.ts';
import { memoryStore } from '../store/memory.ts';
import type { Resource, Store } from '../store/store.ts';
import { generateWorld, type World } from '../world/world.ts';
import { simulator } from './simulator.ts';

const START = Date.parse('2026-11-21T22:00:00.000Z');
const STEP = 8;
const shared = generateWorld({ seed: 1, customers: 12, now: new Date(START) });

/** An operator in memory with a clock that the test turns. */
function operator(world: World = shared) {
  const store = memoryStore(world.records);
  let now = START;
  const clock = () => new Date(now);
  const { tick } = simulator({ store, clock, stepSeconds: STEP });
  const pass = async (seconds: number) => {
    now += seconds * 1000;
    await tick();
  };
  const post = async (resource: string, body: Resource) => {
    await store.transaction((tx) => save(tx, resource, { href: `${definitionOf(resource).path}/${body.id}`, ...body }, clock()));
  };
  return { store, tick, pass, post, clock };
}

const read = async (store: Store, resource: string, id: string): Promise<Resource> => {
  const found = await store.read().get(resource, id);
  assert.ok(found, `${resource} ${id}`);
  return found.body;
};
const find = (resource: string, matches: (body: Resource) => boolean): Resource => {
  const found = [...shared.records].find((record) => record.resource === resource && matches(record.body));
  assert.ok(found, resource);
  return found.body;
};

const ada = shared.signIns[0]!.sub;
const account = find('billingAccount', ({ name, relatedParty }) => name === 'Mobile' && (relatedParty as Resource[])[0]?.id === ada);
const plan = find('productOffering', ({ name, isSellable }) => name === 'Mobile L' && isSellable === true);

interface Item {
  id: string;
  state: string;
  waitingFor?: string;
  milestone: { status: string; milestoneDate: string }[];
  product?: { id?: string };
}
const itemsOf = (order: Resource) => order['productOrderItem'] as Item[];

function newOrder(quantity = 1, more: object = {}): Resource {
  const item = (id: string) => ({ id, action: 'add', quantity, state: 'acknowledged', productOffering: { id: plan.id, name: plan['name'] }, ...more });
  return {
    id: 'neworder2222',
    state: 'acknowledged',
    orderDate: new Date(START).toISOString(),
    billingAccount: { id: account.id, name: 'Mobile' },
    relatedParty: [{ id: ada, role: 'customer' }],
    productOrderItem: [item('1'), item('2')],
  };
}

test('a new order walks its way in visible steps and its products stand in the inventory', async () => {
  const { store, pass, post } = operator();
  await post('productOrder', newOrder());
  const seen: string[] = [];
  for (let second = 0; second < 90; second += 2) {
    await pass(2);
    const order = await read(store, 'productOrder', 'neworder2222');
    const stage = itemsOf(order).map(({ milestone = [] }) => milestone.filter(({ status }) => status === 'Completed').length).join('');
    if (seen.at(-1) !== `${String(order['state'])} ${stage}`) seen.push(`${String(order['state'])} ${stage}`);
  }
  assert.deepEqual(seen, ['acknowledged 11', 'inProgress 21', 'inProgress 32', 'inProgress 43', 'inProgress 54', 'completed 55']);
  const order = await read(store, 'productOrder', 'neworder2222');
  assert.ok(order['completionDate']);
  for (const { product } of itemsOf(order)) {
    const owned = await read(store, 'product', product?.id ?? '');
    assert.equal(owned['name'], 'Mobile L');
    assert.equal(owned['status'], 'active');
    assert.equal((owned['billingAccount'] as Resource).id, account.id);
    assert.deepEqual((owned['relatedParty'] as { id: string; role: string }[]).map(({ id, role }) => [id, role]), [[ada, 'owner']]);
    const facts = Object.fromEntries((owned['productCharacteristic'] as { name: string; value: string }[]).map(({ name, value }) => [name, value]));
    assert.equal(facts['lineOfBusiness'], 'mobile');
    assert.match(facts['identifier'] ?? '', /^\+49 15/);
    assert.equal((owned['productPrice'] as { price: { taxIncludedAmount: { value: number } } }[])[0]?.price.taxIncludedAmount.value, 34.99);
  }
});

test('three of a line become three products, and no more when time goes on', async () => {
  const { store, pass, post } = operator();
  await post('productOrder', newOrder(3));
  const count = async () => (await store.read().list('product')).total;
  const before = await count();
  for (let second = 0; second < 120; second += 10) await pass(10);
  assert.equal((await count()) - before, 6);
});

test('the changes are told to the customer as they happen', async () => {
  const { store, pass, post } = operator();
  await post('productOrder', newOrder());
  for (let second = 0; second < 90; second += 4) await pass(4);
  const changes = (await store.changes.after(0, 1000)).filter(({ partyIds }) => partyIds.includes(ada));
  const types = new Set(changes.map(({ eventType }) => eventType));
  for (const type of ['ProductOrderStateChangeEvent', 'ProductOrderAttributeValueChangeEvent', 'ProductCreateEvent']) assert.ok(types.has(type), type);
});

test('an order that waits for the customer stays, whatever time passes', async () => {
  const { store, pass } = operator();
  const waiting = find('productOrder', (order) => itemsOf(order).some(({ waitingFor }) => waitingFor === 'customer'));
  for (let day = 0; day < 60; day += 1) await pass(86_400);
  const items = itemsOf(await read(store, 'productOrder', waiting.id));
  assert.deepEqual(items.find(({ waitingFor }) => waitingFor === 'customer'), itemsOf(waiting).find(({ waitingFor }) => waitingFor === 'customer'));
});

test('an order that somebody set to wait as a whole stays until they let it go', async () => {
  const { store, pass, post } = operator();
  await post('productOrder', { ...newOrder(), state: 'pending' });
  for (let second = 0; second < 90; second += 10) await pass(10);
  assert.deepEqual(await read(store, 'productOrder', 'neworder2222').then(itemsOf), itemsOf(newOrder()));
  await post('productOrder', { ...newOrder(), state: 'inProgress' });
  for (let second = 0; second < 90; second += 10) await pass(10);
  assert.equal((await read(store, 'productOrder', 'neworder2222'))['state'], 'completed');
});

test('ticking twice at one instant changes nothing the second time', async () => {
  const { store, tick, pass, post } = operator();
  await post('productOrder', newOrder());
  for (const seconds of [0, 9, 9, 86_400, 9]) {
    await pass(seconds);
    const latest = await store.changes.latest();
    await tick();
    assert.equal(await store.changes.latest(), latest);
  }
});

test('at first nothing of the generated world moves; in a few days some of it has', async () => {
  const { store, pass } = operator();
  await pass(60);
  assert.equal(await store.changes.latest(), 0);
  for (let day = 0; day < 4; day += 1) await pass(86_400);
  const moved = new Set((await store.changes.after(0, 10_000)).map(({ resource }) => resource));
  for (const resource of ['productOrder', 'troubleTicket', 'serviceProblem', 'availabilityInterval']) assert.ok(moved.has(resource), resource);
});

test('after a year every order has come to rest, and time stands still', async () => {
  const { store, pass } = operator();
  for (let week = 0; week < 52; week += 1) for (let again = 0; again < 6; again += 1) await pass(100_800);
  const latest = await store.changes.latest();
  await pass(86_400);
  assert.equal(await store.changes.latest(), latest);
  const { rows } = await store.read().list('productOrder');
  for (const { body } of rows) assert.notEqual(body['state'], 'acknowledged');
});

test('a changed line changes its product, a removed line ends it', async () => {
  const { store, pass, post } = operator();
  const owned = find('product', ({ billingAccount, name, status }) => (billingAccount as Resource).id === account.id && name === 'Mobile S' && status === 'active');
  const about = { product: { id: owned.id } };
  await post('productOrder', newOrder(1, { action: 'modify', ...about }));
  for (let second = 0; second < 90; second += 10) await pass(10);
  assert.equal((await read(store, 'product', owned.id))['name'], 'Mobile L');
  await post('productOrder', { ...newOrder(1, { action: 'delete', ...about }), id: 'neworder3333' });
  for (let second = 0; second < 90; second += 10) await pass(10);
  assert.equal((await read(store, 'product', owned.id))['status'], 'terminated');
});

function newTicket(id: string): Resource {
  const now = new Date(START).toISOString();
  return {
    id, description: 'No signal', severity: 'Minor', ticketType: 'incident', status: 'acknowledged',
    creationDate: now, lastUpdate: now, statusChangeDate: now, relatedParty: [{ id: ada, role: 'customer' }],
  };
}

test('a fresh ticket is picked up, fixed and closed; some wait for an answer and go on when it comes', async () => {
  const { store, pass, post, clock } = operator();
  const ids = Array.from({ length: 12 }, (_, index) => `ticket${index}`);
  for (const id of ids) await post('troubleTicket', newTicket(id));
  for (let second = 0; second < 200; second += 5) await pass(5);
  const statuses = async () => Promise.all(ids.map(async (id) => String((await read(store, 'troubleTicket', id))['status'])));
  const first = await statuses();
  assert.deepEqual(new Set(first), new Set(['closed', 'pending']));
  for (const [index, id] of ids.entries()) {
    if (first[index] !== 'pending') continue;
    const ticket = await read(store, 'troubleTicket', id);
    const note = [...(ticket['note'] as Resource[]), { id: 'answer', date: clock().toISOString(), author: 'Ada Lindqvist', authorId: ada, text: 'Just now.' }];
    await post('troubleTicket', { ...ticket, note, lastUpdate: clock().toISOString() });
  }
  for (let second = 0; second < 400; second += 5) await pass(5);
  assert.deepEqual(new Set(await statuses()), new Set(['closed']));
  const changes = (await read(store, 'troubleTicket', ids[0]!))['statusChange'] as { status: string }[];
  assert.deepEqual(changes.map(({ status }) => status).slice(0, 1), ['inProgress']);
});

test('an incident ends when it was expected to, and its interval with it', async () => {
  const { store, pass } = operator();
  const open = find('availabilityInterval', ({ validFor }) => !(validFor as { endDateTime?: string }).endDateTime);
  const problem = (open['serviceProblem'] as Resource).id;
  await pass(39 * 60);
  assert.equal((await read(store, 'serviceProblem', problem))['status'], 'inProgress');
  await pass(10 * 60);
  const { validFor } = await read(store, 'availabilityInterval', open.id);
  assert.equal((validFor as { endDateTime: string }).endDateTime, new Date(START + 40 * 60_000).toISOString());
  assert.equal((await read(store, 'serviceProblem', problem))['status'], 'resolved');
  await pass(STEP);
  assert.equal((await read(store, 'serviceProblem', problem))['status'], 'closed');
});

test('announced work opens intervals when it begins and closes them when it ends', async () => {
  const { store, pass } = operator();
  const work = find('serviceProblem', ({ status, category }) => status === 'acknowledged' && category === 'plannedMaintenance');
  const intervals = async () => (await store.read().list('availabilityInterval', { where: [{ path: ['serviceProblem', 'id'], operator: 'eq', values: [work.id] }] })).rows;
  await pass(3 * 86_400 + 60);
  const begun = await intervals();
  assert.equal(begun.length, (work['relatedEntity'] as unknown[]).length);
  assert.ok(begun.every(({ body }) => body['state'] === 'maintenance' && !(body['validFor'] as { endDateTime?: string }).endDateTime));
  await pass(3 * 3600);
  assert.ok((await intervals()).every(({ body }) => (body['validFor'] as { endDateTime?: string }).endDateTime));
});

test('a record nobody can read does not stop the others', async () => {
  const { store, pass, post } = operator();
  await store.transaction((tx) => tx.put('productOrder', { id: 'broken222222', state: 'inProgress', orderDate: 'soon', productOrderItem: [{ id: '1' }] }));
  await post('productOrder', newOrder());
  for (let second = 0; second < 90; second += 10) await pass(10).catch((cause: unknown) => assert.ok(cause instanceof AggregateError));
  assert.equal((await read(store, 'productOrder', 'neworder2222'))['state'], 'completed');
});
