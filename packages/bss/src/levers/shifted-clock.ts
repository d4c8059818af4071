import type { Clock, Store } from '../store/store.ts';

/** Where the offset is kept: a document no API serves. */
const PLACE = { resource: 'leverClock', id: 'clock' } as const;

/** A clock that runs ahead of the real one by what was asked for, and still does after a restart. */
export class ShiftedClock {
  readonly #real: Clock;
  readonly #store: Store;
  #ahead = 0;
  #known: Promise<void> | undefined;

  constructor(store: Store, real: Clock) {
    this.#store = store;
    this.#real = real;
  }

  readonly now: Clock = () => new Date(this.#real().getTime() + this.#ahead);

  /** Must have ended once before `now` is believed. */
  ready(): Promise<void> {
    this.#known ??= this.#read();
    return this.#known;
  }

  async #read(): Promise<void> {
    const kept = await this.#store.read().get(PLACE.resource, PLACE.id);
    this.#ahead = Number(kept?.body['milliseconds'] ?? 0);
  }

  /** Time only goes forward. */
  async advance(milliseconds: number): Promise<void> {
    this.#ahead += milliseconds;
    const body = { id: PLACE.id, milliseconds: this.#ahead };
    await this.#store.transaction((tx) => tx.put(PLACE.resource, body));
  }
}
