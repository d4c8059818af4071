import { busyConsumer, signedOut } from '@faceplate/mocks';
import type { RecommendationSlot } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openShop, type Shop } from '../guided-selling.page.ts';

const fits = { attributes: { answers: 'use.my-home' } };
const tipIn = (page: Shop) => page.root().querySelector('[part="tip"]');
const said = (page: Shop) => tipIn(page)?.textContent.replace(/\s+/g, ' ') ?? '';

/** Somebody who agreed to see what could suit. */
async function agreed(): Promise<Shop> {
  const page = await openShop(busyConsumer(), fits);
  await page.until(() => page.said().includes('You see no suggestions'));
  page.press('Show some again').focus();
  await page.until(() => tipIn(page));
  return page;
}

describe('what could suit', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('is shown to nobody who has not agreed, and is not looked for', async () => {
    const page = await openShop(busyConsumer(), fits);
    await page.until(() => page.said().includes('You see no suggestions'));
    expect(tipIn(page)).to.equal(null);
    expect(await ask<RecommendationSlot>(page.operator, '/offers/recommendation')).to.deep.equal({ wanted: false, quiet: false });
  });

  it('is one, with why it is shown and a way to it', async () => {
    const page = await agreed();
    const { recommendation } = await ask<RecommendationSlot>(page.operator, '/offers/recommendation');
    if (!recommendation) throw new Error('nothing suits Ada in this world');
    expect(page.root().querySelectorAll('[part="tip"]')).to.have.length(1);
    expect(said(page)).to.include(recommendation.offer.name).and.to.include(`Why you see this: ${recommendation.reason}`);
    await expect(page.element).to.be.accessible();
    page.press(`More about ${recommendation.offer.name}`, tipIn(page));
    await page.until(() => page.visited.includes(`/shop/offer/${recommendation.offer.id}`));
  });

  it('does not come again when it was sent away, nor does another soon, and the keyboard stays on the page', async () => {
    const page = await agreed();
    const not = page.press('Not this one', tipIn(page));
    not.focus();
    await page.until(() => !tipIn(page));
    expect(await ask<RecommendationSlot>(page.operator, '/offers/recommendation')).to.deep.equal({ wanted: true, quiet: true });
    await page.until(() => page.focused() !== '');
    const later = await openShop(busyConsumer(), { ...fits, with: page.operator });
    await later.until(() => later.names().length > 0);
    expect(tipIn(later)).to.equal(null);
  });

  it('ends for who wants none', async () => {
    const page = await agreed();
    page.press('Show me none', tipIn(page));
    await page.until(() => page.said().includes('You see no suggestions'));
    expect(tipIn(page)).to.equal(null);
    expect((await ask<RecommendationSlot>(page.operator, '/offers/recommendation')).wanted).to.equal(false);
  });

  it('is none of a visitor’s business', async () => {
    const page = await openShop(signedOut(), fits);
    await page.until(() => page.names().length > 0);
    expect(page.said()).not.to.include('suggestions');
  });
});
