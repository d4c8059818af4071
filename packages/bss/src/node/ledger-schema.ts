import type { Migration } from './migrate.ts';

/** Double entry: rows are added, never changed. `seq` is the order of posting. */
export const ledgerSchema: readonly Migration[] = [
  {
    name: 'bss-003-ledger',
    sql: `
      create table posting (
        tenant text not null,
        entry text not null,
        line integer not null,
        seq bigint generated always as identity,
        at text not null,
        account text collate "C" not null,
        currency text collate "C" not null,
        amount bigint not null,
        text text not null,
        ref text,
        primary key (tenant, entry, line)
      );
      create index posting_by_account on posting (tenant, account, currency, seq) include (amount);
    `,
  },
];
