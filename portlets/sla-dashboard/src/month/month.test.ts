import type { ServiceLevelDetail, ServiceLevelGrid } from '@faceplate/contracts';
import { companyAdmin, type Fault, on, once, refuse } from '@faceplate/mocks';
import { closePortlets, textOf } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openLevels } from '../sla-dashboard.page.ts';

type Page = Awaited<ReturnType<typeof openLevels>>;

async function ask<Body>({ operator }: Page, path: string): Promise<Body> {
  const response = await operator.fetch(new Request(`/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as Body;
}

/** A month of a service whose credit stands like that. */
async function monthThat(page: Page, state: string): Promise<ServiceLevelDetail> {
  const { rows } = await ask<ServiceLevelGrid>(page, '/service-levels?months=12');
  for (const { service, cells } of rows) {
    for (const { month } of cells.filter((cell) => cell.state === 'missed')) {
      const detail = await ask<ServiceLevelDetail>(page, `/service-levels/${service.id}/${month}`);
      if (detail.credit?.state === state) return detail;
    }
  }
  throw new Error(`no month is ${state}`);
}

const part = ({ element }: Page, name: string) => element.shadowRoot?.querySelector(`[part="${name}"]`);
const claimIn = (page: Page) => page.element.shadowRoot?.querySelector<HTMLButtonElement>('[data-claim]');

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
    await expect(page.element).to.be.accessible();
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
});

describe('planned work in <fp-sla-dashboard>', () => {
  afterEach(closePortlets);

  it('is below the grid, with the services it touches', async () => {
    const page = await openLevels(companyAdmin());
    await page.until(() => part(page, 'work')?.querySelector('li'));
    expect(textOf(part(page, 'work'))).to.contain('Planned work').and.to.contain('Into my calendar');
    await expect(page.element).to.be.accessible();
  });

  it('is not known while it cannot be asked for, and the grid stands', async () => {
    const page = await openLevels(companyAdmin(), { faults: on('planned-work', refuse(503)) });
    await page.until(() => textOf(part(page, 'work')).includes('cannot say right now'));
    expect(page.cells().length).to.be.greaterThan(0);
  });
});
