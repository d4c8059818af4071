import { on, once, refuse, signedOut } from '@faceplate/mocks';
import type { OfferList } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openShop, type Shop } from './guided-selling.page.ts';

type Options = Parameters<typeof openShop>[1];

/** Another browser filled a cart and made a link; this one opens it. */
async function follow(options: Options = {}): Promise<Shop> {
  const other = await openShop(signedOut(), options);
  const { items } = await ask<OfferList>(other.operator, '/offers?search=TV%20Plus');
  await ask(other.operator, '/cart/items', { offerId: items.find(({ name }) => name === 'TV Plus')?.id, quantity: 1 });
  const { code } = await ask<{ code: string }>(other.operator, '/visitor/links', {});
  history.replaceState(null, '', `#pick-up=${code}`);
  return openShop(signedOut(), { ...options, with: other.operator });
}

describe('a link to a cart that was filled elsewhere', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    closePortlets();
  });

  it('brings the cart along, and is spent with the first try', async () => {
    const page = await follow();
    await page.until(() => page.lines().length > 0);
    expect(page.lines()[0]).to.include('TV Plus');
    expect(location.hash).to.equal('');
  });

  it('says that it did not work, and tries again with the same code', async () => {
    const page = await follow({ faults: on('POST /visitor/pick-ups', once(refuse(503))) });
    await page.until(() => page.refusal(page.element.shadowRoot?.querySelector('fp-cart-panel')));
    page.press('Try again', page.element.shadowRoot?.querySelector('fp-cart-panel'));
    await page.until(() => !page.refusal(page.element.shadowRoot?.querySelector('fp-cart-panel')) && page.lines().length > 0);
  });

  it('says when the link leads nowhere', async () => {
    history.replaceState(null, '', `#pick-up=${'x'.repeat(43)}`);
    const page = await openShop(signedOut());
    await page.until(() => page.refusal(page.element.shadowRoot?.querySelector('fp-cart-panel')));
    expect(location.hash).to.equal('');
  });
});
