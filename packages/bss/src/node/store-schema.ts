import type { Migration } from './migrate.ts';

/** The store's own tables. `seq` of a document is the order of creation, that of the outbox the order of commits. */
export const storeSchema: readonly Migration[] = [
  {
    name: 'bss-001-documents',
    sql: `
      create table doc (
        tenant text not null,
        type text not null,
        id text not null,
        body jsonb not null,
        rev integer not null default 1,
        seq bigint generated always as identity,
        primary key (tenant, type, id)
      );
      create index doc_in_order on doc (tenant, type, seq);
      create index doc_by_content on doc using gin (body jsonb_path_ops) with (gin_pending_list_limit = 256);

      create table outbox (
        seq bigint generated always as identity primary key,
        tenant text not null,
        event_id text not null,
        event_time text not null,
        event_type text not null,
        resource text not null,
        doc_id text not null,
        party_ids jsonb not null
      );
    `,
  },
];
