import type { CheckStep } from '@faceplate/contracts';
import type { Locator, Page } from 'playwright-core';
import { until } from './watch.ts';

const ANSWERED_MS = 15_000;

/** What somebody writes in the form, by the names of its fields. */
export interface Written {
  readonly product: string;
  readonly title: string;
  readonly description: string;
  /** What the operator's own form asks for. */
  readonly tried: string;
  readonly files: readonly { name: string; mimeType: string; buffer: Buffer }[];
}

/** The service desk in the portal, as a customer uses it. */
export class DeskPage {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  get portlet(): Locator {
    return this.page.locator('fp-ticket-raiser');
  }

  check(step: CheckStep): Locator {
    return this.portlet.locator(`[data-check="${step}"]`);
  }

  button(name: string | RegExp): Locator {
    return this.portlet.getByRole('button', { name }).first();
  }

  /** Where somebody begins who has trouble with this product; answers once everything is known before the form. */
  async begin(product: string): Promise<void> {
    await this.page.goto(`${this.#url}/support/new?product=${encodeURIComponent(product)}`);
    await this.check('answers').waitFor({ timeout: ANSWERED_MS });
  }

  async openTicket(id: string): Promise<void> {
    await this.page.goto(`${this.#url}/support/${encodeURIComponent(id)}`);
    await this.portlet.locator('fp-ticket-timeline li').first().waitFor();
  }

  /** States of all looks, in the order they are told. */
  async found(): Promise<string[]> {
    return this.portlet.locator('[data-check]').evaluateAll((all) => all.map((one) => `${one.getAttribute('data-check')} ${one.getAttribute('data-state')}`));
  }

  /** Fills in every field, and gives the files along. */
  async write({ product, title, description, tried, files }: Written): Promise<void> {
    const { portlet } = this;
    await portlet.locator('#productId').selectOption(product);
    await portlet.locator('[name="kind"][value="incident"]').check();
    await portlet.locator('[name="severity"][value="major"]').check();
    await portlet.locator('#title').fill(title);
    await portlet.locator('#description').fill(description);
    await portlet.locator('[id="field:tried"]').fill(tried);
    await portlet.locator('#evidence').setInputFiles([...files]);
    await until('the files are not taken', ANSWERED_MS, async () => (await portlet.locator('[part="evidence"] li').count()) === files.length);
  }

  /** What stands in the form. */
  async written(): Promise<Omit<Written, 'files'> & { files: string[] }> {
    const value = (selector: string) => this.portlet.locator(selector).inputValue();
    return {
      product: await value('#productId'),
      title: await value('#title'),
      description: await value('#description'),
      tried: await value('[id="field:tried"]'),
      files: await this.portlet.locator('[part="evidence"] li bdi').allInnerTexts(),
    };
  }

  get send(): Locator {
    return this.portlet.locator('fp-ticket-form button[type="submit"]');
  }

  /** "We have your ticket", with its number. */
  get raised(): Locator {
    return this.portlet.locator('fp-status-message[heading^="We have your ticket"]');
  }

  get problem(): Locator {
    return this.portlet.locator('[part="problem"]').first();
  }
}
