import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** The keyboard goes along with what was moved: what was pressed is gone, and stands elsewhere once the service has said so. */
export class FollowController implements ReactiveController {
  readonly #host: Host;
  #to = '';
  /** What that selects while nothing has moved yet. */
  #before: Element | null = null;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Goes on at what this will select, if what has the focus now goes. */
  to(selector: string): void {
    this.#to = selector;
    this.#before = this.#host.renderRoot.querySelector(selector);
  }

  hostUpdated(): void {
    // Whoever went on by themselves meanwhile is not called back.
    if (this.#to === '' || document.activeElement !== document.body) return;
    const next = this.#host.renderRoot.querySelector<HTMLElement>(this.#to);
    if (!next || next === this.#before) return;
    this.#to = '';
    next.focus();
  }
}
