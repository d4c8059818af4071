import type { Migration } from './migrate.ts';

/** An index over documents, by itself: a large load makes it after the documents, which takes a tenth of the time. */
export interface DocumentIndex {
  create: string;
  drop: string;
}

/** What a document refers to, one or two steps down. */
const REFERENCES = ['$.*.id[*]', '$.*.*.id[*]'];

/** What documents are looked for by that few of them share. */
const WORDS = ['name', 'externalId', 'familyName', 'tradingName', 'postcode', 'streetNr'];

/** Its lines are named after what they charge for: in a region a million of them share a name. */
const NAMED_ALIKE = 'appliedCustomerBillingRate';

const valuesAt = (path: string): string => `jsonb_path_query_array(body, '${path}')`;

/**
 * The values of a document that lists are asked for by, as one JSON array. An
 * expression and no column: the index holds it, the table need not. Long
 * values are hashed by the index itself, so none is too long for it.
 */
export const keysSql = `(${REFERENCES.map(valuesAt).join(' || ')} || case when type = '${NAMED_ALIKE}' then '[]'::jsonb else ${WORDS.map((word) => valuesAt(`$.${word}[*]`)).join(' || ')} end)`;

/** What kind of keys hold every value at the path: few documents share a reference, more a word. None: the index knows nothing of it. */
export function keyKind(resource: string, path: readonly string[]): 'reference' | 'word' | undefined {
  if (path.length === 1) return resource !== NAMED_ALIKE && WORDS.includes(path[0] ?? '') ? 'word' : undefined;
  return path.length <= 3 && path.at(-1) === 'id' ? 'reference' : undefined;
}

/** Attributes with a column and an index of their own: millions of documents may share one of their values. */
export const columns: readonly string[] = ['state', 'status'];

/** Stands in the column for all but a short text: what it is, is for the jsonpath. */
export const NOT_PLAIN = '*';

const plainSql = (attribute: string): string => `
  case
    when jsonb_typeof(body->'${attribute}') = 'string' and octet_length(body->>'${attribute}') <= 200 then body->>'${attribute}'
    when body ? '${attribute}' then '${NOT_PLAIN}'
  end`;

export const documentIndexes: readonly DocumentIndex[] = [
  {
    // The id first: it tells two documents apart at the first comparison.
    create: 'alter table doc add constraint doc_pkey primary key (id, type, tenant)',
    drop: 'alter table doc drop constraint doc_pkey',
  },
  { create: 'create index doc_in_order on doc (tenant, type, seq)', drop: 'drop index doc_in_order' },
  ...columns.map((column) => ({
    // With the id it answers which documents there are without a look at any.
    create: `create index doc_by_${column} on doc (tenant, type, ${column}, seq) include (id) where ${column} is not null`,
    drop: `drop index doc_by_${column}`,
  })),
  {
    create: `create index doc_by_key on doc using gin (${keysSql}) with (gin_pending_list_limit = 64)`,
    drop: 'drop index doc_by_key',
  },
];

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
  {
    // Bodies as a whole cost too much to index once there are millions of them.
    name: 'bss-002-documents-by-key',
    sql: `
      drop index doc_by_content;
      drop index doc_in_order;
      alter table doc
        drop constraint doc_pkey,
        alter column tenant type text collate "C",
        alter column type type text collate "C",
        alter column id type text collate "C",
        ${columns.map((column) => `add column ${column} text collate "C" generated always as (${plainSql(column)}) stored`).join(',\n')};
      ${documentIndexes.map(({ create }) => `${create};`).join('\n')}
    `,
  },
];
