import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillList, Gap, ProductList } from '@faceplate/contracts';
import * as z from 'zod/mini';
import type { LogEntry } from '../options.ts';
import { route } from '../routing/route.ts';
import { aGateway, bodyOf, NOW } from '../testing/fixtures.ts';
import { anOperator } from '../testing/operator.ts';
import { createQuarantine } from './quarantine.ts';

function desk() {
  const log: LogEntry[] = [];
  const time = { now: +NOW };
  const quarantine = createQuarantine({ clock: () => new Date(time.now), log: (_, entry) => void log.push(entry), most: 3 });
  return { quarantine, log, time };
}

const found = { api: 'TMF678', upstream: 'Billing', resource: 'customerBill', path: 'billDate', rule: 'missing' } as const;

test('keeps the last records, marks their ids, and counts them all', () => {
  const { quarantine } = desk();
  for (const id of ['a', 'b', 'c', 'c']) quarantine.record({ ...found, id });
  const items = quarantine.items();
  assert.equal(items.length, 3);
  assert.equal(items[0]?.idMark, items[1]?.idMark);
  assert.notEqual(items[0]?.idMark, items[2]?.idMark);
  assert.equal(JSON.stringify(items).includes('"c"'), false);
  assert.deepEqual(quarantine.counts(), [{ api: 'TMF678', upstream: 'Billing', rule: 'missing', count: 4 }]);
});

test('says a fault once a minute, however many records have it', () => {
  const { quarantine, log, time } = desk();
  for (let index = 0; index < 50; index += 1) quarantine.record({ ...found, id: String(index) });
  quarantine.record({ ...found, path: 'id' });
  assert.deepEqual(log.map(({ event, upstream, reason }) => [event, upstream, reason]), [
    ['quarantined', 'Billing', 'TMF678 customerBill billDate:missing'],
    ['quarantined', 'Billing', 'TMF678 customerBill id:missing'],
  ]);
  time.now += 61_000;
  quarantine.record({ ...found, id: 'x' });
  assert.equal(log.length, 3);
});

test("shows the rest of a list, a labelled gap for the customer, and the operator why", async () => {
  const { quarantine } = desk();
  let spoilt = '';
  const operator = await anOperator({
    quarantine,
    change: ({ resource, body }) => {
      if (resource !== 'customerBill' || spoilt !== '') return;
      spoilt = body.id;
      delete body['billDate'];
    },
  });
  const lists = await Promise.all((['ada', 'bilal', 'chiara'] as const).map(async (name) => (await operator.as(name)<BillList>('/bills')).body));
  const struck = lists.find(({ gaps }) => gaps.length > 0);
  assert.deepEqual(struck?.gaps, [{ source: 'Billing', reason: 'unreadable', count: 1 }]);
  assert.ok(struck.items.length > 0);
  const [item] = quarantine.items();
  assert.deepEqual({ ...item, at: '', trace: '', idMark: '' }, { ...found, upstream: 'Meridian Billing', at: '', trace: '', idMark: '' });
  assert.equal(JSON.stringify(quarantine.items()).includes(spoilt), false);
});

test('a record that does not say whose it is is shown to nobody; its operator hears of it', async () => {
  const { quarantine } = desk();
  const gateway = await anOperator({
    quarantine,
    meddle: async (request, pass) => {
      if (!request.url.includes('/product?')) return undefined;
      const answer = await pass(request);
      const rows = (await answer.json()) as Record<string, unknown>[];
      const [first = {}, ...rest] = rows;
      const { relatedParty: _, billingAccount: __, ...nobodys } = first;
      return Response.json([nobodys, ...rest], { headers: { 'x-total-count': String(rows.length) } });
    },
  });
  const honest = (await (await anOperator()).as('ada')<ProductList>('/products')).body;
  const { items, gaps } = (await gateway.as('ada')<ProductList>('/products')).body;
  assert.equal(items.length, honest.items.length - 1);
  assert.deepEqual(gaps, []);
  assert.deepEqual(quarantine.counts().map(({ rule, count }) => [rule, count]), [['no-owner', 1]]);
});

test('an answer whose rows break the contract goes out without them', async () => {
  const { quarantine } = desk();
  const rows = [{ id: 'a', name: 'One' }, { id: 'b', name: 7 }, { id: 'c' }];
  const things = route({
    method: 'GET',
    path: '/things',
    summary: 'Things.',
    answer: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })), total: z.int(), gaps: z.array(z.any()) }),
    policy: { action: 'bill.read' },
    handle: () => Promise.resolve({ items: rows, total: 3, gaps: [] } as never),
  });
  const { call } = aGateway([things], { quarantine });
  const response = await call('/things');
  const body = await bodyOf<{ items: unknown[]; total: number; gaps: Gap[] }>(response);
  assert.deepEqual(body, { items: [rows[0]], total: 3, gaps: [{ source: 'Billing', reason: 'unreadable', count: 2 }] });
  assert.deepEqual(quarantine.items().map(({ path, rule }) => `${path}:${rule}`), ['name:contract', 'name:contract']);
});

test('what is wrong beyond single rows is no answer', async () => {
  const { quarantine } = desk();
  const things = route({
    method: 'GET',
    path: '/things',
    summary: 'Things.',
    answer: z.object({ items: z.array(z.object({ id: z.string() })), total: z.int(), gaps: z.array(z.any()) }),
    policy: { action: 'bill.read' },
    handle: () => Promise.resolve({ items: [{ id: 1 }], total: 'many', gaps: [] } as never),
  });
  const { call } = aGateway([things], { quarantine });
  assert.equal((await call('/things')).status, 502);
  assert.deepEqual(quarantine.items().map(({ rule }) => rule), ['contract']);
});
