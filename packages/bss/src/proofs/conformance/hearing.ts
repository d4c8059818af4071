import { must, mustBe } from './asking.ts';
import { always, type Check } from './check.ts';
import { allows, another, created, type Delivered, objectIn, type Subject } from './subject.ts';
import { minimalBody } from './bodies.ts';
import { isFinal, sameJson } from '../../rules/lifecycle.ts';
import { isObject } from '../../surface/body.ts';

const CALLBACK = 'https://crm.example/tmf';
const hubOf = ({ view }: Subject): string => `${view.bases[0]}/hub`;
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

async function subscribed(subject: Subject, query?: string): Promise<string> {
  const body = { callback: CALLBACK, ...(query !== undefined && { query }) };
  const answer = await subject.ask({ method: 'POST', path: hubOf(subject), body });
  mustBe(answer, 201, 'a subscription');
  const { id, callback, query: asked } = objectIn(answer);
  must(callback === CALLBACK && asked === query, 'a subscription answers what it is', answer);
  return id;
}

async function unsubscribe(subject: Subject, id: string): Promise<void> {
  mustBe(await subject.ask({ method: 'DELETE', path: `${hubOf(subject)}/${id}` }), 204, 'the end of a subscription');
}

/** A subscription for as long as the work takes: one left behind would be heard in the next check. */
async function during(subject: Subject, query: string | undefined, work: () => Promise<void>): Promise<void> {
  const id = await subscribed(subject, query);
  let failed = true;
  try {
    await work();
    failed = false;
  } finally {
    const ended = unsubscribe(subject, id);
    await (failed ? ended.catch(() => undefined) : ended);
  }
}

/** What came since, on this resource. */
async function heard(subject: Subject, since: number, id: string): Promise<Delivered[]> {
  await subject.tick();
  return subject.delivered.slice(since).filter(({ body }) => {
    const { event } = body;
    return isObject(event) && Object.values(event).some((one) => isObject(one) && one['id'] === id);
  });
}

/** TMF630's envelope, in v4's spelling or v5's. */
function mustBeEvent({ url, body }: Delivered, subject: Subject, kind: RegExp): void {
  const shown = JSON.stringify(body).slice(0, 300);
  const { eventId, eventTime, eventType, event } = body;
  must(typeof eventId === 'string' && eventId !== '', `an event has an id: ${shown}`);
  must(typeof eventTime === 'string' && !Number.isNaN(Date.parse(eventTime)), `an event has a time: ${shown}`);
  must(typeof eventType === 'string' && kind.test(eventType), `the event is called ${kind.source}: ${shown}`);
  must(url === `${CALLBACK}/listener/${camel(eventType)}`, `the event goes to its own listener: ${url}`);
  must(isObject(event) && isObject(event[subject.view.resource]), `the event holds the ${subject.view.resource}: ${shown}`);
  must((subject.view.version === 'v5' ? 'timeOccurred' : 'timeOcurred') in body, `the envelope is that of ${subject.view.version}: ${shown}`);
}

const only = (found: readonly Delivered[], what: string): Delivered => {
  const [first] = found;
  must(first !== undefined && found.length === 1, `${what} is told once, not ${found.length} times: ${found.map(({ url }) => url).join(' ')}`);
  return first;
};

async function hearsOfAll(subject: Subject): Promise<void> {
  let since = subject.delivered.length;
  const made = await created(subject, minimalBody(subject.definition, subject.view, subject.dice));
  const [first] = await heard(subject, since, made.id);
  must(first !== undefined, 'a create is told');
  mustBeEvent(first, subject, /CreateEvent$/);
  const body = isObject(first.body['event']) ? first.body['event'][subject.view.resource] : undefined;
  const alike = isObject(body) && Object.keys(body).every((name) => name === 'href' || sameJson(body[name], made[name]));
  must(alike, `the event holds what was created: ${JSON.stringify(body)} for ${JSON.stringify(made)}`);
  const { lifecycle } = subject.definition;
  const stored = await subject.store.read().get(subject.definition.resource, made.id);
  // What is done the moment it is asked for can no longer change.
  if (allows(subject, 'patch') && !(lifecycle && stored && isFinal(subject.definition, stored.body))) {
    since = subject.delivered.length;
    mustBe(await subject.ask({ method: 'PATCH', path: subject.one(made.id), body: { faceplateNote: 'x' } }), 200, 'a patch');
    mustBeEvent(only(await heard(subject, since, made.id), 'a change'), subject, /ChangeEvent$/);
  }
  if (!allows(subject, 'delete')) return;
  since = subject.delivered.length;
  mustBe(await subject.ask({ method: 'DELETE', path: subject.one(made.id) }), 204, 'a removal');
  mustBeEvent(only(await heard(subject, since, made.id), 'a removal'), subject, /DeleteEvent$/);
}

const roundTrip: Check = {
  title: 'a subscriber hears of a create, a change and a removal, until it unsubscribes',
  applies: (subject) => allows(subject, 'create'),
  run: async (subject) => {
    await during(subject, undefined, () => hearsOfAll(subject));
    const since = subject.delivered.length;
    await another(subject);
    await subject.tick();
    must(subject.delivered.length === since, 'who unsubscribed hears nothing more');
  },
};

const chosen: Check = {
  title: 'a subscriber hears only of the events it asked for',
  applies: (subject) => allows(subject, 'create') && allows(subject, 'delete'),
  run: async (subject) => {
    const erased = async () => {
      const { id } = await another(subject);
      await subject.tick();
      const since = subject.delivered.length;
      await subject.ask({ method: 'DELETE', path: subject.one(id) });
      return only(await heard(subject, since, id), 'a removal');
    };
    let name = '';
    await during(subject, undefined, async () => {
      name = String((await erased()).body['eventType']);
    });
    const before = subject.delivered.length;
    await during(subject, `eventType=${name}`, async () => void (await erased()));
    const others = subject.delivered.slice(before).filter(({ body }) => body['eventType'] !== name);
    must(others.length === 0, `an event nobody asked for is not told: ${others.map(({ url }) => url).join(' ')}`);
  },
};

const refusals: Check = {
  title: 'a subscription that makes no sense is refused',
  applies: always,
  run: async (subject) => {
    const nonsense = [{}, { callback: 7 }, { callback: 'nonsense' }, { callback: 'http://127.0.0.1/x' }, { callback: CALLBACK, query: 7 }];
    for (const body of nonsense) mustBe(await subject.ask({ method: 'POST', path: hubOf(subject), body }), 400, 'a subscription');
    const id = await subscribed(subject);
    await unsubscribe(subject, id);
    mustBe(await subject.ask({ method: 'DELETE', path: `${hubOf(subject)}/${id}` }), 404, 'the end of what has ended');
    mustBe(await subject.ask({ method: 'PUT', path: hubOf(subject), body: {} }), 405, 'PUT of a subscription');
  },
};

export const hearing: readonly Check[] = [roundTrip, chosen, refusals];
