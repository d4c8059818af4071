import { headHolds } from './head.ts';
import type { AuditRing } from './keys.ts';
import { type AuditRow, canonical } from './record.ts';
import type { AuditStore, Head } from './store.ts';

/** A place in the chain, kept where whoever can write the table cannot write: a log, a printout. */
export interface Anchor {
  seq: number;
  hash: string;
}

/** `seq` is where it shows: an altered record also shows at the one behind it. */
export interface Fault {
  seq: number;
  what: 'altered' | 'missing' | 'added' | 'cut-off' | 'head-altered' | 'head-missing' | 'other-history';
}

export interface Finding {
  /** Records read, and those that a sealed note says were removed after their time. */
  records: number;
  pruned: number;
  /** No more than the first hundred. */
  faults: Fault[];
}

const PAGE = 1_000;
const MOST_FAULTS = 100;

/**
 * Walks a tenant's whole chain and says where it is not as it was written: any changed byte, a record gone, put in or
 * moved, the end cut off. The holder of a key can write another history, and whoever puts an older copy of the whole
 * table back cannot be told from time going by: those two need `anchors`, taken while the trail was sound.
 */
export async function verifyAudit(store: AuditStore, ring: AuditRing, anchors: readonly Anchor[] = []): Promise<Finding> {
  for (;;) {
    const head = await store.head();
    const walk = new Walk(store.tenant, ring, head, anchors);
    for await (const row of rowsOf(store)) await walk.step(row);
    const now = await store.head();
    // What was removed while we read would look like missing: then once more.
    if (now?.prunedSeq === head?.prunedSeq) return walk.end(now?.signature === head?.signature);
  }
}

async function* rowsOf(store: AuditStore): AsyncGenerator<AuditRow> {
  let after = -1;
  for (let page = await store.rows(after, PAGE); page.length > 0; page = await store.rows(after, PAGE)) {
    yield* page;
    after = page.at(-1)?.seq ?? after;
  }
}

class Walk {
  readonly #tenant: string;
  readonly #ring: AuditRing;
  readonly #head: Head | undefined;
  readonly #anchors: Map<number, string>;
  readonly #faults: Fault[] = [];
  /** Behind the head: put in, or written since the head was read. */
  readonly #beyond: number[] = [];
  #records = 0;
  #seq: number;
  #hash: string;

  constructor(tenant: string, ring: AuditRing, head: Head | undefined, anchors: readonly Anchor[]) {
    this.#tenant = tenant;
    this.#ring = ring;
    this.#head = head;
    this.#anchors = new Map(anchors.map(({ seq, hash }) => [seq, hash]));
    this.#seq = head?.prunedSeq ?? 0;
    this.#hash = head?.prunedHash ?? '';
    this.#meet();
  }

  async step(row: AuditRow): Promise<void> {
    this.#records += 1;
    if (row.seq > (this.#head?.seq ?? Infinity)) return void this.#beyond.push(row.seq);
    if (row.seq <= this.#seq) return this.#fault(row.seq, 'added');
    if (row.seq > this.#seq + 1) this.#fault(this.#seq + 1, 'missing');
    // A record is judged by the one that stands before it now; where one is missing it cannot fit.
    if (!(await this.#ring.holds('record', canonical(this.#tenant, this.#hash, row), row.hash))) this.#fault(row.seq, 'altered');
    this.#seq = row.seq;
    this.#hash = row.hash;
    this.#meet();
  }

  /** `isStill`: the head is the one it was when the walk began. */
  async end(isStill: boolean): Promise<Finding> {
    if (this.#head) await this.#judge(this.#head);
    else if (this.#records > 0 || this.#anchors.size > 0) this.#fault(0, 'head-missing');
    if (isStill) for (const seq of this.#beyond) this.#fault(seq, 'added');
    for (const seq of this.#anchors.keys()) if (seq > this.#seq) this.#fault(seq, 'other-history');
    return { records: this.#records, pruned: this.#head?.prunedSeq ?? 0, faults: this.#faults };
  }

  async #judge(head: Head): Promise<void> {
    if (!(await headHolds(this.#tenant, this.#ring, head))) this.#fault(head.seq, 'head-altered');
    if (this.#seq < head.seq) this.#fault(head.seq, 'cut-off');
    else if (this.#hash !== head.hash) this.#fault(head.seq, 'head-altered');
  }

  #meet(): void {
    const expected = this.#anchors.get(this.#seq);
    if (expected !== undefined && expected !== this.#hash) this.#fault(this.#seq, 'other-history');
  }

  #fault(seq: number, what: Fault['what']): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ seq, what });
  }
}
