import type { Route } from '@faceplate/gateway';
import { type Actor, type House, sees } from './actors.ts';
import { type Asking, requestOf } from './asking.ts';
import { ABSENT, type Case, casesOf, type Filling } from './cases.ts';

/** What one case came to. */
export interface Outcome {
  readonly name: string;
  readonly status: number;
  /** Why it is a leak, if it is one. */
  readonly leak: string | undefined;
  /** Answered with something of the caller's own. */
  readonly own: boolean;
}

/** Staff find and begin to act for anybody: G2 says who they are, and the audit what they did. */
const STAFF_ONLY = new Set(['customer.find', 'acting.begin']);

const TRACE = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** An answer bare of what differs between any two. */
async function told(response: Response, { asking, id }: Case): Promise<{ status: number; text: string; bare: string }> {
  const headers = [...response.headers].filter(([name]) => !['x-request-id', 'date', 'etag', 'ratelimit', 'retry-after', 'set-cookie'].includes(name));
  const text = `${JSON.stringify(headers)}\n${await response.text()}`;
  // What was asked may be repeated, and what was made has an id of its own.
  const bare = [id, ABSENT].filter(({ length }) => length > 8).reduce((left, one) => left.replaceAll(one, '·'), text.replaceAll(TRACE, ''));
  return { status: response.status, text, bare: `${response.status} ${asking.method === 'POST' ? bare.replaceAll(/\b[a-z0-9]{12}\b/g, '·') : bare}` };
}

const withHeaders = (asking: Asking, actor: Actor): Asking => ({ ...asking, headers: { ...asking.headers, ...actor.headers } });

/** A reference is asked once an actor; what it writes into its answer of the question is taken out. */
class References {
  readonly #ask: House['ask'];
  readonly #bare = new Map<string, Promise<string>>();

  constructor(ask: House['ask']) {
    this.#ask = ask;
  }

  of(actor: Actor, one: Case): Promise<string> {
    const asking = one.absent;
    const name = `${actor.name} ${asking.method} ${asking.path} ${JSON.stringify(asking.body)} ${JSON.stringify(asking.headers)}`;
    const known = this.#bare.get(name) ?? this.#ask(requestOf(withHeaders(asking, actor))).then((response) => told(response, one)).then(({ bare }) => bare);
    this.#bare.set(name, known);
    return known;
  }
}

async function judged({ house, ask, references, actor, known }: Seat, one: Case): Promise<Outcome> {
  const { route, position, owned, asking } = one;
  const { status, text, bare } = await told(await ask(requestOf(withHeaders(asking, actor))), one);
  const may = sees(actor);
  const question = `${asking.path} ${JSON.stringify(asking.body ?? '')} ${JSON.stringify(asking.headers ?? {})}`;
  const name = `${actor.name}: ${route.method} ${route.path}, ${position}${owned ? `, of ${owned.kind} ${owned.owners.join('+')}` : ''}`;
  const [leak] = house.canaries.leaks(text, may, known, question);
  if (leak !== undefined) return { name, status, leak: `${name}: ${leak}`, own: false };
  const own = owned !== undefined && may(owned);
  const beside = position.startsWith('header') || position.startsWith('query');
  // What is one's own may be answered in its own way; everything else like what is not there.
  if (own && !beside) return { name, status, leak: undefined, own: status < 300 };
  if (bare !== (await references.of(actor, one))) return { name, status, leak: `${name}: is not answered (${status}) as what does not exist`, own: false };
  return { name, status, leak: undefined, own: false };
}

/** From where the questions of one person are judged. */
interface Seat {
  house: House;
  ask: House['ask'];
  references: References;
  actor: Actor;
  known: ReadonlySet<string>;
}

export interface Walk extends Filling {
  routes: readonly Route[];
  ask?: House['ask'];
  actors?: readonly Actor[];
  repeat?: number;
}

/** Each of these people asks each of these questions. */
export async function walk(house: House, { routes, ask = house.ask, actors = house.actors, repeat = 1, ...filling }: Walk): Promise<Outcome[]> {
  const references = new References(ask);
  const outcomes: Outcome[] = [];
  for (const actor of actors) {
    const seat = { house, ask, references, actor, known: new Set([...house.canaries.acquaintances(sees(actor)), ...actor.bills, house.staff]) };
    for (const one of casesOf(house, routes, filling)) {
      if (actor.name === 'agent' && STAFF_ONLY.has(one.route.policy.action)) continue;
      const times = await Promise.all(Array.from({ length: repeat }, () => judged(seat, one)));
      outcomes.push(...times);
    }
  }
  return outcomes;
}
