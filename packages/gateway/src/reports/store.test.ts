import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aDatabase } from '../testing/database.ts';
import { memoryReports } from './memory-reports.ts';
import { sqlReports } from './sql-reports.ts';
import type { KeptReport, Owner, ReportStore } from './store.ts';

const kinds: Record<string, () => Promise<ReportStore>> = {
  memory: () => Promise.resolve(memoryReports()),
  sql: async () => sqlReports(await aDatabase()),
};

const anna: Owner = { tenant: 'http://portal.test', person: 'anna' };
const aReport = (id: string, facts: Partial<KeptReport> = {}): KeptReport => ({
  id, name: `Report ${id}`, by: 'person', months: 6, madeAt: '2026-11-21T08:00:00.000Z', changedAt: '2026-11-21T08:00:00.000Z', ...facts,
});

for (const [kind, open] of Object.entries(kinds)) {
  test(`${kind}: keeps what one writes, as it was written, and nothing for anybody else`, async () => {
    const store = await open();
    assert.deepEqual(await store.read(anna), { version: 0, reports: [] });
    const reports = [aReport('one', { name: 'Mine: 50 % “roaming” \u0645', account: { id: 'acc1', name: 'Home' } }), aReport('two')];
    assert.equal(await store.write(anna, { version: 1, reports }), true);
    assert.deepEqual(await store.read(anna), { version: 1, reports });
    for (const other of [{ ...anna, person: 'boris' }, { ...anna, tenant: 'http://other.test' }]) assert.deepEqual(await store.read(other), { version: 0, reports: [] });
    assert.equal(await store.write(anna, { version: 2, reports: [] }), true);
    assert.deepEqual(await store.read(anna), { version: 2, reports: [] });
  });

  test(`${kind}: of twenty changes at once one is made, the first one too`, async () => {
    const store = await open();
    for (const version of [1, 2]) {
      const written = await Promise.all(Array.from({ length: 20 }, (_, at) => store.write(anna, { version, reports: [aReport(`r${at}`)] })));
      assert.equal(written.filter(Boolean).length, 1);
      assert.equal((await store.read(anna)).reports[0]?.id, `r${written.indexOf(true)}`);
    }
    assert.equal(await store.write(anna, { version: 2, reports: [] }), false, 'what has been replaced cannot be replaced again');
    assert.equal(await store.write(anna, { version: 4, reports: [] }), false, 'nor what is not there yet');
  });

  test(`${kind}: knows where something removed lies too long`, async () => {
    const store = await open();
    const boris = { ...anna, person: 'boris' };
    await store.write(anna, { version: 1, reports: [aReport('one', { removedAt: '2026-11-20T08:00:00.000Z' }), aReport('two', { removedAt: '2026-11-21T08:00:00.000Z' })] });
    await store.write(boris, { version: 1, reports: [aReport('three')] });
    assert.deepEqual(await store.withRemoved('2026-11-20T08:00:00.000Z', 10), []);
    assert.deepEqual(await store.withRemoved('2026-11-20T08:00:00.001Z', 10), [anna]);
    await store.write(anna, { version: 2, reports: [aReport('two', { removedAt: '2026-11-21T08:00:00.000Z' })] });
    assert.deepEqual(await store.withRemoved('2026-11-20T08:00:00.001Z', 10), []);
    await store.write(boris, { version: 2, reports: [aReport('three', { removedAt: '2026-11-19T08:00:00.000Z' })] });
    assert.deepEqual(await store.withRemoved('2026-11-22T00:00:00.000Z', 1), kind === 'sql' ? [boris] : [anna], 'no more than were asked for');
  });
}
