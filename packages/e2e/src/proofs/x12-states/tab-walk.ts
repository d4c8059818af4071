import { deep, focused, HELPERS, isOneStop, isSeen, isThere, isWanted, named, ringsOf, up } from './in-the-page.ts';

/** One stop of the Tab key, as the page saw it. */
export interface Stop {
  /** The element, by the order in which it was first met; undefined where nothing of the page has the focus. */
  readonly met: number | undefined;
  readonly name: string;
  /** Has stops of its own inside, as a date has. */
  readonly isParted: boolean;
}

/** What a walk through the page by Tab came to. */
export interface Walked {
  readonly reached: number;
  readonly problems: readonly string[];
}

/** Stands in the page and watches the Tab key go from its top through the portlet. Sent as text: leans on the helpers alone. */
class TabWalk {
  /** More stops than this the page cannot have. */
  readonly most: number;
  readonly #portlet: Element;
  readonly #wanted: Element[];
  readonly #met: Element[] = [];
  readonly #problems: string[] = [];
  #before: { element: Element; rings: string[] } | undefined;

  constructor(tag: string) {
    this.#portlet = document.querySelector(tag) ?? document.body;
    const { shadowRoot } = this.#portlet;
    this.#wanted = [...(shadowRoot ? deep(shadowRoot) : []), ...deep(this.#portlet)].filter(isWanted);
    this.most = deep(document).filter((one) => one instanceof HTMLElement && one.tabIndex >= 0).length + 20;
    // Tab goes on from where the focus was last: the top of the page.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  }

  step(): Stop {
    const at = focused();
    if (this.#before?.element !== at) this.#leave();
    if (!at) return { met: undefined, name: '', isParted: false };
    if (!this.#met.includes(at)) this.#meet(at);
    return { met: this.#met.indexOf(at), name: named(at), isParted: at.matches('input:is([type="date"], [type="datetime-local"], [type="month"], [type="time"], [type="week"])') };
  }

  end(): Walked {
    const missed = this.#wanted.filter((one) => one.isConnected && isThere(one) && !this.#met.some((other) => isOneStop(one, other)));
    return { reached: this.#wanted.length - missed.length, problems: [...this.#problems, ...missed.map((one) => `Tab does not come to ${named(one)}`)] };
  }

  #meet(element: Element) {
    this.#met.push(element);
    if (!up(element).includes(this.#portlet)) return;
    this.#before = { element, rings: ringsOf(element) };
    if (!isSeen(element)) this.#problems.push(`focus is out of sight on ${named(element)}`);
  }

  /** A ring shows when it is there with the focus and not without it. */
  #leave() {
    const { element, rings } = this.#before ?? {};
    this.#before = undefined;
    if (!element?.isConnected || !rings) return;
    const now = ringsOf(element);
    if (!rings.some((ring, at) => ring !== '' && ring !== now[at])) this.#problems.push(`no focus to be seen on ${named(element)}`);
  }
}

/** Begins a walk in the page, as `faceplateWalk`; says how many stops it can have. */
export const beginWalk = (tag: string): string => `(() => {
${HELPERS}
${TabWalk.toString()}
globalThis.faceplateWalk = new TabWalk(${JSON.stringify(tag)});
return faceplateWalk.most;
})()`;
