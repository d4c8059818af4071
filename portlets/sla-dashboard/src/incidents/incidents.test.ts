import type { IncidentDetail, IncidentList } from '@faceplate/contracts';
import { busyConsumer, companyAdmin, down, loseTheAnswer, nothingYet, on, once, refuse } from '@faceplate/mocks';
import { closePortlets, textOf } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openLevels, type Page, part, told } from '../sla-dashboard.page.ts';

const follow = (page: Page) => page.element.shadowRoot?.querySelector<HTMLButtonElement>('[data-follow]');
const picture = ({ element }: Page) => element.shadowRoot?.querySelector('fp-incident-places')?.shadowRoot;

async function openPage(page: Page, serviceId: string, month = ''): Promise<Page> {
  Object.assign(page.element, { serviceId, month });
  await page.element.updateComplete;
  return page;
}

const nowOf = async (page: Page) => (await ask<IncidentList>(page, '/incidents')).items.find(({ endedAt }) => endedAt === undefined)?.id ?? '';

/** The incident that goes on in the company's world. */
async function openOne(options: Parameters<typeof openLevels>[1] = {}): Promise<Page> {
  const page = await openLevels(companyAdmin(), options);
  await openPage(page, 'incidents', await nowOf(page));
  await page.until(() => part(page, 'impact'));
  return page;
}

