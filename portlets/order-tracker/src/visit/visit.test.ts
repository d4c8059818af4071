import type { Order } from '@faceplate/contracts';
import { once, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { asked, openOrderWith } from '../one/one.page.ts';

function forget() {
  closePortlets();
  localStorage.clear();
}

/** Ada's order that waits for a day, and the day she takes: the first that is free. */
async function withVisit(options: Parameters<typeof openOrderWith>[1] = {}) {
  const opened = await openOrderWith(({ need }) => need?.kind === 'date', options);
  const { page, order } = opened;
  await page.until(() => page.find('.days button'));
  const choose = async () => {
    page.find('[part=visit] input[type=radio]')?.click();
    await page.until(() => /^(Book|Move to) \w/.test(page.find('[part=visit] form button.primary')?.textContent?.trim() ?? ''));
    page.find('[part=visit] form button.primary')?.click();
  };
  return { ...opened, choose, visit: async () => (await asked<Order>(page, `/orders/${order.id}`)).visit };
}

describe('the visit of an order', () => {
  beforeEach(forget);
  afterEach(forget);

  it('is chosen from a calendar of free times, and the line goes on', async () => {
    const { page, choose, visit, line } = await withVisit();
    await expect(page.element).to.be.accessible();
    page.find('[part=visit] form button.primary')?.click();
    await page.until(() => page.all().includes('Choose a time first.'));
    await choose();
    await page.until(() => page.find('#visit-when'));
    expect((await visit())?.state).to.equal('booked');
    expect((await line())?.need).to.equal(undefined);
    await expect(page.element).to.be.accessible();
  });

  it('moves, keeps its number, and tells when it was to be before', async () => {
    const { page, choose, visit } = await withVisit();
    await choose();
    await page.until(() => page.find('#visit-when'));
    const before = await visit();
    expect(page.all()).to.contain('You can move it until');
    page.press('Move the visit');
    await page.until(() => page.find('.days button[aria-pressed=false]'));
    page.find('.days button[aria-pressed=false]')?.click();
    await page.until(() => page.find('.days button[aria-pressed=true]'));
    await choose();
    await page.until(() => page.all().includes('When it was to be before'));
    const after = await visit();
    expect([after?.id, after?.history.map(({ from }) => from)]).to.deep.equal([before?.id, [before?.from]]);
    await expect(page.element).to.be.accessible();
  });

  it('takes what the technician should know, and asks for both a name and a number', async () => {
    const { page, choose, visit } = await withVisit();
    await choose();
    await page.until(() => page.find('#visit-when'));
    page.unfold('What the technician');
    page.type('#visit-notes', 'The bell is broken.');
    page.type('#visit-name', 'Tom');
    page.press('Tell the technician');
    await page.until(() => page.all().includes('Give both a name'));
    page.type('#visit-phone', '+49 30 1234567');
    page.press('Tell the technician');
    await page.until(() => !page.all().includes('booked as shown'));
    await page.until(() => page.all().includes('booked as shown'));
    expect((await visit())?.wishes).to.deep.equal({ notes: 'The bell is broken.', contact: { name: 'Tom', phone: '+49 30 1234567' } });
    expect((await visit())?.history).to.deep.equal([]);
  });

  it('says so when somebody else was faster, and shows what is free now', async () => {
    const faster = once(refuse(409));
    const { page, choose } = await withVisit({ faults: (request, next) => (request.method === 'POST' && request.url.endsWith('/visit') ? faster(request, next) : next(request)) });
    await choose();
    await page.until(page.problem);
    await page.until(() => page.find('.days button'));
    expect(page.find('#visit-when')).to.equal(null);
    await expect(page.element).to.be.accessible();
  });
});
