import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds: nobody needs to see seconds run. */
const TICK = 15_000;

/** Draws anew while something is held, and says when it is not held any longer. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #until: () => string | undefined;
  readonly #over: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, until: () => string | undefined, over: () => void) {
    this.#host = host;
    this.#until = until;
    this.#over = over;
    host.addController(this);
  }

  /** Seconds that are left; none when nothing is held. */
  get left(): number {
    const until = this.#until();
    return until === undefined ? 0 : Math.max(0, Math.round((Date.parse(until) - Date.now()) / 1000));
  }

  hostUpdated(): void {
    if (this.#timer !== undefined || this.left === 0) return;
    this.#timer = setTimeout(this.#onTick, Math.min(TICK, this.left * 1000 + 500));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #onTick = (): void => {
    this.#timer = undefined;
    if (this.left === 0) this.#over();
    this.#host.requestUpdate();
  };
}
