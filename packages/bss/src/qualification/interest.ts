import { addresseesOf, send } from '../communication/send.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { type Course, instant, iso, objects, oneOf, text } from '../simulator/course.ts';
import { valuesAt } from '../store/match.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { conflict, unprocessable } from '../surface/tmf-error.ts';

/** A qualification that can be asked again by itself. */
export interface Waiting {
  noun: Noun;
  work(act: Act, body: Resource): Promise<JsonObject>;
  /** Its list of items, where dates and reasons stand. */
  items: string;
  /** What was asked for, in words: `Fibre 1000`. */
  nameOf(body: Resource): string;
}

const DAY = 86_400_000;

/** When it is worth another look: on the day that a reason names, else tomorrow. */
function nextLook(body: Resource, items: string, now: number): number {
  const named = valuesAt(body, [items, 'eligibilityUnavailabilityReason', 'remedy', 'date']).map(instant);
  return Math.min(...named.filter((date) => date > now), ...(named.some((date) => date > now) ? [] : [now + DAY]));
}

const waiting = (body: Resource, items: string, since: string, now: Date): Resource => ({
  ...body,
  interest: { state: 'waiting', since, nextLook: iso(nextLook(body, items, now.getTime())) },
});

const interestOf = (body: Resource): JsonObject => objects(body['interest'])[0] ?? {};

/** `registerInterest: true` on an answer that was a no puts the asker's name down; `false` takes it off. */
function registered(before: Resource, after: Resource, items: string, now: Date): Resource {
  const wanted = after['registerInterest'] === true;
  if (wanted === (before['registerInterest'] === true)) return after;
  if (!wanted) {
    const { interest: _over, ...rest } = after;
    return rest;
  }
  if (after['state'] !== 'done') throw conflict('Wait for the answer: interest is registered in what cannot be had yet.');
  if (after['qualificationResult'] === 'qualified') throw unprocessable('It can be had already: order it.');
  if (addresseesOf(after).length === 0) throw unprocessable('Say whom to write to: a relatedParty with the role "customer".');
  return waiting(after, items, now.toISOString(), now);
}

async function look({ noun, work, items, nameOf }: Waiting, act: Act, body: Resource): Promise<void> {
  const answer = await work(act, body);
  const since = text(interestOf(body)['since']) ?? act.now.toISOString();
  if (answer['qualificationResult'] !== 'qualified') {
    // Nothing to tell: that there is still nothing was known.
    await act.tx.put(noun.resource, waiting(body, items, since, act.now));
    return;
  }
  const interest = { state: 'answered', since, answeredDate: act.now.toISOString() };
  const after = { ...body, ...answer, registerInterest: false, interest };
  await save(act.tx, noun.resource, after, act.now);
  const name = nameOf(body);
  await send(act, addresseesOf(body), {
    subject: `${name}: you can order it now`,
    content: `You asked us to write when ${name} can be had. It can: order it whenever you like.`,
    category: 'order',
    about: { id: body.id, name, '@referredType': text(body['@type']) ?? noun.resource },
    key: `interest/${body.id}/${since}`,
  });
}

/** The course of those who wait: asked again on the day that was named, else once a day. */
function courseOf(facts: Waiting): Course {
  return {
    resource: facts.noun.resource,
    open: [oneOf('interest.state', 'waiting')],
    isDue: (body, { now }) => interestOf(body)['state'] === 'waiting' && now >= instant(interestOf(body)['nextLook']),
    advance: (tx, body, { now }) => look(facts, { tx, now: new Date(now) }, body),
  };
}

/** A qualification in which the asker may put their name down for what cannot be had yet, and is written to when it can. */
export function withInterest(facts: Waiting): Noun {
  const { noun, items } = facts;
  return {
    ...noun,
    changing: async ({ now }, before, after) => registered(before, after, items, now),
    courses: [...(noun.courses ?? []), courseOf(facts)],
  };
}
