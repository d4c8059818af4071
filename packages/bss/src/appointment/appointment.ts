import type { Act, Noun } from '../nouns/noun.ts';
import { visitLost, visitSet } from '../product-order/visit.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { instant, iso, objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { TmfError } from '../surface/tmf-error.ts';
import { without } from '../product-order/item.ts';
import { booked, crewOf, release } from './booking.ts';
import { holds } from './hold.ts';
import { slotLevers } from './slot-levers.ts';
import { momentInWords } from './slots.ts';

/** How long a visit is kept for somebody who has not confirmed it. Milliseconds. */
const HOLD = 15 * 60_000;

/** Who did not come: it is not the same to either side. `missedBy` is ours. */
const MISSED: Readonly<Record<string, string>> = {
  us: 'Our technician did not come, and we are sorry. Please choose another time.',
  customer: 'Nobody was there when our technician came. Please choose another time.',
};

const isOpen = ({ status }: Resource) => status === 'initialized' || status === 'confirmed';

async function creating(act: Act, body: Resource): Promise<Resource> {
  const said = without(body, 'technician', 'holdUntil', 'changeUntil', 'visitHistory') as Resource;
  const taken = await booked(act, said);
  if (!crewOf(taken) || taken['status'] !== 'initialized') return taken;
  return { ...taken, holdUntil: iso(act.now.getTime() + HOLD) };
}

/** Throws 409 with the reason when the round of that day is planned. */
function refuseLate({ now }: Act, before: Resource): void {
  const until = instant(before['changeUntil']);
  if (before['status'] !== 'confirmed' || until === 0 || now.getTime() <= until) return;
  const message = `This visit could be moved or cancelled until ${momentInWords(until)}; now the technician's day is planned. Call us if nobody will be there.`;
  throw new TmfError(409, 'cutOffPassed', 'Too late to change', message);
}

/** The same appointment at another time: what it was before stays to be seen. */
async function moved(act: Act, before: Resource, after: Resource): Promise<Resource> {
  refuseLate(act, before);
  const taken = await booked(act, without(after, 'technician', 'changeUntil') as Resource);
  await release(act, before);
  const entry = { validFor: before['validFor'], changeDate: iso(act.now.getTime()) };
  return { ...taken, visitHistory: [...objects(before['visitHistory']), entry] };
}

async function changing(act: Act, before: Resource, after: Resource): Promise<Resource> {
  const kept: Resource = { ...after, ...(before['technician'] !== undefined && { technician: before['technician'] }) };
  if (!isOpen(kept)) return ended(act, before, kept);
  const moves = !sameJson(before['validFor'], kept['validFor']);
  const body = moves ? await moved(act, before, kept) : kept;
  const settled = body['status'] === 'confirmed' ? (without(body, 'holdUntil') as Resource) : body;
  if (moves || before['status'] !== body['status']) await visitSet(act, settled);
  return settled;
}

async function ended(act: Act, before: Resource, after: Resource): Promise<Resource> {
  if (before['status'] === after['status']) return after;
  if (after['status'] === 'cancelled') {
    refuseLate(act, before);
    await release(act, before);
    await visitLost(act, after, 'The visit was cancelled. Please choose another time.');
  } else if (after['status'] === 'failed') {
    await visitLost(act, after, MISSED[String(after['missedBy'])] ?? 'The visit did not take place. Please choose another time.');
  }
  return without(after, 'holdUntil') as Resource;
}

async function removing(act: Act, before: Resource): Promise<void> {
  if (!isOpen(before)) return;
  refuseLate(act, before);
  await release(act, before);
  await visitLost(act, before, 'The visit was cancelled. Please choose another time.');
}

/** TMF646: a visit takes a crew of its area and slot, gives it back, and moves within a cut-off. */
export const appointmentNoun: Noun = {
  resource: 'appointment',
  creating,
  created: async (act, body) => {
    await visitSet(act, body);
    return body;
  },
  changing,
  removing,
  courses: [holds],
  levers: slotLevers,
};
