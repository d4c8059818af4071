import type { Locator, Page } from 'playwright-core';
import { cents } from './bill.page.ts';
import type { PortalPage } from './portal.page.ts';
import { textOf } from './watch.ts';

/** Paying as a customer does: in the portal, at the provider's, and back. */
export class PaymentsPage {
  readonly portal: PortalPage;
  readonly page: Page;

  constructor(portal: PortalPage) {
    this.portal = portal;
    this.page = portal.page;
  }

  get portlet(): Locator {
    return this.portal.portlet('payment-center');
  }

  button(name: RegExp | string): Locator {
    return this.portlet.getByRole('button', { name }).first();
  }

  /** Opens what is open, and waits until it can be paid. */
  async open(query = ''): Promise<void> {
    await this.portal.open(`/payments${query}`);
    await this.portal.settled('payment-center');
    await this.button(/^Pay €/).waitFor();
  }

  /** The sum that can be paid, in cents. */
  async toPay(): Promise<number> {
    return cents(await textOf(this.portlet.locator('[part="to-pay"]')));
  }

  async choose(way: 'amount' | 'parts'): Promise<void> {
    const choices = this.button('Pay less, in parts');
    if (await choices.isVisible()) await choices.click();
    await this.portlet.locator(`input[name="way"][value="${way}"]`).check();
  }

  /** Every payable bill's own field, in the order of the page. */
  get amounts(): Locator {
    return this.portlet.locator('td input.amount[name]');
  }

  async payAmount(amount: string): Promise<void> {
    await this.choose('amount');
    await this.portlet.locator('#amount').fill(amount);
    await this.button(`Pay €${amount}`).click();
  }

  async useAnotherCard(): Promise<void> {
    await this.portlet.locator('input[name="means"][value="new"]').check();
  }

  /** At the provider's: types a card and pays. */
  async payThere(card: string, { keep = false } = {}): Promise<void> {
    await this.page.waitForURL(/\/pay\//);
    await this.page.locator('#card').fill(card);
    if (keep) await this.page.locator('input[name="keep"]').check();
    await this.page.locator('button[value="pay"]').click();
  }

  /** Heading of what is told about the payment on show. */
  news(heading: RegExp): Promise<void> {
    return this.page.waitForFunction(
      (pattern) => new RegExp(pattern).test(document.querySelector('fp-payment-center')?.shadowRoot?.querySelector('[part="news"]')?.getAttribute('heading') ?? ''),
      heading.source,
    ).then(() => undefined);
  }

  /** Id of the payment on show, from the address. */
  get paymentId(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** What the payment on show is for: each account's row, each bill's, as they read. */
  async parts(): Promise<{ accounts: string[]; bills: string[] }> {
    const rows = this.portlet.locator('[part="parts"] tbody tr');
    const read = (found: Locator) => found.allInnerTexts().then((texts) => texts.map((text) => text.replace(/\s+/g, ' ').trim()));
    return { accounts: await read(rows.and(this.page.locator('.account'))), bills: await read(rows.and(this.page.locator(':not(.account)'))) };
  }
}
