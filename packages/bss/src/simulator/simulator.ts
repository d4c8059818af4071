import type { Clock, Store } from '../store/store.ts';
import type { Course, Pace } from './course.ts';
import { nouns } from '../nouns/nouns.ts';

export interface SimulatorOptions {
  store: Store;
  clock: Clock;
  /** The least time between two steps of one order, ticket or problem. */
  stepSeconds?: number;
  /** What moves at all; every course there is when absent. */
  courses?: readonly Course[];
}

export interface Simulator {
  /**
   * Lets time pass up to `clock()`: everything whose next step is due takes
   * one. Ticking again at the same instant changes nothing. Rejects with an
   * AggregateError when something could not move; the rest has moved.
   */
  tick(): Promise<void>;
  /** The same, and looks at everything, however much is open: where time jumps, nothing may be passed over. */
  catchUp(): Promise<void>;
}

const COURSES: readonly Course[] = nouns.flatMap(({ courses = [] }) => courses);
/** The least time between two steps of one thing where nobody says otherwise. */
export const STEP_SECONDS = 8;

const PAGE = 200;

/** A look over more than so many open documents is not taken at every tick. */
const MANY = 1000;
/** The share of time that such looks may take: one part in so many. */
const REST = 20;

/** Changes read at once; after more than that, everything is looked at. */
const NEWS = 500;

/**
 * Looks for what is due. It looks again at what has changed, and at the rest
 * twice in the least time between two steps; after a look over many it
 * rests: a hundred thousand customers have much that is open.
 */
class Lookout {
  readonly #store: Store;
  readonly #lookedAt = new Map<Course, number>();
  readonly #restsUntil = new Map<Course, number>();
  #read: number | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Hears what has changed since it was asked last. */
  async listen(): Promise<void> {
    const { changes } = this.#store;
    const news = this.#read === undefined ? [] : await changes.after(this.#read, NEWS);
    this.#read = this.#read === undefined || news.length === NEWS ? await changes.latest() : (news.at(-1)?.seq ?? this.#read);
    const changed = new Set(news.map(({ resource }) => resource));
    for (const course of this.#lookedAt.keys()) {
      if (news.length === NEWS || changed.has(course.resource)) this.#lookedAt.delete(course);
    }
  }

  /** Forgets that it wanted to rest. */
  wake(): void {
    this.#restsUntil.clear();
  }

  async due(course: Course, pace: Pace): Promise<string[]> {
    const start = performance.now();
    const looked = this.#lookedAt.get(course) ?? -Infinity;
    if (pace.now < looked + pace.step / 2 || start < (this.#restsUntil.get(course) ?? 0)) return [];
    const { due, seen } = await dueIn(this.#store, course, pace);
    // Where something was due there may be more of it.
    if (due.length === 0) this.#lookedAt.set(course, pace.now);
    if (seen > MANY) this.#restsUntil.set(course, start + (performance.now() - start) * REST);
    return due;
  }
}

/** Plays the operator's back office. It has no timers: whoever owns it ticks. */
export function simulator({ store, clock, stepSeconds = STEP_SECONDS, courses = COURSES }: SimulatorOptions): Simulator {
  const lookout = new Lookout(store);
  const tick = async (): Promise<void> => {
    const pace = { now: clock().getTime(), step: stepSeconds * 1000 };
    const failures: unknown[] = [];
    await lookout.listen();
    for (const course of courses) {
      for (const id of await lookout.due(course, pace)) {
        // One stubborn record must not stop the whole operator.
        await advance(store, course, id, pace).catch((cause: unknown) => failures.push(cause));
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some things could not be moved on');
  };
  return {
    tick,
    catchUp: () => {
      lookout.wake();
      return tick();
    },
  };
}

interface Look {
  due: string[];
  /** How many open documents were looked at. */
  seen: number;
}

async function dueIn(store: Store, course: Course, pace: Pace): Promise<Look> {
  const due: string[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await store.read().list(course.resource, { where: course.open, offset, limit: PAGE });
    for (const { body } of rows) if (course.isDue(body, pace)) due.push(body.id);
    if (rows.length < PAGE) return { due, seen: offset + rows.length };
  }
}

/** Reads it again under the transaction: a customer, or another process, may have been quicker. */
function advance(store: Store, course: Course, id: string, pace: Pace): Promise<void> {
  return store.transaction(async (tx) => {
    const found = await tx.get(course.resource, id);
    if (found && course.isDue(found.body, pace)) await course.advance(tx, found.body, pace);
  });
}
