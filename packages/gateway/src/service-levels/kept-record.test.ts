import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceLevelColumns } from '@faceplate/contracts';
import { anOperator, down } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;

/** Blips of a minute, so many that nobody should wait for them twice. */
const BLIPS = 1_200;

/** The operator with a long record of one service of Bilal's. */
async function anOldCustomer(more: Parameters<typeof anOperator>[0] = {}): Promise<{ operator: Operator; service: string; blip: (at: number) => Promise<void> }> {
  const operator = await anOperator(more);
  const { services } = await gridOf(operator);
  const service = services.id[0] ?? '';
  const { rows } = await operator.store.read().list('availabilityInterval', {});
  const like = rows.find(({ body }) => JSON.stringify(body['relatedEntity']).includes(service))?.body ?? assert.fail();
  const body = (at: number) => ({ ...like, id: `blip${at}`, state: 'outage', validFor: { startDateTime: new Date(at).toISOString(), endDateTime: new Date(at + 60_000).toISOString() } });
  await operator.store.transaction(async (tx) => {
    for (let index = 0; index < BLIPS; index += 1) await tx.put('availabilityInterval', body(Date.parse('2026-09-01T00:00:00Z') + index * 600_000));
  });
  const blip = (at: number) =>
    operator.store.transaction(async (tx) => {
      const { body: put } = await tx.put('availabilityInterval', body(at));
      await tx.publish({ eventId: `event${at}`, eventTime: new Date(at).toISOString(), eventType: 'AvailabilityIntervalCreateEvent', resource: 'availabilityInterval', id: put.id, partyIds: operator.subjects.bilal.partyIds.slice(), body: put } as never);
    });
  operator.asked.length = 0;
  return { operator, service, blip };
}

const gridOf = async (operator: Operator, who: 'ada' | 'bilal' = 'bilal') => (await operator.as(who)<ServiceLevelColumns>('/service-levels/grid?months=3')).body;
const asked = ({ asked: all }: Operator) => all.filter(({ url }) => url.includes('availabilityInterval')).length;

test('a long record is read once, and the drill needs no more of it', async () => {
  const { operator, service } = await anOldCustomer();
  const first = await gridOf(operator);
  const reads = asked(operator);
  assert.ok(reads > 2);
  assert.deepEqual(await gridOf(operator), first);
  assert.equal((await operator.as('bilal')(`/service-levels/${service}/2026-09`)).status, 200);
  assert.equal(asked(operator), reads);
});

test('what is told is seen at once', async () => {
  const { operator, blip } = await anOldCustomer();
  const down = async () => (await gridOf(operator)).down.of.reduce((sum, one) => sum + one, 0);
  const before = await down();
  await blip(Date.parse('2026-09-20T10:00:00Z'));
  assert.equal(await down(), before + 60);
});

test('nobody is shown what was kept for somebody else', async () => {
  const { operator, service } = await anOldCustomer();
  await gridOf(operator);
  assert.ok(!(await gridOf(operator, 'ada')).services.id.includes(service));
});

test('a record with a gap in it is not kept', async () => {
  let isSpoilt = true;
  const { operator } = await anOldCustomer({
    meddle: (request, pass) => (isSpoilt ? down('productInventory')(request, pass) : undefined),
  });
  assert.notDeepEqual((await gridOf(operator)).gaps, []);
  isSpoilt = false;
  assert.deepEqual((await gridOf(operator)).gaps, []);
});
