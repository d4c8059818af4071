import type { Noun } from '@faceplate/contracts';
import { initialState, Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Args = readonly (string | number | boolean | undefined)[];

export interface ReadingOptions<A extends Args, T> {
  /** What the answer depends on; it is read again when one of them changes. Nothing is read while there are none. */
  args: () => A | undefined;
  load: (args: A, options: { signal: AbortSignal }) => Promise<T>;
  /** Nouns whose changes make it be read again. */
  changes: readonly Noun[];
}

interface Watched {
  watch(nouns: readonly Noun[], wake: () => void): () => void;
}

/** What a reading hangs on: a portlet, or what one lends its parts. */
export interface ReadingHost extends ReactiveControllerHost {
  readonly services: {
    readonly client: Watched;
    readonly report: (cause: unknown) => void;
  };
}

export type ReadingState<T> =
  | { readonly step: 'loading' }
  | { readonly step: 'ready'; readonly value: T; readonly refreshing: boolean }
  | { readonly step: 'failed'; readonly cause: unknown };

/**
 * One answer of the service that a portlet shows: read when its arguments
 * change and when the event stream says so. While it is read again the last
 * value stays, unless it belongs to other arguments (another bill).
 */
export class Reading<A extends Args, T> implements ReactiveController {
  readonly #host: ReadingHost;
  readonly #options: ReadingOptions<A, T>;
  readonly #task: Task<A | typeof NOTHING, { of: string; value: T }>;
  /** A part that was still loading may come when the page has gone, and nobody would end what it began. */
  #isHere = false;
  #unwatch: (() => void) | undefined;
  #client: Watched | undefined;
  /** What was asked for last. */
  #asked: string | undefined;

  constructor(host: ReadingHost, options: ReadingOptions<A, T>) {
    this.#host = host;
    this.#options = options;
    this.#task = new Task<A | typeof NOTHING, { of: string; value: T }>(host, {
      args: () => {
        const args = options.args();
        this.#asked = keyOf(args);
        return args ?? NOTHING;
      },
      task: async (args, { signal }) =>
        args === NOTHING ? initialState : { of: keyOf(args), value: await options.load(args as A, { signal }) },
      onError: (cause) => {
        // Leaving the page or asking for something else is no failure.
        if (!(cause instanceof DOMException && cause.name === 'AbortError')) host.services.report(cause);
      },
    });
    host.addController(this);
  }

  get state(): ReadingState<T> {
    const { status, value, error } = this.#task;
    if (status === TaskStatus.ERROR) return { step: 'failed', cause: error };
    // Without arguments there is no key either; nothing read must not pass for an answer to nothing asked.
    if (!value || value.of !== keyOf(this.#options.args())) return { step: 'loading' };
    return { step: 'ready', value: value.value, refreshing: status === TaskStatus.PENDING };
  }

  get value(): T | undefined {
    const { state } = this;
    return state.step === 'ready' ? state.value : undefined;
  }

  /** Reads once more, after a failure say. */
  retry(): void {
    void this.#task.run();
  }

  hostConnected(): void {
    this.#isHere = true;
    // Who comes back has missed the news.
    if (this.#client) this.retry();
  }

  /** Watching begins with an update: only then are the services known. With another client, of another gateway say, all begins anew. */
  hostUpdate(): void {
    // Lit draws once more after the portlet has left, and nobody would end what began then.
    if (!this.#isHere) return;
    const { client } = this.#host.services;
    const before = this.#client;
    if (this.#unwatch && client === before) return;
    this.#unwatch?.();
    this.#client = client;
    this.#unwatch = client.watch(this.#options.changes, () => {
      this.retry();
    });
    if (before && client !== before) this.retry();
  }

  /** What to ask for may depend on what was drawn only now, and nothing else need ever draw again. */
  hostUpdated(): void {
    if (this.#isHere && keyOf(this.#options.args()) !== this.#asked) queueMicrotask(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#isHere = false;
    this.#task.abort();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }
}

/** Not empty: an answer that depends on nothing has empty arguments, and the two must differ. */
const NOTHING = ['nothing to read'] as const;

const keyOf = (args: Args | undefined) => JSON.stringify(args);
