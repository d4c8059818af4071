import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Clock = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;

/** Milliseconds without a key. */
const PAUSE = 250;

/**
 * What somebody types, as it stood when they last paused: the service is asked for that, not for each letter. What stood there
 * from the first, kept from an earlier visit say, counts at once. A door of its own: only some portlets look for things as they are typed.
 */
export class Pause implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #typed: () => string;
  readonly #clock: Clock;
  #seen: string | undefined;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, typed: () => string, clock: Clock = globalThis) {
    this.#host = host;
    this.#typed = typed;
    this.#clock = clock;
    host.addController(this);
  }

  get text(): string {
    return this.#text;
  }

  hostUpdate(): void {
    const typed = this.#typed().trim();
    if (typed === this.#seen) return;
    this.#clock.clearTimeout(this.#timer);
    if (this.#seen === undefined) this.#text = typed;
    else this.#timer = this.#clock.setTimeout(this.#onPause, PAUSE);
    this.#seen = typed;
  }

  hostDisconnected(): void {
    this.#clock.clearTimeout(this.#timer);
    // Whoever comes back finds what they left.
    this.#seen = undefined;
  }

  readonly #onPause = (): void => {
    this.#text = this.#seen ?? '';
    this.#host.requestUpdate();
  };
}
