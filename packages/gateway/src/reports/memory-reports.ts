import { oldestRemoval, type Owner, type ReportStore, type Shelf } from './store.ts';

const EMPTY: Shelf = { version: 0, reports: [] };

/** Reports of one process: for tests, and for pages that play a whole operator. */
export function memoryReports(): ReportStore {
  const kept = new Map<string, { owner: Owner; shelf: Shelf }>();
  const keyOf = ({ tenant, person }: Owner) => JSON.stringify([tenant, person]);
  return {
    read: async (owner) => kept.get(keyOf(owner))?.shelf ?? EMPTY,
    write: async (owner, shelf) => {
      const before = kept.get(keyOf(owner))?.shelf ?? EMPTY;
      if (before.version !== shelf.version - 1) return false;
      kept.set(keyOf(owner), { owner, shelf });
      return true;
    },
    withRemoved: async (before, limit) => {
      const found = [...kept.values()].filter(({ shelf }) => (oldestRemoval(shelf) ?? before) < before);
      return found.slice(0, limit).map(({ owner }) => owner);
    },
  };
}
