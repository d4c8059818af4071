import type { Month, ServiceLevelCell, ServiceLevelColumns, ServiceLevelRow, ServiceLevelState, SparseColumn } from '@faceplate/contracts';
import { monthBounds } from '@faceplate/domain';
import type { Setting } from '../tmf/setting.ts';

const LETTERS: Readonly<Record<ServiceLevelState, string>> = { met: 'k', near: 'n', missed: 'm', unknown: 'u' };

function sparse(cells: readonly ServiceLevelCell[], figure: (cell: ServiceLevelCell, place: number) => number): SparseColumn {
  const column: SparseColumn = { at: [], of: [] };
  for (const [place, cell] of cells.entries()) {
    const value = figure(cell, place);
    if (value === 0) continue;
    column.at.push(place);
    column.of.push(value);
  }
  return column;
}

/** Whole seconds of a month that are over. */
function passedOf(month: Month, { zone, now }: Pick<Setting, 'zone' | 'now'>): number {
  const { from, to } = monthBounds(month, zone);
  return Math.max(0, Math.floor(Math.min(+to, +now) / 1000) - +from / 1000);
}

/** Rows as columns: what is nothing in most cells is told of the others alone. */
export function columnsOf(rows: readonly ServiceLevelRow[], months: readonly Month[], setting: Pick<Setting, 'zone' | 'now'>): Omit<ServiceLevelColumns, 'gaps'> {
  const cells = rows.flatMap((row) => row.cells);
  const passed = months.map((month) => passedOf(month, setting));
  const unpromised = ({ countedSeconds, excludedSeconds, unknownSeconds }: ServiceLevelCell, place: number) =>
    (passed[place % months.length] ?? 0) - countedSeconds - excludedSeconds - unknownSeconds;
  return {
    months: [...months],
    passed,
    zone: setting.zone,
    services: {
      id: rows.map(({ service }) => service.id),
      name: rows.map(({ service }) => service.name),
      identifier: rows.map(({ service }) => service.identifier ?? ''),
      target: rows.map(({ target }) => target),
    },
    states: cells.map(({ state }) => LETTERS[state]).join(''),
    down: sparse(cells, ({ downSeconds }) => downSeconds),
    maintenance: sparse(cells, ({ maintenanceSeconds = 0 }) => maintenanceSeconds),
    waiting: sparse(cells, ({ waitingSeconds = 0 }) => waitingSeconds),
    unknown: sparse(cells, ({ unknownSeconds }) => unknownSeconds),
    unpromised: sparse(cells, unpromised),
  };
}
