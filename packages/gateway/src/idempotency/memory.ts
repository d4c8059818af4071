import { CLAIM_FOR, type Claim, type IdempotencyStore, KEPT_FOR, type KeptAnswer, keyText } from './store.ts';

interface Entry {
  fingerprint: string;
  since: number;
  answer?: KeptAnswer;
}

/** Keys beyond this number push out the oldest: memory stays bounded. */
const MOST_KEYS = 20_000;

/** Keys of one process, for evaluation and tests. */
export function memoryIdempotency(): IdempotencyStore {
  const entries = new Map<string, Entry>();
  const stale = (entry: Entry, now: number) => now - entry.since > (entry.answer ? KEPT_FOR : CLAIM_FOR);
  const tidy = (now: number) => {
    // Insertion order is age order, so looking stops at the first that stays.
    for (const [text, entry] of entries) {
      if (entries.size <= MOST_KEYS && !stale(entry, now)) break;
      entries.delete(text);
    }
  };
  return {
    begin: (key, fingerprint, now) => {
      tidy(now.getTime());
      const text = keyText(key);
      const entry = entries.get(text);
      if (entry && !stale(entry, now.getTime())) return Promise.resolve(claimOf(entry, fingerprint));
      entries.delete(text);
      entries.set(text, { fingerprint, since: now.getTime() });
      return Promise.resolve<Claim>({ step: 'claimed' });
    },
    finish: (key, answer) => {
      const entry = entries.get(keyText(key));
      if (entry) entry.answer = answer;
      return Promise.resolve();
    },
    abandon: (key) => {
      entries.delete(keyText(key));
      return Promise.resolve();
    },
  };
}

function claimOf(entry: Entry, fingerprint: string): Claim {
  if (entry.fingerprint !== fingerprint) return { step: 'other-body' };
  return entry.answer ? { step: 'finished', answer: entry.answer } : { step: 'in-progress' };
}
