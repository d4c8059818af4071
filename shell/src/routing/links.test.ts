import { expect, fixture, html } from '@open-wc/testing';
import { followLinks } from './links.ts';

const isOurs = (path: string) => path.startsWith('/bills');

describe('links', () => {
  const visited: string[] = [];
  let left = 0;
  let unfollow: () => void;
  /** What the browser would do by itself must not happen to the test’s page. */
  const stay = (event: Event) => {
    if (!event.defaultPrevented) left += 1;
    event.preventDefault();
  };

  beforeEach(() => {
    visited.length = left = 0;
    unfollow = followLinks(isOurs, (path) => visited.push(path));
    addEventListener('click', stay);
  });

  afterEach(() => {
    unfollow();
    removeEventListener('click', stay);
  });

  it('to pages of the portal need no reload, also from inside a portlet', async () => {
    const host = await fixture(html`<div></div>`);
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('a'));
    inside.href = '/bills/b1?all=1#charges';
    inside.append(document.createElement('span'));
    inside.querySelector('span')?.click();
    expect(visited).to.deep.equal(['/bills/b1?all=1#charges']);
    expect(left).to.equal(0);
  });

  for (const [what, anchor] of [
    ['another origin', html`<a href="https://other.test/bills">x</a>`],
    ['sign-on', html`<a href="/auth/login">x</a>`],
    ['a new tab', html`<a href="/bills" target="_blank">x</a>`],
    ['a file', html`<a href="/bills/b1.pdf" download>x</a>`],
    ['this page', html`<a href="#main">x</a>`],
  ] as const) {
    it(`to ${what} are the browser’s own`, async () => {
      (await fixture<HTMLAnchorElement>(anchor)).click();
      expect(visited).to.deep.equal([]);
      expect(left).to.equal(1);
    });
  }

  it('opened with a key held down are the person’s own wish', async () => {
    const anchor = await fixture<HTMLAnchorElement>(html`<a href="/bills">x</a>`);
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) anchor.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true }));
    expect(visited).to.deep.equal([]);
  });

  it('that a portlet has dealt with stay dealt with', async () => {
    const anchor = await fixture<HTMLAnchorElement>(html`<a href="/bills" @click=${(event: Event) => { event.preventDefault(); }}>x</a>`);
    anchor.click();
    expect(visited).to.deep.equal([]);
  });
});
