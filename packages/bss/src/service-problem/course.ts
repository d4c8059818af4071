import type { Act } from '../nouns/noun.ts';
import { type Course, instant, oneOf, type Pace } from '../simulator/course.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { expected, isPlanned } from './affected.ts';
import { closeIntervals } from './intervals.ts';

export type MoveProblem = (act: Act, problem: Resource, patch: Record<string, unknown>) => Promise<Resource>;

function dueAt(problem: Resource, step: number): number {
  const next = instant(problem['lastUpdate']) + step;
  if (problem['status'] === 'acknowledged') return Math.max(next, expected(problem, 'expectedStart'));
  if (problem['status'] === 'resolved') return next;
  // Without an expected end nobody but a person knows when it is over.
  return Math.max(next, expected(problem, 'expectedEnd') || Infinity);
}

async function advance(tx: StoreTransaction, problem: Resource, { now }: Pace, move: MoveProblem): Promise<void> {
  const act = { tx, now: new Date(now) };
  const to = (status: string, statusChangeReason: string) => move(act, problem, { status, statusChangeReason });
  if (problem['status'] === 'resolved') return void (await to('closed', 'Nothing came back'));
  if (problem['status'] === 'inProgress') {
    // It ended when it was said to end, however late this process notices.
    await closeIntervals(act, problem, expected(problem, 'expectedEnd'));
    return void (await to('resolved', isPlanned(problem) ? 'The work is done' : 'Mended'));
  }
  await to('inProgress', isPlanned(problem) ? 'The work has begun' : 'We have begun to work on it');
}

/** TMF656: an incident ends, planned work begins and ends, and the intervals of unavailability with them. */
export const problemCourse = (move: MoveProblem): Course => ({
  resource: 'serviceProblem',
  open: [oneOf('status', 'acknowledged', 'inProgress', 'resolved')],
  isDue: (problem, { now, step }) => now >= dueAt(problem, step),
  advance: (tx, problem, pace) => advance(tx, problem, pace, move),
});
