import { valueOf, withValues } from '../rules/characteristic.ts';
import { type Course, instant, iso, type Json, objects, oneOf, type Pace } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { Dice } from '../world/random.ts';
import { waitsForCompany } from './approval.ts';
import { recordBroken } from './broken-promise.ts';
import { nextBreach } from './clock.ts';
import { asksForDecision, needsReview, OBJECTION, questionFor } from './decision.ts';
import { kinOf } from './family.ts';
import type { MoveTicket } from './levers.ts';
import { patience, reopenUntil } from './window.ts';

const SUPPORT = 'Meridian support';
/** So long a bill is looked into before our rules decide. */
const REVIEW = 86_400_000;

/** Has the customer written since we asked? Their notes carry the id of who wrote them. */
function isAnswered(ticket: Resource): boolean {
  const asked = instant(ticket['statusChangeDate']);
  return objects(ticket['note']).some((note) => note['authorId'] !== undefined && instant(note['date']) >= asked);
}

/** One ticket in three needs a word from the customer; which one does not depend on when. */
function needsQuestion(ticket: Resource): boolean {
  const asked = objects(ticket['statusChange']).some(({ status }) => status === 'pending');
  return !asked && !asksForDecision(ticket) && new Dice(ticket.id).chance(1 / 3);
}

/** Until when our people are at work: as long as planned; tickets from before there was a clock, until they are expected to be done. */
function workUntil(ticket: Resource): number {
  const planned = instant(valueOf(ticket['troubleTicketCharacteristic'], 'workUntil'));
  if (planned > 0) return planned;
  const clocked = valueOf(ticket['troubleTicketCharacteristic'], 'entitlement') !== undefined;
  return clocked ? 0 : instant(ticket['expectedResolutionDate']);
}

/** The children of an incident's ticket go as it goes, and it goes as the incident does. */
const isLed = (ticket: Resource): boolean =>
  kinOf(ticket, 'parent').length > 0 || objects(ticket['relatedEntity']).some((one) => one['@referredType'] === 'ServiceProblem' && one['role'] === 'incident');

function movesAt(ticket: Resource, step: number): number {
  const next = instant(ticket['lastUpdate']) + step;
  if (ticket['status'] === 'resolved') return Math.max(next, reopenUntil(ticket));
  if (isLed(ticket) || waitsForCompany(ticket)) return Infinity;
  // Whoever plans the work answers (service-problem/objection.ts).
  if (ticket['ticketType'] === OBJECTION && ticket['status'] === 'inProgress') return Infinity;
  if (ticket['status'] === 'pending') return isAnswered(ticket) ? next : Infinity;
  // A ticket nobody has planned yet is fresh and picked up at once.
  return Math.max(next, workUntil(ticket));
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
  decide: { status: 'resolved', reason: 'Decided', note: 'We have decided. Please tell us if something is unclear.' },
  close: { status: 'closed', reason: 'No answer since it was fixed', note: 'We close this ticket. You can raise another at any time.' },
} satisfies Record<string, Move>;

function moveFor(ticket: Resource): Move {
  const status = ticket['status'];
  if (status === 'acknowledged') return MOVES.pickUp;
  if (status === 'pending') return MOVES.resume;
  if (status === 'resolved') return MOVES.close;
  const question = questionFor(ticket);
  if (question !== undefined) return { ...MOVES.ask, note: question };
  if (needsQuestion(ticket)) return MOVES.ask;
  return asksForDecision(ticket) ? MOVES.decide : MOVES.fix;
}

/** Writes down that a promise was broken; the ticket goes on as before. */
async function recordBreach(tx: StoreTransaction, ticket: Resource, now: number): Promise<Resource> {
  const list = ticket['troubleTicketCharacteristic'];
  const due = (name: string, breached: string) => {
    const date = instant(valueOf(list, name));
    return date > 0 && date < now ? { [breached]: valueOf(list, breached) ?? iso(date) } : {};
  };
  const respond = valueOf(list, 'respondedAt') === undefined ? due('responseDue', 'responseBreachedAt') : {};
  const breached = withValues(list, { ...respond, ...due('restoreDue', 'restoreBreachedAt') });
  const late = { ...ticket, troubleTicketCharacteristic: breached };
  await recordBroken({ tx, now: new Date(now) }, ticket, late);
  return (await save(tx, 'troubleTicket', late, new Date(now))).body;
}

async function advance(tx: StoreTransaction, found: Resource, { now, step }: Pace, move: MoveTicket): Promise<void> {
  const ticket = nextBreach(found) < now ? await recordBreach(tx, found, now) : found;
  if (now < movesAt(ticket, step)) return;
  const { status, reason, note } = moveFor(ticket);
  const notes = objects(ticket['note']);
  const said = await saidWith(tx, ticket, status, { now, step });
  await move({ tx, now: new Date(now) }, ticket, {
    status,
    statusChangeReason: reason,
    note: [...notes, { id: `${ticket.id}-${notes.length + 1}`, date: iso(now), author: SUPPORT, text: note }],
    ...(said && { troubleTicketCharacteristic: withValues(ticket['troubleTicketCharacteristic'], said) }),
  });
}

/** What our people say with a move: until when they are at it, or how long a fix can be doubted. */
async function saidWith(tx: StoreTransaction, ticket: Resource, status: string, pace: Pace): Promise<Json | undefined> {
  if (status === 'inProgress') return { workUntil: iso(pace.now + (await workOf(tx, ticket, pace))) };
  return status === 'resolved' ? { patience: patience(ticket, pace.now, pace.step) } : undefined;
}

/** How long our people are at it. Those who look into a bill take a working day, in which an operator may decide. */
async function workOf(tx: StoreTransaction, ticket: Resource, { now, step }: Pace): Promise<number> {
  return (await needsReview({ tx, now: new Date(now) }, ticket)) ? Math.max(REVIEW, 2 * step) : 2 * step;
}

/** TMF621: picked up, perhaps a question, fixed, closed. What is held stays held. */
export const ticketCourse = (move: MoveTicket): Course => ({
  resource: 'troubleTicket',
  open: [oneOf('status', 'acknowledged', 'inProgress', 'pending', 'resolved')],
  isDue: (ticket, { now, step }) => now >= movesAt(ticket, step) || nextBreach(ticket) < now,
  advance: (tx, ticket, pace) => advance(tx, ticket, pace, move),
});
