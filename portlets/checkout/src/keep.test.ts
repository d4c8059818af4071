import type { Cart, OfferList } from '@faceplate/contracts';
import { busyConsumer, companyAdmin, signedOut } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openCheckout, put } from './checkout.page.ts';

describe('<fp-checkout> carts that are kept, and quotes', () => {
  before(() => openCheckout(signedOut()));
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    closePortlets();
    history.replaceState(null, '', location.pathname);
  });

  it('keeps a cart under a name and goes back to it', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['TV Plus'] });
    await page.until(() => page.lines().length === 1);
    page.press('Save, share or print');
    await page.until(() => page.find('#cart-name').length > 0);
    page.press('Keep it');
    await page.until(() => page.find('.problem').some(({ textContent }) => textContent?.includes('Give it a name')));
    page.type('cart-name', 'For the flat');
    page.press('Keep it');
    await page.until(() => page.find('[part="kept"] li').length === 1 && page.lines().length === 0);
    await expect(page.element).to.be.accessible();
    page.press('Open For the flat');
    await page.until(() => page.lines().length === 1);
  });

  it('does not lose the name that was begun', async () => {
    const first = await openCheckout(busyConsumer(), { offers: ['TV Plus'] });
    await first.until(() => first.lines().length === 1);
    first.press('Save, share or print');
    await first.until(() => first.find('#cart-name').length > 0);
    first.type('cart-name', 'For the');
    const again = await openCheckout(busyConsumer(), { with: first.operator });
    await again.until(() => again.lines().length === 1);
    again.press('Save, share or print');
    await again.until(() => again.find<HTMLInputElement>('#cart-name')[0]?.value === 'For the');
  });

  it('makes a link to a cart, by which somebody else takes it', async () => {
    const first = await openCheckout(busyConsumer(), { offers: ['TV Plus'] });
    await first.until(() => first.lines().length === 1);
    first.press('Save, share or print');
    await first.until(() => first.find('#cart-name').length > 0);
    first.press('Make a link');
    await first.until(() => first.find('[part="link"]').length > 0);
    const link = first.find('[part="link"]')[0]?.textContent ?? '';
    expect(new URL(link).pathname).to.equal('/cart/shared');
    history.replaceState(null, '', new URL(link).hash);
    const page = await openCheckout(busyConsumer(), { with: first.operator, attributes: { step: 'shared' } });
    await page.until(() => page.said().includes('TV Plus'));
    await expect(page.element).to.be.accessible();
    page.press('Put this into my cart');
    await page.until(() => page.lines().length > 0);
    expect((await ask<Cart>(page.operator, '/cart')).items[0]?.quantity).to.equal(2);
  });

  it('marks the link where the browser does not let it copy it, and stays', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['TV Plus'] });
    await page.until(() => page.lines().length === 1);
    page.press('Save, share or print');
    await page.until(() => page.find('#cart-name').length > 0);
    page.press('Make a link');
    await page.until(() => page.find('[part="link"]').length > 0);
    await withoutClipboard(async () => {
      page.press('Copy the link');
      await page.until(() => getSelection()?.type === 'Range');
    });
    expect(page.lines()).to.have.lengthOf(1);
    expect(page.problem()).to.equal('');
  });

  it('asks for a quote of the cart and talks about it', async () => {
    const page = await openCheckout(companyAdmin(), { attributes: { step: 'quotes' } });
    const { items } = await ask<OfferList>(page.operator, '/offers?possible=true');
    const [offer] = items.filter(({ obstacles }) => obstacles.length === 0);
    await put(page.operator, offer?.name ?? '');
    await page.until(() => page.find('#quote-note').length > 0);
    page.type('quote-note', 'We need it by May.');
    await expect(page.element).to.be.accessible();
    page.press('Ask for a quote of this cart');
    await page.until(() => page.heading().startsWith('Quote '));
    expect(page.said()).to.contain('We need it by May.');
    await page.until(() => page.find('#say').length > 0);
    page.type('say', 'And what about ten of them?');
    page.press('Send the message');
    await page.until(() => page.find('[part="talk"] li').length > 1);
    await expect(page.element).to.be.accessible();
    page.press('All quotes');
    await page.until(() => page.find('[part="quotes"] li').length > 0);
  });
});

/** As in a frame that has no leave to use it. */
async function withoutClipboard(work: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new DOMException('No leave.', 'NotAllowedError')) } });
  await work();
  Reflect.deleteProperty(navigator, 'clipboard');
}
