import { apiRoutes, policy, type Route } from '@faceplate/gateway';
import type { House } from './actors.ts';
import type { Filling } from './cases.ts';
import { type Outcome, walk } from './matrix.ts';

/** One defence switched off while `work` runs. */
interface Mutant {
  readonly name: string;
  /** Actions whose routes show it. */
  readonly actions: readonly string[];
  /** It stands behind the question itself: only an upstream that heeds no question shows it missing. */
  readonly behind: boolean;
  /** Switches it off; the answer switches it on again. */
  off(): () => void;
}

type Rule = Record<string, unknown>;
const { CHECKS, TIE_CHECKS, guardedFields, rules, ties } = policy as unknown as {
  CHECKS: { name: string }[];
  TIE_CHECKS: { name: string }[];
  guardedFields: Record<string, unknown>;
  rules: Record<string, Rule>;
  ties: Record<string, unknown>;
};

/** Reads, changes, and what needs a proof: where every check of the decision has something to say. */
const TELLING = ['bill.read', 'order.read', 'ticket.read', 'ticket.note', 'grant.give', 'cart.read', 'access-log.read', 'customer.find'];

function without(list: { name: string }[], one: { name: string }): Mutant {
  const off = () => {
    const at = list.indexOf(one);
    list.splice(at, 1);
    return () => void list.splice(at, 0, one);
  };
  return { name: `check ${one.name}`, actions: TELLING, behind: false, off };
}

function changed(table: Record<string, unknown>, key: string, value: unknown, name: string, actions: readonly string[]): Mutant {
  const off = () => {
    const before = table[key];
    if (value === undefined) delete table[key];
    else table[key] = value;
    return () => void (table[key] = before);
  };
  return { name, actions, behind: key === 'relation', off };
}

const EVERYONE = ['consumer', 'business', 'dealer', 'agent'];
const WEAKER: readonly (readonly [key: string, value: unknown, differs: (rule: Rule) => boolean])[] = [
  ['relation', 'everybody', ({ relation }) => relation !== 'everybody'],
  ['personas', EVERYONE, ({ personas }) => (personas as string[]).length < EVERYONE.length],
  ['acting', true, ({ acting }) => acting !== true],
  ['sensitive', undefined, ({ sensitive }) => sensitive === true],
  ['proof', undefined, ({ proof }) => proof !== undefined],
];

/** Beyond what this matrix can show: no route yet, another lock that holds by itself, or no matter of whole records. */
const UNSEEN: Readonly<Record<string, string>> = {
  'check limit': 'needs an order by somebody with a spending limit: policy/decide.test.ts',
  'check strong-proof': 'no route asks for it yet: policy/decide.test.ts',
  'order.place without relation': 'whose the account is, account.use asks: orders.routes.test.ts',
  'cart.read without relation': 'a cart is only ever looked for by its owner: cart.routes.test.ts',
  'session.end without relation': 'sessions are only ever looked for among the caller’s: sessions.test.ts',
  'grant.read without relation': 'grants are only ever looked for by who gave or has them: grants.test.ts',
  'grant.give without relation': 'what is granted is cut to what the giver holds: grants.test.ts',
  'grant.end without relation': 'grants are only ever looked for by who gave or has them: grants.test.ts',
  'access-log.read without relation': 'the log is only ever asked for the caller: access-log.routes.test.ts',
  'acting.begin without acting': 'who acts has the customer’s kind of sign-in, and that may not begin to act: G2',
  'customer.find without acting': 'who acts has the customer’s kind of sign-in, and that may not find anybody: G2',
  'fields of product.read': 'a field is no record: G2',
  'fields of bill.read': 'a field is no record: G2',
  'cart.change without relation': 'a line is only ever looked for in the cart of the caller: cart.routes.test.ts',
  'report.read without relation': 'reports are only ever looked for on the shelf of the caller: reports.routes.test.ts',
  'report.change without relation': 'reports are only ever looked for on the shelf of the caller: reports.routes.test.ts',
  'visitor.continue without relation': 'its routes name nobody: the cookie says who, and of others only a code that is good once, “a link takes a visitor’s cart to another browser, once”: visitor.test.ts',
  'visitor.continue without personas': 'it names no record: G2',
  'visitor.continue without acting': 'it names no record: G2',
  'recommendation.answer without relation': 'it names no record: G2',
  'recommendation.answer without personas': 'it names no record: G2',
  'recommendation.answer without acting': 'it names no record: G2',
  'tie visitor covers all': 'no actor here has signed in after visiting: policy/checks.test.ts',
  'check grant-current': 'a grant that is over is not even read: policy/decide.test.ts',
};

export function mutants(): { all: Mutant[]; unseen: string[] } {
  const routed = new Set<string>(apiRoutes.map(({ policy: { action } }) => action));
  const weaker = Object.entries(rules).flatMap(([action, rule]) =>
    routed.has(action) ? WEAKER.filter(([, , differs]) => differs(rule)).map(([key, value]) => changed(rule, key, value, `${action} without ${key}`, [action])) : [],
  );
  const wider = Object.entries(ties).flatMap(([name, covered]) => (covered === 'all' ? [] : [changed(ties, name, 'all', `tie ${name} covers all`, TELLING)]));
  const fields = Object.keys(guardedFields).map((action) => changed(guardedFields, action, undefined, `fields of ${action}`, [action]));
  const all = [...CHECKS, ...TIE_CHECKS].map((check) => without(CHECKS.includes(check) ? CHECKS : TIE_CHECKS, check));
  const named = [...all, ...weaker, ...wider, ...fields];
  return { all: named.filter(({ name }) => !Object.hasOwn(UNSEEN, name)), unseen: named.filter(({ name }) => Object.hasOwn(UNSEEN, name)).map(({ name }) => `${name} (${UNSEEN[name]})`) };
}

const shows = (route: Route, actions: readonly string[]) => actions.includes(route.policy.action) && route.path !== '/sessions' && route.method + route.path !== 'DELETE/acting';

const told = (outcomes: readonly Outcome[]) => outcomes.map(({ status, leak }) => `${status}${leak ? ' leak' : ''}`).join();

/** Walks the routes that a mutant touches, with it and without; says so when nothing differs. */
export class Watch {
  readonly #house: House;
  readonly #pick: Filling['pick'];
  /** What the walk over some actions' routes gives with every defence on. */
  readonly #before = new Map<string, string>();

  constructor(house: House, pick: Filling['pick']) {
    this.#house = house;
    this.#pick = pick;
  }

  async unnoticed({ name, actions, off }: Mutant): Promise<string | undefined> {
    const before = this.#before.get(actions.join()) ?? (await this.#walked(actions));
    this.#before.set(actions.join(), before);
    const on = off();
    try {
      return (await this.#walked(actions)) === before ? `${name}: nobody noticed` : undefined;
    } finally {
      on();
    }
  }

  async #walked(actions: readonly string[]): Promise<string> {
    const routes = apiRoutes.filter((route) => shows(route, actions));
    return told(await walk(this.#house, { routes, pick: this.#pick, brief: true }));
  }
}
