import { move } from '../nouns/move.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { objects, text } from '../simulator/course.ts';
import { reviewed } from '../sla/sla.ts';
import type { Resource } from '../store/store.ts';
import { parentIdOf } from '../trouble-ticket/parent.ts';
import { troubleTicketNoun } from '../trouble-ticket/trouble-ticket.ts';
import { affectedIn, expected, isIncident, isPlanned, withAffected } from './affected.ts';
import { problemCourse } from './course.ts';
import { closeIntervals, dropIntervals, openIntervals } from './intervals.ts';
import { tellAffected } from './letters.ts';
import { objectionCourse, objectionLever } from './objection.ts';
import { problemLevers } from './levers.ts';
import { refuseOverlap } from './overlap.ts';
import { nextWord } from './next-word.ts';
import { record } from './records.ts';
import { inPlainWords, newsSince } from './updates.ts';

const named = (problem: Resource): boolean => isIncident(problem) || isPlanned(problem);

async function creating({ tx, now }: Act, body: Resource): Promise<Resource> {
  if (!named(body)) return body;
  const problem = await withAffected(tx, body);
  await refuseOverlap(tx, problem);
  return nextWord(inPlainWords(problem, undefined, now), undefined, now);
}

/** Since when it has been so: when it was expected to begin, if that has come, and now otherwise. */
function begunAt(problem: Resource, now: number): number {
  const start = expected(problem, 'expectedStart');
  return start > 0 && start <= now ? start : now;
}

async function created(act: Act, problem: Resource): Promise<Resource> {
  await record(act, 'Create', problem);
  const refused = problem['status'] === 'rejected';
  if (isIncident(problem) && !refused) await openIntervals(act, problem, begunAt(problem, act.now.getTime()));
  if (!refused) await tellAffected(act, problem);
  return problem;
}

/** Down, or worked on, since it began; after a fix that was none, since now. */
async function begun(act: Act, before: Resource, problem: Resource): Promise<void> {
  const now = act.now.getTime();
  const reopened = before['status'] === 'resolved' || before['status'] === 'closed';
  if (named(problem)) await openIntervals(act, problem, reopened ? now : begunAt(problem, now));
}

/** What a new state means for the lines. */
async function moved(act: Act, before: Resource, after: Resource): Promise<void> {
  const now = act.now.getTime();
  // The clock of the promise stands while nobody lets us in, or answers.
  if (before['status'] === 'pending') await closeIntervals(act, after, now, 'customerPending');
  const consequences: Readonly<Record<string, () => Promise<void>>> = {
    pending: async () => {
      if (isIncident(after)) await openIntervals(act, after, now, 'customerPending');
    },
    inProgress: () => begun(act, before, after),
    resolved: () => closeIntervals(act, after, now),
    cancelled: () => closeIntervals(act, after, now),
    rejected: () => dropIntervals(act, after),
  };
  await consequences[text(after['status']) ?? '']?.();
}

const FOLLOWED = ['inProgress', 'resolved', 'cancelled'];

/** The reports of an incident go as it goes. A ticket that cannot make the move keeps its own state. */
async function leadTicket(act: Act, problem: Resource): Promise<void> {
  const found = await act.tx.get('troubleTicket', parentIdOf(problem.id));
  const status = text(problem['status']) ?? '';
  const legal: Readonly<Record<string, readonly string[]>> = {
    inProgress: ['acknowledged', 'pending', 'held', 'resolved'],
    resolved: ['inProgress'],
    cancelled: ['acknowledged', 'inProgress', 'pending'],
  };
  if (!found || !FOLLOWED.includes(status) || !legal[status]?.includes(String(found.body['status']))) return;
  await move(act, troubleTicketNoun, found.body, { status, statusChangeReason: text(problem['statusChangeReason']) ?? 'As the incident' });
}

/** An end shows which promises the outage has broken beyond mending. */
async function withViolations(act: Act, problem: Resource): Promise<Resource> {
  const violations = await reviewed(act, affectedIn(problem).map(({ id }) => String(id)));
  if (violations.length === 0) return problem;
  const known = objects(problem['slaViolation']).filter(({ id }) => !violations.some((one) => one.id === id));
  return { ...problem, slaViolation: [...known, ...violations.map(({ id, href }) => ({ id, href, '@referredType': 'SlaViolation' }))] };
}

/** In the state it was in: at another time, or with a word more that customers are told. */
async function amended(act: Act, before: Resource, after: Resource): Promise<Resource> {
  await refuseOverlap(act.tx, after);
  const isLater = (['expectedStart', 'expectedEnd'] as const).some((name) => expected(before, name) !== expected(after, name));
  if (named(after) && (isLater || newsSince(before, after) !== undefined)) await tellAffected(act, after, before);
  return after;
}

async function changing(act: Act, before: Resource, patched: Resource): Promise<Resource> {
  const after = nextWord(inPlainWords(patched, before, act.now), before, act.now);
  const isMoved = before['status'] !== after['status'];
  await record(act, isMoved ? 'StateChange' : 'AttributeValueChange', after);
  if (!isMoved) return amended(act, before, after);
  await moved(act, before, after);
  const settled = after['status'] === 'resolved' ? await withViolations(act, after) : after;
  // An incident is told of when it comes to be known, not again when somebody begins to mend it.
  if (!(isIncident(after) && before['status'] === 'acknowledged' && after['status'] === 'inProgress')) await tellAffected(act, after);
  await leadTicket(act, after);
  return settled;
}

/** TMF656: incidents and planned work, with the lines they affect, and the people who hear of it. */
export const serviceProblemNoun: Noun = {
  resource: 'serviceProblem',
  creating,
  created,
  changing,
  removing: (act, problem) => closeIntervals(act, problem, act.now.getTime()),
  courses: [problemCourse((act, problem, patch) => move(act, serviceProblemNoun, problem, patch)), objectionCourse(() => serviceProblemNoun)],
  levers: [...problemLevers(() => serviceProblemNoun), objectionLever(() => serviceProblemNoun)],
};
