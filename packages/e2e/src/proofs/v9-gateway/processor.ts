import { readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second (`USER_HZ`). */
const TICK = 0.01;

/**
 * Seconds a process has spent in user mode so far, all threads of it; undefined where the kernel does not say.
 * The nearest thing to user instructions on a machine whose processor counts none for its guests.
 */
export function userSeconds(pid: number): number | undefined {
  try {
    const [, after = ''] = /\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    // proc(5): utime is field 14, and the name in brackets was the second.
    const ticks = Number(after.split(' ')[11]);
    return Number.isFinite(ticks) ? ticks * TICK : undefined;
  } catch {
    return undefined;
  }
}
