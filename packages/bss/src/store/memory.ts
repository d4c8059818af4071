import type { ClaimReader } from './claims.ts';
import type { LedgerReader } from '../ledger/ledger.ts';
import { DraftLedger, MemoryLedger } from '../ledger/memory-ledger.ts';
import { type Lease, LocalLeases } from './lease.ts';
import { matches, sortedBy } from './match.ts';
import { MemoryChanges } from './memory-changes.ts';
import { DraftClaims, MemoryClaims } from './memory-claims.ts';
import { type Look, refersTo, scopedReader } from './scope.ts';
import type {
  ListQuery,
  NewChange,
  Page,
  ReadScope,
  Resource,
  Store,
  Stored,
  StoredRecord,
  StoreReader,
  StoreTransaction,
} from './store.ts';

type Table = ReadonlyMap<string, Stored>;
type Tables = ReadonlyMap<string, Table>;

const lend = ({ body, rev }: Stored): Stored => ({ body: structuredClone(body), rev });

function listIn(table: Table | undefined, { where = [], sort = [], offset = 0, limit }: ListQuery): Page {
  const found = [...(table?.values() ?? [])].filter(({ body }) => where.every((condition) => matches(body, condition)));
  const rows = sort.length > 0 ? sortedBy(found, sort) : found;
  const end = limit === undefined ? rows.length : offset + limit;
  return { rows: rows.slice(offset, end).map(lend), total: rows.length };
}

const readerOf = (tables: () => Tables, claims: ClaimReader, ledger: LedgerReader): StoreReader => ({
  ledger,
  claimOf: (space, key) => claims.claimOf(space, key),
  holderOf: (space, key) => claims.holderOf(space, key),
  holders: (space) => claims.holders(space),
  get: async (resource, id) => {
    const row = tables().get(resource)?.get(id);
    return row && lend(row);
  },
  list: async (resource, query = {}) => listIn(tables().get(resource), query),
});

/** What of the tables names one of the ids. */
const lookIn = (tables: () => Tables, ids: readonly string[]): Look => {
  const own = (resource: string) => new Map([...(tables().get(resource) ?? [])].filter(([, { body }]) => refersTo(body, ids)));
  return {
    get: async (resource, id) => {
      const row = tables().get(resource)?.get(id);
      return row && refersTo(row.body, ids) ? lend(row) : undefined;
    },
    list: async (resource, query) => listIn(own(resource), query),
  };
};

/** What one transaction has written so far: the tables it touched are copies until it commits. */
class Draft {
  readonly tables: Map<string, Table>;
  readonly changes: NewChange[] = [];
  readonly claims: DraftClaims;
  readonly ledger: DraftLedger;
  readonly #own = new Map<string, Map<string, Stored>>();

  constructor(committed: Tables, claims: MemoryClaims, ledger: MemoryLedger) {
    this.tables = new Map(committed);
    this.claims = new DraftClaims(claims);
    this.ledger = new DraftLedger(ledger);
  }

  #writable(resource: string): Map<string, Stored> {
    const own = this.#own.get(resource) ?? new Map(this.tables.get(resource));
    this.#own.set(resource, own);
    this.tables.set(resource, own);
    return own;
  }

  put(resource: string, body: Resource): Stored {
    const table = this.#writable(resource);
    const row = { body, rev: (table.get(body.id)?.rev ?? 0) + 1 };
    table.set(body.id, row);
    return row;
  }

  delete(resource: string, id: string): boolean {
    return this.#writable(resource).delete(id);
  }
}

const transactionOn = (draft: Draft): StoreTransaction => ({
  ...readerOf(() => draft.tables, draft.claims, draft.ledger),
  ledger: draft.ledger,
  claim: (space, key, holder, note) => draft.claims.claim(space, key, holder, note),
  release: (space, key) => draft.claims.release(space, key),
  expire: (space, before) => draft.claims.expire(space, before),
  hold: () => draft.claims.hold(),
  put: async (resource, body) => lend(draft.put(resource, structuredClone(body))),
  delete: async (resource, id) => draft.delete(resource, id),
  publish: async (change) => void draft.changes.push(structuredClone(change)),
});

/** A store that forgets everything with the process. For browsers, mocks and tests; it takes `initial` over as its own. */
export function memoryStore(initial: Iterable<StoredRecord> = []): Store {
  return new MemoryStore(initial);
}

class MemoryStore implements Store {
  #tables: Tables = new Map();
  #queue: Promise<unknown> = Promise.resolve();
  readonly #claims = new MemoryClaims();
  readonly #ledger = new MemoryLedger();
  readonly #leases = new LocalLeases();
  readonly changes = new MemoryChanges();

  constructor(initial: Iterable<StoredRecord>) {
    const draft = new Draft(this.#tables, this.#claims, this.#ledger);
    for (const { resource, body } of initial) draft.put(resource, body);
    this.#tables = draft.tables;
  }

  read(scope?: ReadScope): StoreReader {
    const plain = readerOf(() => this.#tables, this.#claims, this.#ledger);
    return scope ? scopedReader(plain, scope, (ask) => ask((ids) => lookIn(() => this.#tables, ids))) : plain;
  }

  /** One at a time, in the order asked for. */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const run = this.#queue.then(() => this.#run(work));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #run<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const draft = new Draft(this.#tables, this.#claims, this.#ledger);
    const result = await work(transactionOn(draft));
    this.#tables = draft.tables;
    draft.claims.commit();
    draft.ledger.commit();
    this.changes.append(draft.changes);
    return result;
  }

  load(records: Iterable<StoredRecord>): Promise<number> {
    return this.transaction(async (tx) => {
      let count = 0;
      for (const { resource, body } of records) {
        await tx.put(resource, body);
        count += 1;
      }
      return count;
    });
  }

  lease(name: string): Promise<Lease | undefined> {
    return this.#leases.take(name);
  }

  async close(): Promise<void> {
    this.changes.close();
    await this.#leases.close();
  }
}
