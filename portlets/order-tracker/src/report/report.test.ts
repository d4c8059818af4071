import type { OrderReport } from '@faceplate/contracts';
import { busyConsumer, companyAdmin, nothingYet, on, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { asked } from '../one/one.page.ts';
import { openOrders } from '../order-tracker.page.ts';

async function openReport(...[world, options]: Parameters<typeof openOrders>) {
  const page = await openOrders(world, options);
  await page.until(() => page.orders().length > 0);
  page.unfold('How long your orders took');
  return page;
}

describe('the report on orders', () => {
  afterEach(closePortlets);

  it('says how long orders took, how many kept their day, and what is late now', async () => {
    const page = await openReport(companyAdmin());
    await page.until(() => page.find('[part=report] #report-period'));
    const period = page.find('#report-period');
    period?.focus();
    page.type('#report-period', '36', 'change');
    const { months, jeopardy } = await asked<OrderReport>(page, '/orders/report?months=36');
    await page.until(() => page.find('fp-chart-bars')?.getAttribute('caption')?.includes('came by the promised day'));
    // Whoever changes the period may want to change it again.
    expect(page.element.shadowRoot?.activeElement).to.equal(period);
    expect(months.some(({ ended }) => ended > 0)).to.equal(true);
    expect(page.find('fp-chart-bars')).to.have.property('bars').with.lengthOf(36);
    expect(jeopardy.length).to.be.greaterThan(0);
    for (const { name } of jeopardy) expect(page.all()).to.contain(name);
    page.unfold('Month by month');
    await expect(page.element).to.be.accessible();
  });

  it('opens what is late', async () => {
    const page = await openReport(busyConsumer());
    await page.until(() => page.find('[part=report] li button'));
    page.find('[part=report] li button')?.click();
    await page.until(() => page.steps().length > 0);
  });

  it('says so when the table cannot be had', async () => {
    const page = await openReport(busyConsumer(), { faults: on('/export.csv', refuse(503)) });
    await page.until(() => page.all().includes('Save the list of orders'));
    page.press('Save the list of orders');
    await page.until(() => page.all().includes('could not be fetched'));
  });

  it('is not offered where there is no order', async () => {
    const page = await openOrders(nothingYet());
    await page.until(() => page.all().includes('shop'));
    expect(page.find('[part=report]')).to.equal(null);
  });
});