describe('incidents in <fp-sla-dashboard>', () => {
  afterEach(closePortlets);

  it('stand below the grid while they go on, and lead to their page', async () => {
    const page = await openLevels(companyAdmin());
    await page.until(() => part(page, 'incidents')?.querySelector('li'));
    expect(textOf(part(page, 'incidents'))).to.contain('1 incident hits your services now').and.to.contain('1 of your services does not work');
    await expect(page.element).to.be.accessible();
    page.press('All incidents');
    expect(page.visited.at(-1)).to.equal('/service-levels/incidents');
    await page.until(() => part(page, 'history')?.querySelector('li'));
    await expect(page.element).to.be.accessible();
  });

  it('say that nothing is wrong where nothing is, also to who was promised nothing', async () => {
    const page = await openLevels(nothingYet());
    await page.until(() => textOf(part(page, 'incidents')).includes('Nothing hits your services right now.'));
    await expect(page.element).to.be.accessible();
  });

  it('one says what it means, until when, what was said, the latest first, and when we say more', async () => {
    const page = await openOne();
    expect(textOf(part(page, 'impact'))).to.equal('1 of your services does not work');
    const facts = textOf(part(page, 'facts'));
    expect(facts).to.contain('Expected to be over').and.to.contain('We tell you more by');
    expect(textOf(part(page, 'updates')?.querySelector('li') ?? null)).to.contain('we join the fibres one by one');
    expect(textOf(part(page, 'reports'))).to.equal('3 customers have said that it hits them');
    await expect(page.element).to.be.accessible();
  });

  it('shows on a picture of places where it hits, with the same as a table', async () => {
    const page = await openOne();
    await page.until(() => picture(page)?.querySelector('li'));
    const { places } = await ask<IncidentDetail>(page, `/incidents/${await nowOf(page)}`);
    expect(textOf(picture(page)?.querySelector('figcaption') ?? null)).to.contain('Only').and.to.contain('Hamburg');
    const drawn = [...(picture(page)?.querySelectorAll('svg') ?? [])].map((one) => [one.querySelectorAll('rect').length, one.querySelectorAll('circle').length]);
    expect(drawn).to.deep.equal(places.map(({ hit, services }) => [hit, services - hit]));
    const rows = [...(picture(page)?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.querySelectorAll('td')].map(textOf));
    expect(rows).to.deep.equal(places.map(({ hit, services }) => [String(hit), String(services)]));
    picture(page)?.querySelector<HTMLDetailsElement>('details')?.setAttribute('open', '');
    await expect(page.element).to.be.accessible();
  });

  it('tells me when it is fixed in one tap, and takes that back in another; the key stays where it is', async () => {
    const page = await openOne();
    follow(page)?.focus();
    follow(page)?.click();
    await page.until(() => textOf(part(page, 'follow')).includes('We tell you as soon as it is fixed.'));
    await page.until(() => textOf(part(page, 'reports')).startsWith('4 customers'));
    expect(page.element.shadowRoot?.activeElement).to.equal(follow(page));
    await expect(page.element).to.be.accessible();
    expect(textOf(follow(page) ?? null)).to.equal('Do not tell me any more');
    follow(page)?.click();
    await page.until(() => textOf(part(page, 'reports')).startsWith('3 customers'));
    await page.until(() => textOf(follow(page) ?? null) === 'Tell me when it is fixed');
  });

  it('asks once, though the first answer is lost', async () => {
    const page = await openOne({ faults: on('/follow', once(loseTheAnswer())) });
    follow(page)?.click();
    await page.until(() => part(page, 'follow')?.querySelector('[part="problem"]'));
    await expect(page.element).to.be.accessible();
    page.press('Try again');
    await page.until(() => textOf(part(page, 'reports')).startsWith('4 customers'));
    expect((await ask<IncidentDetail>(page, `/incidents/${await nowOf(page)}`)).reports).to.equal(4);
  });

  it('says who may where I may not', async () => {
    const page = await openOne({ faults: on('/follow', refuse(403)) });
    follow(page)?.click();
    await page.until(() => page.problem().includes('You may not do this'));
    await expect(page.element).to.be.accessible();
  });

  it('follows what the operator does while one looks: a word more, the end, and what to do if it still does not work', async () => {
    const page = await openOne();
    const id = await nowOf(page);
    await page.operator.lever(`incidents/${id}/update`, { text: 'Half of the fibres are joined.' });
    await page.until(() => textOf(part(page, 'updates')?.querySelector('li') ?? null).includes('Half of the fibres'));
    await page.operator.lever(`incidents/${id}/end`, {});
    await page.until(() => textOf(part(page, 'impact')).startsWith('It is over'));
    expect(follow(page) ?? null).to.equal(null);
    expect(textOf(part(page, 'facts'))).to.contain('Over since');
    await expect(page.element).to.be.accessible();
    page.press('It still does not work');
    expect(page.visited.at(-1)).to.contain('/support/new?product=');
  });

  it('does not promise that all is well when nobody could say', async () => {
    const page = await openLevels(companyAdmin(), { faults: on('/incidents', told({ items: [], gaps: [{ source: 'Products', reason: 'unreachable' }] })) });
    await openPage(page, 'incidents');
    await page.until(() => textOf(part(page, 'incidents')).includes('We cannot say right now'));
    expect(page.element.shadowRoot?.querySelector('[part="note"]')).to.not.equal(null);
    await expect(page.element).to.be.accessible();
  });

  it('says that it cannot say which services where the inventory is away', async () => {
    const page = await openLevels(companyAdmin());
    const id = await nowOf(page);
    const blind = await openLevels(companyAdmin(), { upstreamFaults: on('/productInventory', down()) });
    await openPage(blind, 'incidents', id);
    await blind.until(() => textOf(part(blind, 'services')).includes('We cannot say right now which'));
    expect(part(blind, 'note')).to.not.equal(null);
    await expect(blind.element).to.be.accessible();
  });

  for (const [what, fault, message] of [['offline', down(), 'No connection'], ['forbidden', refuse(403), 'You may not see this']] as const)
    it(`says what to do when it is ${what}`, async () => {
      const page = await openLevels(companyAdmin(), { faults: on('/incidents', fault) });
      await openPage(page, 'incidents');
      await page.until(() => page.problem() === message);
      await expect(page.element).to.be.accessible();
    });

  it('of somebody else is not found', async () => {
    const id = await nowOf(await openLevels(companyAdmin()));
    const page = await openLevels(busyConsumer());
    await openPage(page, 'incidents', id);
    await page.until(() => page.problem() === 'We cannot find this incident');
    await expect(page.element).to.be.accessible();
  });

  for (const { language, scheme } of [{ language: 'de', scheme: 'light' }, { language: 'ar', scheme: 'dark' }])
    it(`fits on 320 px in ${language}, ${scheme}`, async () => {
      const page = await openOne({ locale: language });
      page.element.style.inlineSize = '272px';
      page.element.style.colorScheme = scheme;
      await page.until(() => picture(page)?.querySelector('li'));
      for (const details of picture(page)?.querySelectorAll('details') ?? []) details.open = true;
      await page.element.updateComplete;
      expect(page.element.scrollWidth).to.be.at.most(272);
      expect(getComputedStyle(part(page, 'services')!).direction).to.equal(language === 'ar' ? 'rtl' : 'ltr');
      await expect(page.element).to.be.accessible();
    });
});
