import { ApiProblem } from '@faceplate/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Refused {
  readonly name: string;
  readonly cause: unknown;
  /** Tries the same again, under the same key where nobody knows whether it arrived. */
  readonly again: () => void;
}

/**
 * What the customer does to the cart, one after the other: two acts at once could overwrite each other's cart. Each keeps one
 * idempotency key until the service has given a definite answer, so that no repeat counts twice.
 */
export class ActsController implements ReactiveController {
  refused: Refused | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #report: (cause: unknown) => void;
  readonly #keys = new Map<string, string>();
  readonly #running = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: ReactiveControllerHost, report: (cause: unknown) => void) {
    this.#host = host;
    this.#report = report;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.refused = undefined;
  }

  isRunning(name?: string): boolean {
    return name === undefined ? this.#running.size > 0 : this.#running.has(name);
  }

  /** What was said about the last try holds no longer. */
  reset(): void {
    this.refused = undefined;
    this.#host.requestUpdate();
  }

  /** `name` says what is meant: two clicks that mean the same are one act. True when it is done. */
  async do(name: string, work: (idempotencyKey: string) => Promise<unknown>): Promise<boolean> {
    if (this.#running.has(name)) return false;
    this.#running.add(name);
    this.refused = undefined;
    this.#host.requestUpdate();
    const mine = this.#last.then(() => this.#carryOut(name, work));
    this.#last = mine;
    return mine;
  }

  async #carryOut(name: string, work: (idempotencyKey: string) => Promise<unknown>): Promise<boolean> {
    const key = this.#keys.get(name) ?? crypto.randomUUID();
    this.#keys.set(name, key);
    try {
      await work(key);
      this.#keys.delete(name);
      return true;
    } catch (cause) {
      // A definite no is kept by the service under the key, and would come again when the reason is long gone.
      if (cause instanceof ApiProblem && cause.definite) this.#keys.delete(name);
      this.refused = { name, cause, again: () => void this.do(name, work) };
      this.#report(cause);
      return false;
    } finally {
      this.#running.delete(name);
      this.#host.requestUpdate();
    }
  }
}
