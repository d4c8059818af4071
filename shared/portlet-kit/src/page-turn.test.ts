import { define, SkeletonElement } from '@faceplate/ui';
import { expect, fixture } from '@open-wc/testing';
import { html, LitElement, nothing } from 'lit';
import { PageTurn } from './page-turn.ts';

/** A list in an element of its own, as portlets have them. */
class TurnListElement extends LitElement {
  override render() {
    return ['a', 'b'].map((id) => html`<button data-opens=${id}>${id}</button>`);
  }
}
define('fp-turn-list', TurnListElement);
define('fp-skeleton', SkeletonElement);

/** The smallest thing with pages: a list, and a page for each of its entries. */
class TurnElement extends LitElement {
  static override readonly properties = { page: {}, loading: { type: Boolean } };

  declare page: string;
  declare loading: boolean;

  constructor() {
    super();
    this.page = '';
    this.loading = false;
    this.addController(new PageTurn(this, () => this.page));
  }

  override render() {
    if (!this.page) return html`<h2>All</h2><fp-turn-list></fp-turn-list>`;
    return html`<h2>Page ${this.page}</h2><button>Next</button>${this.loading ? html`<fp-skeleton></fp-skeleton>` : nothing}`;
  }
}
define('fp-turn', TurnElement);

const frame = () => new Promise(requestAnimationFrame);

/** What has the focus, through every shadow root. */
function focused(): string {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at === document.body ? 'nothing' : (at?.textContent ?? '');
}

describe('the keyboard when a portlet turns its page', () => {
  let portlet: TurnElement;
  let outside: HTMLButtonElement;

  beforeEach(async () => {
    const page = await fixture(html`<div><button>outside</button><fp-turn></fp-turn></div>`);
    portlet = page.querySelector<TurnElement>('fp-turn')!;
    outside = page.querySelector('button')!;
    await frame();
  });

  async function turnTo(page: string, loading = false): Promise<void> {
    Object.assign(portlet, { page, loading });
    await portlet.updateComplete;
    await frame();
    await frame();
  }

  const next = () => portlet.shadowRoot?.querySelector('button');

  it('stays where it was when the portlet comes to the page', () => {
    expect(focused()).to.equal('nothing');
  });

  it('goes to the heading of what was opened', async () => {
    portlet.shadowRoot?.querySelector('fp-turn-list')?.shadowRoot?.querySelector<HTMLElement>('[data-opens="b"]')?.focus();
    await turnTo('b');
    expect(focused()).to.equal('Page b');
  });

  it('goes back to the button that had opened it', async () => {
    await turnTo('b');
    await turnTo('');
    expect(focused()).to.equal('b');
  });

  it('goes to the heading when that button is no longer there', async () => {
    await turnTo('gone');
    await turnTo('');
    expect(focused()).to.equal('All');
  });

  it('is not moved again when the page’s route takes the attribute away', async () => {
    await turnTo('b');
    portlet.page = '';
    await portlet.updateComplete;
    portlet.setAttribute('page', '');
    portlet.removeAttribute('page');
    await portlet.updateComplete;
    await frame();
    expect(focused()).to.equal('b');
  });

  it('waits until the page can be read', async () => {
    await turnTo('b', true);
    expect(focused()).to.equal('nothing');
    await turnTo('b');
    expect(focused()).to.equal('Page b');
  });

  it('goes to the heading when the button that was pressed is still there', async () => {
    await turnTo('a');
    next()?.focus();
    await turnTo('b');
    expect(focused()).to.equal('Page b');
  });

  it('is not taken from whoever has gone on while the rest of the page was on its way', async () => {
    await turnTo('b', true);
    next()?.focus();
    await turnTo('b');
    expect(focused()).to.equal('Next');
  });

  it('is left alone while it is elsewhere on the page', async () => {
    outside.focus();
    await turnTo('b');
    expect(focused()).to.equal('outside');
  });
});

declare global {
  interface HTMLElementTagNameMap {
    'fp-turn': TurnElement;
    'fp-turn-list': TurnListElement;
  }
}
