import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { valueOf } from '../rules/characteristic.ts';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { aTicket, bench, type Bench, NOW, pathOf } from '../testing/bench.ts';

const MINUTE = 60_000;
const machine = { authorization: 'Bearer machine' };
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * MINUTE).toISOString();

/** Two households in one street, one in another town; each has a line at home, one a phone as well. */
async function street(): Promise<Bench> {
  const bss = bench({ levers: true, token: 'machine', simulate: true });
  const ask: Bench['ask'] = (method, path, body, headers = {}) => bss.ask(method, path, body, { ...machine, ...headers });
  const open: Bench = {
    ...bss,
    ask,
    make: async (resource, body) => {
      const response = await ask('POST', pathOf(resource), body);
      if (response.status !== 201) throw new Error(await response.text());
      return (await response.json()) as Resource;
    },
  };
  for (const [name, postCode] of [['Ada', '10437'], ['Ben', '10437'], ['Cem', '50667']] as const) {
    const contactMedium = [{ mediumType: 'postalAddress', characteristic: { street1: 'Kastanienhof 12', postCode, city: postCode === '10437' ? 'Berlin' : 'Cologne' } }];
    const { id } = await open.make('individual', { givenName: name, familyName: 'Test', contactMedium });
    const line = (kind: string) => ({ name: `${name}'s ${kind}`, status: 'active', relatedParty: [{ id, role: 'owner', name, '@referredType': 'Individual' }], productCharacteristic: [{ name: 'lineOfBusiness', value: kind }] });
    await open.make('product', line('fixed'));
    if (name === 'Ada') await open.make('product', line('mobile'));
  }
  return open;
}

let bss: Bench;
beforeEach(async () => {
  bss = await street();
});

const list = async (resource: string, query = '') => (await (await bss.ask('GET', `${pathOf(resource)}?${query}`)).json()) as Resource[];
const productId = async (name: string) => (await list('product', `name=${encodeURIComponent(name)}`))[0]?.id ?? '';

async function pull(lever: string, body: object = {}): Promise<Resource> {
  const response = await bss.ask('POST', `/sim/v1/${lever}`, body);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Resource;
}

async function pass(minutes: number): Promise<void> {
  await pull('clock', { advanceSeconds: minutes * 60 });
}

const spans = async (query: string) => (await list('availabilityInterval', query)).map(({ state, validFor }) => [state, ...Object.values(validFor as Record<string, string>)]);

