import type { AccessLog, AuditEntry, AuditTrail } from '../options.ts';
import { cleanEntry, idsFor } from './clean.ts';
import { type AuditKey, type AuditRing, auditRing } from './keys.ts';
import { Folds } from './fold.ts';
import { headHolds, headText } from './head.ts';
import { SYSTEM } from './kinds.ts';
import { type AuditRow, canonical, recordOf, rowOf } from './record.ts';
import type { AuditStore, Head } from './store.ts';
import { type Anchor, type Finding, verifyAudit } from './verify.ts';

/** The chain cannot be continued: it is not as it was left, or others were faster too often. */
export class TrailBroken extends Error {
  override readonly name = 'TrailBroken';
}

export interface Trail extends AuditTrail, AccessLog {
  ready(): Promise<void>;
  /** Keeps what is still owed of floods that are over; to be called now and then. */
  settle(): Promise<void>;
  /** Where the chain ends now. */
  anchor(): Promise<Anchor>;
  verify(anchors?: readonly Anchor[]): Promise<Finding>;
  /** Removes the records before this instant and seals where they ended. Answers how many went. */
  prune(before: Date, trace: string): Promise<number>;
}

/** Records written in one statement. */
const MOST_AT_ONCE = 200;
/** Each time round some process has got further, so this many say that something is wrong. */
const MOST_ROUNDS = 100;
/** Whoever was second steps aside for a moment, longer each time: on a busy machine the same process would be second again and again. */
const aside = (round: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** Math.min(round, 6)));
/** A trail that was written so lately is taken to be writable. */
const FRESH = 2_000;

/** Before anything was kept: without a signature, and so never to be found. */
const BEGINNING: Head = { seq: 0, hash: '', prunedSeq: 0, prunedHash: '', signature: '' };

interface Waiting {
  entry: AuditEntry;
  resolve: () => void;
  reject: (cause: unknown) => void;
}

/** The tenant's trail over a store: one chain, however many processes write it. */
export async function createAudit({ store, keys, clock }: { store: AuditStore; keys: readonly AuditKey[]; clock: () => Date }): Promise<Trail> {
  return new ChainedTrail(store, await auditRing(keys), clock);
}

class ChainedTrail implements Trail {
  readonly #store: AuditStore;
  readonly #ring: AuditRing;
  readonly #clock: () => Date;
  readonly #folds = new Folds();
  #queue: Waiting[] = [];
  #writing = false;
  /** The head as this process last saw it, its signature judged. */
  #known: Head | undefined;
  #writtenAt = -Infinity;
  #furthest = 0;

  constructor(store: AuditStore, ring: AuditRing, clock: () => Date) {
    this.#store = store;
    this.#ring = ring;
    this.#clock = clock;
  }

  async record(entry: AuditEntry): Promise<void> {
    await Promise.all(this.#folds.take(entry, this.#clock().getTime()).map((one) => this.#keep(one)));
  }

  async settle(): Promise<void> {
    await Promise.all(this.#folds.rest(this.#clock().getTime()).map((one) => this.#keep(one)));
  }

  #keep(entry: AuditEntry): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#queue.push({ entry, resolve, reject });
    void this.#work();
    return promise;
  }

  async ready(): Promise<void> {
    if (this.#clock().getTime() - this.#writtenAt < FRESH) return;
    await this.#advance(async (head) => ({ next: await this.#signed(head), rows: [] }));
  }

  async anchor(): Promise<Anchor> {
    const head = await this.#store.head();
    return { seq: head?.seq ?? 0, hash: head?.hash ?? '' };
  }

  verify(anchors: readonly Anchor[] = []): Promise<Finding> {
    return verifyAudit(this.#store, this.#ring, anchors);
  }

  async about(partyIds: readonly string[], page: { before?: string; limit: number }) {
    const ids = await Promise.all(partyIds.map((id) => idsFor(this.#ring, id)));
    return (await this.#store.about(ids.flat(), page))?.map(recordOf);
  }

  async prune(before: Date, trace: string): Promise<number> {
    const head = await this.#read();
    const first = await this.#store.firstSince(before.toISOString());
    const upTo = first === undefined ? head.seq : first - 1;
    const [last] = upTo > head.prunedSeq ? await this.#store.rows(upTo - 1, 1) : [];
    if (!last) return 0;
    const next = await this.#signed({ ...head, prunedSeq: last.seq, prunedHash: last.hash });
    if (!(await this.#store.prune(head, next))) return 0;
    this.#known = next;
    const gone = last.seq - head.prunedSeq;
    const at = this.#clock().toISOString();
    await this.record({ at, trace, actor: SYSTEM, party: SYSTEM, action: 'trail.pruned', result: 'done', reason: `${gone} records up to ${last.seq}` });
    return gone;
  }

  /** What came while the last statement was under way goes with the next. */
  async #work(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, MOST_AT_ONCE);
      try {
        const entries = await Promise.all(batch.map(({ entry }) => cleanEntry(entry, this.#ring)));
        await this.#advance((head) => this.#chained(head, entries));
        for (const { resolve } of batch) resolve();
      } catch (cause) {
        this.#writtenAt = -Infinity;
        for (const { reject } of batch) reject(cause);
      }
    }
    this.#writing = false;
  }

  async #chained(head: Head, entries: readonly AuditEntry[]): Promise<{ next: Head; rows: AuditRow[] }> {
    const rows: AuditRow[] = [];
    let { seq, hash } = head;
    for (const entry of entries) {
      seq += 1;
      const row = rowOf(entry, seq);
      hash = await this.#ring.sign('record', canonical(this.#store.tenant, hash, row));
      rows.push({ ...row, hash });
    }
    return { next: await this.#signed({ ...head, seq, hash }), rows };
  }

  /** Moves the head on; when another process was first, from where that one left it. */
  async #advance(step: (head: Head) => Promise<{ next: Head; rows: AuditRow[] }>): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const head = this.#known ?? (await this.#read());
      const { next, rows } = await step(head);
      this.#known = undefined;
      if (await this.#store.append(head === BEGINNING ? undefined : head, next, rows)) {
        this.#known = next;
        this.#furthest = Math.max(this.#furthest, next.seq);
        this.#writtenAt = this.#clock().getTime();
        return;
      }
      await aside(round);
    }
    throw new TrailBroken('The trail moved on faster than it could be followed.');
  }

  /** The head as it is kept; a head of nobody's making must not be built upon, or it would be hidden under ours. */
  async #read(): Promise<Head> {
    // Where this process was when it asked: while the answer travels, its own records may get further.
    const furthest = this.#furthest;
    const kept = await this.#store.head();
    if (!kept && furthest === 0) return BEGINNING;
    if (!kept) throw new TrailBroken('The trail is gone.');
    const holds = kept.seq >= furthest && (await headHolds(this.#store.tenant, this.#ring, kept));
    if (!holds) throw new TrailBroken('The head of the trail is not as it was left.');
    return kept;
  }

  async #signed(head: Omit<Head, 'signature'>): Promise<Head> {
    return { ...head, signature: await this.#ring.sign('head', headText(this.#store.tenant, head)) };
  }
}
