import { type Attempt, isUnderWay } from './attempt.ts';
import { type Hold, holdsOf, type PaymentStore } from './store.ts';

const meets = (one: Hold, other: Hold): boolean => one.account === other.account && (one.bill === other.bill || one.bill === '' || other.bill === '');

/** Payments of one process: for tests, and for pages that play a whole operator. */
export function memoryPayments(): PaymentStore {
  const kept = new Map<string, { attempt: Attempt; look: number | undefined }>();
  const held = (holds: readonly Hold[]): boolean =>
    [...kept.values()].some(({ attempt }) => isUnderWay(attempt) && holdsOf(attempt).some((one) => holds.some((other) => meets(one, other))));
  return {
    begin: async (attempt, nextLook) => {
      const before = kept.get(attempt.id);
      if (before) return before.attempt;
      if (held(holdsOf(attempt))) return 'held';
      kept.set(attempt.id, { attempt, look: nextLook });
      return attempt;
    },
    read: async (id) => kept.get(id)?.attempt,
    of: async (accountIds, limit) => {
      const mine = [...kept.values()].map(({ attempt }) => attempt).filter(({ parts }) => parts.some(({ account }) => accountIds.includes(account.id)));
      return mine.toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, limit);
    },
    move: async (now, nextLook) => {
      if (kept.get(now.id)?.attempt.version !== now.version - 1) return false;
      kept.set(now.id, { attempt: now, look: nextLook });
      return true;
    },
    due: async (now, until, limit) => {
      const due = [...kept.values()].filter(({ look }) => look !== undefined && look <= now).slice(0, limit);
      for (const one of due) one.look = until;
      return due.map(({ attempt }) => attempt.id);
    },
  };
}
