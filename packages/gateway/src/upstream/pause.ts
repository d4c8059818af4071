import type { Bounds } from './bulkhead.ts';
import { unwatch, watch, type Watched } from './wheel.ts';

/** Waits so long, or until the call is over, whichever comes first; the next try then finds out which it was. */
export function pause(milliseconds: number, { deadline, signal }: Bounds): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      unwatch(rest);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const rest: Watched = { deadline: Math.min(performance.now() + milliseconds, deadline), late: end };
    watch(rest);
    signal?.addEventListener('abort', end);
  });
}
