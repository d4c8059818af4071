import { busyConsumer, companyAdmin, type NamedWorld, once, on, refuse, signedOut } from '@faceplate/mocks';
import type { Cart, OfferDetail, OfferList, ProductList } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openShop, type Shop } from '../guided-selling.page.ts';

/** The offer of that name, on the page; with one operator, which is slow to begin. */
async function at(world: NamedWorld, name: string, options: Parameters<typeof openShop>[1] = {}): Promise<Shop> {
  const page = await openShop(world, options);
  const { items } = await ask<OfferList>(page.operator, '/offers');
  Object.assign(page.element, { show: 'offer', item: items.find((offer) => offer.name === name)?.id });
  await page.until(() => page.title() === name);
  return page;
}

describe('one offer', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('leaves the cart as it is when it is only looked at', async () => {
    const page = await at(busyConsumer(), 'TV Plus');
    expect((await ask<Cart>(page.operator, '/cart')).items).to.deep.equal([]);
  });

  it('says what it is in plain words, with what the figures do not say', async () => {
    const page = await at(busyConsumer(), 'Fibre 500');
    expect(page.about('Fibre 500')).to.match(/€39\.99 a month/).and.to.contain('for 12 months, then €49.99 a month').and.to.contain('Minimum term: 24 months');
    expect(page.root().querySelector('details.term')?.textContent?.length).to.be.greaterThan(10);
    await expect(page.element).to.be.accessible();
  });

  it('says why it cannot be had, with a button out of each reason, and what could be had instead', async () => {
    const page = await at(busyConsumer(), 'Fibre 1000');
    await page.until(() => page.ways().length > 1);
    expect(page.silent()).to.deep.equal([]);
    expect(page.ways()).to.include.members(['Tell me when it comes', 'Name your device']);
    expect(page.root().querySelector('[data-add]')).to.equal(null);
    await expect(page.element).to.be.accessible();
    const instead = page.root().querySelector<HTMLElement>('button.opener[data-opens^="offer "]');
    expect(instead).to.not.equal(null);
    const name = instead?.textContent?.trim() ?? '';
    instead?.click();
    await page.until(() => page.title() === name);
    await page.until(() => page.focused() === name);
    page.press('‹ Back');
    await page.until(() => page.title() === 'Fibre 1000');
  });

  it('is checked again with another device', async () => {
    const page = await at(busyConsumer(), 'Fibre 1000');
    await page.until(() => page.root().querySelector('[data-code="router-unfit"]'));
    page.press('Name your device');
    await page.until(() => page.root().querySelector('datalist option'));
    page.fill('#device', 'Router 7');
    page.press('Check this device');
    await page.until(() => page.title() === 'Fibre 1000' && !page.root().querySelector('[data-code="router-unfit"]'));
  });

  it('shows the version that was bought beside today’s, and each has an address', async () => {
    const page = await openShop(busyConsumer());
    const { operator } = page;
    const { items } = await ask<ProductList>(operator, '/products');
    const details = await Promise.all(items.flatMap(({ offerId }) => (offerId ? [ask<OfferDetail>(operator, `/offers/${offerId}`)] : [])));
    const old = details.find(({ offer }) => offer.sold === false);
    if (!old) throw new Error('nothing old is owned');
    Object.assign(page.element, { show: 'offer', item: old.offer.id });
    await page.until(() => page.title() === old.offer.name);
    expect(page.about(old.offer.name)).to.contain('no longer sold').and.to.contain('What you have').and.to.contain('As you bought it');
    expect(page.ways().length).to.be.greaterThan(0);
    await expect(page.element).to.be.accessible();
    const today = old.versions.find(({ current }) => current);
    page.press(`Version ${today?.version}`);
    await page.until(() => page.element.item === today?.id);
    expect(page.visited.at(-1)).to.equal(`/shop/offer/${today?.id}`);
  });

  it('has a live price for each choice, and puts what was chosen in the cart', async () => {
    const page = await at(companyAdmin(), 'Office 250');
    await page.until(() => page.root().querySelector('[part="choices"] input'));
    const before = page.root().querySelector('[part="price"]')?.textContent;
    expect(page.about('Office 250')).to.contain('What we promise').and.to.contain('Premium');
    page.check('Premium', page.root().querySelector('[part="choices"]'));
    await page.until(() => page.root().querySelector('[part="price"]')?.textContent !== before);
    await expect(page.element).to.be.accessible();
    await page.until(() => page.root().querySelector('[data-add]') ?? page.ways().length > 0);
  });

  it('is open to somebody who is not signed in', async () => {
    const page = await at(signedOut(), 'TV Plus');
    await expect(page.element).to.be.accessible();
  });

  it('recovers when the service does, and says when there is no such offer', async () => {
    const page = await at(busyConsumer(), 'TV Plus', { faults: on('/offers/', once(refuse(503))) });
    expect(page.problem()).to.equal('');
    const none = await openShop(busyConsumer(), { attributes: { show: 'offer', item: 'nothing' } });
    await none.until(none.problem);
    expect(none.problem()).to.equal('There is no such offer');
    await expect(none.element).to.be.accessible();
  });
});
