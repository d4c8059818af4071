import type { ClaimReader, ClaimWriter } from './claims.ts';
import type { Lease } from './lease.ts';
import type { LedgerReader, LedgerWriter } from '../ledger/ledger.ts';

/** Where "now" comes from; tests and the simulator hand in their own. */
export type Clock = () => Date;

/** A TM Forum v4 body as stored: JSON values only. `href` holds the path alone; the surface puts the origin before it. */
export interface Resource {
  id: string;
  href?: string;
  '@type'?: string;
  [attribute: string]: unknown;
}

/** A body and its revision: 1 when created, one more with every change. */
export interface Stored {
  body: Resource;
  rev: number;
}

export interface StoredRecord {
  resource: string;
  body: Resource;
}

/** What happened to one document, as the outbox keeps it: ids only, and contents of nothing that can still be read. */
export interface StoredChange {
  /** Position in the outbox; grows with commit order, may have gaps. */
  seq: number;
  eventId: string;
  eventTime: string;
  /** Pascal case, as in TMF630: `ProductOrderStateChangeEvent`. */
  eventType: string;
  /** Camel case resource name: `productOrder`. */
  resource: string;
  id: string;
  /** Every party that may learn of this change. */
  partyIds: string[];
  /** A deleted document as it was: it can be read nowhere else. */
  last?: Resource;
}

export type NewChange = Omit<StoredChange, 'seq'>;

/**
 * One condition on an attribute. `path` steps through objects and, at every
 * step and at the end, through one level of arrays (any element may match).
 *
 * `eq` holds when a leaf equals any of `values`; the others take one value. A
 * value is text: it meets strings as text (by code point), numbers as a number
 * where it reads as one, and booleans as `true` or `false`.
 */
export interface Condition {
  path: readonly string[];
  operator: 'eq' | 'gt' | 'gte' | 'lt' | 'lte';
  values: readonly string[];
}

/** Numbers come before text, and documents without the attribute last, in both directions. */
export interface SortKey {
  path: readonly string[];
  descending?: boolean;
}

export interface ListQuery {
  where?: readonly Condition[];
  sort?: readonly SortKey[];
  offset?: number;
  limit?: number;
}

export interface Page {
  rows: Stored[];
  /** How many documents match, on all pages. */
  total: number;
}

export interface StoreReader extends ClaimReader {
  readonly ledger: LedgerReader;
  get(resource: string, id: string): Promise<Stored | undefined>;
  /** Matching documents; in the order they were created where `sort` says nothing else. No `limit` means all. */
  list(resource: string, query?: ListQuery): Promise<Page>;
}

/** Reads see what the transaction itself has written; `get` holds the document until the end of it. */
export interface StoreTransaction extends StoreReader, ClaimWriter {
  readonly ledger: LedgerWriter;
  /** Creates or replaces a document; says nothing to anyone. `save` (save.ts) also tells what changed. */
  put(resource: string, body: Resource): Promise<Stored>;
  delete(resource: string, id: string): Promise<boolean>;
  /** Puts a change into the outbox, to be seen when the transaction commits and not otherwise. */
  publish(change: NewChange): Promise<void>;
}

/** Changes that nobody needs any more: all of these must hold. */
export interface Prunable {
  /** No position after this one. */
  upTo: number;
  /** Only what happened before this instant. */
  before: string;
  /** None of so many newest; 1 at least. */
  keep: number;
}

/** Committed changes in order. `subscribe` only wakes; whoever is woken asks `after` for what is new. */
export interface ChangeLog {
  after(seq: number, limit: number): Promise<StoredChange[]>;
  /** The newest position, 0 when nothing ever happened. */
  latest(): Promise<number>;
  /** Forgets changes, and answers how many. `latest` stays what it is. */
  prune(what: Prunable): Promise<number>;
  subscribe(wake: () => void): () => void;
}

/** Whose call it is: the parties and accounts whose documents may be seen. A caller without one sees all. */
export interface ReadScope {
  ids: readonly string[];
}

/** Documents and their outbox. All implementations give equal answers; store.corpus.ts holds them to it. */
export interface Store {
  /** All or nothing: whatever `work` throws undoes what it wrote, and is thrown on. */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** With a scope, everything is missing to it that is neither everybody's nor of one of its parties or accounts. */
  read(scope?: ReadScope): StoreReader;
  /** Takes over many documents at once, in one transaction, without events. Returns how many. */
  load(records: Iterable<StoredRecord>): Promise<number>;
  readonly changes: ChangeLog;
  /** Takes a name that one process among all on this store has at a time; undefined when another has it. */
  lease(name: string): Promise<Lease | undefined>;
  close(): Promise<void>;
}