describe('an incident', () => {
  it('takes down the lines of its area, and no other', async () => {
    const incident = await pull('incidents', { area: '10437', description: 'Cable cut by road works', expectedEnd: later(60) });
    assert.deepEqual([incident['status'], incident['lines']], ['inProgress', 2]);
    const [problem] = await list('serviceProblem');
    assert.equal(problem?.['affectedNumberOfServices'], 2);
    assert.deepEqual(new Set(objects(problem?.['relatedEntity']).map(({ name }) => name)), new Set(["Ada's fixed", "Ben's fixed"]));
    assert.deepEqual(new Set(objects(problem?.['relatedParty']).map(({ name, role }) => `${String(role)} ${String(name)}`)), new Set(['customer Ada', 'customer Ben']));
    assert.deepEqual(await spans(`serviceProblem.id=${incident.id}`), [['outage', NOW], ['outage', NOW]]);
  });

  it('takes down what is installed there, whoever it belongs to and wherever they live', async () => {
    const id = 'house';
    await bss.store.load([{ resource: 'geographicAddress', body: { id, postcode: '24103', city: 'Kiel' } }]);
    const owner = (await list('individual', 'givenName=Cem'))[0]?.id;
    await bss.make('product', { name: 'Holiday flat', status: 'active', place: [{ id, role: 'installation' }], relatedParty: [{ id: owner, role: 'owner' }] });
    await pull('incidents', { area: '24103', description: 'Flood' });
    assert.deepEqual(objects((await list('serviceProblem'))[0]?.['relatedEntity']).map(({ name }) => name), ['Holiday flat']);
  });

  it('is told of at once to those it hits, and again when it is over', async () => {
    const incident = await pull('incidents', { area: '10437', description: 'Cable cut by road works', expectedEnd: later(60) });
    await pull(`incidents/${incident.id}/end`, { reason: 'The cable is mended' });
    for (const name of ['Ada', 'Ben']) {
      const told = (await list('communicationMessage', `receiver.name=${name}`)).map(({ subject }) => subject);
      assert.deepEqual(told, ['A fault on your line', 'Your line works again']);
    }
    const [first] = await list('communicationMessage');
    assert.match(String(first?.['content']), /Cable cut by road works\. We expect it to be over by Saturday,? 21 November(,| at) 12:00/);
  });

  it('ends when it was expected to, and the reports of it with it', async () => {
    const product = await productId("Ada's fixed");
    await pull('incidents', { products: product, description: 'Power cut', expectedEnd: later(60) });
    const ticket = await bss.make('troubleTicket', aTicket({ relatedEntity: [{ id: product, role: 'product', '@referredType': 'Product' }] }));
    await pass(61);
    assert.deepEqual(await spans(`relatedEntity.id=${product}`), [['outage', NOW, later(60)]]);
    const [mine] = await list('troubleTicket', `id=${ticket.id}`);
    const reasons = objects(mine?.['statusChange']).map(({ status, changeReason }) => [status, changeReason]);
    assert.deepEqual(reasons.find(([status]) => status === 'resolved'), ['resolved', 'Mended']);
  });

  it('that comes back takes the lines down anew', async () => {
    const { id } = await pull('incidents', { products: await productId("Ada's fixed"), description: 'Power cut' });
    await pull(`incidents/${id}/end`);
    bss.later(5 * MINUTE);
    const back = await bss.ask('PATCH', `${pathOf('serviceProblem')}/${id}`, { status: 'inProgress' });
    assert.equal(back.status, 200);
    assert.deepEqual(await spans(`serviceProblem.id=${id}`), [['outage', NOW, NOW], ['outage', later(5)]]);
  });

  it('that was none leaves no trace on the lines', async () => {
    const problem = await bss.make('serviceProblem', {
      category: 'incident', priority: 1, description: 'Alarm', reason: 'Alarm', originatorParty: { id: 'meridian', '@referredType': 'Organization' },
      relatedEntity: [{ id: await productId("Ada's fixed"), role: 'affected', '@referredType': 'Product' }],
    });
    assert.equal((await spans('')).length, 1);
    await bss.ask('PATCH', `${pathOf('serviceProblem')}/${problem.id}`, { status: 'rejected' });
    assert.deepEqual(await spans(''), []);
  });

  it('says what was expected and did not come', async () => {
    await assert.rejects(pull('incidents', { area: '99999', description: 'x' }), /422.*no line in/);
    await assert.rejects(pull('incidents', { description: 'x' }), /400.*Name either/);
    await assert.rejects(pull('incidents', { area: '10437', description: 'x', severity: 'huge' }), /400.*critical, major, minor/);
  });
});

describe('planned work', () => {
  it('is announced, begins, ends, and is not an outage', async () => {
    const product = await productId("Ada's fixed");
    const { id, status } = await pull('maintenance', { products: product, description: 'New fibre', expectedStart: later(120), expectedEnd: later(180) });
    assert.equal(status, 'acknowledged');
    assert.deepEqual(await spans(''), []);
    await pass(121);
    assert.deepEqual(await spans(''), [['maintenance', later(120)]]);
    await pass(60);
    assert.deepEqual(await spans(''), [['maintenance', later(120), later(180)]]);
    const subjects = (await list('communicationMessage')).map(({ subject }) => subject);
    assert.deepEqual(subjects, ['Planned work on your line', 'Planned work has begun', 'Planned work is done']);
    await pass(1);
    assert.equal((await list('serviceProblem', `id=${id}`))[0]?.['status'], 'closed');
  });

  it('does not meet other work on the same line', async () => {
    const [ada, ben] = [await productId("Ada's fixed"), await productId("Ben's fixed")];
    const at = (products: string, from: number, to: number) => pull('maintenance', { products, description: 'x', expectedStart: later(from), expectedEnd: later(to) });
    await at(ada, 60, 120);
    await assert.rejects(at(ada, 90, 150), /422.*worked on from 2026-11-21T11:00:00\.000Z to 2026-11-21T12:00:00\.000Z already/);
    await at(ada, 120, 180);
    await at(ben, 90, 150);
    await assert.rejects(at(ben, 300, 240), /400.*must be after/);
  });

  it('that is called off is told of', async () => {
    const { id } = await pull('maintenance', { products: await productId("Ben's fixed"), description: 'New fibre', expectedStart: later(120), expectedEnd: later(180) });
    await bss.ask('PATCH', `${pathOf('serviceProblem')}/${id}`, { status: 'cancelled' });
    assert.deepEqual((await list('communicationMessage')).map(({ subject }) => subject), ['Planned work on your line', 'Planned work does not take place']);
  });
});

