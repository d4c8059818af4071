import { busyConsumer } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { departures, openPayments } from './payment-center.page.ts';

describe('<fp-payment-center>', () => {
  const gone = departures();
  beforeEach(() => {
    localStorage.clear();
    gone.length = 0;
  });
  afterEach(closePortlets);

  it('shows what is open and how it is paid', async () => {
    const page = await openPayments(busyConsumer());
    await page.until(page.payButton);
    console.log(page.said(), page.bills(), page.accounts(), page.payments());
    await expect(page.element).to.be.accessible();
    page.press('Pay €');
    await page.until(page.news);
    await page.until(() => gone.length > 0);
    console.log(page.news(), gone, page.said(), page.parts());
    await expect(page.element).to.be.accessible();
  });
});
