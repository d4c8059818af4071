/** The end of each key's queue. Keys whose queue is empty are forgotten. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Does `work` when all earlier work of the same key is done. TM Forum's merge patch replaces a list whole and knows no
 * "only if unchanged", so of two additions at once one would be lost. Between processes that can still happen.
 */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(key, mine);
  try {
    return await mine;
  } finally {
    if (queues.get(key) === mine) queues.delete(key);
  }
}
