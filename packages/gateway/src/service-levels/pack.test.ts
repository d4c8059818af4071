import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceLevelGrid } from '@faceplate/contracts';
import type { Paper } from '../papers/paper.ts';
import { anOperator, down } from '../testing/operator.ts';
import { lasting } from './pack-paper.ts';

const PDF = new TextEncoder().encode('%PDF-');

async function packed(name: 'ada' | 'bilal') {
  const papers: Paper[] = [];
  const operator = await anOperator({ documents: { print: (paper) => Promise.resolve((papers.push(paper), PDF)) } });
  return { ask: operator.as(name), papers };
}

const cellsOf = (line: string): string[] => [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/g)].map(([, quoted, plain = '']) => quoted ?? plain);

/** The rows of a table, by its headings. */
function tableOf(csv: string): Record<string, string>[] {
  const [heading = [], ...rows] = csv.replace('\uFEFF', '').trim().split('\r\n').map(cellsOf);
  return rows.map((row) => Object.fromEntries(heading.map((name, index) => [name, row[index] ?? ''])));
}

test('paper, table and screen say the same of every service', async () => {
  const { ask, papers } = await packed('bilal');
  const grid = (await ask<ServiceLevelGrid>('/service-levels?months=2&limit=100')).body;
  const csv = await (await ask('/service-levels/export.csv?months=2')).response.text();
  assert.equal((await ask('/service-levels/pack.pdf?month=2026-10')).status, 200);
  const rows = tableOf(csv).filter(({ record, month }) => record === 'month' && month === '2026-10');
  const [table] = papers[0]?.tables ?? [];
  assert.deepEqual([rows.length, table?.rows.length], [grid.rows.length, grid.rows.length]);
  for (const { service, cells } of grid.rows) {
    const cell = cells.find(({ month }) => month === '2026-10');
    const row = rows.find((one) => one['service'] === service.id);
    assert.ok(cell && row);
    assert.deepEqual([row['down_seconds'], row['counted_seconds'], row['state']], [String(cell.downSeconds), String(cell.countedSeconds), cell.state]);
    const printed = table?.rows.filter(({ cells: [first] }) => first?.text === service.name).map(({ cells: all }) => all.map(({ text }) => text));
    assert.ok(printed?.some((all) => all[3] === lasting(cell.downSeconds) && all[2] === (row['availability_percent'] === '' ? '–' : `${row['availability_percent']} %`)), service.name);
  }
});

test('a pack with a hole in it is not made', async () => {
  const operator = await anOperator({ meddle: down('availabilityInterval') });
  assert.equal((await operator.as('bilal')('/service-levels/export.csv')).status, 503);
  assert.equal((await operator.as('bilal')('/service-levels/pack.pdf?month=2026-10')).status, 503);
});

test('months out of reach have no pack', async () => {
  const { ask } = await packed('ada');
  assert.equal((await ask('/service-levels/pack.pdf?month=2020-01')).status, 404);
  assert.equal((await ask('/service-levels/pack.pdf?month=2026-13')).status, 400);
});

test('how long something lasted is written to the second, and finer only where it is', () => {
  assert.deepEqual([0, 59, 3_600, 86_400, 0.33].map(lasting), ['0:00:00', '0:00:59', '1:00:00', '24:00:00', '0:00:00.33']);
});
