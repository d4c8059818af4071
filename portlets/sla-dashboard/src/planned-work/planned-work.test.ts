import type { PlannedWorkList } from '@faceplate/contracts';
import { companyAdmin, type Fault, on, once, refuse } from '@faceplate/mocks';
import { closePortlets, textOf } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openLevels, part, told } from '../sla-dashboard.page.ts';

/** The service answers, with these words instead of its own. */

describe('planned work in <fp-sla-dashboard>', () => {
  afterEach(closePortlets);

  it('is below the grid, with the services it touches', async () => {
    const page = await openLevels(companyAdmin());
    await page.until(() => part(page, 'work')?.querySelector('li'));
    expect(textOf(part(page, 'work'))).to.contain('Planned work').and.to.contain('Into my calendar');
    await expect(page.element).to.be.accessible();
  });

  it('says in words how many services it touches, and which when asked', async () => {
    const page = await openLevels(companyAdmin());
    const { items } = await ask<PlannedWorkList>(page, '/service-levels/planned-work');
    await page.until(() => part(page, 'work')?.querySelector('summary'));
    const named = [...(part(page, 'work')?.querySelectorAll('li details') ?? [])];
    expect(named.map((one) => textOf(one.querySelector('summary')))).to.deep.equal(items.map(({ services }) => `${services.length} of your services`));
    expect(named.map((one) => one.querySelectorAll('li').length)).to.deep.equal(items.map(({ services }) => services.length));
  });

  it('can be asked for again when it could not be had, and the grid stands', async () => {
    const page = await openLevels(companyAdmin(), { faults: on('planned-work', once(refuse(400))) });
    await page.until(() => part(page, 'work')?.querySelector('[part="problem"]'));
    expect(textOf(part(page, 'work'))).to.contain('Planned work');
    expect(page.cells().length).to.be.greaterThan(0);
    await expect(page.element).to.be.accessible();
    page.press('Try again');
    await page.until(() => part(page, 'work')?.querySelector('li'));
    expect(page.problem()).to.equal('');
  });

  it('says that something is missing where a list is not whole', async () => {
    const page = await openLevels(companyAdmin(), { faults: on('planned-work', told({ gaps: [{ source: 'TMF656', reason: 'unreachable' }] })) });
    await page.until(() => part(page, 'work')?.querySelector('[part="note"]'));
    expect(part(page, 'work')?.querySelectorAll('li').length).to.be.greaterThan(0);
  });

  it('does not promise that nothing is planned when nobody could say', async () => {
    const page = await openLevels(companyAdmin(), { faults: on('planned-work', told({ items: [], gaps: [{ source: 'TMF656', reason: 'unreachable' }] })) });
    await page.until(() => textOf(part(page, 'work')).includes('cannot say right now'));
    const calm = await openLevels(companyAdmin(), { faults: on('planned-work', told({ items: [] })) });
    await calm.until(() => textOf(part(calm, 'work')).includes('No work is planned on your services'));
  });

  it('is no fault where the operator does not offer it', async () => {
    const absent: Fault = () => Promise.resolve(Response.json({ status: 404, code: 'not-offered', title: 'Not offered.' }, { status: 404, headers: { 'content-type': 'application/problem+json' } }));
    const page = await openLevels(companyAdmin(), { faults: on('planned-work', absent) });
    await page.until(() => part(page, 'work')?.querySelector('[part="problem"]'));
    expect(part(page, 'work')?.querySelector('[part="problem"]')?.getAttribute('heading')).to.equal('Not offered here');
    expect(part(page, 'work')?.querySelector('[part="problem"] button')).to.equal(null);
  });
});
