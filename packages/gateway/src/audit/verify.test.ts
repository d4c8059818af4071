import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW } from '../testing/fixtures.ts';
import { memoryAuditStore } from './memory.ts';
import type { AuditRow } from './record.ts';
import type { Head } from './store.ts';
import { createAudit } from './trail.ts';
import type { Anchor, Fault } from './verify.ts';

const keys = [{ id: 'k1', secret: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }];

async function aTrail(count = 6) {
  const store = memoryAuditStore('meridian');
  const audit = await createAudit({ store, keys, clock: () => NOW });
  for (let index = 0; index < count; index += 1) {
    await audit.record({ at: NOW.toISOString(), trace: `t${index}`, actor: 'anna', party: 'anna', action: 'ticket.note', result: 'done' });
  }
  return { store, audit };
}

type Rows = AuditRow[];
const swapped = ([a, b, ...rest]: Rows): Rows => [{ ...(b as AuditRow), seq: 1 }, { ...(a as AuditRow), seq: 2 }, ...rest];
const cases: [what: string, rows: (rows: Rows) => Rows, head: (head: Head, rows: Rows) => Head | undefined, first: Fault['what']][] = [
  ['a word is another', (rows) => rows.map((row) => (row.seq === 3 ? { ...row, actor: 'boris' } : row)), (head) => head, 'altered'],
  ['an empty field becomes an absent one', (rows) => rows.map((row) => (row.seq === 3 ? { ...row, reason: '' } : row)), (head) => head, 'altered'],
  ['words move to the next field', (rows) => rows.map((row) => (row.seq === 3 ? { ...row, actor: 'ann', party: 'aanna' } : row)), (head) => head, 'altered'],
  ['a record is gone', (rows) => rows.filter(({ seq }) => seq !== 3), (head) => head, 'missing'],
  ['a record is gone and the rest closes up', (rows) => rows.filter(({ seq }) => seq !== 3).map((row, index) => ({ ...row, seq: index + 1 })), (head) => head, 'altered'],
  ['the first is gone', (rows) => rows.slice(1), (head) => head, 'missing'],
  ['two have changed places', swapped, (head) => head, 'altered'],
  ['one is put in twice', (rows) => [...rows, { ...(rows[2] as AuditRow) }], (head) => head, 'added'],
  ['one is put in at the end', (rows) => [...rows, { ...(rows[2] as AuditRow), seq: 7 }], (head) => head, 'added'],
  ['the end is cut off', (rows) => rows.slice(0, -2), (head) => head, 'cut-off'],
  ['the end is cut off and the head set back', (rows) => rows.slice(0, -2), (head, rows) => ({ ...head, seq: 4, hash: rows[3]?.hash ?? '' }), 'head-altered'],
  ['the beginning is said to be past its time', (rows) => rows.slice(2), (head, rows) => ({ ...head, prunedSeq: 2, prunedHash: rows[1]?.hash ?? '' }), 'head-altered'],
  ['the head is gone', (rows) => rows, () => undefined, 'head-missing'],
];

for (const [what, rowsOf, headOf, first] of cases) {
  test(`sees that ${what}`, async () => {
    const { store, audit } = await aTrail();
    store.spoil((rows, head) => ({ rows: rowsOf(structuredClone(rows)), head: headOf(head as Head, rows) }));
    const { faults } = await audit.verify();
    assert.ok(faults.some((fault) => fault.what === first), JSON.stringify(faults));
  });
}

test('sees by an anchor that an older copy was put back, or that all is gone', async () => {
  const { store, audit } = await aTrail(3);
  let older: { rows: Rows; head: Head | undefined } = { rows: [], head: undefined };
  store.spoil((rows, head) => {
    older = { rows: structuredClone(rows), head };
    return { rows, head };
  });
  await audit.record({ at: NOW.toISOString(), trace: 't9', actor: 'anna', party: 'anna', action: 'ticket.note', result: 'done' });
  const anchors: Anchor[] = [await audit.anchor()];
  assert.deepEqual((await audit.verify(anchors)).faults, []);
  store.spoil(() => older);
  assert.deepEqual((await audit.verify()).faults, [], 'without an anchor nothing shows, and the guide says so');
  assert.deepEqual((await audit.verify(anchors)).faults, [{ seq: 4, what: 'other-history' }]);
  store.spoil(() => ({ rows: [], head: undefined }));
  assert.ok((await audit.verify(anchors)).faults.length > 0);
});

test('takes what was written meanwhile for no fault', async () => {
  const { store, audit } = await aTrail(3);
  const asked = { count: 0 };
  const busy = { ...store, rows: async (after: number, limit: number) => {
      if ((asked.count += 1) === 1) await audit.record({ at: NOW.toISOString(), trace: 't9', actor: 'anna', party: 'anna', action: 'ticket.note', result: 'done' });
      return store.rows(after, limit);
    } };
  const reader = await createAudit({ store: busy, keys, clock: () => NOW });
  assert.deepEqual((await reader.verify()).faults, []);
});
