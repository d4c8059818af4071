import type { Migration } from './migrate.ts';

/** What there is only one of, and who has it. `at` is the holder's instant, as text like every instant in the store. */
export const claimSchema: readonly Migration[] = [
  {
    name: 'bss-002-claims',
    sql: `
      create table claim (
        tenant text not null,
        space text not null,
        key text collate "C" not null,
        holder text not null,
        body jsonb,
        at text collate "C",
        primary key (tenant, space, key)
      );
      create index claim_by_age on claim (tenant, space, at) where at is not null;
    `,
  },
];
