import { lensFor } from './audience.ts';
import type { Courier } from './courier.ts';
import { bury, type Lost } from './letters.ts';
import { SUBSCRIPTIONS, type Subscription, type Wish, wishIn } from './subscription.ts';
import type { Lease } from '../store/lease.ts';
import type { Clock, Resource, Store, StoredChange } from '../store/store.ts';

const BATCH = 100;
/** Positions that others' changes may take before it is written down that they were passed. */
const UNNOTED = 1000;
const LONGEST_WAIT = 300_000;
/** Milliseconds after which a notification is given up together with one before it. */
const LONGEST_HELD = 24 * 60 * 60 * 1000;

/** 1 s after the first failure, then doubling up to five minutes. */
const waitAfter = (failures: number): number => Math.min(1000 * 2 ** (failures - 1), LONGEST_WAIT);

type Attempt = Pick<Subscription, 'failures' | 'failingAt' | 'nextTryAt'>;
type Tried = Pick<Lost, 'change' | 'attempts'>;

interface Served {
  subscription: Subscription;
  wish: Wish;
  lease: Lease;
}

/** Serves one subscriber all that is due, in order, and writes down how far that went. */
export class Round {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #courier: Courier;
  readonly #attempts: number;
  /** How far subscribers have been served where that is further than what is written down: past others' changes. */
  readonly #passed = new Map<string, number>();

  constructor(store: Store, clock: Clock, courier: Courier, { attempts = 20 }: { attempts?: number }) {
    this.#store = store;
    this.#clock = clock;
    this.#courier = courier;
    this.#attempts = attempts;
  }

  /** The position up to which this subscriber needs nothing any more. */
  reached(subscription: Resource): number {
    const { id, cursor } = subscription as Subscription;
    return Math.max(cursor, this.#passed.get(id) ?? 0);
  }

  async serve(id: string, lease: Lease): Promise<void> {
    let more = true;
    while (more && !this.#courier.stopped && !lease.lost) {
      const subscription = await this.#due(id);
      more = subscription !== undefined && (await this.#batch({ subscription, wish: wishIn(subscription.query), lease }));
    }
  }

  /** Read afresh for every batch: it may have been deleted, or served by another process. */
  async #due(id: string): Promise<Subscription | undefined> {
    const subscription = (await this.#store.read().get(SUBSCRIPTIONS, id))?.body as Subscription | undefined;
    if (!subscription) this.#passed.delete(id);
    const { nextTryAt = '' } = subscription ?? {};
    return nextTryAt <= this.#clock().toISOString() ? subscription : undefined;
  }

  /** True when there may be more to deliver at once. */
  async #batch(served: Served): Promise<boolean> {
    const { subscription, wish, lease } = served;
    const start = this.reached(subscription);
    const changes = await this.#store.changes.after(start, BATCH);
    let cursor = start;
    let told = false;
    for (const change of changes) {
      if (this.#courier.stopped || lease.lost) break;
      const outcome = await this.#courier.take(subscription, change, wish);
      // Broken off by our own end: that was no attempt.
      if (outcome.was === 'failed' && this.#courier.stopped) break;
      if (outcome.was === 'failed') return this.#failed(served, cursor, change, outcome.why);
      told ||= outcome.was === 'told';
      cursor = change.seq;
    }
    await this.#arrived(subscription, cursor, told);
    return changes.length === BATCH;
  }

  async #arrived({ id, cursor: noted }: Subscription, cursor: number, told: boolean): Promise<void> {
    this.#passed.set(id, cursor);
    if (told || cursor - noted > UNNOTED) await this.#note(id, cursor, { failures: 0 });
  }

  /** Writes down the attempt, or gives up. True when the next may be tried at once. */
  async #failed(served: Served, before: number, change: StoredChange, why: string): Promise<boolean> {
    const { id, failingAt, failures } = served.subscription;
    const now = this.#clock();
    const attempts = failingAt === change.seq ? failures + 1 : 1;
    if (attempts >= this.#attempts) {
      await this.#giveUp(served, { change, attempts }, { subscription: id, failure: why, givenUpAt: now.toISOString() });
      return true;
    }
    const nextTryAt = new Date(now.getTime() + waitAfter(attempts)).toISOString();
    await this.#note(id, before, { failingAt: change.seq, failures: attempts, nextTryAt });
    return false;
  }

  /** Lets go of a change, and with it of all that has waited behind it for a day: a subscriber that is gone must not hold the outbox for ever. */
  async #giveUp({ subscription, wish }: Served, first: Tried, facts: Omit<Lost, keyof Tried>): Promise<void> {
    const before = new Date(Date.parse(facts.givenUpAt) - LONGEST_HELD).toISOString();
    let lost = [first];
    for (let cursor = first.change.seq; ; ) {
      await this.#note(subscription.id, cursor, { failures: 0 }, lost.map((tried) => ({ ...facts, ...tried })));
      const behind = await this.#store.changes.after(cursor, BATCH);
      const young = behind.findIndex(({ eventTime }) => eventTime >= before);
      const old = young === -1 ? behind : behind.slice(0, young);
      cursor = old.at(-1)?.seq ?? cursor;
      if (old.length === 0) return;
      lost = old.filter((change) => lensFor(subscription, wish, change)).map((change) => ({ change, attempts: 0 }));
    }
  }

  /** Writes down how far it went, never back, and what was lost; nothing when the subscription was deleted meanwhile. */
  async #note(id: string, cursor: number, attempt: Attempt, lost: readonly Lost[] = []): Promise<void> {
    await this.#store.transaction(async (tx) => {
      const found = (await tx.get(SUBSCRIPTIONS, id))?.body as Subscription | undefined;
      if (!found) return;
      const { nextTryAt: _, failingAt: __, ...body } = found;
      await tx.put(SUBSCRIPTIONS, { ...body, cursor: Math.max(cursor, found.cursor), ...attempt });
      for (const one of lost) await bury(tx, one);
    });
  }
}
