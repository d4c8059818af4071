import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode & Partial<DocumentOrShadowRoot>;
}

const HEADING = 'h1, h2, h3, h4, h5, h6';

/**
 * Keeps the keyboard where something was done: when what was pressed is drawn no more, it goes on at what was named, or else at
 * the heading of what stood around. A page that turns takes it along by itself (`PageTurn`), and whoever went on is left there.
 */
export class FollowController implements ReactiveController {
  readonly #host: Host;
  #to = '';
  /** What that selects while nothing has moved yet. */
  #before: Element | null = null;
  /** What had the focus last, and what stands around it, from inside to outside. */
  #held: Element | undefined;
  #around: Element[] = [];
  #frame = 0;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Goes on at what this will select, if what has the focus now goes. */
  to(selector: string): void {
    this.#to = selector;
    this.#before = this.#host.renderRoot.querySelector(selector);
  }

  hostUpdate(): void {
    const held = focusedIn(this.#host.renderRoot);
    if (!held) return;
    this.#held = held;
    this.#around = ancestorsOf(held);
  }

  hostUpdated(): void {
    this.#goOn();
    cancelAnimationFrame(this.#frame);
    // A frame later the parts inside are drawn too, and a page that turned has taken the keyboard where it wants it.
    if (this.#held) this.#frame = requestAnimationFrame(this.#stay);
  }

  #goOn(): void {
    const { renderRoot } = this.#host;
    // Whoever went on by themselves meanwhile is not called back; where Tab does not come to, nobody did.
    const isWaiting = isNowhere() || renderRoot.activeElement?.matches('[tabindex="-1"]');
    if (this.#to === '' || !isWaiting) return;
    const next = renderRoot.querySelector<HTMLElement>(this.#to);
    if (!next || next === this.#before) return;
    this.#to = '';
    next.focus();
  }

  readonly #stay = (): void => {
    const { renderRoot } = this.#host;
    // What is on its way may bring what is looked for.
    if (this.#held?.isConnected !== false || renderRoot.querySelector('fp-skeleton')) return;
    this.#held = undefined;
    if (!isNowhere()) return;
    const places: ParentNode[] = [...this.#around.filter(({ isConnected }) => isConnected), renderRoot];
    const heading = places.flatMap((place) => place.querySelector<HTMLElement>(HEADING) ?? [])[0];
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  };
}

const isNowhere = () => document.activeElement === document.body;

/** However deep. */
function focusedIn(root: Partial<DocumentOrShadowRoot>): Element | undefined {
  let found: Element | undefined;
  for (let at = root.activeElement; at; at = at.shadowRoot?.activeElement) found = at;
  return found;
}

/** Within their root: outside it nothing is drawn anew. */
function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at; at = at.parentElement) found.push(at);
  return found;
}
