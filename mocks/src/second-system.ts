import { createBss, generateSecondSystem, memoryStore, SECOND_SYSTEM_APIS } from '@faceplate/bss';
import { mergedUpstream, tagsOf, type TmfApi, type Upstream, type Upstreams } from '@faceplate/gateway';
import { type Fault, none } from './fault.ts';
import type { NamedWorld } from './worlds.ts';

const BSS = 'http://cable.test';

/** The billing system of a cable company that the operator has bought, with an account of whoever is signed in. */
function secondSystem(world: NamedWorld, clock: () => Date): (fault: Fault) => Upstream {
  const sub = world.signedIn();
  const records = generateSecondSystem({ seed: 7, now: world.now, owners: sub === undefined ? [] : [{ sub, name: 'Cable customer' }] });
  const bss = createBss({ store: memoryStore(records), clock, baseUrl: BSS });
  return (fault) => ({ name: 'Rhein Cable Billing', baseUrl: BSS, fetch: (request) => fault(request, bss.fetch) });
}

/** Both as one where each has some of it; everything else is the first's. */
function asOne(first: Upstream, second: Upstream): Upstreams {
  const parts = [first, second];
  const tags = tagsOf(new Map<TmfApi, Upstream[]>(SECOND_SYSTEM_APIS.map((api) => [api, parts])));
  const merged = mergedUpstream('Billing', parts, tags);
  return (api) => (tags[api] ? merged : first);
}

interface Landscape {
  world: NamedWorld;
  clock: () => Date;
  first: (fault: Fault) => Upstream;
  /** What goes wrong on the way to the first system. */
  faults: Fault;
  /** What goes wrong on the way to the second, where there is one. */
  second: Fault | undefined;
}

/** Who answers which API: one system, or two; as they are reached with those faults, and without. */
export function landscapeOf({ world, clock, first, faults, second: fault }: Landscape): { sound: Upstreams; faulty: Upstreams } {
  if (!fault) return { sound: () => first(none), faulty: () => first(faults) };
  const second = secondSystem(world, clock);
  return { sound: asOne(first(none), second(none)), faulty: asOne(first(faults), second(fault)) };
}
