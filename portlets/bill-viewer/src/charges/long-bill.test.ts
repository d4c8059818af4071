import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openLong } from './charges.page.ts';

const MANY = 5000;

describe('a long bill', () => {
  afterEach(closePortlets);

  it('draws what is in sight, and says how many lines there are', async () => {
    const page = await openLong(MANY);
    expect(page.drawn().length).to.be.within(8, 40);
    expect(page.area()?.getAttribute('aria-rowcount')).to.equal(String(MANY + 1));
    expect(page.status()).to.contain('5,000 lines');
    await expect(page.element).to.be.accessible();
  });

  it('fetches what is scrolled to, and lets readers know what is marked', async () => {
    const page = await openLong(MANY);
    page.area()?.scrollTo({ top: page.area()?.scrollHeight ?? 0, behavior: 'instant' });
    await page.until(() => page.row(MANY - 1).includes('Call 4999'));
    expect(page.long.asked.every((query) => Number(query.get('offset')) >= MANY - 600)).to.equal(true);
    expect(page.marked()).to.contain('Call 0');
  });

  it('is gone through and opened by keyboard alone', async () => {
    const page = await openLong(MANY);
    page.area()?.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) page.key(key);
    await page.until(() => page.opened() === 'Call 1' && page.detail());
    expect(page.detail()).to.contain('€1.01 before tax');
    page.key('End');
    await page.until(() => page.marked().includes('Call 4999'));
    page.key('PageUp');
    await page.until(() => /Call 49[89]\d/.test(page.marked()) && !page.marked().includes('4999'));
    page.key('Home');
    await page.until(() => page.marked().includes('Call 0'));
    page.key('ArrowDown');
    page.key(' ');
    await page.until(() => page.opened() === '');
    expect(page.hasFocus()).to.equal(true);
  });

  it('says which lines could not be had, and has them when asked again', async () => {
    const page = await openLong(MANY);
    page.long.answer = () => new Response(null, { status: 500 });
    page.area()?.scrollTo({ top: 100_000, behavior: 'instant' });
    await page.until(() => page.problem() === 'Some lines could not be loaded.');
    await expect(page.element).to.be.accessible();
    page.long.answer = () => undefined;
    page.press('Try again');
    await page.until(() => !page.problem() && page.drawn().every((index) => page.row(index).includes(`Call ${index}`)));
  });

  it('prints its first lines, and says where the rest is', async () => {
    const page = await openLong(MANY);
    window.dispatchEvent(new Event('beforeprint'));
    expect(page.drawn()).to.have.lengthOf(200);
    expect(page.pool()?.shadowRoot?.textContent).to.contain('The first 200 of 5,000 lines.');
    window.dispatchEvent(new Event('afterprint'));
    expect(page.drawn().length).to.be.within(8, 40);
  });
});

describe('the address of a line', () => {
  afterEach(closePortlets);

  for (const [where, index] of [['among the first', 120], ['far down', 3456], ['at the end', MANY - 1]] as const) {
    it(`leads there, ${where}: open, in sight, with the focus on it`, async () => {
      const page = await openLong(MANY, { chargeId: `line${index}` });
      await page.until(() => page.opened() === `Call ${index}` && page.placeInSight(index) !== undefined && page.detail());
      expect([page.hasFocus(), page.marked().includes(`Call ${index}`), page.detail().includes('before tax')]).to.deep.equal([true, true, true]);
      const windows = page.long.asked.filter((query) => query.has('around'));
      expect(windows.map((query) => query.get('around'))).to.deep.equal(index < 200 ? [] : [`line${index}`]);
      await expect(page.element).to.be.accessible();
    });
  }

  it('is followed to another line of the same bill', async () => {
    const page = await openLong(MANY, { chargeId: 'line3456' });
    await page.until(() => page.opened() === 'Call 3456');
    page.element.chargeId = 'line1234';
    await page.until(() => page.opened() === 'Call 1234' && page.placeInSight(1234) !== undefined);
  });

  it('of a line that is not there says so, and shows the bill', async () => {
    const page = await openLong(MANY, { chargeId: 'line9999' });
    await page.until(() => page.message() === 'We cannot find that line on this bill.');
    expect(page.row(0)).to.contain('Call 0');
    expect(page.reported).to.deep.equal([]);
    await expect(page.element).to.be.accessible();
  });

  it('leads there after a failure too', async () => {
    const page = await openLong(MANY);
    page.long.answer = (query) => (query.has('around') ? new Response(null, { status: 500 }) : undefined);
    page.element.chargeId = 'line3456';
    await page.until(() => page.problem() === 'Some lines could not be loaded.');
    page.long.answer = () => undefined;
    page.press('Try again');
    await page.until(() => page.opened() === 'Call 3456' && page.placeInSight(3456) !== undefined);
  });

  it('leads there on a bill whose lines are all here, though there are many', async () => {
    const page = await openLong(180, { chargeId: 'line170' });
    await page.until(() => page.opened() === 'Call 170' && page.placeInSight(170) !== undefined);
    expect(page.long.asked).to.deep.equal([]);
  });
});
