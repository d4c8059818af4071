import type { Turns } from './turns.ts';

/** Turns within one process. Keys whose queue is empty are forgotten. */
export function memoryTurns(): Turns {
  const queues = new Map<string, Promise<unknown>>();
  return {
    take: async <T>(key: string, work: () => Promise<T>): Promise<T> => {
      const before = queues.get(key) ?? Promise.resolve();
      const mine = before.then(work, work);
      queues.set(key, mine);
      try {
        return await mine;
      } finally {
        if (queues.get(key) === mine) queues.delete(key);
      }
    },
  };
}
