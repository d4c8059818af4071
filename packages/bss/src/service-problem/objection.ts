import { move } from '../nouns/move.ts';
import type { Act, Lever, Noun } from '../nouns/noun.ts';
import { valueOf, withValues } from '../rules/characteristic.ts';
import { type Course, instant, iso, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource, StoreReader, StoreTransaction } from '../store/store.ts';
import { invalidField, notFound, TmfError } from '../surface/tmf-error.ts';
import { OBJECTION } from '../trouble-ticket/decision.ts';
import { troubleTicketNoun } from '../trouble-ticket/trouble-ticket.ts';
import { expected } from './affected.ts';
import { refuseOverlap } from './overlap.ts';

/** So long our planners think about it before our rules answer. */
const REVIEW = 15 * 60_000;
/** Later than this before it begins, too many others count on it. */
const NOTICE = 2 * 86_400_000;
const WEEK = 7 * 86_400_000;
const MOST_WEEKS = 12;

interface Answer {
  /** When it begins instead; the work stays where it is without. */
  start?: number | undefined;
  reason: string;
}

const workIdOf = (ticket: Resource): string | undefined => text(objects(ticket['relatedEntity']).find((one) => one['role'] === 'plannedWork')?.['id']);

const at = (work: Resource, start: number): Resource => {
  const lasts = expected(work, 'expectedEnd') - expected(work, 'expectedStart');
  return { ...work, characteristic: withValues(work['characteristic'], { expectedStart: iso(start), expectedEnd: iso(start + lasts) }) };
};

async function isFree(reader: StoreReader, work: Resource): Promise<boolean> {
  try {
    await refuseOverlap(reader, work);
    return true;
  } catch (error) {
    if (!(error instanceof TmfError)) throw error;
    return false;
  }
}

/** A week later, or as many as it takes for whoever asked, where nothing else is planned on those lines. */
async function byRule({ tx, now }: Act, work: Resource, ticket: Resource): Promise<Answer> {
  const start = expected(work, 'expectedStart');
  if (work['status'] !== 'acknowledged') return { reason: 'The work has begun, or does not take place.' };
  if (start - now.getTime() < NOTICE) return { reason: 'It begins in less than two days, and others count on it. We keep it as short as we can.' };
  const notBefore = instant(valueOf(ticket['troubleTicketCharacteristic'], 'notBefore'));
  for (let weeks = 1; weeks <= MOST_WEEKS; weeks += 1) {
    const next = start + weeks * WEEK;
    if (next >= notBefore && (await isFree(tx, at(work, next)))) return { start: next, reason: 'We have moved the work.' };
  }
  return { reason: 'We found no other time for it in the next twelve weeks.' };
}

/** Tells who asked, and moves the work where that is the answer. */
async function answer(act: Act, noun: Noun, ticket: Resource, work: Resource, { start, reason }: Answer): Promise<void> {
  if (start !== undefined) await move(act, noun, work, { characteristic: at(work, start)['characteristic'] });
  const begun = ticket['status'] === 'acknowledged' ? await move(act, troubleTicketNoun, ticket, { status: 'inProgress', statusChangeReason: 'We look into it' }) : ticket;
  const troubleTicketCharacteristic = withValues(begun['troubleTicketCharacteristic'], { outcome: start === undefined ? 'refused' : 'moved' });
  await move(act, troubleTicketNoun, begun, { status: 'resolved', statusChangeReason: reason, troubleTicketCharacteristic });
}

/** Who asked to have work moved is answered, also when nobody at our planners' desk does. */
export const objectionCourse = (noun: () => Noun): Course => ({
  resource: 'troubleTicket',
  open: [oneOf('ticketType', OBJECTION), oneOf('status', 'inProgress')],
  isDue: (ticket, { now, step }) => ticket['ticketType'] === OBJECTION && ticket['status'] === 'inProgress' && now >= instant(ticket['statusChangeDate']) + Math.max(REVIEW, step),
  advance: async (tx: StoreTransaction, ticket, { now }) => {
    const act = { tx, now: new Date(now) };
    const work = (await tx.get('serviceProblem', workIdOf(ticket) ?? ''))?.body;
    if (!work) return void (await move(act, troubleTicketNoun, ticket, { status: 'resolved', statusChangeReason: 'There is no such work any more.' }));
    await answer(act, noun(), ticket, work, await byRule(act, work, ticket));
  },
});

async function openObjections({ tx }: Act, workId: string): Promise<Resource[]> {
  const where = [oneOf('relatedEntity.id', workId), oneOf('ticketType', OBJECTION), oneOf('status', 'acknowledged', 'inProgress')];
  return (await tx.list('troubleTicket', { where })).rows.map(({ body }) => body);
}

/** Our planners' answer to whoever asked to have work moved. */
export const objectionLever = (noun: () => Noun): Lever => ({
  path: 'maintenance/:id/answer',
  summary: 'Answers everybody who has asked to have planned work moved: with "start" it is moved to begin then, without it stays.',
  body: { start: 'instant', reason: 'text' },
  optional: ['start'],
  pull: async (act, { params, body }) => {
    const id = params['id'] ?? '';
    const asked = await openObjections(act, id);
    if (asked.length === 0) throw notFound();
    const start = instant(body['start']) || undefined;
    for (const ticket of asked) {
      const work = (await act.tx.get('serviceProblem', id))?.body;
      if (!work) throw notFound();
      if (work['status'] !== 'acknowledged' && start !== undefined) throw invalidField('Work that has begun, or is over, cannot be moved.');
      // The second who asked finds it moved already.
      await answer(act, noun(), ticket, work, { start, reason: String(body['reason']) });
    }
    return { id, answered: asked.length };
  },
});
