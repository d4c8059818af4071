import { allowedCallback, type CallbackRules } from './callback.ts';
import { concerns, SUBSCRIPTIONS, type Subscription } from './subscription.ts';
import type { Definition } from '../definitions/definition.ts';
import type { Clock, Store, StoredChange } from '../store/store.ts';
import { lensOf } from '../surface/lens.ts';

export interface HubOptions extends CallbackRules {
  fetch?: typeof globalThis.fetch;
  /** Milliseconds a subscriber has to answer; 10,000 when absent. */
  timeout?: number;
}

export interface Notifier {
  /** Delivers all that is due by now. A subscriber is served by one run at a time, whatever the others take. */
  deliver(): Promise<void>;
  stop(): Promise<void>;
}

const BATCH = 100;
const LONGEST_WAIT = 300_000;

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** 1 s after the first failure, then doubling up to five minutes. */
const waitAfter = (failures: number): number => Math.min(1000 * 2 ** (failures - 1), LONGEST_WAIT);

/**
 * Tells subscribers what the outbox holds: in order, at least once, each
 * at its own pace. A notification carries the resource as it is now, and its
 * identity alone once it is gone. One process should deliver; two would repeat each other.
 */
export function notifier(store: Store, clock: Clock, options: HubOptions, report: (cause: unknown) => void): Notifier {
  const runner = new Delivery(store, clock, options);
  const running = new Set<Promise<void>>();
  const deliver = (): Promise<void> => {
    const run = runner
      .all()
      .catch(report)
      .finally(() => running.delete(run));
    running.add(run);
    return run;
  };
  const unsubscribe = store.changes.subscribe(() => void deliver());
  return {
    deliver,
    stop: async () => {
      unsubscribe();
      runner.stop();
      await Promise.all(running);
    },
  };
}

class Delivery {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #options: HubOptions;
  readonly #stop = new AbortController();
  /** What is under way, by subscription; `again` when something was said meanwhile. */
  readonly #serving = new Map<string, { done: Promise<void>; again: boolean }>();

  constructor(store: Store, clock: Clock, options: HubOptions) {
    this.#store = store;
    this.#clock = clock;
    this.#options = options;
  }

  get stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  stop(): void {
    this.#stop.abort();
  }

  async all(): Promise<void> {
    if (this.stopped) return;
    const { rows } = await this.#store.read().list(SUBSCRIPTIONS);
    await Promise.all(rows.map(({ body }) => this.#attend(body.id)));
  }

  /** A slow subscriber keeps itself waiting, and nobody else. */
  #attend(id: string): Promise<void> {
    const running = this.#serving.get(id);
    if (running) {
      running.again = true;
      return running.done;
    }
    const entry = { done: Promise.resolve(), again: false };
    const run = async (): Promise<void> => {
      try {
        do {
          entry.again = false;
          await this.#serveIfDue(id);
        } while (entry.again && !this.stopped);
      } finally {
        this.#serving.delete(id);
      }
    };
    this.#serving.set(id, entry);
    entry.done = run();
    return entry.done;
  }

  /** Read afresh: the run before has noted how far it came. */
  async #serveIfDue(id: string): Promise<void> {
    const found = await this.#store.read().get(SUBSCRIPTIONS, id);
    const subscription = found?.body as Subscription | undefined;
    const { nextTryAt = '' } = subscription ?? {};
    if (subscription && nextTryAt <= this.#clock().toISOString()) await this.#serve(subscription);
  }

  async #serve(subscription: Subscription): Promise<void> {
    let { cursor } = subscription;
    let failed = false;
    while (!failed && !this.stopped) {
      const changes = await this.#store.changes.after(cursor, BATCH);
      if (changes.length === 0) break;
      for (const change of changes) {
        failed = !(await this.#tell(subscription, change));
        if (failed) break;
        cursor = change.seq;
      }
    }
    if (!this.stopped && (failed || cursor !== subscription.cursor)) await this.#note(subscription, cursor, failed);
  }

  /** Keeps how far it went, unless the subscription was deleted meanwhile. */
  async #note({ id, failures, cursor: before }: Subscription, cursor: number, failed: boolean): Promise<void> {
    const inARow = failed ? (cursor === before ? failures : 0) + 1 : 0;
    await this.#store.transaction(async (tx) => {
      const found = await tx.get(SUBSCRIPTIONS, id);
      if (!found) return;
      const { nextTryAt: _, ...body } = found.body;
      const again = new Date(this.#clock().getTime() + waitAfter(inARow)).toISOString();
      await tx.put(SUBSCRIPTIONS, { ...body, id, cursor, failures: inARow, ...(failed && { nextTryAt: again }) });
    });
  }

  /** True when the subscriber has it, or it was none of theirs. */
  async #tell(subscription: Subscription, change: StoredChange): Promise<boolean> {
    const definition = concerns(subscription, change);
    if (!definition) return true;
    const callback = await allowedCallback(subscription.callback, this.#options);
    if (!callback) return false;
    callback.pathname = `${callback.pathname.replace(/\/$/, '')}/listener/${camel(change.eventType)}`;
    return this.#post(callback, await this.#envelope(definition, change));
  }

  async #envelope(definition: Definition, change: StoredChange): Promise<object> {
    const { eventId, eventTime, eventType, resource, id } = change;
    const stored = await this.#store.read().get(resource, id);
    const [view] = definition.views;
    const body = stored?.body ?? { id, '@type': definition.type };
    // TMF630's v4 envelope spells it with one r.
    return { eventId, eventTime, eventType, timeOcurred: eventTime, event: { [resource]: lensOf(definition, view).show('', body) } };
  }

  async #post(url: URL, envelope: object): Promise<boolean> {
    const { fetch = globalThis.fetch, timeout = 10_000 } = this.#options;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(envelope),
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(timeout), this.#stop.signal]),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }
}
