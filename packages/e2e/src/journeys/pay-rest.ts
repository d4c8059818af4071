import type { Page } from 'playwright-core';
import type { BillPage } from '../pages/bill.page.ts';
import { asking, breakLine } from '../pages/broken-line.ts';
import type { RunningProduct } from '../product/running-product.ts';

interface Rest {
  page: Page;
  view: BillPage;
  product: Pick<RunningProduct, 'url'>;
  path: string;
}

/** Pays what is due of a bill, as a customer does who lost the first answer: pressing again pays nothing twice. */
export async function payRest({ page, view }: Rest): Promise<void> {
  await view.button(/^Pay €/).click();
  const portlet = page.locator('fp-payment-center');
  const pay = portlet.getByRole('button', { name: /^Pay €/ }).first();
  await pay.waitFor();
  const line = await breakLine(page, 'before it is sent', asking('POST', /\/payments$/));
  await pay.click();
  await portlet.locator('[part="problem"]').first().waitFor();
  await line.mend();
  await pay.click();
  await page.waitForURL(/\/payments\/[^/]+$|\/pay\//);
}
