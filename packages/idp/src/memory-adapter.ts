import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Expired entries are swept once this many writes have passed, so memory stays bounded without a timer. */
const WRITES_BETWEEN_SWEEPS = 256;

/**
 * Keeps a provider's state in this process, one memory a provider. The
 * library's own is shared by every provider of the process and forgets the
 * oldest of a thousand entries, which under load ends live sign-ins.
 */
export function memoryAdapter(now: () => number = Date.now): AdapterFactory {
  const entries = new Map<string, Entry>();
  let writes = 0;

  function sweep(): void {
    for (const [key, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(key);
  }

  function live(key: string): AdapterPayload | undefined {
    const entry = entries.get(key);
    return entry && entry.expiresAt > now() ? entry.payload : undefined;
  }

  function* liveOf(model: string): Iterable<[string, AdapterPayload]> {
    for (const key of entries.keys()) {
      const payload = key.startsWith(`${model}:`) ? live(key) : undefined;
      if (payload) yield [key, payload];
    }
  }

  const firstOf = (model: string, matches: (payload: AdapterPayload) => boolean) => {
    for (const [, payload] of liveOf(model)) if (matches(payload)) return payload;
    return undefined;
  };

  return (model): Adapter => ({
    async upsert(id, payload, expiresIn) {
      if (++writes % WRITES_BETWEEN_SWEEPS === 0) sweep();
      const expiresAt = expiresIn === undefined ? Infinity : now() + expiresIn * 1000;
      entries.set(`${model}:${id}`, { payload: structuredClone(payload), expiresAt });
    },
    async find(id) {
      return live(`${model}:${id}`);
    },
    async findByUid(uid) {
      return firstOf(model, (payload) => payload.uid === uid);
    },
    async findByUserCode(userCode) {
      return firstOf(model, (payload) => payload.userCode === userCode);
    },
    async consume(id) {
      const payload = live(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(now() / 1000);
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, payload] of liveOf(model)) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}
