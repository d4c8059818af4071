import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Expired entries are swept once this many writes have passed, so memory stays bounded without a timer. */
const WRITES_BETWEEN_SWEEPS = 256;

/** What all models of one provider keep, under `Model:id`. */
class Memory {
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  #writes = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Keeps a copy for so many seconds; without a number, for good. */
  keep(key: string, payload: AdapterPayload, seconds = Infinity): void {
    if (++this.#writes % WRITES_BETWEEN_SWEEPS === 0) this.#sweep();
    this.#entries.set(key, { payload: structuredClone(payload), expiresAt: this.#now() + seconds * 1000 });
  }

  live(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.expiresAt > this.#now() ? entry.payload : undefined;
  }

  *liveOf(model: string): Iterable<[key: string, payload: AdapterPayload]> {
    for (const key of this.#entries.keys()) {
      const payload = key.startsWith(`${model}:`) ? this.live(key) : undefined;
      if (payload) yield [key, payload];
    }
  }

  firstOf(model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [, payload] of this.liveOf(model)) if (matches(payload)) return payload;
    return undefined;
  }

  use(key: string): void {
    const payload = this.live(key);
    if (payload) payload.consumed = Math.floor(this.#now() / 1000);
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }

  #sweep(): void {
    for (const [key, { expiresAt }] of this.#entries) if (expiresAt <= this.#now()) this.forget(key);
  }
}

/**
 * Keeps a provider's state in this process, one memory a provider. The
 * library's own is shared by every provider of the process and forgets the
 * oldest of a thousand entries, which under load ends live sign-ins.
 */
export function memoryAdapter(now: () => number = Date.now): AdapterFactory {
  const memory = new Memory(now);
  return (model): Adapter => ({
    upsert: async (id, payload, expiresIn) => memory.keep(`${model}:${id}`, payload, expiresIn),
    find: async (id) => memory.live(`${model}:${id}`),
    findByUid: async (uid) => memory.firstOf(model, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => memory.firstOf(model, (payload) => payload.userCode === userCode),
    consume: async (id) => memory.use(`${model}:${id}`),
    destroy: async (id) => memory.forget(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, payload] of memory.liveOf(model)) if (payload.grantId === grantId) memory.forget(key);
    },
  });
}
