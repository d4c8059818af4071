import { Change, Noun } from '@faceplate/contracts';
import type { ReadCache } from './cache.ts';
import { readEvents, type StreamMessage } from './event-stream.ts';
import type { HttpConfig } from './send.ts';

const EVERYTHING: readonly Noun[] = Noun.options;
const LONGEST_PAUSE = 30_000;
/** The gateway has something to say every 15 s; a line that is silent for three times as long is dead. */
const LONGEST_SILENCE = 45_000;

/**
 * Keeps the page's cache true: listens to `/api/v1/events` while somebody
 * watches, and passes on what changed. All tabs of a browser share one stream:
 * the one that has the lock listens and tells the others, and when it closes
 * the next takes over with the last id that all have heard. Where a browser has
 * no locks every tab listens by itself.
 */
export class ChangeFeed {
  readonly #config: HttpConfig;
  readonly #cache: ReadCache;
  #watchers = 0;
  #running: AbortController | undefined;
  #lastId: string | undefined;
  /** Tells the other tabs, in the one that listens. */
  #pass: ((message: StreamMessage) => void) | undefined;

  constructor(config: HttpConfig, cache: ReadCache) {
    this.#config = config;
    this.#cache = cache;
    // With the first thing in a cart begins a visitor, who was nobody when the stream was asked for.
    cache.watch(['cart'], () => this.#begin());
  }

  /** Calls `wake` when one of the nouns changes, here or elsewhere, until the function returned is called. */
  watch(nouns: readonly Noun[], wake: () => void): () => void {
    const unwatch = this.#cache.watch(nouns, wake);
    this.#watchers += 1;
    this.#begin();
    return () => {
      unwatch();
      this.#watchers -= 1;
      if (this.#watchers === 0) this.stop();
    };
  }

  #begin(): void {
    if (this.#watchers > 0 && !this.#running) void this.#run((this.#running = new AbortController()));
  }

  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  async #run(running: AbortController): Promise<void> {
    const { signal } = running;
    const { locks } = globalThis.navigator ?? {};
    if (locks) await this.#share(locks, signal);
    else await this.#listen(signal);
    if (this.#running === running) this.#running = undefined;
  }

  async #share(locks: LockManager, signal: AbortSignal): Promise<void> {
    const name = `fp-events ${this.#config.gateway}`;
    const tabs = new BroadcastChannel(name);
    tabs.onmessage = ({ data }: MessageEvent<StreamMessage>) => {
      // Who has just come must know where the others are, should it be the next to listen.
      if (data.event !== 'hello') this.#hear(data);
      else if (this.#lastId) this.#pass?.({ event: 'beat', id: this.#lastId, data: '' });
    };
    tabs.postMessage({ event: 'hello' });
    try {
      await locks.request(name, { signal }, async () => {
        this.#pass = (message) => tabs.postMessage(message);
        await this.#listen(signal);
      });
    } catch {
      // Nobody watches any more, and it was never this tab's turn.
    }
    this.#pass = undefined;
    tabs.close();
  }

  async #listen(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      const line = new AbortController();
      const cut = () => line.abort();
      let silence = setTimeout(cut, LONGEST_SILENCE);
      signal.addEventListener('abort', cut);
      try {
        const body = await this.#open(line.signal);
        if (!body) return;
        for await (const message of readEvents(body, line.signal)) {
          clearTimeout(silence);
          silence = setTimeout(cut, LONGEST_SILENCE);
          failures = 0;
          this.#tell(message);
        }
      } catch {
        // A cut line is ordinary; the pause below and the last id make up for it.
      } finally {
        clearTimeout(silence);
        signal.removeEventListener('abort', cut);
      }
      if (!signal.aborted) await interruptible(Math.min(LONGEST_PAUSE, 500 * 2 ** failures) * (0.5 + Math.random() / 2), signal);
    }
  }

  #tell(message: StreamMessage): void {
    this.#pass?.(message);
    this.#hear(message);
  }

  /** The stream's body, or nothing when the gateway refuses for good (signed out, forbidden). */
  async #open(signal: AbortSignal): Promise<ReadableStream<Uint8Array> | undefined> {
    const { gateway, fetch = globalThis.fetch } = this.#config;
    const response = await fetch(`${gateway}/api/v1/events`, {
      credentials: gateway ? 'include' : 'same-origin',
      headers: {
        accept: 'text/event-stream',
        'x-fp-csrf': '1',
        ...(this.#lastId && { 'last-event-id': this.#lastId }),
      },
      signal,
    });
    if (response.ok && response.body) return response.body;
    if (response.status >= 400 && response.status < 500 && response.status !== 429) {
      // Whoever was signed in is not any more: what any tab shows must be asked for again.
      if (this.#lastId) this.#tell({ event: 'reset', id: '', data: '' });
      return undefined;
    }
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
  // A network that is back need not be waited for.
  globalThis.addEventListener?.('online', stop);
  // A page left open over a long outage waits thousands of times on one signal.
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    globalThis.removeEventListener?.('online', stop);
  });
}
