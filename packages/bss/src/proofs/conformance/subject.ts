import { type Ask, type Answer, asker, type Fetch, must, mustBe, type Watch } from './asking.ts';
import { fullBody, minimalBody, storedBody } from './bodies.ts';
import { PROBLEMS } from './values.ts';
import { ALWAYS } from './watches.ts';
import { createBss } from '../../bss.ts';
import type { Definition, View } from '../../definitions/definition.ts';
import { definitionOf } from '../../definitions/definitions.ts';
import { isFinal } from '../../rules/lifecycle.ts';
import type { Resource, Store } from '../../store/store.ts';
import { isObject, type JsonObject } from '../../surface/body.ts';
import { Dice } from '../../world/random.ts';

export const START = '2026-11-21T10:00:00.000Z';
export const ORIGIN = 'http://bss.test';

/** One resource in one version on one store, and ways of asking about it. */
export interface Subject {
  readonly definition: Definition;
  readonly view: View;
  readonly store: Store;
  readonly dice: Dice;
  /** What the operator has chosen for a page that is not the whole. */
  readonly partialStatus: 200 | 206;
  readonly ask: Ask;
  /** Path of the collection. */
  readonly collection: string;
  /** What reached the subscribers' addresses so far. */
  readonly delivered: readonly Delivered[];
  /** Path of one. */
  one(id: string): string;
  /** Lets time pass: a thing of its own instant is told apart from the last. */
  later(milliseconds: number): void;
  tick(): Promise<void>;
}

export interface Delivered {
  readonly url: string;
  readonly body: JsonObject;
}

export interface SubjectOptions {
  readonly seed: number;
  readonly partialStatus?: 200 | 206;
  /** What stands between the suite and the BSS: a saboteur, in the suite's own tests. */
  readonly between?: (fetch: Fetch) => Fetch;
  readonly watches?: readonly Watch[];
}

const OUTER = 'outer-1';

/** What it is inside of, or about: put there for it to be found. */
async function surround(definition: Definition, store: Store): Promise<void> {
  const { under, basePath, mandatory = [] } = definition;
  if (mandatory.includes('parentProblem')) await store.load(PROBLEMS.map((id) => ({ resource: 'serviceProblem', body: { id } })));
  if (!under) return;
  const outer = { id: OUTER, href: `${basePath}/${under.resource}/${OUTER}`, name: 'around it' };
  await store.transaction((tx) => tx.put(under.resource, outer));
}

function collectionOf({ under }: Definition, { bases: [base], resource }: View): string {
  return under ? `${base}/${under.resource}/${OUTER}/${resource}` : `${base}/${resource}`;
}

/** A subscriber's address that writes down what comes and takes it. */
function inbox(delivered: Delivered[]): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    delivered.push({ url: request.url, body: (await request.json()) as JsonObject });
    return new Response(null, { status: 201 });
  };
}

/** A BSS over an empty store, to be asked about this view. */
export async function subjectOf(definition: Definition, view: View, store: Store, options: SubjectOptions): Promise<Subject> {
  await surround(definition, store);
  const { seed, partialStatus = 200, between = (fetch) => fetch, watches = [] } = options;
  let now = Date.parse(START);
  const delivered: Delivered[] = [];
  const faults: unknown[] = [];
  const bss = createBss({
    store,
    clock: () => new Date(now),
    partialStatus,
    simulate: false,
    hub: { fetch: inbox(delivered), resolve: async () => ['203.0.114.7'] },
    report: (cause) => faults.push(cause),
  });
  const noFault: Watch = (answer) => must(faults.length === 0, `a fault of ours: ${faultText(faults[0])}`, answer);
  const collection = collectionOf(definition, view);
  return {
    definition,
    view,
    store,
    dice: new Dice(`conformance ${seed} ${view.version} ${view.resource}`),
    ask: asker(between((request) => bss.fetch(request)), ORIGIN, [noFault, ...ALWAYS, ...watches]),
    partialStatus,
    collection,
    delivered,
    one: (id) => `${collection}/${encodeURIComponent(id)}`,
    later: (milliseconds) => {
      now += milliseconds;
    },
    tick: () => bss.tick(),
  };
}

const faultText = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message).split('\n').slice(0, 4).join(' ') : String(cause));

/** Can this be done with the resource at all? */
export const allows = ({ view }: Subject, operation: View['operations'][number]): boolean => view.operations.includes(operation);

/** The object an answer holds. */
export function objectIn(answer: Answer): Resource {
  must(isObject(answer.body) && typeof answer.body['id'] === 'string', 'the answer is one resource', answer);
  return answer.body as Resource;
}

/** The rows an answer holds. */
export function rowsIn(answer: Answer): Resource[] {
  must(answer.status === 200 || answer.status === 206, 'a list should answer 200 (or 206)', answer);
  must(Array.isArray(answer.body), 'a list answers an array', answer);
  return answer.body as Resource[];
}

export async function created(subject: Subject, body: object): Promise<Resource> {
  const answer = await subject.ask({ method: 'POST', path: subject.collection, body });
  mustBe(answer, 201, 'a create');
  return objectIn(answer);
}

/** Puts a document straight into the store, as billing or the world would. */
export async function put({ store, definition }: Subject, body: Resource): Promise<void> {
  await store.transaction((tx) => tx.put(definition.resource, body));
}

/** One more of the kind: by a call where there is one, else put there as the operator's own systems do. */
export async function another(subject: Subject, kind: 'minimal' | 'full' = 'minimal'): Promise<Resource> {
  const { definition, view, dice } = subject;
  subject.later(1000);
  if (allows(subject, 'create')) return created(subject, kind === 'full' ? fullBody(definition, view, dice) : minimalBody(definition, view, dice));
  const id = `stored-${dice.digits(9)}`;
  // What is composed when it is asked for is there as soon as its source is.
  const source = definition.from === undefined ? definition : definitionOf(definition.from);
  const body = storedBody(source, id, OUTER, dice);
  await subject.store.transaction((tx) => tx.put(source.resource, body));
  return objectIn(await subject.ask({ method: 'GET', path: subject.one(id) }));
}

/** One more that can still be changed: what is done the moment it is asked for is put back to where its life starts. */
export async function changeable(subject: Subject, kind: 'minimal' | 'full' = 'minimal'): Promise<Resource> {
  const made = await another(subject, kind);
  const { definition, store } = subject;
  const { lifecycle, resource } = definition;
  const stored = await store.read().get(resource, made.id);
  if (!lifecycle || !stored || !isFinal(definition, stored.body)) return made;
  const open = Object.keys(lifecycle.moves).find((state) => lifecycle.moves[state]?.length !== 0);
  await put(subject, { ...stored.body, [lifecycle.attribute]: open });
  return objectIn(await subject.ask({ method: 'GET', path: subject.one(made.id) }));
}
