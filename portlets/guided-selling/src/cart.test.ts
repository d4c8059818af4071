import { busyConsumer, loseTheAnswer, on, once, type Operator, refuse } from '@faceplate/mocks';
import type { Cart } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openShop, type Shop } from './guided-selling.page.ts';

const linesOf = async (operator: Operator) => (await ask<Cart>(operator, '/cart')).items.map(({ name, quantity }) => [name, quantity]);

async function atTvPlus(options: Parameters<typeof openShop>[1] = {}): Promise<Shop> {
  const page = await openShop(busyConsumer(), { ...options, attributes: { show: 'offers' } });
  await page.until(() => page.names().length > 0);
  page.fill('#query', 'TV Plus');
  await page.until(() => page.names().length < 5);
  await page.until(page.cart);
  return page;
}

describe('<fp-guided-selling> cart', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('puts an offer in once, however often it is clicked, and leads to the cart', async () => {
    const page = await atTvPlus();
    page.add('TV Plus');
    page.add('TV Plus');
    await page.until(() => page.lines().length > 0);
    expect(await linesOf(page.operator)).to.deep.equal([['TV Plus', 1]]);
    await page.until(() => page.about('TV Plus').includes('1 in your cart'));
    expect(page.totals().slice(0, 2)).to.deep.equal(['Once€0.00', 'Monthly€6.99']);
    await expect(page.element).to.be.accessible();
    page.press('Go to the cart', page.cart());
    expect(page.visited).to.deep.equal(['/cart']);
  });

  it('adds once though the first answer is lost', async () => {
    const page = await atTvPlus({ faults: on('POST /cart/items', once(loseTheAnswer())) });
    page.add('TV Plus');
    await page.until(() => page.refusal(page.card('TV Plus')));
    expect(page.refusal(page.card('TV Plus'))).to.equal('No answer came');
    page.press('Try again', page.card('TV Plus'));
    await page.until(() => page.refusal(page.card('TV Plus')) === '' && page.lines().length > 0);
    expect(await linesOf(page.operator)).to.deep.equal([['TV Plus', 1]]);
  });

  it('says what happened when it cannot be put in, and tries again', async () => {
    const page = await atTvPlus({ faults: on('POST /cart/items', once(refuse(503))) });
    page.add('TV Plus');
    await page.until(() => page.refusal(page.card('TV Plus')));
    expect(page.refusal(page.card('TV Plus'))).to.equal('That did not work');
    await expect(page.element).to.be.accessible();
    page.press('Try again', page.card('TV Plus'));
    await page.until(() => page.lines().length === 1);
  });

  it('removes with a way back', async () => {
    const page = await atTvPlus();
    page.add('TV Plus');
    await page.until(() => page.lines().length > 0);
    page.press('Remove TV Plus');
    await page.until(() => page.lines().length === 0 && page.inCart().includes('TV Plus was removed'));
    await page.until(() => page.focused() === 'Undo');
    page.press('Undo');
    await page.until(() => page.lines().length === 1);
    await page.until(() => page.focused() === 'Your cart');
  });
});
