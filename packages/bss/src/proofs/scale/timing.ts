import { type ListCall, listCalls, type Somebody } from './calls.ts';
import { createBss } from '../../bss.ts';
import type { Store } from '../../store/store.ts';

/** A world that is asked, and who of it asks. */
export interface Asked {
  store: Store;
  people: readonly Somebody[];
}

/** Median milliseconds of one list in both worlds. */
export interface Timed {
  name: string;
  base: number;
  big: number;
}

export interface Timing {
  now: Date;
  /** How often each list is asked for by each person. */
  rounds: number;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

type Ask = (path: string) => Promise<number>;
type Side = readonly [Asked, Ask];

/** Milliseconds until the whole answer is there. */
function asker({ store }: Asked, now: Date): Ask {
  const bss = createBss({ store, clock: () => now });
  return async (path) => {
    const started = performance.now();
    const response = await bss.fetch(new Request(`http://bss.test${path}`));
    const body = await response.text();
    const took = performance.now() - started;
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${body}`);
    return took;
  };
}

/** Both worlds take turns, so that whatever else the machine does slows both alike. */
async function timed({ name, path }: ListCall, [base, askBase]: Side, [big, askBig]: Side, rounds: number): Promise<Timed> {
  const [small, large]: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1) {
    for (let at = 0; at < Math.max(base.people.length, big.people.length); at += 1) {
      const [one, other] = [base.people[at % base.people.length], big.people[at % big.people.length]];
      if (!one || !other) throw new Error('Nobody asks.');
      const times = [await askBase(path(one)), await askBig(path(other))] as const;
      // The first round is for the caches.
      if (round < 0) continue;
      small.push(times[0]);
      large.push(times[1]);
    }
  }
  return { name, base: median(small), big: median(large) };
}

/** Every list of a customer, in a small world and in a big one. */
export async function timeLists(base: Asked, big: Asked, { now, rounds }: Timing): Promise<Timed[]> {
  const sides: [Side, Side] = [[base, asker(base, now)], [big, asker(big, now)]];
  const times: Timed[] = [];
  for (const call of listCalls) times.push(await timed(call, ...sides, rounds));
  return times;
}
