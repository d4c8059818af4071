import type { AuditRow } from './record.ts';
import type { AuditStore, Head } from './store.ts';

/** A trail of one process, for evaluation, mocks and tests: a restart begins another. `spoil` is the tests' hand in the table. */
export function memoryAuditStore(tenant = 'default'): AuditStore & { spoil(change: (rows: AuditRow[], head: Head | undefined) => { rows: AuditRow[]; head: Head | undefined }): void } {
  let rows: AuditRow[] = [];
  let head: Head | undefined;
  const isStill = (known: Head | undefined) => known?.signature === head?.signature && (head !== undefined || rows.length === 0);
  return {
    tenant,
    head: () => Promise.resolve(head && { ...head }),
    append: (known, next, added) => {
      if (!isStill(known)) return Promise.resolve(false);
      rows.push(...added);
      head = next;
      return Promise.resolve(true);
    },
    prune: (known, next) => {
      if (!isStill(known)) return Promise.resolve(false);
      rows = rows.filter(({ seq }) => seq > next.prunedSeq);
      head = next;
      return Promise.resolve(true);
    },
    rows: (after, limit) => Promise.resolve(rows.filter(({ seq }) => seq > after).toSorted((a, b) => a.seq - b.seq).slice(0, limit).map((row) => ({ ...row }))),
    firstSince: (at) => Promise.resolve(rows.find((row) => (row.at ?? '') >= at)?.seq),
    about: (ids, { before, limit }) => {
      const end = before === undefined ? Infinity : rows.find(({ hash }) => hash === before)?.seq;
      const found = rows.filter((row) => row.seq < (end ?? 0) && concerns(row, ids)).toReversed().slice(0, limit);
      return Promise.resolve(end === undefined ? undefined : found.map((row) => ({ ...row })));
    },
    spoil: (change) => {
      ({ rows, head } = change(rows, head));
    },
  };
}

const concerns = (row: AuditRow, ids: readonly string[]) => [row.party, row.actor, row.on_behalf_of].some((id) => id !== null && ids.includes(id));
