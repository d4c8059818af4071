import type { Act } from '../nouns/noun.ts';
import { instant, type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { ZONE } from '../world/zone.ts';
import { addresseesOf, type Letter, send } from './send.ts';

const day = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' });

type Words = readonly [subject: string, content: string];

const ENDS: Readonly<Record<string, (name: string) => Words>> = {
  completed: (name) => [`${name} is complete`, 'Everything you ordered is there and works. You find it under My products.'],
  partial: (name) => [`${name}: part of it could not be done`, 'Some lines are there; others could not be done. The order says which, and why.'],
  failed: (name) => [`${name} could not be done`, 'We are sorry. The order says what stood in the way; nothing of it is charged.'],
  cancelled: (name) => [`${name} is cancelled`, 'Nothing of it is charged. What you have stays as it was.'],
};

/** Lines, and the lines they are made of. */
const linesOf = (order: Resource | Json): Json[] => objects(order['productOrderItem']).flatMap((item) => [item, ...linesOf(item)]);

const asked = (order: Resource): Set<unknown> => new Set(linesOf(order).filter(({ state, waitingFor }) => state === 'pending' && waitingFor === 'customer').map(({ id }) => id));

/** The latest day on which a line is expected, 0 where none has one. */
const expected = (order: Resource): number => Math.max(0, instant(order['expectedCompletionDate']), ...linesOf(order).map((item) => instant(item['expectedCompletionDate'])));

const A_DAY = 86_400_000;

function wordsFor(before: Resource, after: Resource, name: string): Words | undefined {
  const state = text(after['state']) ?? '';
  if (before['state'] !== state && Object.hasOwn(ENDS, state)) return ENDS[state]?.(name);
  const known = asked(before);
  if ([...asked(after)].some((id) => !known.has(id))) return [`We need something from you: ${name}`, 'A line of your order waits for you. Please open the order; it says what we need.'];
  const [was, is] = [expected(before), expected(after)];
  if (was > 0 && is - was >= A_DAY) return [`${name} takes longer`, `We now expect it on ${day.format(is)}, not on ${day.format(was)}. The order says why.`];
  return undefined;
}

/** Tells a customer what they would want to hear of an order: its end, a question, a later day. Nothing else. */
export async function tellOfOrder(act: Act, before: Resource, after: Resource): Promise<void> {
  const name = `Your order ${text(after['externalId']) ?? ''}`.trim();
  const words = wordsFor(before, after, name);
  if (!words) return;
  const [subject, content] = words;
  const letter: Letter = { subject, content, category: 'order', about: { id: after.id, name: text(after['externalId']), '@referredType': 'ProductOrder' } };
  await send(act, addresseesOf(after), letter);
}
