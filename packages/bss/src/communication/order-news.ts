import { inWords } from '../appointment/slots.ts';
import { periodOf } from '../appointment/time.ts';
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

const asked = (order: Resource): Json[] => linesOf(order).filter(({ state, waitingFor }) => state === 'pending' && waitingFor === 'customer');

/** What a line that newly waits needs, as it says it itself. */
function needWords(before: Resource, after: Resource, name: string): Words | undefined {
  const known = new Set(asked(before).map(({ id }) => id));
  const fresh = asked(after).find(({ id }) => !known.has(id));
  if (!fresh) return undefined;
  const [need] = objects(fresh['informationRequired']);
  const words = text(need?.['text']) ?? 'The order says what we need.';
  if (need?.['kind'] === 'activation') return [`Ready to activate: ${name}`, words];
  const until = instant(need?.['until']);
  return [`We need something from you: ${name}`, `${words} Please open the order and answer there${until > 0 ? `, by ${day.format(until)}` : ''}.`];
}

/** When somebody comes, by the visit. */
const visitsIn = (order: Resource): Map<string, string> =>
  new Map(linesOf(order).flatMap((line) => objects(line['appointment'])).flatMap((visit) => {
    const period = periodOf(visit['validFor']);
    return typeof visit['id'] === 'string' && period ? [[visit['id'], inWords(period)]] : [];
  }));

/** A technician comes, or comes at another time than was said. */
function visitWords(before: Resource, after: Resource, name: string): Words | undefined {
  const [were, are] = [visitsIn(before), visitsIn(after)];
  const [id, when] = [...are].find(([visit, at]) => were.get(visit) !== at) ?? [];
  if (id === undefined || when === undefined) return undefined;
  const was = were.get(id) ?? [...were].find(([visit]) => !are.has(visit))?.[1];
  if (was !== undefined) return [`${name}: the visit has moved`, `The technician now comes on ${when}, not on ${was}.`];
  return [`${name}: a technician comes`, `The visit is on ${when}. You can move it in the order until the afternoon of the working day before.`];
}

/** The latest day on which a line is expected, 0 where none has one. */
const expected = (order: Resource): number => Math.max(0, instant(order['expectedCompletionDate']), ...linesOf(order).map((item) => instant(item['expectedCompletionDate'])));

const A_DAY = 86_400_000;

function wordsFor(before: Resource, after: Resource, name: string): Words | undefined {
  const state = text(after['state']) ?? '';
  if (before['state'] !== state && Object.hasOwn(ENDS, state)) return ENDS[state]?.(name);
  return needWords(before, after, name) ?? visitWords(before, after, name) ?? laterWords(before, after, name);
}

/** Why a line's day has slipped, as it says it itself. */
function reasonIn(before: Resource, after: Resource): string | undefined {
  const were = new Map(linesOf(before).map((line) => [line['id'], line]));
  const slipped = linesOf(after).find((line) => instant(line['expectedCompletionDate']) > instant(were.get(line['id'])?.['expectedCompletionDate']));
  const notes = objects(slipped?.['note']);
  return notes.length > objects(were.get(slipped?.['id'])?.['note']).length ? text(notes.at(-1)?.['text']) : undefined;
}

function laterWords(before: Resource, after: Resource, name: string): Words | undefined {
  const [was, is] = [expected(before), expected(after)];
  if (was === 0 || is - was < A_DAY) return undefined;
  const reason = reasonIn(before, after) ?? 'The order says why.';
  return [`${name} takes longer`, `We now expect it on ${day.format(is)}, not on ${day.format(was)}. ${reason} In the order you can wait, ask us to hurry, or cancel what is late.`];
}

/** Tells a customer what they would want to hear of an order: its end, a question, a visit, a later day. Nothing else. */
export async function tellOfOrder(act: Act, before: Resource, after: Resource): Promise<void> {
  const name = `Your order ${text(after['externalId']) ?? ''}`.trim();
  const words = wordsFor(before, after, name);
  if (!words) return;
  const [subject, content] = words;
  const letter: Letter = { subject, content, category: 'order', about: { id: after.id, name: text(after['externalId']), '@referredType': 'ProductOrder' } };
  await send(act, addresseesOf(after), letter);
}
