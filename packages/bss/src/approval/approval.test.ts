import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionOf } from '../definitions/definitions.ts';
import type { Body } from '../testing/body.ts';
import { find, line, type Town, town } from '../testing/town.ts';

const company = find('organization', ({ name }) => name === 'Nordlicht Logistics');
const account = find('billingAccount', ({ name }) => name === 'Group services');
const LEAD = { id: 'leadperson22', name: 'Lena Lead' };
const DEPUTY = { id: 'deputyperson', name: 'Dana Deputy' };
const FINANCE = { id: 'financeboss2', name: 'Fatma Finance' };
const REQUESTER = { id: 'requester222', name: 'Rita Requester' };

const euro = (value: number) => ({ unit: 'EUR', value });
const tiers = [
  { name: 'Team lead', measure: 'monthly', over: euro(50), approver: LEAD, substitute: DEPUTY },
  { name: 'Finance', measure: 'monthly', over: euro(500), approver: FINANCE },
];

async function withPolicy(more: object = {}): Promise<Town> {
  const meridian = town();
  const value = { days: 4, tiers, ...more };
  await meridian.patch('organization', company.id, { partyCharacteristic: [{ name: 'approvalPolicy', valueType: 'object', value }] });
  return meridian;
}

const parties = (requester: object = REQUESTER) => [
  { id: company.id, name: company['name'], role: 'customer', '@referredType': 'Organization' },
  { ...requester, role: 'originator', '@referredType': 'Individual' },
];
const place = async (meridian: Town, offers: readonly string[], requester?: object): Promise<Body> =>
  (await meridian.make('productOrder', {
    externalId: 'O-4711',
    billingAccount: { id: account.id },
    relatedParty: parties(requester),
    productOrderItem: offers.map((name, index) => line(String(index + 1), meridian.offering(name))),
  })) as Body;

const linesOf = (order: Body): Body[] => order['productOrderItem'];
const pathOf = (task: Body) => `${definitionOf('processFlow').basePath}/processFlow/${String(task['processFlowId'])}/taskFlow/${task.id}`;
const fact = (name: string, value: unknown) => ({ name, valueType: typeof value, value });

async function tasks(meridian: Town, subject: Body): Promise<Body[]> {
  const path = `${definitionOf('processFlow').basePath}/processFlow/${subject['approvalProcess'].id}/taskFlow`;
  return (await (await meridian.ask('GET', path)).json()) as Body[];
}

async function decide(meridian: Town, task: Body | undefined, decision: string, by: { id: string }, reason?: string) {
  const characteristic = [fact('decision', decision), fact('decidedBy', by.id), ...(reason === undefined ? [] : [fact('reason', reason)])];
  const response = await meridian.ask('PATCH', pathOf(task ?? assert.fail('no task')), { state: 'completed', characteristic });
  return { status: response.status, body: (await response.json()) as Body };
}

test('what is small enough needs nobody', async () => {
  const meridian = await withPolicy();
  const order = await place(meridian, ['Team Mobile 20']);
  assert.deepEqual([order['state'], order['approvalProcess']], ['acknowledged', undefined]);
});

test('an order over the limit waits for the company until one after the other has said yes', async () => {
  const meridian = await withPolicy();
  const order = await place(meridian, ['Site Connect 1000']);
  assert.deepEqual([order['state'], linesOf(order)[0]?.['waitingFor']], ['pending', 'company']);
  assert.equal(linesOf(order)[0]?.['note'].at(-1)?.text, 'Lena Lead, then Fatma Finance has to approve this order.');
  await meridian.pass(3600);
  assert.equal((await meridian.read('productOrder', order.id))['state'], 'pending');
  const [first, second] = await tasks(meridian, order);
  assert.deepEqual([first?.['state'], second?.['state'], first?.['requestedCompletionDate']], ['active', 'new', '2026-11-25T10:00:00.000Z']);
  assert.equal((await decide(meridian, first, 'approved', LEAD)).status, 200);
  assert.equal((await meridian.read('productOrder', order.id))['state'], 'pending');
  const turn = (await tasks(meridian, order))[1];
  assert.equal(turn?.['state'], 'active');
  assert.equal((await decide(meridian, turn, 'approved', FINANCE)).status, 200);
  const begun = await meridian.read('productOrder', order.id);
  assert.deepEqual([begun['state'], linesOf(begun)[0]?.['waitingFor']], ['inProgress', undefined]);
  assert.equal((await meridian.read('processFlow', order['approvalProcess'].id))['state'], 'completed');
  // And it goes its way.
  await meridian.pass(60, 9);
  assert.ok(linesOf(await meridian.read('productOrder', order.id))[0]?.['appointment']);
});

