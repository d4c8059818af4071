import type { ServiceLevelDetail, ServiceLevelGrid } from '@faceplate/contracts';
import { companyAdmin, type Fault, hang, on, once, refuse } from '@faceplate/mocks';
import { closePortlets, textOf } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openLevels, type Page, part } from '../sla-dashboard.page.ts';

/** Months of services whose credit stands like that. */
async function* monthsThat(page: Page, state: string): AsyncGenerator<ServiceLevelDetail, never> {
  const { rows } = await ask<ServiceLevelGrid>(page, '/service-levels?months=12');
  for (const { service, cells } of rows) {
    for (const { month } of cells.filter((cell) => cell.state === 'missed')) {
      const detail = await ask<ServiceLevelDetail>(page, `/service-levels/${service.id}/${month}`);
      if (detail.credit?.state === state) yield detail;
    }
  }
  throw new Error(`no more months are ${state}`);
}

async function monthThat(page: Page, state: string): Promise<ServiceLevelDetail> {
  return (await monthsThat(page, state).next()).value;
}

const claimIn = (page: Page) => page.element.shadowRoot?.querySelector<HTMLButtonElement>('[data-claim]');

/** Somebody goes from where they are to this month. */
async function turnTo(page: Page, { service, cell }: ServiceLevelDetail): Promise<void> {
  Object.assign(page.element, { serviceId: service.id, month: cell.month });
  await page.until(() => page.heading().startsWith(service.name) && part(page, 'credit'));
}

async function openMonth(state: string, options: Parameters<typeof openLevels>[1] = {}): Promise<{ page: Page; detail: ServiceLevelDetail }> {
  const page = await openLevels(companyAdmin(), options);
  const detail = await monthThat(page, state);
  Object.assign(page.element, { serviceId: detail.service.id, month: detail.cell.month });
  await page.until(() => part(page, 'credit'));
  return { page, detail };
}

