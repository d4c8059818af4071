import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows drawn, or left out, together. */
export const CHUNK = 10;
/** Height of a row before any was measured, in pixels. */
const GUESS = 44;

/**
 * Which rows of a long table are worth drawing: those within a screen of what can be seen, ten by ten. The others
 * keep their height, so that the page scrolls as if they stood there.
 */
export class ChunksController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #near = new Set([0]);
  readonly #heights = new Map<number, number>();
  #row = GUESS;
  #printing = false;
  #sight: IntersectionObserver | undefined;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#sight = new IntersectionObserver((entries) => this.#look(entries), { rootMargin: '100% 0px' });
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrint);
  }

  hostUpdated(): void {
    for (const chunk of this.#host.renderRoot.querySelectorAll('tbody')) this.#sight?.observe(chunk);
  }

  hostDisconnected(): void {
    this.#sight?.disconnect();
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrint);
  }

  /** Other rows stand there now: what was measured holds no more. */
  forget(): void {
    this.#heights.clear();
  }

  isNear(chunk: number): boolean {
    return this.#printing || this.#near.has(chunk);
  }

  /** How high a chunk that is not drawn would be. */
  heightOf(chunk: number, rows: number): number {
    return this.#heights.get(chunk) ?? rows * this.#row;
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    const before = [...this.#near].join();
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const chunk = Number((target as HTMLElement).dataset['chunk']);
      if (this.#near.has(chunk) && boundingClientRect.height > 0) this.#measure(chunk, target as HTMLTableSectionElement, boundingClientRect.height);
      if (isIntersecting) this.#near.add(chunk);
      else this.#near.delete(chunk);
    }
    if ([...this.#near].join() !== before) this.#host.requestUpdate();
  }

  #measure(chunk: number, { rows }: HTMLTableSectionElement, height: number): void {
    this.#heights.set(chunk, height);
    if (rows.length > 1) this.#row = height / rows.length;
  }

  readonly #onPrint = ({ type }: Event): void => {
    this.#printing = type === 'beforeprint';
    this.#host.requestUpdate();
  };
}
