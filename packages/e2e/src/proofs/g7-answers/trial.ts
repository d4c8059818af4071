import { apiRoutes, gatewayOver, type LogEntry, type OpenSession, type Route, UpstreamProblem } from '@faceplate/gateway';
import { type Ask, asksOf, holdingsOf, keyOf, requestOf } from './asks.ts';
import { Chance } from './chance.ts';
import { faultIn } from './judge.ts';
import { NOW, recordedWorld, type Version, type World } from './recorded.ts';

/** The real route table over a BSS whose answers are hurt, one call at a time. */
export interface Trial {
  readonly version: Version;
  readonly world: World;
  readonly asks: readonly Ask[];
  /** Runs one case; says what is wrong with what came of it. */
  run(seed: number, number: number): Promise<string | undefined>;
}

/** What keeps results of keyed calls grows with every one of them. */
const CASES_A_GATEWAY = 2_000;

interface Options {
  version: Version;
  /** Stands in for the table: a twin with a defence switched off. */
  routes?: readonly Route[];
  /** Only calls of these paths. */
  only?: (ask: Ask) => boolean;
}

const session = (world: World, person: string): OpenSession | undefined => {
  const subject = world.subjects.get(person);
  return subject && { subject, sessionId: `session-${person}`, idleEndsAt: '2026-11-21T08:30:00.000Z', endsAt: '2026-11-21T18:00:00.000Z' };
};

/** A paper by what it was made of. */
const printed = (what: unknown) => Promise.resolve(new TextEncoder().encode(JSON.stringify(what)));

function gatewayFor(world: World, routes: readonly Route[], log: LogEntry[]) {
  return gatewayOver(routes, {
    tenant: { name: 'Meridian', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: 'http://portal.test', embedOrigins: [] },
    upstreams: world.upstreams,
    sessions: { read: (request) => Promise.resolve(session(world, request.headers.get('x-test-as') ?? '')) },
    changes: { after: () => Promise.resolve([]), latest: () => Promise.resolve(0), subscribe: () => () => undefined },
    clock: () => NOW,
    documents: { pdf: printed, receipt: printed, print: printed },
    log: (_, entry) => void log.push(entry),
  });
}

/** The route of the true table that a call meets: by its contract it is judged, whatever table answered. */
function routeOf({ method, path }: Ask): Route {
  const found = apiRoutes.find((route) => route.method === method && new RegExp(`^${route.path.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`).test(path.split('?')[0] ?? path));
  if (!found) throw new Error(`No route for ${method} ${path}`);
  return found;
}

export async function trial({ version, routes = apiRoutes, only = () => true }: Options): Promise<Trial> {
  const world = await recordedWorld(version, 7);
  const log: LogEntry[] = [];
  const honest = gatewayFor(world, apiRoutes, log);
  const keys = new Chance(1);
  const holdings = [];
  for (const person of world.people) holdings.push(await holdingsOf(person, async (ask) => honest.fetch(requestOf(ask, keyOf(keys)))));
  const asks = holdings.flatMap(asksOf).filter(only);
  let gateway = gatewayFor(world, routes, log);
  let cases = 0;
  const call = async (ask: Ask, chance: Chance): Promise<string | undefined> => {
    if ((cases += 1) % CASES_A_GATEWAY === 0) gateway = gatewayFor(world, routes, log);
    const fault = await faultIn(routeOf(ask), await gateway.fetch(requestOf(ask, keyOf(chance))));
    return fault && `${ask.method} ${ask.path} of ${ask.person}: ${fault}${fault.includes('nobody caught') ? ` (${log.at(-1)?.reason})` : ''}`;
  };
  const run = async (seed: number, number: number): Promise<string | undefined> => {
    const chance = new Chance(seed * 1_000_003 + number);
    // One in forty signs a person on instead: whose data they may see is read from answers as well.
    const ask = chance.below(40) === 0 ? undefined : chance.of(asks);
    log.length = 0;
    world.hurtBy(chance);
    try {
      return ask ? await call(ask, chance) : await signOn(world, chance);
    } catch (error) {
      return `${ask?.path ?? 'sign-on'} threw ${String(error)}`;
    } finally {
      world.hurtBy(undefined);
    }
  };
  return { version, world, asks, run };
}

/** Whose data a person may see: either that is known, or the system that did not say it is named. */
async function signOn({ scope, subjects }: World, chance: Chance): Promise<string | undefined> {
  const sub = [...subjects.values()][chance.below(subjects.size)]?.sub ?? '';
  try {
    const { sub: known, partyIds, accountIds, name } = await scope.resolve(sub);
    const isSound = known === sub && partyIds.includes(sub) && [...partyIds, ...accountIds, name].every((one) => typeof one === 'string');
    return isSound ? undefined : 'sign-on: a subject that is none';
  } catch (error) {
    return error instanceof UpstreamProblem ? undefined : `sign-on: ${String(error)}`;
  }
}
