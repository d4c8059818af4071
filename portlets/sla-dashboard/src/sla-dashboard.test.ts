import type { ServiceLevelGrid } from '@faceplate/contracts';
import { badDays, busyConsumer, companyAdmin, hang, nothingYet, on, once, refuse, signedOut } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openLevels } from './sla-dashboard.page.ts';

type Page = Awaited<ReturnType<typeof openLevels>>;

async function gridOf({ operator }: Page): Promise<ServiceLevelGrid> {
  const response = await operator.fetch(new Request('/api/v1/service-levels?months=12', { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as ServiceLevelGrid;
}

async function openGrid(...options: Parameters<typeof openLevels>): Promise<Page> {
  const page = await openLevels(...options);
  await page.until(() => page.cells().length > 0);
  return page;
}

describe('<fp-sla-dashboard>', () => {
  afterEach(closePortlets);

  it('shows every promised service against twelve months, worst first', async () => {
    const page = await openGrid(companyAdmin());
    const { rows } = await gridOf(page);
    expect(rows.length).to.be.greaterThan(10);
    // Ten services at once come into sight.
    await page.until(() => page.cells().length === rows.length * 12);
    expect(page.services()[0]).to.contain(rows[0]!.service.name);
    expect(rows[0]!.cells.some(({ state }) => state === 'missed')).to.equal(true);
    await expect(page.element).to.be.accessible();
  });

  it('answers in one sentence how this month stands', async () => {
    const page = await openGrid(companyAdmin());
    const { rows } = await gridOf(page);
    const missed = rows.filter(({ cells }) => cells.at(-1)?.state === 'missed').length;
    expect(page.said()).to.contain(missed > 0 ? `${missed} service` : 'Every promise kept');
  });

  it('opens a cell down to the intervals that make its figure', async () => {
    const page = await openGrid(companyAdmin());
    const missed = page.cells().find((cell) => cell.ariaLabel?.includes('Missed'))!;
    const [, , percent] = missed.ariaLabel!.split(', ');
    missed.click();
    await page.until(page.figure);
    expect(page.figure()).to.equal(percent);
    expect(page.intervals().join(' ')).to.contain('Outage');
    expect(page.facts()).to.contain('Target').and.to.contain('Left out').and.to.contain('Not measured');
    await expect(page.element).to.be.accessible();
    expect(page.visited).to.deep.equal([`/service-levels/${page.element.serviceId}/${page.element.month}`]);
    const name = missed.ariaLabel;
    page.press('All services');
    await page.until(() => page.inFocus());
    expect(page.inFocus()).to.equal(name);
    expect(page.cells().find(({ tabIndex }) => tabIndex === 0)?.ariaLabel).to.equal(name);
  });

  it('shows the grid again when the page takes its attributes away', async () => {
    const page = await openGrid(companyAdmin());
    page.cells()[0]!.click();
    await page.until(page.figure);
    const { serviceId, month } = page.element;
    page.element.setAttribute('service-id', serviceId);
    page.element.setAttribute('month', month);
    page.element.removeAttribute('service-id');
    page.element.removeAttribute('month');
    await page.until(() => page.cells().length > 0);
    expect(page.reported).to.be.empty;
  });

  it('says so when nothing happened in a month', async () => {
    const page = await openGrid(companyAdmin());
    const { rows } = await gridOf(page);
    const row = rows.find(({ cells }) => cells.some((cell) => cell.state === 'met' && cell.downSeconds + cell.excludedSeconds + cell.unknownSeconds === 0))!;
    const quiet = row.cells.find((cell) => cell.state === 'met' && cell.downSeconds + cell.excludedSeconds + cell.unknownSeconds === 0)!;
    Object.assign(page.element, { serviceId: row.service.id, month: quiet.month });
    await page.until(page.figure);
    expect(page.figure()).to.equal('100.000%');
    expect(page.intervals()).to.be.empty;
  });

  it('is one stop for the Tab key, and arrow keys move along', async () => {
    const page = await openGrid(companyAdmin());
    const reachable = page.cells().filter(({ tabIndex }) => tabIndex === 0);
    expect(reachable).to.have.lengthOf(1);
    reachable[0]!.focus();
    const last = page.inFocus();
    page.key('ArrowLeft');
    await page.until(() => page.inFocus() !== last);
    page.key('ArrowRight');
    await page.until(() => page.inFocus() === last);
    page.key('Home');
    await page.until(() => page.inFocus() === page.cells()[0]!.ariaLabel);
    page.key('ArrowUp');
    expect(page.inFocus()).to.equal(page.cells()[0]!.ariaLabel);
  });

  it('says so when a service does not exist', async () => {
    const page = await openLevels(busyConsumer(), { attributes: { 'service-id': 'nobodys', month: '2026-10' } });
    await page.until(page.problem);
    expect(page.problem()).to.equal('We cannot find this service');
  });

  it('answers in one sentence and one action as a card', async () => {
    const page = await openLevels(busyConsumer(), { attributes: { view: 'card' } });
    await page.until(() => /promise|target/.test(page.said()));
    expect(page.cells()).to.be.empty;
    page.press('See all service levels');
    expect(page.visited).to.deep.equal(['/service-levels']);
    await expect(page.element).to.be.accessible();
  });

  it('says when nothing was promised', async () => {
    const page = await openLevels(nothingYet());
    await page.until(page.message);
    expect(page.message()).to.equal('No service levels were promised');
    await expect(page.element).to.be.accessible();
  });

  it('says so in plain words on a card too', async () => {
    const page = await openLevels(nothingYet(), { attributes: { view: 'card' } });
    await page.until(() => page.said().includes('No service levels were promised'));
    await expect(page.element).to.be.accessible();
  });

  it('asks to sign in when nobody is', async () => {
    const page = await openLevels(signedOut());
    await page.until(page.problem);
    expect(page.problem()).to.equal('Sign in to see this');
  });

  it('keeps its place while it waits', async () => {
    const page = await openLevels(busyConsumer(), { faults: on('service-levels', hang()) });
    await page.until(page.loading);
    await expect(page.element).to.be.accessible();
  });

  it('recovers when the service does', async () => {
    const page = await openLevels(busyConsumer(), { faults: on('service-levels', once(refuse(503))) });
    await page.until(() => page.cells().length > 0);
    expect(page.problem()).to.equal('');
  });

  for (const [name, fault] of badDays) {
    it(`is never blank: ${name}`, async () => {
      const page = await openLevels(busyConsumer(), { faults: on('service-levels', fault) });
      await page.until(page.problem);
      expect(page.heading()).to.equal('Service levels');
      await expect(page.element).to.be.accessible();
    });
  }

  it('speaks German and Arabic, and mirrors with its arrow keys', async () => {
    const page = await openLevels(busyConsumer(), { locale: 'de-DE' });
    await page.until(() => page.heading() === 'Servicequalität');
    const arabic = await openGrid(busyConsumer(), { locale: 'ar-EG' });
    expect(arabic.element.dir).to.equal('rtl');
    await expect(arabic.element).to.be.accessible();
    arabic.cells().find(({ tabIndex }) => tabIndex === 0)!.focus();
    const last = arabic.inFocus();
    arabic.key('ArrowRight');
    await arabic.until(() => arabic.inFocus() !== last);
  });
});
