import { Courier, type CourierOptions } from './courier.ts';
import { Round } from './round.ts';
import { SUBSCRIPTIONS } from './subscription.ts';
import type { Clock, Store } from '../store/store.ts';

export interface HubOptions extends CourierOptions {
  /** Attempts before a notification is given up and kept as a dead letter; 20 when absent, which takes about an hour. */
  attempts?: number;
}

export interface Notifier {
  /** Delivers all that is due by now. A subscriber is served by one run at a time, whatever the others take. */
  deliver(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Tells subscribers what the outbox holds: in order, at least once, each at its
 * own pace, and by one process at a time however many run on the store. A
 * notification carries the resource as it is now.
 */
export function notifier(store: Store, clock: Clock, options: HubOptions, report: (cause: unknown) => void): Notifier {
  const courier = new Courier(store, options);
  const attendant = new Attendant(store, courier, new Round(store, clock, courier, options));
  const running = new Set<Promise<void>>();
  const track = (work: Promise<void>): Promise<void> => {
    const run = work.catch(report).finally(() => running.delete(run));
    running.add(run);
    return run;
  };
  const unsubscribe = store.changes.subscribe(() => void track(attendant.woken()));
  return {
    deliver: () => track(attendant.all()),
    stop: async () => {
      unsubscribe();
      courier.stop();
      await Promise.all(running);
    },
  };
}

/** What is under way for a subscription; `again` when something was said meanwhile. */
interface Attendance {
  done: Promise<void>;
  again: boolean;
}

/** Sees to it that every subscriber with news is served, and none by two runs. */
class Attendant {
  readonly #store: Store;
  readonly #courier: Courier;
  readonly #round: Round;
  readonly #serving = new Map<string, Attendance>();
  #looking = false;
  #news = false;

  constructor(store: Store, courier: Courier, round: Round) {
    this.#store = store;
    this.#courier = courier;
    this.#round = round;
  }

  async all(): Promise<void> {
    await Promise.all(await this.#attendBehind());
  }

  /** A hundred changes during one look make it look once more, not a hundred times. */
  async woken(): Promise<void> {
    this.#news = true;
    if (this.#looking) return;
    this.#looking = true;
    const attended: Promise<void>[] = [];
    try {
      while (this.#news) {
        this.#news = false;
        attended.push(...(await this.#attendBehind()));
      }
    } finally {
      this.#looking = false;
    }
    await Promise.all(attended);
  }

  async #attendBehind(): Promise<Promise<void>[]> {
    if (this.#courier.stopped) return [];
    const { rows } = await this.#store.read().list(SUBSCRIPTIONS);
    if (rows.length === 0) return [];
    const latest = await this.#store.changes.latest();
    return rows.filter(({ body }) => this.#round.reached(body) < latest).map(({ body }) => this.#attend(body.id));
  }

  /** A slow subscriber keeps itself waiting, and nobody else. */
  #attend(id: string): Promise<void> {
    const running = this.#serving.get(id);
    if (running) {
      running.again = true;
      return running.done;
    }
    const entry: Attendance = { done: Promise.resolve(), again: false };
    const run = async (): Promise<void> => {
      try {
        do {
          entry.again = false;
          await this.#serve(id);
        } while (entry.again && !this.#courier.stopped);
      } finally {
        this.#serving.delete(id);
      }
    };
    this.#serving.set(id, entry);
    entry.done = run();
    // Whoever waits for it hears of its failure; until somebody does, it is no loose end.
    entry.done.catch(() => undefined);
    return entry.done;
  }

  /** Who does not get the lease leaves it to the process that has it: that one hears of the same changes. */
  async #serve(id: string): Promise<void> {
    const lease = await this.#store.lease(`hub ${id}`);
    if (!lease) return;
    try {
      await this.#round.serve(id, lease);
    } finally {
      await lease.end();
    }
  }
}
