import type { PromisedTime } from '../service-level/promise-clock.ts';
import { MINUTE, openMinutes, paint, wallsOf } from './naive-walls.ts';

/** Minutes in which a clock runs: service time, and nobody waits for the customer. */
function running(year: number, { zone, calendar, pauses = [] }: PromisedTime): Uint8Array {
  const walls = wallsOf(year, zone);
  const open = openMinutes(calendar, walls);
  const paused = new Uint8Array(open.length);
  for (const { from, to } of pauses) paint(paused, walls, from, to ?? new Date(8.64e15), 1);
  return open.map((is, minute) => (is === 1 && paused[minute] === 0 ? 1 : 0));
}

/** What a clock shows that is watched minute by minute, and when it is due; due only if that is within the year's minutes. */
export function naiveClock(year: number, promise: PromisedTime, now: Date): { usedSeconds: number; dueAt: number | undefined } {
  const { begin } = wallsOf(year, promise.zone);
  const runs = running(year, promise);
  const end = +(promise.stoppedAt ?? now);
  let used = 0;
  let run = 0;
  let dueAt: number | undefined;
  for (let minute = Math.max((+promise.startedAt - begin) / MINUTE, 0); minute < runs.length; minute += 1) {
    if (runs[minute] === 0) continue;
    run += 60;
    if (begin + minute * MINUTE < end) used += 60;
    if (run === promise.seconds) dueAt = begin + (minute + 1) * MINUTE;
  }
  return { usedSeconds: used, dueAt };
}
