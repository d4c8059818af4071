import { Change, Noun } from '@faceplate/contracts';
import type { ReadCache } from './cache.ts';
import { readEvents, type StreamMessage } from './event-stream.ts';
import type { HttpConfig } from './send.ts';

const EVERYTHING: readonly Noun[] = Noun.options;
const LONGEST_PAUSE = 30_000;

/**
 * Keeps the page's cache true: listens to `/api/v1/events` while somebody
 * watches, and passes on what changed. Runs at most one stream.
 */
export class ChangeFeed {
  readonly #config: HttpConfig;
  readonly #cache: ReadCache;
  #watchers = 0;
  #running: AbortController | undefined;
  #lastId: string | undefined;

  constructor(config: HttpConfig, cache: ReadCache) {
    this.#config = config;
    this.#cache = cache;
  }

  /** Calls `wake` when one of the nouns changes, here or elsewhere, until the function returned is called. */
  watch(nouns: readonly Noun[], wake: () => void): () => void {
    const unwatch = this.#cache.watch(nouns, wake);
    this.#watchers += 1;
    if (!this.#running) void this.#run((this.#running = new AbortController()));
    return () => {
      unwatch();
      this.#watchers -= 1;
      if (this.#watchers === 0) this.stop();
    };
  }

  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  async #run(running: AbortController): Promise<void> {
    const { signal } = running;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        const body = await this.#open(signal);
        if (!body) break;
        for await (const message of readEvents(body)) {
          failures = 0;
          this.#hear(message);
        }
      } catch {
        // A cut line is ordinary; the pause below and the last id make up for it.
      }
      if (!signal.aborted) await interruptible(Math.min(LONGEST_PAUSE, 500 * 2 ** failures) * (0.5 + Math.random() / 2), signal);
    }
    if (this.#running === running) this.#running = undefined;
  }

  /** The stream's body, or nothing when the gateway refuses for good (signed out, forbidden). */
  async #open(signal: AbortSignal): Promise<ReadableStream<Uint8Array> | undefined> {
    const { gateway, fetch = globalThis.fetch } = this.#config;
    const response = await fetch(`${gateway}/api/v1/events`, {
      credentials: gateway ? 'include' : 'same-origin',
      headers: {
        accept: 'text/event-stream',
        'x-fp-csrf': '1',
        ...(this.#lastId !== undefined && { 'last-event-id': this.#lastId }),
      },
      signal,
    });
    if (response.ok && response.body) return response.body;
    if (response.status >= 400 && response.status < 500 && response.status !== 429) return undefined;
    throw new Error(`events: ${response.status}`);
  }

  #hear({ event, id, data }: StreamMessage): void {
    if (id !== undefined) this.#lastId = id;
    if (event === 'reset') {
      this.#cache.invalidate(EVERYTHING);
    } else if (event === 'change') {
      const change = Change.safeParse(JSON.parse(data));
      if (change.success) this.#cache.invalidate([change.data.noun]);
    }
  }
}

function interruptible(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = () => {
    resolve();
  };
  const timer = setTimeout(stop, milliseconds);
  signal.addEventListener('abort', stop);
  // A page left open over a long outage waits thousands of times on one signal.
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  });
}
