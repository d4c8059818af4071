import type { Migration } from './migrate.ts';

/** The outbox keeps what a deleted document was, and is read and pruned tenant by tenant. */
export const outboxSchema: readonly Migration[] = [
  {
    name: 'bss-003-outbox-last',
    sql: `
      alter table outbox add column last jsonb;
      create index outbox_of_tenant on outbox (tenant, seq);
    `,
  },
];
