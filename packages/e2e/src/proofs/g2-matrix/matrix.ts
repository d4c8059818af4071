import { Machine } from '../../product/machine.ts';
import type { RunningProduct } from '../../product/running-product.ts';
import { Visitor } from '../../product/visitor.ts';
import { asked } from './asks.ts';
import type { Asked } from './targets.ts';
import { chiaraAs, type Column, granted, organizationOf, targetsOf } from './house.ts';
import { type Actor, ACTORS, columns, ELSEWHERE, FIELDS, FUNCTIONS } from './review.ts';

export interface Walked {
  functions: (string | undefined)[];
  fields: (string | undefined)[];
  /** Cells for which the house had nothing to ask. */
  empty: string[];
}

const ADA = 'ada.lindqvist@example.com';
const BILAL = 'bilal.haddad@example.com';

/**
 * Columns that switch their session's mode, or end it, come after those that need it. Who asks for twenty things that are
 * not theirs is taken for a scraper and kept out, so between columns of one person the product starts anew.
 */
async function* actors(product: RunningProduct): AsyncGenerator<Column> {
  const { url } = product;
  /** What people missed is counted in memory; sessions and all else are kept. */
  const forgotten = async () => product.restart?.();
  const machine = new Machine(product);
  const [ada, bilal] = [await Visitor.signIn(url, 'ada'), await Visitor.signIn(url, 'bilal')];
  const [hers, theirs] = [await targetsOf(ada, ADA), await targetsOf(bilal, 'zzzzzzzzzzzz')];
  const organization = await organizationOf(machine, bilal);
  await bilal.close();
  yield { actor: 'nobody', visitor: new Visitor(url), targets: hers };
  yield { actor: 'visitor', visitor: await aVisitor(url), targets: hers };
  for (const scope of ['bills', 'orders'] as const) {
    const grant = await granted(ada, BILAL, scope);
    yield { actor: `granted-${scope}`, visitor: await Visitor.signIn(url, 'bilal'), targets: hers };
    await forgotten();
    await ada.call('DELETE', `/grants/${grant}`);
  }
  for (const role of ['buyer', 'billing', 'viewer', 'member', 'dealer'] as const) {
    yield { actor: role, visitor: await chiaraAs(machine, url, role, organization), targets: theirs };
    await forgotten();
  }
  const acting = await Visitor.signIn(url, 'daniel');
  await acting.call('POST', '/acting', { body: { customer: ADA, reason: 'A call', consent: 'customer-present' } });
  yield { actor: 'acting', visitor: acting, targets: hers };
  yield { actor: 'agent', visitor: await Visitor.signIn(url, 'daniel'), targets: hers };
  yield { actor: 'owner', visitor: ada, targets: hers };
  // Somebody else by that name has ended all other sessions.
  yield { actor: 'admin', visitor: await Visitor.signIn(url, 'bilal'), targets: theirs };
}

/** Somebody who has put something into a cart, and so has a session, though nobody knows them. */
async function aVisitor(url: string): Promise<Visitor> {
  const visitor = new Visitor(url);
  const { items } = JSON.parse((await visitor.call('GET', '/offers')).text) as { items: { id: string; obstacles: unknown[] }[] };
  const offerId = items.find(({ obstacles }) => obstacles.length === 0)?.id;
  const added = await visitor.call('POST', '/cart/items', { body: { offerId, quantity: 1 } });
  if (added.status !== 200) throw new Error(`A visitor cannot begin: ${added.status} ${added.text}`);
  return visitor;
}

/** Every route of the API as it describes itself, so that none stays unreviewed. */
export async function routesOf({ url }: RunningProduct, only: (operation: { requestBody?: unknown }) => boolean = () => true): Promise<string[]> {
  const { paths } = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as { paths: Record<string, Record<string, { requestBody?: unknown }>> };
  const name = (method: string, path: string) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  const of = (path: string) => Object.entries(paths[path] ?? {}).flatMap(([method, operation]) => (only(operation) ? name(method, path) : []));
  return Object.keys(paths).flatMap(of).filter((route) => !Object.hasOwn(ELSEWHERE, route));
}

/** Walks the matrix down column by column, on the product, and compares each cell with the reviewed table. */
export async function walk(product: RunningProduct, chosen: readonly Actor[] = ACTORS): Promise<Walked> {
  const routes = await routesOf(product);
  const unreviewed = routes.filter((route) => !Object.hasOwn(FUNCTIONS, route)).map((route) => `${route}: not in the reviewed table`);
  const walked: Walked = { functions: unreviewed, fields: [], empty: [] };
  // In the table's order: what ends something stands at its end.
  const known = Object.keys(FUNCTIONS).filter((route) => routes.includes(route));
  for await (const { actor, visitor, targets } of actors(product)) {
    for (const route of chosen.includes(actor) ? known : []) {
      // What somebody does may begin a session; nobody has none, each time.
      if (actor === 'nobody') visitor.jar.clear();
      add(walked, actor, route, await asked(visitor, route, targets));
    }
    await visitor.close();
  }
  return walked;
}

function add(walked: Walked, actor: Actor, route: string, { outcome, answer }: Asked): void {
  if (outcome === 'nothing to ask') return void walked.empty.push(`${actor}: ${route}`);
  const column = ACTORS.indexOf(actor);
  const may = columns(FUNCTIONS[route] ?? '')[column] === 'X';
  const said = typeof outcome === 'string' ? outcome : outcome.odd;
  walked.functions.push(said === (may ? 'yes' : 'no') ? undefined : `${actor}: ${route} ${may ? 'is denied' : 'is allowed'}, against the table: ${said}`);
  if (outcome !== 'yes' || !answer) return;
  const fields = (FIELDS[route] ?? []).flatMap(({ path, who }) => fieldCase(`${actor}: ${route}`, path, columns(who)[column], answer.text));
  walked.fields.push(...fields);
}

/** Nothing for a cell that the table leaves out: who does not get the answer gets no field of it. */
function fieldCase(who: string, path: string, expected: string | undefined, text: string): (string | undefined)[] {
  if (expected === '-') return [];
  const there = reaches(JSON.parse(text), path.split('.'));
  return [there === (expected === 'X') ? undefined : `${who} ${there ? 'shows' : 'hides'} ${path}`];
}

/** Whether anything stands at a path; `*` is any entry of a list. */
function reaches(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return value !== undefined && value !== null;
  if (step === '*') return Array.isArray(value) && value.some((entry) => reaches(entry, rest));
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step) && reaches((value as Record<string, unknown>)[step], rest);
}
