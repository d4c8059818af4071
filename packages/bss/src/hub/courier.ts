import { isWanted, lensFor } from './audience.ts';
import { allowedCallback, type CallbackRules, type Target } from './callback.ts';
import { envelopeOf, listenerOf } from './envelope.ts';
import { type Post, postByFetch } from './post.ts';
import { type Subscription, type Wish, wishIn } from './subscription.ts';
import type { Resource, Store, StoredChange } from '../store/store.ts';
import type { Lens } from '../surface/lens.ts';

export interface CourierOptions extends CallbackRules {
  /** How notifications leave; by `fetch` when absent. */
  post?: Post;
  fetch?: typeof globalThis.fetch;
  /** Milliseconds a subscriber has to answer; 10,000 when absent. */
  timeout?: number;
  /** Origin before every `href` in a notification; none when absent. */
  baseUrl?: string;
}

/** What came of a change on its way to a subscriber. */
export type Outcome = { was: 'told' } | { was: 'not theirs' } | { was: 'failed'; why: string };

/** Milliseconds for which a look-up holds; connections go to the addresses it found. */
const LOOKED_UP_FOR = 10_000;

interface LookUp {
  target: Promise<Target | undefined>;
  until: number;
}

/** Takes single changes to single subscribers. Knows nothing of order, of retries, of giving up. */
export class Courier {
  readonly #store: Store;
  readonly #options: CourierOptions;
  readonly #post: Post;
  readonly #origin: string;
  readonly #stop = new AbortController();
  readonly #lookUps = new Map<string, LookUp>();

  constructor(store: Store, options: CourierOptions) {
    const { post, fetch = globalThis.fetch, baseUrl = '' } = options;
    this.#store = store;
    this.#options = options;
    this.#post = post ?? postByFetch(fetch);
    this.#origin = baseUrl.replace(/\/$/, '');
  }

  get stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Breaks off what is on its way. */
  stop(): void {
    this.#stop.abort();
  }

  /** Takes the change there if it is wanted there. `wish` is what `wishIn` reads of the subscription's query. */
  async take(subscription: Subscription, change: StoredChange, wish: Wish = wishIn(subscription.query)): Promise<Outcome> {
    const lens = lensFor(subscription, wish, change);
    if (!lens) return { was: 'not theirs' };
    const body = await this.#bodyOf(change);
    // Of what is gone, with its last state told elsewhere, only the identity is left to match.
    if (!isWanted(wish, lens, body)) return { was: 'not theirs' };
    const why = await this.#send(subscription.callback, lens, change, body);
    return why === undefined ? { was: 'told' } : { was: 'failed', why };
  }

  /** The resource as it is now, or as it was when it was deleted; its identity where neither is known. */
  async #bodyOf({ resource, id, last }: StoredChange): Promise<Resource> {
    return last ?? (await this.#store.read().get(resource, id))?.body ?? { id };
  }

  /** Why it did not arrive, undefined when it did. */
  async #send(callback: string, lens: Lens, change: StoredChange, body: Resource): Promise<string | undefined> {
    const target = await this.#lookUp(callback);
    if (!target) return 'The callback is not an address that may be called.';
    const url = new URL(target.url);
    url.pathname = url.pathname.replace(/\/$/, '') + listenerOf(lens, change);
    const { timeout = 10_000 } = this.#options;
    const signal = AbortSignal.any([AbortSignal.timeout(timeout), this.#stop.signal]);
    const text = JSON.stringify(envelopeOf(lens, change, { '@type': lens.definition.type, ...body }, this.#origin));
    try {
      const status = await this.#post({ ...target, url, body: text, signal });
      return status >= 200 && status <= 299 ? undefined : `The callback answered ${status}.`;
    } catch (cause) {
      return `The callback did not answer: ${reasonOf(cause)}.`;
    }
  }

  /** Looks up once for the many notifications of a moment. */
  #lookUp(callback: string): Promise<Target | undefined> {
    const now = performance.now();
    const known = this.#lookUps.get(callback);
    if (known && known.until > now) return known.target;
    for (const [other, { until }] of this.#lookUps) if (until <= now) this.#lookUps.delete(other);
    const target = allowedCallback(callback, this.#options);
    this.#lookUps.set(callback, { target, until: now + LOOKED_UP_FOR });
    return target;
  }
}

/** What an operator can act on: the code of the network's error, or at least its name. */
function reasonOf(cause: unknown): string {
  const { code, name, cause: inner } = cause as { code?: unknown; name?: string; cause?: { code?: unknown } };
  const said = [code, inner?.code].find((one): one is string => typeof one === 'string' && one !== '');
  return said ?? name ?? 'no reason given';
}
