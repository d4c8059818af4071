import type { Cart } from '@faceplate/contracts';
import { busyConsumer, hang, loseTheAnswer, on, once, refuse, signedOut } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openCheckout, put } from './checkout.page.ts';

describe('<fp-checkout> cart', () => {
  // The operator's world is made once a page; whoever is first waits for it.
  before(() => openCheckout(signedOut()));
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('shows each line with its prices, and the totals apart', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['TV Plus'] });
    await page.until(() => page.lines().length === 1);
    expect(page.heading()).to.equal('Your cart');
    expect(page.lines()[0]).to.contain('TV Plus').and.to.contain('€6.99 a month');
    expect(page.totals().join()).to.contain('Once€0.00').and.to.contain('Every month€6.99');
    await expect(page.element).to.be.accessible();
  });

  it('says how the cart is filled when it is empty, and leads there', async () => {
    const page = await openCheckout(busyConsumer());
    await page.until(() => page.messages().includes('Your cart is empty'));
    page.press('Go to the shop');
    expect(page.visited).to.deep.equal(['/shop']);
    await expect(page.element).to.be.accessible();
  });

  it('removes with a way back', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['TV Plus'] });
    await page.until(() => page.lines().length === 1);
    page.press('Remove');
    await page.until(() => page.focused() === 'Put it back' && page.lines().length === 0);
    page.press('Put it back');
    await page.until(() => page.lines().length === 1 && page.focused() === 'Keep for later');
  });

  it('changes how many, once, though the first answer is lost', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['TV Plus'], faults: on('changes', once(loseTheAnswer())) });
    await page.until(() => page.lines().length === 1);
    page.choose('select.few', '2');
    await page.until(page.refusal);
    expect(page.refusal()).to.equal('No answer came');
    await expect(page.element).to.be.accessible();
    page.press('Try again');
    await page.until(() => page.refusal() === '');
    const { items } = await ask<Cart>(page.operator, '/cart');
    expect(items.map(({ quantity }) => quantity)).to.deep.equal([2]);
  });

  it('keeps a line for later, where it counts for nothing', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['TV Plus'] });
    await page.until(() => page.lines().length === 1);
    page.press('Keep for later');
    await page.until(() => page.later().length === 1 && page.lines().length === 0);
    expect(page.totals()).to.deep.equal([]);
    await page.until(() => page.focused() === 'Order it now after all');
    page.press('Order it now after all');
    await page.until(() => page.lines().length === 1 && page.focused() === 'Keep for later');
  });

  it('shows what was put in elsewhere', async () => {
    const page = await openCheckout(busyConsumer());
    await page.until(() => page.messages().length > 0);
    await put(page.operator, 'TV Plus');
    await page.until(() => page.lines().length === 1);
  });

  it('is a card with the way to the cart', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['TV Plus'], attributes: { view: 'card' } });
    await page.until(() => page.said().includes('1 line in your cart'));
    page.press('Go to the cart');
    expect(page.visited).to.deep.equal(['/cart']);
    await expect(page.element).to.be.accessible();
  });

  it('orders nothing for staff', async () => {
    const page = await openCheckout(busyConsumer(), { attributes: { mode: 'agent' } });
    await page.until(() => page.messages().includes('Only the customer can order'));
    await expect(page.element).to.be.accessible();
  });

  it('works for somebody who is not signed in', async () => {
    const page = await openCheckout(signedOut());
    await page.until(() => page.messages().includes('Your cart is empty'));
    await put(page.operator, 'Mobile Flex');
    page.element.remove();
    const again = await openCheckout(signedOut(), { with: page.operator });
    await again.until(() => again.lines().length === 1);
    await expect(again.element).to.be.accessible();
  });

  it('shows its shape while it is read, and a way on when that fails', async () => {
    const slow = await openCheckout(busyConsumer(), { faults: on('cart', hang()) });
    await slow.until(slow.loading);
    await expect(slow.element).to.be.accessible();
    const page = await openCheckout(busyConsumer(), { faults: on('GET /cart', refuse(503)) });
    await page.until(page.problem);
    expect(page.problem()).to.equal('This could not be shown');
    await expect(page.element).to.be.accessible();
  });
});