test('a no with its reason ends the order; a no without one is not taken', async () => {
  const meridian = await withPolicy();
  const order = await place(meridian, ['Site Connect 1000']);
  const [first, second] = await tasks(meridian, order);
  assert.equal((await decide(meridian, first, 'rejected', LEAD)).status, 422);
  assert.equal((await decide(meridian, first, 'rejected', LEAD, 'We close that site.')).status, 200);
  const ended = await meridian.read('productOrder', order.id);
  assert.deepEqual([ended['state'], ended['cancellationReason']], ['cancelled', 'Lena Lead has rejected this order: We close that site.']);
  assert.equal((await tasks(meridian, order)).find(({ id }) => id === second?.id)?.['state'], 'cancelled');
});

test('only those who are asked decide, and nobody their own order', async () => {
  const meridian = await withPolicy();
  const order = await place(meridian, ['Site Connect 100'], LEAD);
  const [task] = await tasks(meridian, order);
  assert.deepEqual(task?.['relatedParty'].map(({ role, name }: Body) => [role, name]).slice(0, 2), [['approver', 'Dana Deputy'], ['requester', 'Lena Lead']]);
  const own = await decide(meridian, task, 'approved', LEAD);
  assert.equal(own.status, 422);
  assert.match(own.body['message'], /Nobody approves their own order\. Dana Deputy can decide\./);
  const stranger = await decide(meridian, task, 'approved', FINANCE);
  assert.equal(stranger.status, 422);
  assert.match(stranger.body['message'], /Only Dana Deputy can decide this\./);
  // Nor does it help to write oneself in as the approver.
  const forged = await meridian.ask('PATCH', pathOf(task ?? assert.fail()), {
    state: 'completed', relatedParty: [{ ...FINANCE, role: 'approver' }], characteristic: [fact('decision', 'approved'), fact('decidedBy', FINANCE.id)],
  });
  assert.equal(forged.status, 422);
  assert.equal((await meridian.read('productOrder', order.id))['state'], 'pending');
  assert.equal((await decide(meridian, task, 'approved', DEPUTY)).status, 200);
});

test('when nobody decides in time it is the substitute’s turn, and then it is over', async () => {
  const meridian = await withPolicy();
  const order = await place(meridian, ['Site Connect 100']);
  await meridian.pass(4 * 86_400 + 60, 3600);
  const [task] = await tasks(meridian, order);
  assert.deepEqual(task?.['relatedParty'].slice(0, 2).map(({ role, name }: Body) => [role, name]), [['approver', 'Dana Deputy'], ['substitute', 'Lena Lead']]);
  await meridian.pass(4 * 86_400 + 60, 3600);
  const ended = await meridian.read('productOrder', order.id);
  assert.deepEqual([ended['state'], ended['cancellationReason']], ['cancelled', 'Nobody decided in time.']);
});

test('cancelling what waits for approval asks nobody any more', async () => {
  const meridian = await withPolicy();
  const order = await place(meridian, ['Site Connect 1000']);
  await meridian.make('cancelProductOrder', { productOrder: { id: order.id } });
  await meridian.pass(60, 9);
  assert.equal((await meridian.read('productOrder', order.id))['state'], 'cancelled');
  assert.deepEqual((await tasks(meridian, order)).map(({ state }) => state), ['cancelled', 'cancelled']);
});

