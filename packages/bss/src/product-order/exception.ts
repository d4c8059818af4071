import { instant, iso, type Json, objects, text } from '../simulator/course.ts';
import { isReached, milestonesOf, noted, without } from './item.ts';

/** What a line needs before it can go on. `until`: the instant after which it is given up. */
export interface Need {
  kind: string;
  text: string;
  until?: string;
  /** What would answer it. */
  choices?: readonly { id: string; name: string }[];
}

/** A line that cannot go on until the customer does something. */
export function waiting(item: Json, need: Need, now: Date): Json {
  const at = iso(now.getTime());
  return noted({ ...item, state: 'pending', waitingFor: 'customer', informationRequired: { ...need, askedAt: at } }, need.text, at);
}

/** What is ahead of a line, so much later. */
export function delayed(item: Json, milliseconds: number): Json {
  if (milliseconds <= 0) return item;
  const later = (value: unknown) => iso(instant(value) + milliseconds);
  const milestone = milestonesOf(item).map((step) => (isReached(step) ? step : { ...step, status: 'Yet-To-Reach', milestoneDate: later(step['milestoneDate']) }));
  return {
    ...item,
    ...(milestone.length > 0 && { milestone }),
    ...(item['expectedCompletionDate'] !== undefined && { expectedCompletionDate: later(item['expectedCompletionDate']) }),
  };
}

/** How long a line has been standing still. */
function waited(item: Json, now: number): number {
  const asked = instant(objects(item['informationRequired'])[0]?.['askedAt']);
  if (asked > 0) return now - asked;
  const next = milestonesOf(item).find((step) => !isReached(step));
  return next ? Math.max(0, now - instant(next['milestoneDate'])) : 0;
}

/** Goes on where it stopped: as much later as it stood, but for a visit, whose time is set. */
export function resumed(item: Json, words: string, now: Date): Json {
  const at = iso(now.getTime());
  const [need] = objects(item['informationRequired']);
  const answered = need ? [...objects(item['informationProvided']), { ...need, answeredAt: at }] : undefined;
  const onTime = item['appointment'] !== undefined ? item : delayed(item, waited(item, now.getTime()));
  const free = without(onTime, 'waitingFor', 'informationRequired');
  return noted({ ...free, state: 'inProgress', ...(answered && { informationProvided: answered }) }, words, at);
}

const waitsForCustomer = (item: Json) => item['state'] === 'pending' && item['waitingFor'] === 'customer';

/** Nobody answered in time. */
export function isGivenUp(item: Json, now: number): boolean {
  const until = instant(objects(item['informationRequired'])[0]?.['until']);
  return waitsForCustomer(item) && until > 0 && until <= now;
}

const idsOf = (value: unknown) => new Set(objects(value).map(({ id, text: words, name }) => text(id) ?? text(words) ?? text(name)));

/** Has a list got something that it did not have before, from anybody but us? */
function isNew(before: unknown, after: unknown, author: string): boolean {
  const known = idsOf(before);
  return objects(after).some((one) => one['author'] !== author && !known.has(text(one['id']) ?? text(one['text']) ?? text(one['name'])));
}

/** A note or a document that the customer has added to a line or to its order. */
export function hasAnswered(before: Json, after: Json, us: string): boolean {
  return ['note', 'attachment'].some((name) => isNew(before[name], after[name], us));
}
