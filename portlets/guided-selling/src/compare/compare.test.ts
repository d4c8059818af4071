import { busyConsumer, on, refuse } from '@faceplate/mocks';
import type { Estimate, OfferShelf } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openShop } from '../guided-selling.page.ts';

/** Three offers of one kind and one of another, and the page, with one operator: it is slow to begin. */
async function threeOfAKind() {
  const page = await openShop(busyConsumer(), { attributes: { show: 'offers' } });
  const { items, categories } = await ask<OfferShelf>(page.operator, '/offers/shelf');
  const kind = categories.find(({ offers }) => offers >= 3);
  const alike = items.filter(({ categoryId }) => categoryId === kind?.id).slice(0, 3);
  const other = items.find(({ categoryId }) => categoryId !== kind?.id);
  if (alike.length < 3 || !other) throw new Error('too few offers');
  return { page, alike, other, ids: alike.map(({ id }) => id).join() };
}

describe('comparing and reckoning', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('says what to do when there is nothing to compare', async () => {
    const page = await openShop(busyConsumer(), { attributes: { show: 'compare' } });
    await page.until(() => page.said().includes('at the offers you like'));
    await expect(page.element).to.be.accessible();
  });

  it('shows differences alone until all is asked for, and what is paid over the term', async () => {
    const { page, alike, ids } = await threeOfAKind();
    Object.assign(page.element, { show: 'compare', item: ids });
    await page.until(() => page.rows().length > 0);
    const differing = page.rows().length;
    expect(page.said()).to.contain('In 24 months, all in all').and.to.contain(alike[2]?.name);
    await expect(page.element).to.be.accessible();
    page.check('Only differences');
    await page.until(() => page.rows().length >= differing && !page.said().includes('left out.'));
    page.fill('#months', '12');
    await page.until(() => page.said().includes('In 12 months, all in all'));
    page.press(`Leave out ${alike[2]?.name}`);
    await page.until(() => page.visited.at(-1)?.split('%2C').length === 2);
    expect(page.silent()).to.deep.equal([]);
  });

  it('keeps apart what is of another kind, and offers to begin anew with it', async () => {
    const { page, alike, other } = await threeOfAKind();
    await page.until(() => page.names().length > 0);
    const tick = async (name: string) => {
      page.fill('#query', name);
      await page.until(() => page.card(name));
      page.check('Compare', page.card(name));
    };
    await tick(alike[0]?.name ?? '');
    await page.until(() => page.said().includes('One is chosen to compare'));
    await tick(other.name);
    await page.until(() => page.said().includes(`${other.name} is of another kind`));
    await tick(alike[1]?.name ?? '');
    await page.until(() => page.said().includes('Compare 2 offers'));
    page.press('Compare 2 offers');
    expect(page.visited.at(-1)).to.equal(`/shop/compare/${encodeURIComponent(`${alike[0]?.id},${alike[1]?.id}`)}`);
  });

  it('says what the last months would have cost, month by month, and what if', async () => {
    const page = await openShop(busyConsumer());
    const { items } = await ask<OfferShelf>(page.operator, '/offers/shelf');
    const mobile = items.find(({ name }) => name.startsWith('Mobile'));
    const asked = await ask<Estimate>(page.operator, '/offers/estimate', { offerIds: [mobile?.id], months: 3 });
    Object.assign(page.element, { show: 'cost', item: mobile?.id });
    await page.until(() => page.root().querySelector('[part="estimate"]'));
    expect(page.said()).to.contain('what you really used').and.to.contain('How this is reckoned');
    await expect(page.element).to.be.accessible();
    const [driver] = asked.drivers;
    if (!driver) throw new Error('nothing hangs on use');
    page.fill(`[id="driver-${driver.id}"]`, String(driver.most));
    await page.until(() => page.said().includes('Reckoned with what you set below'));
    page.press('Back to what I really used');
    await page.until(() => page.said().includes('what you really used'));
  });

  it('says what happened when it cannot be reckoned', async () => {
    const page = await openShop(busyConsumer(), { attributes: { show: 'cost', item: 'any' }, faults: on('/offers/estimate', refuse(503)) });
    await page.until(page.problem);
    expect(page.problem()).to.equal('This could not be shown');
  });
});
