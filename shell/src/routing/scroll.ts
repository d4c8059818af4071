interface Entry {
  fpKey?: string;
}

/**
 * Where each page of the tab's history was scrolled to. The browser's own
 * restoring comes before portlets have drawn, so it is done by hand.
 */
export class ScrollMemory {
  readonly #places = new Map<string, number>();
  #current = keyOf(history.state);
  #stop: (() => void) | undefined;

  constructor() {
    history.scrollRestoration = 'manual';
  }

  /** The state to push with the next page. */
  leave(): Entry {
    this.#places.set(this.#current, scrollY);
    this.#current = crypto.randomUUID();
    return { fpKey: this.#current };
  }

  /** The browser has moved to another entry of its history, and the old page still stands. */
  moved(state: unknown): void {
    if (keyOf(state) === this.#current) return;
    this.#places.set(this.#current, scrollY);
    this.#current = keyOf(state);
  }

  /** Scrolls to where this page was left, as soon as it is long enough, unless the person scrolls first. */
  restore(): void {
    this.#stop?.();
    const place = this.#places.get(this.#current) ?? 0;
    scrollTo(0, place);
    if (place > 0 && scrollY < place) this.#whenLongEnough(place);
  }

  #whenLongEnough(place: number): void {
    const growth = new ResizeObserver(() => {
      scrollTo(0, place);
      if (scrollY >= place) this.#stop?.();
    });
    const stop = (this.#stop = () => {
      growth.disconnect();
      for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown']) removeEventListener(type, stop);
      this.#stop = undefined;
    });
    for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown']) addEventListener(type, stop, { passive: true });
    growth.observe(document.body);
  }
}

const keyOf = (state: unknown) => (state as Entry | null)?.fpKey ?? 'first';
