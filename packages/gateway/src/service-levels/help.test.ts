import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceLevelColumns, ServiceLevelDetail } from '@faceplate/contracts';
import { anOperator, down } from '../testing/operator.ts';

const MONTH = '2026-11';
const RULES = [
  { metric: 'timeToRespond', unit: 'minute', referenceValue: '90' },
  { metric: 'timeToRestore', unit: 'hour', referenceValue: '8' },
  { metric: 'includedVisits', unit: 'year', referenceValue: '4' },
];

type Operator = Awaited<ReturnType<typeof anOperator>>;

const promising = (more: Parameters<typeof anOperator>[0] = {}) =>
  anOperator({
    ...more,
    change: ({ resource, body }) => {
      if (resource === 'sla') (body['rule'] as object[]).push(...RULES);
    },
  });

async function aService(operator: Operator): Promise<string> {
  return (await operator.as('bilal')<ServiceLevelColumns>('/service-levels/grid?months=1')).body.services.id.at(-1) ?? '';
}

const helpOf = async (operator: Operator, service: string, month = MONTH) => (await operator.as('bilal')<ServiceLevelDetail>(`/service-levels/${service}/${month}`)).body;

const clockOf = async (operator: Operator, service: string) => (await helpOf(operator, service)).help?.clocks[0];

/** A ticket of Bilal's company about the service, as the BSS would have it. */
async function ticket(operator: Operator, service: string, body: object): Promise<void> {
  const relatedParty = operator.subjects.bilal.partyIds.map((id) => ({ id, role: 'customer' }));
  await operator.store.transaction(async (tx) => tx.put('troubleTicket', { id: 'tick1', name: 'The line is dead', relatedEntity: [{ id: service, role: 'product', '@referredType': 'Product' }], relatedParty, creationDate: '2026-11-20T08:00:00.000Z', ...body }));
}

test('what an agreement says of help is told in the running month alone', async () => {
  const operator = await promising();
  const service = await aService(operator);
  const { help } = await helpOf(operator, service);
  assert.deepEqual([help?.respondSeconds, help?.restoreSeconds, help?.visits], [5_400, 28_800, { included: 4, used: 0 }]);
  assert.equal((await helpOf(operator, service, '2026-10')).help, undefined);
});

test('visits for tickets about the service use up what is included; others, those called off and those of other years do not', async () => {
  const operator = await promising();
  const service = await aService(operator);
  await ticket(operator, service, { status: 'inProgress' });
  const visit = (id: string, status: string, from: string, about: string) => ({ id, status, validFor: { startDateTime: from, endDateTime: from }, relatedEntity: [{ id: about, '@referredType': 'TroubleTicket' }], relatedParty: operator.subjects.bilal.partyIds.map((one) => ({ id: one, role: 'customer' })) });
  await operator.store.transaction(async (tx) => {
    await tx.put('appointment', visit('v1', 'completed', '2026-03-02T09:00:00Z', 'tick1'));
    await tx.put('appointment', visit('v2', 'confirmed', '2026-12-02T09:00:00Z', 'tick1'));
    await tx.put('appointment', visit('v3', 'cancelled', '2026-04-02T09:00:00Z', 'tick1'));
    // The year ends at midnight in Berlin.
    await tx.put('appointment', visit('v4', 'completed', '2025-12-31T22:30:00Z', 'tick1'));
    await tx.put('appointment', visit('v5', 'completed', '2025-12-31T23:30:00Z', 'tick1'));
    await tx.put('appointment', visit('v6', 'completed', '2026-05-02T09:00:00Z', 'another'));
  });
  assert.deepEqual((await helpOf(operator, service)).help?.visits, { included: 4, used: 3 });
});

test('a ticket whose desk gives no dates has those of the agreement, and none while it waits for the customer', async () => {
  const operator = await promising();
  const service = await aService(operator);
  await ticket(operator, service, { status: 'inProgress', statusChange: [{ status: 'inProgress', changeDate: '2026-11-20T08:30:00.000Z' }] });
  assert.deepEqual(await clockOf(operator, service), { ticketId: 'tick1', title: 'The line is dead', waitsFor: 'provider', late: false, respondBy: '2026-11-20T09:30:00.000Z', restoreBy: '2026-11-20T16:00:00.000Z' });
  await ticket(operator, service, { status: 'pending', statusChange: [{ status: 'inProgress', changeDate: '2026-11-20T08:30:00.000Z' }, { status: 'pending', changeDate: '2026-11-20T09:00:00.000Z' }] });
  assert.deepEqual(await clockOf(operator, service), { ticketId: 'tick1', title: 'The line is dead', waitsFor: 'you', late: false });
});

test('what its own desk has promised comes first, a ticket that is over has no clock, and nobody else’s is told', async () => {
  const operator = await promising();
  const service = await aService(operator);
  const troubleTicketCharacteristic = [{ name: 'restoreDue', value: '2026-11-21T12:00:00.000Z' }, { name: 'responseBreachedAt', value: '2026-11-20T09:00:00.000Z' }];
  await ticket(operator, service, { status: 'inProgress', troubleTicketCharacteristic });
  const clock = await clockOf(operator, service);
  assert.deepEqual([clock?.restoreBy, clock?.late], ['2026-11-21T12:00:00.000Z', true]);
  await ticket(operator, service, { status: 'closed', troubleTicketCharacteristic });
  assert.deepEqual((await helpOf(operator, service)).help?.clocks, []);
  await ticket(operator, service, { status: 'inProgress', relatedParty: [{ id: 'somebody', role: 'customer' }] });
  assert.deepEqual((await helpOf(operator, service)).help?.clocks, []);
});

test('without the desk nothing is said of visits, and the gap is told', async () => {
  const operator = await promising({ meddle: down('troubleTicket') });
  const { help, gaps } = await helpOf(operator, await aService(operator));
  assert.deepEqual([help?.visits, help?.respondSeconds], [undefined, 5_400]);
  assert.deepEqual(gaps, [{ source: 'Tickets', reason: 'unreachable' }]);
});
