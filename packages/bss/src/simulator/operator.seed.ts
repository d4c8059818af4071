import { definitionOf } from '../definitions/definitions.ts';
import { memoryStore } from '../store/memory.ts';
import { save } from '../store/save.ts';
import type { Resource, Store } from '../store/store.ts';
import { generateWorld } from '../world/world.ts';
import type { Course } from './course.ts';
import { simulator } from './simulator.ts';

export const START = Date.parse('2026-11-21T22:00:00.000Z');
export const STEP = 8;
const shared = generateWorld({ seed: 1, customers: 12, now: new Date(START) });
const records = [...shared.records];

/** For tests: an operator in memory with a clock that the test turns; times in seconds. `courses`: what moves, all unless told. */
export function operator(courses?: readonly Course[]) {
  const store = memoryStore(records);
  let now = START;
  const clock = () => new Date(now);
  const office = simulator({ store, clock, stepSeconds: STEP, ...(courses && { courses }) });
  const tick = () => office.tick();
  const pass = async (seconds: number) => {
    now += seconds * 1000;
    await tick();
  };
  const post = async (resource: string, body: Resource) => {
    await store.transaction((tx) => save(tx, resource, { href: `${definitionOf(resource).path}/${body.id}`, ...body }, clock()));
  };
  return { store, tick, pass, post, clock };
}

export const read = async (store: Store, resource: string, id: string): Promise<Resource> => {
  const found = await store.read().get(resource, id);
  if (!found) throw new RangeError(`No ${resource} ${id}`);
  return found.body;
};
export const find = (resource: string, matches: (body: Resource) => boolean): Resource => {
  const found = records.find((record) => record.resource === resource && matches(record.body));
  if (!found) throw new RangeError(`No such ${resource} in the world`);
  return found.body;
};

export const ada = shared.signIns[0]?.sub ?? '';
