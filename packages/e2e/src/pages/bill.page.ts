import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { textOf } from './watch.ts';

/** Cents of an amount as a British reader sees it: "−€1,234.50". */
export function cents(shown: string): number {
  const found = /([−-]?)\s*€([\d,]+)\.(\d\d)/.exec(shown);
  assert.ok(found, `no amount in “${shown}”`);
  const [, sign = '', whole = '', part = ''] = found;
  return (sign ? -1 : 1) * Number(whole.replaceAll(',', '') + part);
}

/** One bill in the portal, as a customer uses it. */
export class BillPage {
  readonly page: Page;
  readonly portlet: Locator;

  constructor(page: Page) {
    this.page = page;
    this.portlet = page.locator('fp-bill-viewer');
  }

  /** A row of the sums below the lines, in cents. */
  async sum(name: string): Promise<number> {
    const row = this.portlet.locator('fp-charge-list tfoot tr').filter({ has: this.page.locator('th', { hasText: new RegExp(`^${name}$`) }) });
    return cents(await textOf(row.locator('td').last()));
  }

  line(name: string | RegExp): Locator {
    return this.portlet.locator('fp-charge-list button.opener').filter({ hasText: name }).first();
  }

  async openLine(name: string | RegExp): Promise<void> {
    const opener = this.line(name);
    await opener.waitFor();
    if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
  }

  /** Asks why the bill is not what the last one was. */
  async askWhy(): Promise<void> {
    await this.button(/^Why did it change/).click();
    await this.#steps.first().waitFor();
  }

  get #steps(): Locator {
    return this.portlet.locator('fp-flow-chart ol > li');
  }

  /** What each step of the picture comes to, in cents; the last is the whole. */
  async steps(): Promise<number[]> {
    const texts = await this.#steps.locator('.words .number').allInnerTexts();
    return texts.map(cents);
  }

  step(name: string | RegExp): Locator {
    return this.#steps.filter({ hasText: name }).first();
  }

  /** Of every cause, those that are drawn as one among them: what opens the event behind it. */
  waysOfSteps(): Locator {
    return this.#steps.getByRole('button', { includeHidden: true });
  }

  get form(): Locator {
    return this.portlet.locator('fp-dispute-form');
  }

  get dispute(): Locator {
    return this.portlet.locator('fp-dispute-status');
  }

  button(name: string | RegExp): Locator {
    return this.portlet.getByRole('button', { name }).first();
  }

  async fill(amount: string, words: string): Promise<void> {
    await this.form.locator('#amount').fill(amount);
    await this.form.locator('#reason').selectOption('wrong-amount');
    await this.form.locator('#description').fill(words);
  }
}
