import type { Migration } from './migrate.ts';

/** An index over documents, by itself: a large load makes it after the documents, which takes a tenth of the time. */
export interface DocumentIndex {
  create: string;
  drop: string;
}

/** What `keysSql` takes from a body: what it refers to, one or two steps down, and the words it is looked for by. */
const KEY_PATHS = ['$.*.id[*]', '$.*.*.id[*]', '$.state[*]', '$.status[*]', '$.name[*]', '$.externalId[*]'];

const KEY_WORDS: ReadonlySet<string> = new Set(['state', 'status', 'name', 'externalId']);

/**
 * The values of a document that lists are asked for by, as one JSON array. An
 * expression and no column: the index holds it, the table need not. Long
 * values are hashed by the index itself, so none is too long for it.
 */
export const keysSql = `(${KEY_PATHS.map((path) => `jsonb_path_query_array(body, '${path}')`).join(' || ')})`;

/** What kind of keys hold every value at the path: few documents share a reference, many a word. None: the index knows nothing of it. */
export function keyKind(path: readonly string[]): 'reference' | 'word' | undefined {
  if (path.length === 1) return KEY_WORDS.has(path[0] ?? '') ? 'word' : undefined;
  return path.length <= 3 && path.at(-1) === 'id' ? 'reference' : undefined;
}

export const documentIndexes: readonly DocumentIndex[] = [
  {
    // The id first: it tells two documents apart at the first comparison.
    create: 'alter table doc add constraint doc_pkey primary key (id, type, tenant)',
    drop: 'alter table doc drop constraint doc_pkey',
  },
  { create: 'create index doc_in_order on doc (tenant, type, seq)', drop: 'drop index doc_in_order' },
  {
    create: `create index doc_by_key on doc using gin (${keysSql}) with (gin_pending_list_limit = 256)`,
    drop: 'drop index doc_by_key',
  },
];

/** The store's own tables. `seq` of a document is the order of creation, that of the outbox the order of commits. */
export const storeSchema: readonly Migration[] = [
  {
    name: 'bss-001-documents',
    sql: `
      create table doc (
        tenant text collate "C" not null,
        type text collate "C" not null,
        id text collate "C" not null,
        body jsonb not null,
        rev integer not null default 1,
        seq bigint generated always as identity
      );
      ${documentIndexes.map(({ create }) => `${create};`).join('\n')}

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
