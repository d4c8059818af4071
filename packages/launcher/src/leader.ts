import type { Store } from '@faceplate/bss';

type Lease = NonNullable<Awaited<ReturnType<Store['lease']>>>;

/** Work that one process does for all on the same database. */
export interface Leader {
  /** Does the work if it is this process's turn; the others look again next time. */
  run(): Promise<void>;
  /** Gives the turn to another. */
  stop(): Promise<void>;
}

/**
 * The first process to ask keeps the turn until it stops or loses the database;
 * then any other takes over with its next `run`.
 */
export function leader(store: Pick<Store, 'lease'>, name: string, work: () => Promise<void>): Leader {
  let lease: Lease | undefined;
  const mine = async (): Promise<boolean> => {
    if (lease && !lease.lost) return true;
    await lease?.end();
    lease = await store.lease(name);
    return lease !== undefined;
  };
  return {
    run: async () => {
      if (await mine()) await work();
    },
    stop: async () => {
      await lease?.end();
      lease = undefined;
    },
  };
}
