import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './faults.ts';
import type { Traffic } from './traffic.ts';
import type { Look } from './views.ts';
import type { Api, World } from './world.ts';

/** In milliseconds: before the fault, and after it at most. */
const CONTROL = 400;
const LONGEST_RECOVERY = 9_000;

/** One API, one fault: what was seen of it. */
export interface Cell {
  readonly api: Api;
  readonly fault: Fault;
  /** Looks at all views just before the fault. */
  readonly before: readonly Look[];
  /** Looks begun during the fault, at views that ask this API and at all others. */
  readonly fed: readonly Look[];
  readonly unfed: readonly Look[];
  /** Milliseconds from the end of the fault until every view is whole again; Infinity when that was not waited for. */
  readonly recovery: number;
  /** What the API was asked during the fault, and what the same looks ask for when all is well and nothing is remembered. */
  readonly calls: number;
  readonly expected: number;
}

export async function runCell(world: World, traffic: Traffic, { api, fault, duration }: { api: Api; fault: Fault; duration: number }): Promise<Cell> {
  const proxy = world.proxies.get(api);
  if (!proxy) throw new Error(`There is no proxy before ${api}.`);
  const start = performance.now();
  await wait(CONTROL);
  const begun = performance.now();
  const already = proxy.calls;
  proxy.begin(fault);
  await wait(duration);
  const ended = performance.now();
  const calls = proxy.calls - already;
  proxy.end();
  const isFed = ({ view }: Look) => (world.calls.get(view)?.get(api) ?? 0) > 0;
  const recovery = await recovered(traffic, ended);
  // Looks begun during the fault may be answered after it.
  await traffic.settled();
  const during = traffic.looks.filter(({ at }) => at >= begun && at < ended);
  const expected = during.reduce((sum, { view }) => sum + (world.calls.get(view)?.get(api) ?? 0), 0);
  const before = traffic.looks.filter(({ at }) => at >= start && at < begun);
  return { api, fault, before, fed: during.filter(isFed), unfed: during.filter((one) => !isFed(one)), recovery, calls, expected };
}

/** How long after its end a fault is still seen: until each view has twice in a row been whole, and stayed so. */
async function recovered(traffic: Traffic, ended: number): Promise<number> {
  while (performance.now() - ended < LONGEST_RECOVERY) {
    const since = traffic.views.map((view) => wholeSince(traffic.looks.filter((one) => one.view === view && one.at >= ended)));
    if (since.every((at) => at !== undefined)) return Math.max(...since) - ended;
    await wait(50);
  }
  return Infinity;
}

/** Since when looks at one view are whole, as seen by those who looked. */
function wholeSince(looks: readonly Look[]): number | undefined {
  const inOrder = looks.toSorted((one, other) => one.at - other.at);
  const lastBad = inOrder.findLastIndex(({ verdict }) => verdict !== 'whole');
  const good = inOrder.slice(lastBad + 1);
  return good.length >= 2 ? good[0]?.at : undefined;
}
