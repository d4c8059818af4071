import type { Locator } from 'playwright-core';
import type { PortalPage } from './portal.page.ts';
import { textOf, until } from './watch.ts';

const ANSWER_MS = 10_000;

/** The order tracker as a customer uses it. */
export class TrackerPage {
  readonly portal: PortalPage;

  constructor(portal: PortalPage) {
    this.portal = portal;
  }

  get portlet(): Locator {
    return this.portal.portlet('order-tracker');
  }

  async openOrder(id: string, lines = 1): Promise<void> {
    await this.portal.open(`/orders/${id}`);
    await this.portlet.locator('fp-order-line article').nth(lines - 1).waitFor();
  }

  /** A line with what can be done about it: that stands in it, not in its shadow. */
  line(index: number): Locator {
    return this.portlet.locator('fp-order-line').nth(index);
  }

  /** How a line reads by itself. */
  words(index: number): Promise<string> {
    return textOf(this.line(index).locator('article'));
  }

  button(name: RegExp | string): Locator {
    return this.portlet.getByRole('button', { name }).first();
  }

  get visit(): Locator {
    return this.portlet.locator('[part="visit"]');
  }

  /** Presses until it is done: again where the page says that it did not work. @throws after three times. */
  async insist(name: RegExp | string, isDone: () => Promise<boolean>): Promise<void> {
    const failed = this.portlet.getByText(/try again/i);
    for (let time = 0; time < 3; time += 1) {
      await this.button(name).click();
      await until('neither done nor said to have failed', ANSWER_MS, async () => (await isDone()) || (await failed.count()) > 0);
      if (await isDone()) return;
    }
    throw new Error('it does not work, however often it is tried');
  }

  /** Chooses the free time that comes so many days after the first day with one. */
  async chooseTime(day: number): Promise<string> {
    await this.visit.locator('.days button').nth(day).click();
    await this.visit.locator('input[type="radio"]').first().check();
    return textOf(this.button(/^(Book|Move to) /));
  }
}
