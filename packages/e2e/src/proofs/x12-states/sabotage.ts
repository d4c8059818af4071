import type { Page } from 'playwright-core';
import type { Sight } from './look-at.ts';

interface Plant {
  readonly name: string;
  /** Runs in the page, with the portlet. */
  readonly put: (portlet: Element) => void;
  readonly isNoticed: (sight: Sight) => boolean;
}

const byAxe = (rule: string) => ({ axe }: Sight) => axe.some((one) => one.startsWith(`${rule} `));
const byKeys = (words: string) => ({ keys }: Sight) => keys.problems.some((one) => one.startsWith(words));

/** What a careless change could bring, each seen by another of the looks. */
export const PLANTS: readonly Plant[] = [
  { name: 'an image without a name', put: (portlet) => portlet.shadowRoot?.append(document.createElement('img')), isNoticed: byAxe('image-alt') },
  {
    name: 'pale words',
    put: (portlet) => {
      const words = document.createElement('p');
      words.textContent = 'Hard to read';
      words.style.cssText = 'color: #999; background: #aaa';
      portlet.shadowRoot?.append(words);
    },
    isNoticed: byAxe('color-contrast'),
  },
  {
    name: 'a button that keeps the Tab key',
    put: (portlet) => {
      const button = document.createElement('button');
      button.textContent = 'Stay';
      button.addEventListener('keydown', (event) => event.preventDefault());
      portlet.shadowRoot?.append(button);
    },
    isNoticed: byKeys('Tab does not leave'),
  },
  {
    name: 'a button that sends the Tab key back',
    put: (portlet) => {
      const [first, second] = [document.createElement('button'), document.createElement('button')];
      first.textContent = second.textContent = 'Again';
      second.addEventListener('keydown', (event) => {
        event.preventDefault();
        first.focus();
      });
      portlet.shadowRoot?.append(first, second);
    },
    isNoticed: byKeys('Tab goes round'),
  },
  {
    name: 'a button out of the order',
    put: (portlet) => {
      const button = document.createElement('button');
      button.textContent = 'Unreached';
      button.tabIndex = -1;
      portlet.shadowRoot?.append(button);
    },
    isNoticed: byKeys('Tab does not come to'),
  },
  {
    name: 'a button whose focus does not show',
    put: (portlet) => {
      const button = document.createElement('button');
      button.textContent = 'Unseen';
      button.style.cssText = 'outline: none !important; box-shadow: none !important';
      portlet.shadowRoot?.append(button);
    },
    isNoticed: byKeys('no focus to be seen'),
  },
  {
    name: 'a button under another thing',
    put: (portlet) => {
      const [box, button, lid] = [document.createElement('div'), document.createElement('button'), document.createElement('div')];
      button.textContent = 'Covered';
      box.style.cssText = 'position: relative';
      lid.style.cssText = 'position: absolute; inset: 0; background: #fff';
      box.append(button, lid);
      portlet.shadowRoot?.append(box);
    },
    isNoticed: byKeys('focus is out of sight'),
  },
  {
    name: 'a thing wider than the window',
    put: (portlet) => {
      const box = document.createElement('div');
      box.style.cssText = 'inline-size: 3000px; block-size: 1px';
      portlet.shadowRoot?.append(box);
    },
    isNoticed: ({ beyond }) => beyond > 0,
  },
];

/** Plants it in the portlet that stands on the page. */
export const plant = (page: Page, portlet: string, { put }: Plant): Promise<void> => page.locator(portlet).first().evaluate(put);
