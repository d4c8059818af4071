import { busyConsumer, down, nothingYet, on, refuse } from '@faceplate/mocks';
import { expect } from '@open-wc/testing';
import { openSamplePortlet } from './sample-portlet.page.ts';

describe('<fp-sample-portlet>', () => {
  it('shows the billing accounts', async () => {
    const page = await openSamplePortlet(busyConsumer());
    await page.until(() => page.accounts().length > 1);
    await expect(page.element).to.be.accessible();
  });

  it('says how many there are on a card', async () => {
    const page = await openSamplePortlet(busyConsumer(), { attributes: { view: 'card' } });
    expect(await page.until(page.sentence)).to.match(/^Billing accounts: \d+$/);
    await expect(page.element).to.be.accessible();
  });

  it('says so when there is none', async () => {
    const page = await openSamplePortlet(nothingYet());
    expect(await page.until(page.sentence)).to.equal('You have no billing account yet.');
    await expect(page.element).to.be.accessible();
  });

  it('says so when they may not be seen', async () => {
    const page = await openSamplePortlet(busyConsumer(), { faults: on('/accounts', refuse(403)) });
    expect(await page.until(page.problem)).to.equal('You may not see this');
    await expect(page.element).to.be.accessible();
  });

  it('says so when the service is gone', async () => {
    const page = await openSamplePortlet(busyConsumer(), { faults: on('/accounts', down()) });
    expect(await page.until(page.problem)).to.equal('No connection');
    await expect(page.element).to.be.accessible();
  });
});
