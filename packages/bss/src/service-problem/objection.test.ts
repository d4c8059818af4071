import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { valueOf } from '../rules/characteristic.ts';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { aTicket, bench, type Bench, NOW, pathOf } from '../testing/bench.ts';

const DAY = 86_400_000;
const machine = { authorization: 'Bearer machine' };
const later = (milliseconds: number) => new Date(Date.parse(NOW) + milliseconds).toISOString();
const relatedParty = [{ id: 'nord', name: 'Nord', role: 'owner', '@referredType': 'Organization' }];

let bss: Bench;
let line: Resource;
beforeEach(async () => {
  bss = bench({ levers: true, token: 'machine', simulate: true });
  line = await ask('POST', pathOf('product'), { name: 'Site', status: 'active', relatedParty });
});

async function ask<Body = Resource>(method: string, path: string, body?: unknown): Promise<Body> {
  const response = await bss.ask(method, path, body, machine);
  assert.ok(response.ok, `${path} ${response.status} ${await response.clone().text()}`);
  return (await response.json()) as Body;
}

const pass = (milliseconds: number) => ask('POST', '/sim/v1/clock', { advanceSeconds: milliseconds / 1000 });
const announce = (start: number) => ask('POST', '/sim/v1/maintenance', { products: line.id, description: 'New fibre', expectedStart: later(start), expectedEnd: later(start + 2 * 3_600_000) });
const objection = ({ id }: Resource, troubleTicketCharacteristic: object[] = []) =>
  ask('POST', pathOf('troubleTicket'), aTicket({ name: 'Not this week', ticketType: 'plannedWorkObjection', relatedParty: [{ ...relatedParty[0], role: 'customer' }], relatedEntity: [{ id, role: 'plannedWork', '@referredType': 'ServiceProblem' }], troubleTicketCharacteristic }));
const now = (resource: string, { id }: Resource) => ask('GET', `${pathOf(resource)}/${id}`);
const startOf = (work: Resource) => valueOf(work['characteristic'], 'expectedStart');
const outcomeOf = (ticket: Resource) => [ticket['status'], valueOf(ticket['troubleTicketCharacteristic'], 'outcome')];
const subjects = async () => (await ask<Resource[]>('GET', pathOf('communicationMessage'))).map(({ subject }) => subject);

describe('who asks to have planned work moved', () => {
  it('is answered: it is moved by a week, at the same hour, and everybody hears of it', async () => {
    const [work] = [await announce(5 * DAY)];
    const ticket = await objection(work);
    await pass(20 * 60_000);
    await pass(60_000);
    assert.deepEqual(outcomeOf(await now('troubleTicket', ticket)), ['resolved', 'moved']);
    assert.equal(startOf(await now('serviceProblem', work)), later(12 * DAY));
    assert.ok((await subjects()).includes('Planned work on your line has moved'));
    assert.ok((await subjects()).includes('Decided: Not this week'));
  });

  it('gets a time after the one that was named, and never one in which the line is worked on already', async () => {
    const work = await announce(5 * DAY);
    await announce(19 * DAY);
    const ticket = await objection(work, [{ name: 'notBefore', value: later(13 * DAY).slice(0, 10) }]);
    await pass(20 * 60_000);
    await pass(60_000);
    assert.deepEqual(outcomeOf(await now('troubleTicket', ticket)), ['resolved', 'moved']);
    assert.equal(startOf(await now('serviceProblem', work)), later(26 * DAY));
  });

  it('is told no where it is too late, and the work stays', async () => {
    const work = await announce(DAY);
    const ticket = await objection(work);
    await pass(20 * 60_000);
    await pass(60_000);
    const answered = await now('troubleTicket', ticket);
    assert.deepEqual(outcomeOf(answered), ['resolved', 'refused']);
    assert.match(String(valueOf(answered['troubleTicketCharacteristic'], 'decisionReason')), /less than two days/);
    assert.equal(startOf(await now('serviceProblem', work)), later(DAY));
  });

  it('is answered by our planners where these are quicker, each who asked by the same word', async () => {
    const work = await announce(5 * DAY);
    const tickets = [await objection(work), await objection(work)];
    assert.equal((await ask('POST', `/sim/v1/maintenance/${work.id}/answer`, { start: later(9 * DAY), reason: 'Thursday will do.' }))['answered'], 2);
    for (const ticket of tickets) assert.deepEqual(outcomeOf(await now('troubleTicket', ticket)), ['resolved', 'moved']);
    assert.equal(startOf(await now('serviceProblem', work)), later(9 * DAY));
    const refused = await objection(work);
    await ask('POST', `/sim/v1/maintenance/${work.id}/answer`, { reason: 'The crane is hired for that day.' });
    assert.deepEqual(outcomeOf(await now('troubleTicket', refused)), ['resolved', 'refused']);
    assert.equal((await bss.ask('POST', `/sim/v1/maintenance/${work.id}/answer`, { reason: 'Again' }, machine)).status, 404);
  });
});

describe('an incident in the words of its customers', () => {
  const incident = () => ask('POST', '/sim/v1/incidents', { products: line.id, description: 'Cable cut' });
  const said = async (problem: Resource) => objects(valueOf((await now('serviceProblem', problem))['characteristic'], 'updates')).map(({ text }) => text);

  it('keeps what they were told, and tells each word of it once', async () => {
    const problem = await incident();
    await ask('POST', `/sim/v1/incidents/${problem.id}/update`, { text: 'We have found the place.' });
    await ask('POST', `/sim/v1/incidents/${problem.id}/update`, { text: 'Two hours more', expectedEnd: later(7_200_000) });
    await ask('POST', `/sim/v1/incidents/${problem.id}/end`, {});
    assert.deepEqual(await said(problem), ['We have begun to work on it', 'We have found the place.', 'Two hours more', 'Mended']);
    assert.deepEqual(await subjects(), ['A fault on your line', 'News of the fault on your line', 'News of the fault on your line', 'Your line works again']);
  });

  it('knows how many have said "me too", less those who took it back', async () => {
    const problem = await incident();
    const report = () => ask('POST', pathOf('troubleTicket'), aTicket({ relatedParty: [{ ...relatedParty[0], role: 'customer' }], relatedEntity: [{ id: line.id, role: 'product', '@referredType': 'Product' }] }));
    const [first] = [await report(), await report()];
    const reports = async () => valueOf((await now('serviceProblem', problem))['characteristic'], 'reports');
    assert.equal(await reports(), 2);
    await ask('PATCH', `${pathOf('troubleTicket')}/${first.id}`, { status: 'cancelled' });
    assert.equal(await reports(), 1);
  });
});
