import type { Page } from 'playwright-core';

/** What a page is, apart from the portlets on it. */
export interface Outside {
  readonly markup: string;
  /** Own names of `window`. */
  readonly globals: readonly string[];
  readonly styleSheets: number;
  /** The page as it looks, with the portlets' boxes painted over. */
  readonly picture: Buffer;
}

/** A page of somebody else's that shows portlets in its own boxes. */
export class ForeignPage {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  async open(): Promise<void> {
    await this.page.goto(this.url);
  }

  /** Opens the page as it is without us: our scripts never arrive. */
  async openWithoutUs(): Promise<void> {
    await this.page.route('**/embed/**', (route) => route.abort());
    await this.open();
    await this.page.unroute('**/embed/**');
  }

  /** Everything outside the portlets. Both tags and what they hold are ours, so neither is told. */
  async outside(): Promise<Outside> {
    const facts = await this.page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      for (const portlet of copy.querySelectorAll('fp-bill-viewer, fp-order-tracker')) portlet.remove();
      return {
        markup: copy.outerHTML,
        globals: Object.getOwnPropertyNames(globalThis).toSorted(),
        styleSheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      };
    });
    const picture = await this.page.screenshot({ fullPage: true, mask: [this.page.locator('.panel')], maskColor: '#808080', animations: 'disabled' });
    return { ...facts, picture };
  }
}
