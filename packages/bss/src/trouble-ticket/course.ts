import type { Resource, StoreTransaction } from '../store/store.ts';
import { Dice } from '../world/random.ts';
import { change, type Course, instant, iso, objects, oneOf, type Pace } from '../simulator/course.ts';

const SUPPORT = 'Meridian support';
const FIVE_DAYS = 5 * 86_400_000;

/** Has the customer written since we asked? Their notes carry the id of who wrote them. */
function isAnswered(ticket: Resource): boolean {
  const asked = instant(ticket['statusChangeDate']);
  return objects(ticket['note']).some((note) => note['authorId'] !== undefined && instant(note['date']) >= asked);
}

/** One ticket in three needs a word from the customer; which one does not depend on when. */
function needsQuestion(ticket: Resource): boolean {
  const asked = objects(ticket['statusChange']).some(({ status }) => status === 'pending');
  return !asked && new Dice(ticket.id).chance(1 / 3);
}

/** A fixed ticket stays open to a "no, it is not" as long as it took to fix, at most five days. */
function patience(ticket: Resource, step: number): number {
  const took = instant(ticket['resolutionDate']) - instant(ticket['creationDate']);
  return Math.min(Math.max(took, 2 * step), FIVE_DAYS);
}

function dueAt(ticket: Resource, step: number): number {
  const next = instant(ticket['lastUpdate']) + step;
  const expected = instant(ticket['expectedResolutionDate']);
  if (ticket['status'] === 'resolved') return Math.max(next, instant(ticket['resolutionDate']) + patience(ticket, step));
  if (ticket['status'] === 'pending') return isAnswered(ticket) ? next : Infinity;
  // A ticket nobody has planned yet is fresh and picked up at once.
  return Math.max(next, expected);
}

interface Move {
  status: string;
  reason: string;
  note: string;
}

const MOVES = {
  pickUp: { status: 'inProgress', reason: 'We have begun to work on it', note: 'Thank you for telling us. A colleague looks into it now.' },
  ask: { status: 'pending', reason: 'We need an answer from you', note: 'Please tell us when this happened last, and whether switching off and on made a difference.' },
  resume: { status: 'inProgress', reason: 'You answered', note: 'Thank you, that helps. We go on.' },
  fix: { status: 'resolved', reason: 'Fixed', note: 'We found the cause and mended it. Please tell us if it comes back.' },
  close: { status: 'closed', reason: 'No answer since it was fixed', note: 'We close this ticket. You can raise another at any time.' },
} satisfies Record<string, Move>;

function moveFor(ticket: Resource): Move {
  const status = ticket['status'];
  if (status === 'acknowledged') return MOVES.pickUp;
  if (status === 'pending') return MOVES.resume;
  if (status === 'resolved') return MOVES.close;
  return needsQuestion(ticket) ? MOVES.ask : MOVES.fix;
}

async function advance(tx: StoreTransaction, ticket: Resource, { now, step }: Pace): Promise<void> {
  const { status, reason, note } = moveFor(ticket);
  const notes = objects(ticket['note']);
  const patch = {
    status,
    statusChangeReason: reason,
    note: [...notes, { id: `${ticket.id}-${notes.length + 1}`, date: iso(now), author: SUPPORT, text: note }],
    ...(status === 'inProgress' && { expectedResolutionDate: iso(Math.max(now + 2 * step, instant(ticket['expectedResolutionDate']))) }),
  };
  await change(tx, 'troubleTicket', ticket, patch, now);
}

/** TMF621: picked up, perhaps a question, fixed, closed. What is held stays held. */
export const tickets: Course = {
  resource: 'troubleTicket',
  open: [oneOf('status', 'acknowledged', 'inProgress', 'pending', 'resolved')],
  isDue: (ticket, { now, step }) => now >= dueAt(ticket, step),
  advance,
};
