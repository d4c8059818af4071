import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds between two looks: soon at first, as most bills are made within seconds. */
const PAUSES = [2_000, 3_000, 5_000, 8_000, 15_000];

/** After so many milliseconds a person is told that it takes longer than usual. */
const LATE_MS = 45_000;

/** Looks again while something is being made. The event stream is quicker; this is for when it is silent. */
export class LookingAgainController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #waits: () => boolean;
  readonly #look: () => void;
  #since = 0;
  #looks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, waits: () => boolean, look: () => void) {
    this.#host = host;
    this.#waits = waits;
    this.#look = look;
    host.addController(this);
  }

  /** It takes longer than usual. */
  get isLate(): boolean {
    return this.#since > 0 && Date.now() - this.#since > LATE_MS;
  }

  hostUpdated(): void {
    if (!this.#waits()) {
      this.#stop();
      return;
    }
    this.#since ||= Date.now();
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#looks += 1;
      this.#look();
      this.#host.requestUpdate();
    }, PAUSES[Math.min(this.#looks, PAUSES.length - 1)]);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#since = 0;
    this.#looks = 0;
  }
}