test('a site lives by the policy of its company, a quote like an order', async () => {
  const meridian = await withPolicy();
  const site = find('organization', ({ name }) => name === 'Kiel depot');
  const relatedParty = [{ id: site.id, name: 'Kiel depot', role: 'customer', '@referredType': 'Organization' }, { ...REQUESTER, role: 'originator', '@referredType': 'Individual' }];
  const quote = (await meridian.make('quote', { relatedParty, quoteItem: [{ id: '1', action: 'add', productOffering: meridian.offering('Site Connect 1000') }] })) as Body;
  assert.deepEqual([quote['state'], quote['authorization'].map(({ name, state }: Body) => [name, state])], ['pending', [['Team lead', 'pending'], ['Finance', 'pending']]]);
  const [first] = await tasks(meridian, quote);
  await decide(meridian, first, 'approved', LEAD);
  const short = await meridian.ask('PATCH', `${definitionOf('quote').path}/${quote.id}`, { state: 'inProgress' });
  assert.equal(short.status, 422);
  assert.match(((await short.json()) as Body)['message'], /Fatma Finance has to approve this quote first/);
  await decide(meridian, (await tasks(meridian, quote))[1], 'approved', FINANCE);
  const approved = await meridian.read('quote', quote.id);
  assert.deepEqual([approved['state'], approved['authorization'].map(({ state, signatureRepresentation }: Body) => [state, signatureRepresentation])], [
    'approved', [['approved', 'Lena Lead'], ['approved', 'Fatma Finance']],
  ]);
});

test('nobody goes around an approval: not by the order, not by its lines, not by a task of their own', async () => {
  const meridian = await withPolicy();
  const order = await place(meridian, ['Site Connect 100']);
  const path = `${definitionOf('productOrder').path}/${order.id}`;
  assert.equal((await meridian.ask('PATCH', path, { state: 'inProgress' })).status, 409);
  const [item] = linesOf(order);
  assert.equal((await meridian.ask('PATCH', path, { productOrderItem: [{ ...item, state: 'inProgress' }] })).status, 409);
  assert.equal((await meridian.ask('PATCH', path, { approvalProcess: null })).status, 400);
  const [task] = await tasks(meridian, order);
  const own = { taskFlowSpecification: 'approval', state: 'active', relatedEntity: task?.relatedEntity, relatedParty: [{ ...REQUESTER, role: 'approver', '@referredType': 'Individual' }] };
  assert.equal((await meridian.ask('POST', `${definitionOf('processFlow').basePath}/processFlow/${order.approvalProcess.id}/taskFlow`, own)).status, 422);
  // Nor by rewriting the task first.
  const forged = [fact('ownApproval', true), fact('steps', 1)];
  await meridian.ask('PATCH', pathOf(task ?? assert.fail()), { relatedParty: own.relatedParty, characteristic: forged });
  assert.equal((await decide(meridian, task, 'approved', REQUESTER)).status, 422);
  assert.equal((await meridian.read('productOrder', order.id)).state, 'pending');
});

test('a process that something waits for is not deleted; afterwards it goes with its tasks', async () => {
  const meridian = await withPolicy();
  const order = await place(meridian, ['Site Connect 100']);
  const path = `${definitionOf('processFlow').path}/${order.approvalProcess.id}`;
  assert.equal((await meridian.ask('DELETE', path)).status, 409);
  await decide(meridian, (await tasks(meridian, order))[0], 'approved', LEAD);
  assert.equal((await meridian.ask('DELETE', path)).status, 204);
  assert.deepEqual(await tasks(meridian, order), []);
});

test('what is changed while it waits is asked for anew: of more people, or of nobody', async () => {
  const meridian = await withPolicy();
  const order = await place(meridian, ['Office 250']);
  assert.deepEqual((await tasks(meridian, order)).length, 1);
  const change = async (quantity: number) => {
    const now = await meridian.read('productOrder', order.id);
    return meridian.patch('productOrder', order.id, { productOrderItem: linesOf(now).map((item) => ({ ...item, quantity })) });
  };
  const more = await change(10);
  assert.notEqual(more.approvalProcess.id, order.approvalProcess.id);
  assert.deepEqual((await tasks(meridian, more)).map(({ state }) => state), ['active', 'new']);
  assert.deepEqual((await tasks(meridian, order)).map(({ state }) => state), ['cancelled']);
  assert.equal(more.orderTotalPrice[0]?.price.taxIncludedAmount['value'], 714);
  const phones = line('1', meridian.offering('Team Mobile 20'), { quantity: 3 });
  const three = (await meridian.make('productOrder', { billingAccount: { id: account.id }, relatedParty: parties(), productOrderItem: [phones] })) as Body;
  assert.equal(three.state, 'pending');
  const one = await meridian.patch('productOrder', three.id, { productOrderItem: linesOf(three).map((item) => ({ ...item, quantity: 1 })) });
  assert.deepEqual([one.state, linesOf(one)[0]?.waitingFor], ['inProgress', undefined]);
  assert.deepEqual((await tasks(meridian, three)).map(({ state }) => state), ['cancelled']);
});