describe('what is done about problems', () => {
  const problem = (name: string) =>
    bss.make('serviceProblem', { name, category: 'quality', priority: 3, description: name, reason: 'x', originatorParty: { id: 'meridian', '@referredType': 'Organization' } });
  const read = async (id: string) => (await list('serviceProblem', `id=${id}`))[0];

  it('is kept: who saw it, and when', async () => {
    const [one, other] = [await problem('one'), await problem('other')];
    const task = await bss.make('problemAcknowledgement', { problem: [{ id: one.id }, { id: 'nobody' }], trackingRecord: { user: 'daniel' } });
    assert.deepEqual((task['ackProblem'] as Resource[]).map(({ id }) => id), [one.id]);
    const seen = await read(one.id);
    assert.equal(valueOf(seen?.['characteristic'], 'ackState'), 'acknowledged');
    assert.deepEqual(objects(seen?.['trackingRecord']).map(({ user, description, time }) => [user, description, time]), [['daniel', 'acknowledged', NOW]]);
    assert.deepEqual((await bss.make('problemAcknowledgement', { problem: [{ id: one.id }] }))['ackProblem'], []);
    assert.deepEqual(((await bss.make('problemUnacknowledgement', { problem: [{ id: one.id }, { id: other.id }] }))['unackProblem'] as Resource[]).map(({ id }) => id), [one.id]);
    assert.equal(valueOf((await read(one.id))?.['characteristic'], 'ackState'), 'unacknowledged');
  });

  it('gathers them under one, and lets them go again', async () => {
    const [top, one, other] = [await problem('top'), await problem('one'), await problem('other')];
    const both = [{ id: one.id }, { id: other.id }];
    await bss.make('problemGroup', { parentProblem: { id: top.id }, childProblem: both });
    const under = async () => objects((await read(top.id))?.['underlyingProblem']).map(({ id }) => id);
    assert.deepEqual(await under(), [one.id, other.id]);
    assert.deepEqual(objects((await read(one.id))?.['parentProblem']).map(({ id }) => id), [top.id]);
    await bss.make('problemUngroup', { parentProblem: { id: top.id }, childProblem: [{ id: one.id }] });
    assert.deepEqual(await under(), [other.id]);
    assert.deepEqual((await read(one.id))?.['parentProblem'], []);
  });

  it('never puts one under itself, nor under what is not there', async () => {
    const [top, one] = [await problem('top'), await problem('one')];
    const group = async (parent: string, child: string) => (await bss.ask('POST', pathOf('problemGroup'), { parentProblem: { id: parent }, childProblem: [{ id: child }] })).status;
    assert.equal(await group(top.id, one.id), 201);
    assert.equal(await group(one.id, top.id), 422);
    assert.equal(await group(one.id, one.id), 422);
    assert.equal(await group('nobody', one.id), 422);
  });

  it('stands in a record of events that nobody else writes', async () => {
    const { id } = await problem('one');
    await bss.ask('PATCH', `${pathOf('serviceProblem')}/${id}`, { status: 'inProgress' });
    await bss.ask('PATCH', `${pathOf('serviceProblem')}/${id}`, { impactImportanceFactor: '2' });
    const records = await list('serviceProblemEventRecord', `serviceProblem.id=${id}`);
    assert.deepEqual(records.map(({ eventType }) => eventType), ['ServiceProblemCreateEvent', 'ServiceProblemStateChangeEvent', 'ServiceProblemAttributeValueChangeEvent']);
    assert.equal((await bss.ask('POST', pathOf('serviceProblemEventRecord'), {})).status, 405);
  });
});
