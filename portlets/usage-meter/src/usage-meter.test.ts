import type { RunningBillList, UsageEventList, UsageList } from '@faceplate/contracts';
import { formatMoney } from '@faceplate/localize';
import { badDays, busyConsumer, companyAdmin, hang, nothingYet, on, once, refuse, signedOut } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openUsage } from './usage-meter.page.ts';

type Page = Awaited<ReturnType<typeof openUsage>>;

async function ask<T>({ operator }: Page, path: string): Promise<T> {
  const response = await operator.fetch(new Request(`/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as T;
}

async function openAll(...options: Parameters<typeof openUsage>): Promise<Page> {
  const page = await openUsage(...options);
  await page.until(() => page.services().length > 0 && !page.loading());
  return page;
}

/** A line with data, opened. */
async function openOne(...options: Parameters<typeof openUsage>): Promise<Page & { productId: string }> {
  const page = await openAll(...options);
  const { items } = await ask<UsageList>(page, '/usage');
  const meter = items.find(({ name, used }) => name === 'data' && used > 0)!;
  page.element.productId = meter.service.productId;
  await page.until(() => page.bars().length > 0 && page.uses().length > 0);
  return { ...page, productId: meter.service.productId };
}

describe('<fp-usage-meter>', () => {
  afterEach(closePortlets);

  it('says what has been run up and what it will come to, account by account', async () => {
    const page = await openAll(busyConsumer());
    const { items } = await ask<RunningBillList>(page, '/running');
    expect(page.totals()).to.deep.equal(items.map(({ total }) => formatMoney(total, 'en-GB')));
    const uncertain = items.findIndex(({ forecast }) => forecast && forecast.low.amount < forecast.high.amount);
    const { low, likely, high } = items[uncertain]!.forecast!;
    for (const amount of [low, likely, high]) expect(page.forecasts()[uncertain]).to.contain(formatMoney(amount, 'en-GB'));
    await expect(page.element).to.be.accessible();
  });

  it('says the band of the forecast as a table, too', async () => {
    const page = await openAll(busyConsumer());
    const { items } = await ask<RunningBillList>(page, '/running');
    const { forecast, total } = items.find((one) => one.forecast && one.forecast.low.amount < one.forecast.high.amount)!;
    page.element.shadowRoot!.querySelectorAll('details').forEach((details) => (details.open = true));
    const rows = [...page.element.shadowRoot!.querySelectorAll('details td')].map((cell) => cell.textContent);
    for (const amount of [total, forecast!.low, forecast!.likely, forecast!.high]) expect(rows).to.contain(formatMoney(amount, 'en-GB'));
    await expect(page.element).to.be.accessible();
  });

  it('shows what is left of each allowance, the one with the least first, and up to when it is counted', async () => {
    const page = await openAll(busyConsumer());
    const shares = page.meters().map(({ ariaValueNow }) => Number(ariaValueNow));
    expect(shares.length).to.be.greaterThan(1);
    expect(page.meters()[0]!.getAttribute('aria-valuetext')).to.match(/left of|used up/);
    expect(shares).to.deep.equal(shares.toSorted((one, other) => one - other));
    expect(page.said()).to.contain('Full again on').and.to.contain('Counted up to');
  });

  it('opens one service day by day, down to every single use', async () => {
    const page = await openAll(busyConsumer());
    page.press('Day by day');
    await page.until(() => page.captions().length > 0 && /Every single use/.test(page.said()) && !page.loading());
    expect(page.visited).to.deep.equal([`/usage/${page.element.productId}`]);
    await expect(page.element).to.be.accessible();
    page.press('All usage');
    await page.until(() => page.services().length > 0);
    expect(page.visited.at(-1)).to.equal('/usage');
  });

  it('the days are those of the meter, and the uses those of the service', async () => {
    const page = await openOne(busyConsumer());
    const { items: meters } = await ask<UsageList>(page, '/usage');
    const mine = meters.filter(({ service }) => service.productId === page.productId);
    const drawn = mine.filter(({ used }) => used > 0);
    expect(page.bars()).to.have.lengthOf(drawn.reduce((sofar, { days }) => sofar + days.length, 0));
    const { items } = await ask<UsageEventList>(page, `/usage/events?product=${page.productId}`);
    expect(page.uses()).to.have.lengthOf(Math.min(30, items.length));
    page.press('Show as table');
    await page.until(() => page.rows().length > 0);
    expect(page.rows()).to.have.lengthOf(drawn[0]!.days.length);
    await expect(page.element).to.be.accessible();
  });

  it('is one stop for the Tab key, and arrow keys say the days', async () => {
    const page = await openOne(busyConsumer());
    const chart = page.element.shadowRoot!.querySelector('fp-use-days')!.shadowRoot!;
    // The page has turned: the keyboard comes to its heading first.
    await page.until(() => page.element.shadowRoot!.activeElement?.localName === 'h2');
    const reachable = [...chart.querySelectorAll<SVGElement>('.day')].filter(({ tabIndex }) => tabIndex === 0);
    expect(reachable).to.have.lengthOf(1);
    const press = (key: string) => chart.querySelector('svg')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('Home');
    const first = await page.until(page.inFocus);
    press('ArrowRight');
    await page.until(() => page.inFocus() !== first);
    press('End');
    await page.until(() => page.inFocus() === page.bars().filter((bar) => chart.contains(bar)).at(-1)?.getAttribute('aria-label'));
  });

  it('tells use abroad from use at home by more than colour', async () => {
    const page = await openOne(busyConsumer());
    const chart = page.element.shadowRoot!.querySelector('fp-use-days')!;
    const [first] = chart.meter!.days;
    chart.meter = { ...chart.meter!, days: chart.meter!.days.map((day) => (day === first ? { ...day, home: 1, roaming: 2.5 } : day)) };
    await page.until(() => page.key());
    expect(page.key()).to.equal('At homeAbroad');
    expect(page.bars()[0]!.getAttribute('aria-label')).to.contain('3.5 GB, 2.5 GB of it abroad');
    expect(chart.shadowRoot!.querySelectorAll('rect.abroad').length).to.be.greaterThan(0);
    await expect(page.element).to.be.accessible();
  });

  it('saves exactly the uses it shows', async () => {
    const page = await openOne(busyConsumer());
    const saved: { name: string; text: Promise<string> }[] = [];
    const { createObjectURL } = URL;
    const click = HTMLAnchorElement.prototype.click;
    let blob: Blob | undefined;
    URL.createObjectURL = (file: Blob) => {
      blob = file;
      return createObjectURL(file);
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: blob!.text() });
    };
    try {
      page.press('Save as a table');
      await page.until(() => saved.length > 0);
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    const { total } = await ask<UsageEventList>(page, `/usage/events?product=${page.productId}`);
    expect((await saved[0]!.text).trimEnd().split('\r\n')).to.have.lengthOf(total + 1);
    expect(saved[0]!.name).to.equal('usage.csv');
  });

  it('says so when the file cannot be made', async () => {
    const page = await openOne(busyConsumer(), { faults: on('export.csv', refuse(503)) });
    page.press('Save as a table');
    await page.until(() => page.said().includes('The file could not be made'));
    await expect(page.element).to.be.accessible();
  });

  it('keeps single uses from who may not see them', async () => {
    const page = await openAll(busyConsumer(), { faults: on('usage/events', refuse(404)) });
    page.press('Day by day');
    await page.until(() => page.message() === 'Single uses are private');
    expect(page.captions().length).to.be.greaterThan(0);
    await expect(page.element).to.be.accessible();
  });

  it('shows a company the lines that have the least left, and the others when asked', async () => {
    const page = await openAll(companyAdmin());
    const { items } = await ask<UsageList>(page, '/usage');
    const services = new Set(items.map(({ service }) => service.productId)).size;
    expect(page.services()).to.have.lengthOf(6);
    page.press('Show');
    await page.until(() => page.services().length === services);
    await expect(page.element).to.be.accessible();
  });

  it('answers in two sentences and one action as a card', async () => {
    const page = await openUsage(busyConsumer(), { attributes: { view: 'card' } });
    await page.until(() => / left/.test(page.said()) && /so far|Your bill will be about/.test(page.said()));
    page.press('See usage');
    expect(page.visited).to.deep.equal(['/usage']);
    await expect(page.element).to.be.accessible();
  });

  it('answers on a card with what may be seen: staff who act for somebody see no use', async () => {
    const page = await openUsage(busyConsumer(), { attributes: { view: 'card' }, faults: on('api/v1/usage', refuse(403)) });
    await page.until(() => /so far|Your bill will be about/.test(page.said()));
    expect(page.problem()).to.equal('');
    await expect(page.element).to.be.accessible();
  });

  it('shows everything again when the page takes its attribute away', async () => {
    const page = await openOne(busyConsumer());
    page.element.setAttribute('product-id', page.productId);
    page.element.removeAttribute('product-id');
    await page.until(() => page.services().length > 0);
    expect(page.reported).to.be.empty;
  });

  it('says so when a service does not exist', async () => {
    const page = await openUsage(busyConsumer(), { attributes: { 'product-id': 'nobodys' } });
    await page.until(page.problem);
    expect(page.problem()).to.equal('We cannot find this service');
    await expect(page.element).to.be.accessible();
  });

  for (const view of ['full', 'card']) {
    it(`says when nothing was used: ${view}`, async () => {
      const page = await openUsage(nothingYet(), { attributes: { view } });
      await page.until(() => `${page.message()}${page.said()}`.includes('Nothing used yet'));
      await expect(page.element).to.be.accessible();
    });
  }

  it('asks to sign in once when nobody is', async () => {
    const page = await openUsage(signedOut());
    await page.until(page.problem);
    expect(page.problem()).to.equal('Sign in to see this');
    expect(page.element.shadowRoot!.querySelectorAll('[part="problem"]')).to.have.lengthOf(1);
  });

  it('keeps its place while it waits', async () => {
    const page = await openUsage(busyConsumer(), { faults: on('usage', hang()) });
    await page.until(page.loading);
    await expect(page.element).to.be.accessible();
  });

  it('shows what is left when the running bill cannot be read', async () => {
    const page = await openUsage(busyConsumer(), { faults: on('running', refuse(503)) });
    await page.until(() => page.services().length > 0 && page.problem());
    expect(page.running()).to.be.empty;
    await expect(page.element).to.be.accessible();
  });

  it('recovers when the service does', async () => {
    const page = await openUsage(busyConsumer(), { faults: on('usage', once(refuse(503))) });
    await page.until(() => page.services().length > 0);
    expect(page.problem()).to.equal('');
  });

  for (const [name, fault] of badDays) {
    it(`is never blank: ${name}`, async () => {
      const page = await openUsage(busyConsumer(), { faults: on('usage', fault) });
      await page.until(page.problem);
      expect(page.heading()).to.equal('Usage');
      await expect(page.element).to.be.accessible();
    });
  }

  it('speaks German and Arabic', async () => {
    const page = await openAll(busyConsumer(), { locale: 'de-DE' });
    expect(page.heading()).to.equal('Verbrauch');
    const arabic = await openOne(busyConsumer(), { locale: 'ar-EG' });
    expect(arabic.element.dir).to.equal('rtl');
    expect(arabic.said()).to.contain('كل استخدام على حدة');
    await expect(arabic.element).to.be.accessible();
  });
});