describe('a month of <fp-sla-dashboard>', () => {
  afterEach(closePortlets);

  it('gives back with one tap what its working says, once', async () => {
    let claims = 0;
    const counting: Fault = (request, next) => {
      claims += 1;
      return next(request);
    };
    const { page, detail } = await openMonth('claimable', { faults: on('/claim', counting) });
    const amount = ((detail.credit?.working?.amount.amount ?? 0) / 100).toFixed(2);
    expect(textOf(part(page, 'credit'))).to.contain(`Get €${amount} back`).and.to.contain('You get back');
    await expect(page.element).to.be.accessible();
    claimIn(page)?.click();
    claimIn(page)?.click();
    await page.until(() => textOf(part(page, 'credit')).includes(`€${amount} was given back`));
    expect(claims).to.equal(1);
    expect(claimIn(page)).to.equal(null);
    await expect(page.element).to.be.accessible();
  });

  it('keeps the claim when it did not arrive, and says that nothing is given twice', async () => {
    const { page } = await openMonth('claimable', { faults: on('claim', once(refuse(503))) });
    claimIn(page)?.click();
    await page.until(() => /nothing is given twice|was given back/.test(textOf(part(page, 'credit'))));
    claimIn(page)?.click();
    await page.until(() => textOf(part(page, 'credit')).includes('was given back'));
  });

  it('says that a claim was refused, and leads to somebody who can say why', async () => {
    const { page, detail } = await openMonth('claimable', { faults: on('/claim', refuse(409)) });
    claimIn(page)?.click();
    await page.until(() => textOf(part(page, 'credit')).includes('We cannot give it back now'));
    expect(textOf(part(page, 'credit'))).not.to.contain('did not arrive');
    expect(page.reported).to.have.lengthOf(1);
    await expect(page.element).to.be.accessible();
    page.press('Ask us');
    const asked = new URL(page.visited.at(-1) ?? '', location.origin);
    expect(asked.pathname).to.equal('/support/new');
    expect(asked.searchParams.get('product')).to.equal(detail.service.id);
    expect(asked.searchParams.get('about')).to.contain(detail.service.name);
  });

  it('says who may ask for it where this person may not', async () => {
    const { page } = await openMonth('claimable', { faults: on('/claim', refuse(403)) });
    claimIn(page)?.click();
    await page.until(() => textOf(part(page, 'credit')).includes('Whoever manages this account can'));
  });

  it('says nothing on one month about the claim of another', async () => {
    const page = await openLevels(companyAdmin(), { faults: on('/claim', refuse(409)) });
    const claimable = monthsThat(page, 'claimable');
    const first = (await claimable.next()).value;
    const second = (await claimable.next()).value;
    await turnTo(page, first);
    claimIn(page)?.click();
    await page.until(() => textOf(part(page, 'credit')).includes('We cannot give it back now'));
    await turnTo(page, second);
    await page.until(() => claimIn(page));
    expect(textOf(part(page, 'credit'))).not.to.contain('We cannot give it back now');
    await turnTo(page, first);
    await page.until(() => textOf(part(page, 'credit')).includes('We cannot give it back now'));
  });

  it('has a claim on its way in one month, and the button of another month ready', async () => {
    const page = await openLevels(companyAdmin(), { faults: on('/claim', hang()) });
    const claimable = monthsThat(page, 'claimable');
    const first = (await claimable.next()).value;
    const second = (await claimable.next()).value;
    await turnTo(page, first);
    claimIn(page)?.click();
    await page.until(() => textOf(claimIn(page)) === 'Asking …');
    await turnTo(page, second);
    await page.until(() => textOf(claimIn(page)).startsWith('Get '));
    expect(claimIn(page)?.ariaDisabled).to.equal('false');
  });

  it('takes the keyboard along when the button goes, and says what came of it where readers listen already', async () => {
    const { page } = await openMonth('claimable');
    const listening = part(page, 'credit')?.querySelector('[role="status"]');
    expect(textOf(listening)).to.equal('');
    claimIn(page)?.focus();
    claimIn(page)?.click();
    await page.until(() => textOf(listening).includes('was given back'));
    expect(listening?.isConnected).to.equal(true);
    expect(textOf(page.element.shadowRoot?.activeElement)).to.equal('What you get back');
  });

  it('leaves the keyboard where somebody went while the claim was on its way', async () => {
    const { page } = await openMonth('claimable');
    claimIn(page)?.focus();
    claimIn(page)?.click();
    const elsewhere = part(page, 'credit')?.querySelector('summary');
    elsewhere?.focus();
    page.element.shadowRoot?.querySelector<HTMLElement>('button.flush')?.focus();
    await page.until(() => textOf(part(page, 'credit')).includes('was given back'));
    expect(textOf(page.element.shadowRoot?.activeElement)).to.equal('All services');
  });

  it('says of each month by itself that its paper could not be made', async () => {
    const page = await openLevels(companyAdmin(), { faults: on('pack.pdf', once(refuse(400))) });
    const [expected, granted] = [await monthThat(page, 'expected'), await monthThat(page, 'granted')];
    await turnTo(page, expected);
    page.press('All services, this month (PDF)');
    await page.until(() => page.said().includes('The file could not be made'));
    expect(page.reported).to.have.lengthOf(1);
    await turnTo(page, granted);
    await page.until(() => textOf(part(page, 'credit')).includes('was given back'));
    expect(page.said()).not.to.contain('The file could not be made');
  });

  it('leads from a credit that was given to its line on the bill', async () => {
    const { page, detail } = await openMonth('granted');
    page.press('Show it on the bill');
    expect(page.visited.at(-1)).to.equal(`/bills/${detail.credit?.billId}/${detail.credit?.chargeId}`);
  });

  it('shows the error budget as a picture and in figures, and where every second went', async () => {
    const { page, detail } = await openMonth('expected');
    const budget = part(page, 'budget');
    expect(budget?.querySelector('svg')?.getAttribute('aria-label')).to.contain('used of');
    expect(textOf(budget?.querySelector('dl'))).to.contain('Too much by').and.to.contain('times what is allowed');
    expect(part(page, 'parts')?.querySelectorAll('tbody tr')).to.have.lengthOf(detail.intervals.length);
    for (const details of page.element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    for (const name of ['parts', 'working']) expect(getComputedStyle(part(page, name)!).borderCollapse).to.equal('collapse');
    await expect(page.element).to.be.accessible();
  });

  it('names the time that was allowed alike in the figure and in the steps', async () => {
    const { page } = await openMonth('expected');
    const [, allowed] = textOf(part(page, 'working')?.querySelector('tr td')).split(' / ');
    expect(page.facts()).to.contain(`Allowed${allowed}Counted`);
  });

  it('leaves claiming to the customer', async () => {
    const { page } = await openMonth('claimable', { attributes: { mode: 'agent' } });
    expect(claimIn(page)).to.equal(null);
    expect(textOf(part(page, 'credit'))).to.contain('Only the customer can ask for it');
  });

  it('speaks Arabic', async () => {
    const { page } = await openMonth('claimable', { locale: 'ar-EG' });
    await page.until(() => textOf(part(page, 'credit')).includes('ما تستعيده'));
    await expect(page.element).to.be.accessible();
  });

  it('says what help is left, and by when somebody begins on what is broken', async () => {
    const page = await openLevels(companyAdmin());
    const { rows } = await ask<ServiceLevelGrid>(page, '/service-levels?months=1');
    const details = await Promise.all(rows.map(({ service, cells }) => ask<ServiceLevelDetail>(page, `/service-levels/${service.id}/${cells[0]?.month}`)));
    const detail = details.find(({ help }) => (help?.clocks.length ?? 0) > 0)!;
    const { visits, clocks } = detail.help!;
    Object.assign(page.element, { serviceId: detail.service.id, month: detail.cell.month });
    await page.until(() => part(page, 'clocks'));
    expect(textOf(part(page, 'help'))).to.contain(`Visits left this year${visits!.included - visits!.used} of ${visits!.included}`);
    const shown = [...part(page, 'clocks')!.querySelectorAll('tbody tr')].map(textOf);
    expect(shown).to.have.lengthOf(clocks.length);
    for (const [index, { title, waitsFor }] of clocks.entries()) expect(shown[index]).to.contain(title).and.to.match(waitsFor === 'provider' ? /by \d|no time/ : /stands/);
    await expect(page.element).to.be.accessible();
    page.press(clocks[0]!.title);
    expect(page.visited).to.deep.equal([`/support/${clocks[0]!.ticketId}`]);
  });
});
