import { setTimeout as wait } from 'node:timers/promises';
import { look, type Look, type View, VIEWS } from './views.ts';
import type { World } from './world.ts';

const LEAST_BEAT = 150;
const REST = 3;

/**
 * People who go on looking at the same rate whatever happens: who gets no answer does not look less often. The rate is
 * what leaves this machine idle most of the time: a beat is one look at each view, by one visitor after the other; looks at fewer views come the oftener.
 */
export class Traffic {
  readonly looks: Look[] = [];
  readonly views: readonly View[];
  /** Milliseconds. */
  readonly beat: number;
  readonly #world: World;
  readonly #under = new Set<Promise<unknown>>();
  #going = true;
  #done: Promise<void>;

  constructor(world: World, views: readonly View[] = VIEWS) {
    this.#world = world;
    this.views = views;
    this.beat = Math.max(LEAST_BEAT, world.pass * REST) * (views.length / VIEWS.length);
    this.#done = this.#run();
  }

  /** When all looks begun so far have been answered. */
  async settled(): Promise<void> {
    await Promise.all(this.#under);
  }

  async stop(): Promise<void> {
    this.#going = false;
    await this.#done;
    await this.settled();
  }

  async #run(): Promise<void> {
    const step = this.beat / this.views.length;
    const begun = performance.now();
    for (let count = 0; ; count += 1) {
      const early = begun + count * step - performance.now();
      if (early > 0) await wait(early);
      if (!this.#going) return;
      this.#lookAt(count);
    }
  }

  #lookAt(count: number): void {
    const { visitors, whole } = this.#world;
    const who = Math.floor(count / this.views.length) % visitors.length;
    const [visitor, view] = [visitors[who], this.views[count % this.views.length]];
    if (!visitor || !view) return;
    const at = performance.now();
    const one = look(visitor, view, whole[who]?.get(view))
      .then((seen) => void this.looks.push(seen))
      // Our own gateway must answer, whatever happens behind it.
      .catch((error: unknown) => void this.looks.push({ view, at, milliseconds: performance.now() - at, verdict: 'wrong', status: 0, text: String(error) }))
      .finally(() => this.#under.delete(one));
    this.#under.add(one);
  }
}
