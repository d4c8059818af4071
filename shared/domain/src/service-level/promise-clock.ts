import type { Span } from '../calendar.ts';
import { secondOf } from './reckoning.ts';
import { openDays, openWithin } from './service-calendar.ts';
import { intersect, lengthOf, merge, type Stretch, without } from './spans.ts';
import type { ServiceCalendar } from './terms.ts';

/** A promise to do something in so much service time: to respond, to restore. */
export interface PromisedTime {
  zone: string;
  /** Around the clock when absent. */
  calendar?: ServiceCalendar | undefined;
  seconds: number;
  startedAt: Date;
  /** When it was done. */
  stoppedAt?: Date | undefined;
  /** While somebody waited for the customer. One without an end is still going on. */
  pauses?: readonly { from: Date; to?: Date | undefined }[] | undefined;
}

export interface PromiseClock {
  /** Of the promised time; what was done took so long. */
  usedSeconds: number;
  /** Below zero: so late it is, or was. */
  leftSeconds: number;
  state: 'running' | 'paused' | 'outside-hours' | 'stopped';
  /** Undefined while neither is sure. */
  kept: boolean | undefined;
  /** When it runs out; undefined while it stands for the customer, or has nothing to run in. */
  dueAt: Date | undefined;
}

/** Calendars that are never open are given up after so many days. */
const MOST_DAYS = 1_000;

function dueAt({ calendar, zone, seconds, startedAt }: PromisedTime, pauses: readonly Stretch[]): Date | undefined {
  const from = secondOf(startedAt);
  let left = seconds;
  let days = 0;
  for (const { open } of openDays(calendar, zone, from)) {
    for (const part of without(intersect(open, [{ from, to: Infinity }]), pauses)) {
      if (part.to - part.from >= left) return new Date((part.from + left) * 1000);
      left -= part.to - part.from;
    }
    days += 1;
    if (days > MOST_DAYS) return undefined;
  }
  return undefined;
}

function stateAt(promise: PromisedTime, now: number, pauses: readonly Stretch[]): PromiseClock['state'] {
  if (promise.stoppedAt) return 'stopped';
  if (pauses.some(({ from, to }) => from <= now && now < to)) return 'paused';
  return openWithin(promise.calendar, promise.zone, { from: now, to: now + 1 }).length > 0 ? 'running' : 'outside-hours';
}

/** Where a promised time stands. It runs in service time only, and stands while somebody waits for the customer. */
export function promiseClock(promise: PromisedTime, now: Date): PromiseClock {
  const pauses = merge((promise.pauses ?? []).map(({ from, to }) => ({ from: secondOf(from), to: to ? secondOf(to) : Infinity })));
  const end = secondOf(promise.stoppedAt ?? now);
  const run: Span = { from: promise.startedAt, to: promise.stoppedAt ?? now };
  const open = openWithin(promise.calendar, promise.zone, { from: secondOf(run.from), to: end });
  const usedSeconds = lengthOf(without(open, pauses));
  const leftSeconds = promise.seconds - usedSeconds;
  const kept = promise.stoppedAt ? leftSeconds >= 0 : leftSeconds < 0 ? false : undefined;
  return { usedSeconds, leftSeconds, state: stateAt(promise, secondOf(now), pauses), kept, dueAt: dueAt(promise, pauses) };
}
