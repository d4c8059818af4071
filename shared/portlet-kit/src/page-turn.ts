import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Takes the keyboard along when a portlet turns its page: to the heading of what was opened, and on the way back to
 * the button that had opened it, which says so by `data-opens="<page>"`. Somebody who is elsewhere is left there, and so
 * is somebody who has gone on while the rest of the page was still on its way.
 */
export class PageTurn implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #page: () => string;
  #shown: string | undefined;
  /** The page that was left, until the focus has found its place on the new one. */
  #left: string | undefined;
  /** What had the focus when it was left: nobody has gone on as long as nothing else has. */
  #held: Element | undefined;

  constructor(host: ReactiveElement, page: () => string) {
    this.#host = host;
    this.#page = page;
  }

  hostUpdate(): void {
    // An attribute that is taken away leaves nothing behind, not an empty text: the same page.
    const page = this.#page() || '';
    if (this.#shown !== undefined && this.#shown !== page && this.#mayMove()) {
      this.#left = this.#shown;
      this.#held = this.#focused();
    }
    this.#shown = page;
  }

  hostUpdated(): void {
    // A frame later the parts inside are drawn, and the page around has said what it has to say about its route.
    if (this.#left !== undefined) requestAnimationFrame(this.#arrive);
  }

  readonly #arrive = (): void => {
    const { renderRoot } = this.#host;
    if (this.#left === undefined || renderRoot.querySelector('fp-skeleton')) return;
    const target = openerOf(this.#left, renderRoot) ?? renderRoot.querySelector<HTMLElement>('h1, h2, h3, h4, h5, h6');
    const focused = this.#focused();
    const hasGoneOn = focused && focused !== this.#held;
    this.#left = this.#held = undefined;
    if (!target || hasGoneOn || !this.#mayMove()) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus();
  };

  /** The focus is in here, around here or nowhere: nobody is disturbed. */
  #mayMove(): boolean {
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    const active = activeElement ?? document.activeElement;
    return !active || active === document.body || active.contains(this.#host);
  }

  /** What in here has the focus, however deep. */
  #focused(): Element | undefined {
    let inner: Element | null | undefined = this.#host;
    let found: Element | undefined;
    while ((inner = inner.shadowRoot?.activeElement)) found = inner;
    return found;
  }
}

/** Lists are elements of their own, so their buttons are a root further in. */
function openerOf(page: string, root: ParentNode): HTMLElement | undefined {
  const roots = [root, ...Array.from(root.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot)];
  return roots.flatMap((inner) => [...(inner?.querySelectorAll<HTMLElement>('[data-opens]') ?? [])]).find(({ dataset }) => dataset['opens'] === page);
}
