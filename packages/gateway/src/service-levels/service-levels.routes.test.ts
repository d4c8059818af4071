import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceLevelColumns, ServiceLevelDetail, ServiceLevelGrid, SparseColumn } from '@faceplate/contracts';
import { anOperator, down } from '../testing/operator.ts';

test('shows every promised service in every month, worst first', async () => {
  const { body } = await (await anOperator()).as('bilal')<ServiceLevelGrid>('/service-levels?months=12');
  assert.equal(body.months.length, 12);
  assert.deepEqual([body.months[0], body.months.at(-1), body.zone], ['2025-12', '2026-11', 'Europe/Berlin']);
  assert.ok(body.rows.length > 5);
  for (const { cells, target } of body.rows) {
    assert.deepEqual(cells.map(({ month }) => month), body.months);
    assert.ok(target > 0.9 && target < 1);
  }
  const missed = body.rows.map(({ cells }) => cells.filter(({ state }) => state === 'missed').length);
  assert.deepEqual(missed, missed.toSorted((one, other) => other - one));
});

test('the intervals of a month add up to its figure', async () => {
  const bilal = (await anOperator()).as('bilal');
  const { rows } = (await bilal<ServiceLevelGrid>('/service-levels')).body;
  let opened = 0;
  for (const { service, cells } of rows.slice(0, 4)) {
    for (const cell of cells.filter(({ downSeconds, excludedSeconds }) => downSeconds + excludedSeconds > 0).slice(0, 3)) {
      const { body } = await bilal<ServiceLevelDetail>(`/service-levels/${service.id}/${cell.month}`);
      assert.deepEqual(body.cell, cell);
      assert.equal(body.intervals.reduce((sofar, { downSeconds }) => sofar + downSeconds, 0), cell.downSeconds);
      opened += 1;
    }
  }
  assert.ok(opened > 5);
});

test('months are asked for in reason', async () => {
  const ada = (await anOperator()).as('ada');
  assert.equal((await ada<ServiceLevelGrid>('/service-levels?months=1')).body.months.length, 1);
  assert.equal((await ada<ServiceLevelGrid>('/service-levels?months=24')).body.months.length, 24);
  for (const months of ['0', '25', '-1', '1.5', 'many', '']) assert.equal((await ada(`/service-levels?months=${months}`)).status, 400, months);
  const service = (await ada<ServiceLevelGrid>('/service-levels')).body.rows[0]?.service.id;
  assert.equal((await ada(`/service-levels/${service}/2026-13`)).status, 400);
  assert.equal((await ada(`/service-levels/${service}/2024-11`)).status, 404);
  assert.equal((await ada(`/service-levels/${service}/2026-12`)).status, 404);
});

test('without its record a service is unknown, never up', async () => {
  const { body } = await (await anOperator({ meddle: down('availabilityInterval') })).as('ada')<ServiceLevelGrid>('/service-levels');
  assert.ok(body.rows.length > 0);
  assert.ok(body.rows.every(({ cells }) => cells.every(({ state, countedSeconds }) => state === 'unknown' && countedSeconds === 0)));
  assert.deepEqual(body.gaps, [{ source: 'Service levels', reason: 'unreachable' }]);
});

test('one interval that cannot be read casts doubt on its own service alone', async () => {
  let spoilt = '';
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource !== 'availabilityInterval' || spoilt) return;
      body['state'] = 'wobbly';
      spoilt = (body['relatedEntity'] as { id: string }[])[0]?.id ?? '';
    },
  });
  const { body } = await operator.as('ada')<ServiceLevelGrid>('/service-levels');
  assert.ok(body.rows.some(({ service }) => service.id === spoilt), 'the first interval is of a service of Ada');
  for (const { service, cells } of body.rows) {
    assert.equal(cells.every(({ unknownSeconds }) => unknownSeconds > 0), service.id === spoilt);
  }
  assert.deepEqual(body.gaps, [{ source: 'Service levels', reason: 'unreadable', count: 1 }]);
});

test('products that cannot be reached cost only the identifiers', async () => {
  const { body } = await (await anOperator({ meddle: down('productInventory') })).as('ada')<ServiceLevelGrid>('/service-levels');
  assert.ok(body.rows.length > 0 && body.rows.every(({ service }) => service.name !== '' && service.identifier === undefined));
  assert.deepEqual(body.gaps, [{ source: 'Products', reason: 'unreachable' }]);
});

test('a target in per cent is the same target', async () => {
  const percent = await anOperator({
    change: ({ resource, body }) => {
      if (resource === 'sla') for (const rule of body['rule'] as { referenceValue: string }[]) rule.referenceValue = String(Number(rule.referenceValue) * 100);
    },
  });
  const [one, other] = await Promise.all([anOperator(), percent].map(async (operator) => (await (await operator).as('ada')<ServiceLevelGrid>('/service-levels')).body));
  assert.deepEqual(one, other);
});

test('the columns say of every cell what the rows say', async () => {
  const bilal = (await anOperator()).as('bilal');
  const { body: columns } = await bilal<ServiceLevelColumns>('/service-levels/grid?months=12');
  const { body: grid } = await bilal<ServiceLevelGrid>('/service-levels?months=12');
  const { months, passed, services } = columns;
  assert.deepEqual([months, columns.zone, columns.gaps], [grid.months, grid.zone, grid.gaps]);
  assert.deepEqual(services, {
    id: grid.rows.map(({ service }) => service.id),
    name: grid.rows.map(({ service }) => service.name),
    identifier: grid.rows.map(({ service }) => service.identifier ?? ''),
    target: grid.rows.map(({ target }) => target),
  });
  const cells = grid.rows.flatMap((row) => row.cells);
  const of = ({ at, of: values }: SparseColumn, place: number) => values[at.indexOf(place)] ?? 0;
  for (const [place, cell] of cells.entries()) {
    const [maintenance, waiting, unknown] = [of(columns.maintenance, place), of(columns.waiting, place), of(columns.unknown, place)];
    const counted = (passed[place % months.length] ?? 0) - of(columns.unpromised, place) - maintenance - waiting - unknown;
    assert.deepEqual([counted, of(columns.down, place), maintenance + waiting, unknown], [cell.countedSeconds, cell.downSeconds, cell.excludedSeconds, cell.unknownSeconds], `${place}`);
    assert.equal(columns.states[place], { met: 'k', near: 'n', missed: 'm', unknown: 'u' }[cell.state]);
  }
  assert.ok([columns.down, columns.maintenance, columns.waiting].every(({ at }) => at.length > 0));
  assert.ok(JSON.stringify(columns).length * 4 < JSON.stringify(grid).length);
});
