import type { Page } from 'playwright-core';
import type { BillPage } from '../pages/bill.page.ts';
import { asking, breakLine } from '../pages/broken-line.ts';

/** A card of the reference provider's that pays. */
const CARD = '4111 1111 1111 1111';

/** Pays what is due of a bill, as a customer does whose first try never left: trying again pays nothing twice. */
export async function payRest(page: Page, view: BillPage): Promise<void> {
  await view.button(/^Pay €/).click();
  const portlet = page.locator('fp-payment-center');
  const pay = portlet.getByRole('button', { name: /^Pay €/ }).first();
  await pay.waitFor();
  // She keeps a card at the provider already; this time it is another.
  await portlet.locator('input[name="means"][value="new"]').check();
  const line = await breakLine(page, 'before it is sent', asking('POST', /\/payments$/));
  await pay.click();
  await portlet.getByRole('button', { name: 'Try again' }).first().click();
  await line.mend();
  await page.locator('#card').fill(CARD);
  await page.locator('button[value="pay"]').click();
  await page.waitForURL(/\/payments\/[^/]+$/);
  await portlet.getByText('Processed').first().waitFor();
}
