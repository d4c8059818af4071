/** What is waited for, and what happens when it does not come. */
export interface Watched {
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  late(): void;
}

/** How late "late" may be noticed. */
const STEP = 50;

const watched = new Set<Watched>();
let ticking: ReturnType<typeof setInterval> | undefined;

/**
 * One timer for every wait in the process: a timer (or `AbortSignal.timeout`) of its own for each call costs more than
 * the rest of the bookkeeping of that call. Stands still while nothing is waited for.
 */
export function watch(one: Watched): void {
  watched.add(one);
  ticking ??= setInterval(tick, STEP);
}

export function unwatch(one: Watched): void {
  watched.delete(one);
}

function tick(): void {
  const now = performance.now();
  for (const one of watched) {
    if (one.deadline > now) continue;
    watched.delete(one);
    one.late();
  }
  if (watched.size > 0) return;
  clearInterval(ticking);
  ticking = undefined;
}
