import type { Page } from 'playwright-core';
import type { Sight } from './look-at.ts';

/** Something put at the end of a portlet. */
export interface Thing {
  readonly tag: 'button' | 'div' | 'img' | 'p';
  readonly says?: string;
  readonly css?: string;
  readonly tabIndex?: number;
}

interface Plant {
  readonly name: string;
  readonly things: readonly Thing[];
  /** What it does: runs in the page, with the last of the things. */
  readonly spoil?: (thing: Element) => void;
  readonly isNoticed: (sight: Sight) => boolean;
}

const byAxe = (rule: string) => ({ axe }: Sight) => axe.some((one) => one.startsWith(`${rule} `));
const byKeys = (words: string) => ({ keys }: Sight) => keys.problems.some((one) => one.startsWith(words));
const button = (says: string, more: Partial<Thing> = {}): Thing => ({ tag: 'button', says, ...more });

/** What a careless change could bring, each seen by another of the looks. */
export const PLANTS: readonly Plant[] = [
  { name: 'an image without a name', things: [{ tag: 'img' }], isNoticed: byAxe('image-alt') },
  { name: 'pale words', things: [{ tag: 'p', says: 'Hard to read', css: 'color: #999; background: #aaa' }], isNoticed: byAxe('color-contrast') },
  {
    name: 'a button that keeps the Tab key',
    things: [button('Stay')],
    spoil: (thing) => thing.addEventListener('keydown', (event) => event.preventDefault()),
    isNoticed: byKeys('Tab does not leave'),
  },
  {
    name: 'a button that sends the Tab key back',
    things: [button('Again'), button('Again')],
    spoil: (thing) =>
      thing.addEventListener('keydown', (event) => {
        event.preventDefault();
        (thing.previousElementSibling as HTMLElement).focus();
      }),
    isNoticed: byKeys('Tab goes round'),
  },
  { name: 'a button out of the order', things: [button('Unreached', { tabIndex: -1 })], isNoticed: byKeys('Tab does not come to') },
  { name: 'a button whose focus does not show', things: [button('Unseen', { css: 'outline: none !important; box-shadow: none !important' })], isNoticed: byKeys('no focus to be seen') },
  {
    name: 'a button under another thing',
    things: [button('Covered'), { tag: 'div', css: 'position: relative; block-size: 6rem; margin-block-start: -6rem; background: #fff' }],
    isNoticed: byKeys('focus is out of sight'),
  },
  { name: 'a thing wider than the window', things: [{ tag: 'div', css: 'inline-size: 3000px; block-size: 1px' }], isNoticed: ({ beyond }) => beyond > 0 },
];

/** Runs in the page. */
function grow(portlet: Element, things: readonly Thing[]): Element {
  const grown = things.map(({ tag, says = '', css = '', tabIndex }) => {
    const element = document.createElement(tag);
    element.textContent = says;
    element.style.cssText = css;
    if (tabIndex !== undefined) element.tabIndex = tabIndex;
    return element;
  });
  portlet.shadowRoot?.append(...grown);
  return grown.at(-1) ?? portlet;
}

/** Puts things at the end of the portlet that stands on the page; `spoil` runs there, with the last of them. */
export async function plantIn(page: Page, portlet: string, things: readonly Thing[], spoil?: (thing: Element) => void): Promise<void> {
  const last = await page.locator(portlet).first().evaluateHandle(grow, things);
  if (spoil) await last.evaluate(spoil);
}

/** Plants it in the portlet that stands on the page. */
export const plant = (page: Page, portlet: string, { things, spoil }: Plant): Promise<void> => plantIn(page, portlet, things, spoil);
