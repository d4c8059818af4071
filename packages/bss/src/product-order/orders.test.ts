import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '../store/store.ts';
import { ada, find, operator, read, START } from '../simulator/operator.seed.ts';
import { orders } from './orders.ts';

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
  for (let second = 0; second < 90; second += 4) {
    await pass(4);
    const order = await read(store, 'productOrder', 'neworder2222');
    const stage = itemsOf(order).map(({ milestone }) => milestone.filter(({ status }) => status === 'Completed').length).join('');
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

test('what was chosen is paid for: its price stands in the product, and nothing else of the kind does', async () => {
  const { store, pass, post } = operator();
  const phone = find('productOffering', ({ name, isSellable }) => name === 'Aster 5 phone' && isSellable === true);
  const item = { id: '1', action: 'add', quantity: 1, state: 'acknowledged', productOffering: { id: phone.id, name: phone['name'] }, product: { productCharacteristic: [{ name: 'Case', value: 'Leather' }] } };
  await post('productOrder', { ...newOrder(), productOrderItem: [item] });
  for (let second = 0; second < 120; second += 4) await pass(4);
  const [line] = itemsOf(await read(store, 'productOrder', 'neworder2222'));
  const owned = await read(store, 'product', line?.product?.id ?? '');
  const prices = (owned['productPrice'] as { price: { taxIncludedAmount: { value: number } } }[]).map(({ price }) => price.taxIncludedAmount.value);
  assert.deepEqual(prices, [15.99, 2.5]);
});

test('three of a line become three products, and no more when time goes on', async () => {
  const { store, pass, post } = operator();
  await post('productOrder', newOrder(3));
  const count = async () => (await store.read().list('product')).total;
  const before = await count();
  for (let second = 0; second < 120; second += 10) await pass(10);
  assert.equal((await count()) - before, 6);
});

test('handing over again leaves what stands in the inventory as it is', async () => {
  const { store, pass, post } = operator();
  await post('productOrder', newOrder());
  for (let second = 0; second < 90; second += 10) await pass(10);
  const done = await read(store, 'productOrder', 'neworder2222');
  const owned = await read(store, 'product', itemsOf(done)[0]?.product?.id ?? '');
  await post('product', { ...owned, status: 'suspended' });
  await post('productOrder', newOrder());
  for (let second = 0; second < 90; second += 10) await pass(10);
  assert.equal((await read(store, 'product', owned.id))['status'], 'suspended');
});

test('what a colleague orders belongs to the company that pays', async () => {
  const { store, pass, post } = operator();
  const company = find('billingAccount', ({ name }) => name === 'Group services');
  await post('productOrder', { ...newOrder(), billingAccount: { id: company.id }, relatedParty: [{ id: ada, role: 'customer' }] });
  for (let second = 0; second < 90; second += 10) await pass(10);
  const [item] = itemsOf(await read(store, 'productOrder', 'neworder2222'));
  const owned = await read(store, 'product', item?.product?.id ?? '');
  assert.equal((owned['relatedParty'] as Resource[])[0]?.id, (company['relatedParty'] as Resource[])[0]?.id);
});

test('the changes are told to the customer as they happen', async () => {
  const { store, pass, post } = operator();
  await post('productOrder', newOrder());
  for (let second = 0; second < 90; second += 4) await pass(4);
  const changes = (await store.changes.after(0, 1000)).filter(({ partyIds }) => partyIds.includes(ada));
  const types = new Set(changes.map(({ eventType }) => eventType));
  for (const type of ['ProductOrderStateChangeEvent', 'ProductOrderAttributeValueChangeEvent', 'ProductCreateEvent']) assert.ok(types.has(type), type);
});

test('an order that waits for the customer stays, whatever time passes, and is told to be in jeopardy once', async () => {
  const { store, pass } = operator([orders]);
  const waiting = find('productOrder', (order) => itemsOf(order).some(({ waitingFor }) => waitingFor === 'customer'));
  for (let day = 0; day < 60; day += 1) await pass(86_400);
  const order = await read(store, 'productOrder', waiting.id);
  const line = (one: Resource) => itemsOf(one).find(({ waitingFor }) => waitingFor === 'customer');
  const steps = (one: Resource) => line(one)?.milestone.map(({ status }) => (status === 'Violated' ? 'Yet-To-Reach' : status));
  assert.equal(line(order)?.state, 'pending');
  assert.deepEqual(steps(order), steps(waiting));
  const alerts = order['productOrderJeopardyAlert'] as { message: string; productOrderItem: { productOrderItemId: string }[] }[];
  assert.deepEqual(alerts.map(({ productOrderItem }) => productOrderItem[0]?.productOrderItemId), [line(order)?.id]);
  assert.match(alerts[0]?.message ?? '', /“A date is set” is late: we wait for something from you/);
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

test('at first no order, ticket or incident of the generated world moves; in a few days some of each have', async () => {
  const { store, pass } = operator();
  const told = async () => new Set((await store.changes.after(0, 100_000)).map(({ resource }) => resource));
  const moving = ['productOrder', 'troubleTicket', 'serviceProblem', 'availabilityInterval'];
  await pass(60);
  const first = await told();
  assert.deepEqual(moving.filter((resource) => first.has(resource)), []);
  for (let day = 0; day < 4; day += 1) await pass(86_400);
  const later = await told();
  assert.deepEqual(moving.filter((resource) => !later.has(resource)), []);
});

test('after a year every order has come to rest, and time stands still', async () => {
  const { store, pass } = operator([orders]);
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

test('a record nobody can read does not stop the others', async () => {
  const { store, pass, post } = operator();
  await store.transaction((tx) => tx.put('productOrder', { id: 'broken222222', state: 'inProgress', orderDate: 'soon', productOrderItem: [{ id: '1' }] }));
  await post('productOrder', newOrder());
  for (let second = 0; second < 90; second += 10) await pass(10).catch((cause: unknown) => assert.ok(cause instanceof AggregateError));
  assert.equal((await read(store, 'productOrder', 'neworder2222'))['state'], 'completed');
});

test('a line that names nothing comes to its end, and nobody owns anything for it', async () => {
  const { store, pass, post } = operator();
  const { total } = await store.read().list('product');
  await post('productOrder', { ...newOrder(), productOrderItem: [{ id: '1', action: 'add', state: 'acknowledged' }] });
  for (let second = 0; second < 90; second += 8) await pass(8);
  assert.equal((await read(store, 'productOrder', 'neworder2222'))['state'], 'completed');
  assert.equal((await store.read().list('product')).total, total);
});
