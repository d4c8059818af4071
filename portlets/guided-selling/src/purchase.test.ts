import { busyConsumer, loseTheAnswer, on, once, type Operator, refuse } from '@faceplate/mocks';
import type { Cart, OfferList, OrderList } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openShop, seeAll, type Shop } from './guided-selling.page.ts';

const ordersOf = async (operator: Operator) => (await ask<OrderList>(operator, '/orders')).total;

async function withOneInCart(options: Parameters<typeof openShop>[1] = {}, name = 'TV Plus'): Promise<Shop> {
  const page = await openShop(busyConsumer(), options);
  await seeAll(page);
  await page.until(page.cart);
  page.filter(name);
  await page.until(() => page.names().length < 5);
  page.add(name);
  await page.until(() => page.lines().length > 0);
  return page;
}

describe('<fp-guided-selling> cart and order', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('puts an offer in the cart once, however often it is clicked', async () => {
    const page = await openShop(busyConsumer());
    await seeAll(page);
    page.filter('TV Plus');
    await page.until(() => page.names().length < 5);
    page.add('TV Plus');
    page.add('TV Plus');
    await page.until(() => page.lines().length > 0);
    const { items } = await ask<Cart>(page.operator, '/cart');
    expect(items.map(({ name, quantity }) => [name, quantity])).to.deep.equal([['TV Plus', 1]]);
    expect(page.totals()).to.deep.equal(['Once€0.00', 'Monthly€6.99', 'Monthly, after all promotions€12.99']);
    await expect(page.element).to.be.accessible();
  });

  it('adds once though the first answer is lost', async () => {
    const page = await openShop(busyConsumer(), { faults: on('POST /cart/items', once(loseTheAnswer())) });
    await seeAll(page);
    page.add('TV Plus');
    await page.until(() => page.refusal(page.card('TV Plus')));
    expect(page.refusal(page.card('TV Plus'))).to.equal('No answer came');
    page.press('Try again', page.card('TV Plus'));
    await page.until(() => page.refusal(page.card('TV Plus')) === '' && page.lines().length > 0);
    const { items } = await ask<Cart>(page.operator, '/cart');
    expect(items.map(({ quantity }) => quantity)).to.deep.equal([1]);
  });

  it('removes with a way back', async () => {
    const page = await withOneInCart();
    page.press('Remove TV Plus');
    await page.until(() => page.lines().length === 0 && page.inCart().includes('TV Plus was removed'));
    await page.until(() => page.focused() === 'Undo');
    page.press('Undo');
    await page.until(() => page.lines().length === 1);
    await page.until(() => page.focused() === 'Your cart');
  });

  it('shows what was put in the cart elsewhere', async () => {
    const page = await openShop(busyConsumer());
    await page.until(page.cart);
    const { items } = await ask<OfferList>(page.operator, '/offers');
    await ask(page.operator, '/cart/items', { offerId: items.find(({ name }) => name === 'TV Plus')?.id, quantity: 2 });
    await page.until(() => page.lines().length > 0);
    expect(page.lines().join()).to.contain('TV Plus × 2');
  });

  it('says price, account and term before it orders, then the number and the way to the order', async () => {
    const page = await withOneInCart();
    await page.until(() => page.orderButton()?.getAttribute('aria-disabled') === 'false');
    expect(page.orderButton()?.textContent).to.contain('Order for €0.00 once and €6.99 a month');
    expect(page.inCart()).to.contain('binding and billed to Home').and.to.contain('Minimum term: 12 months');
    const submitted: { orderId: string; number: string }[] = [];
    document.body.addEventListener('fp-order-submitted', ({ orderId, number }) => submitted.push({ orderId, number }), { once: true });
    page.press('Order for');
    page.press('Order');
    await page.until(page.ordered);
    const { items } = await ask<OrderList>(page.operator, '/orders');
    expect(submitted).to.deep.equal([{ orderId: items[0]?.id, number: items[0]?.number }]);
    expect(page.ordered()).to.equal(`Order ${items[0]?.number} is placed`);
    await page.until(() => page.focused() === page.ordered());
    await expect(page.element).to.be.accessible();
    page.press('Follow the order');
    expect(page.visited).to.deep.equal([`/orders/${items[0]?.id}`]);
    page.press('Back to the shop');
    await page.until(() => page.progress() === 'Question 1 of 5');
  });

  it('bills the account that was chosen', async () => {
    const page = await withOneInCart();
    const select = await page.until(() => page.cart()?.querySelector('select'));
    select!.value = [...select!.options].find(({ text }) => text.startsWith('Mobile'))?.value ?? '';
    select!.dispatchEvent(new Event('input'));
    await page.until(() => page.inCart().includes('billed to Mobile'));
    page.press('Order for');
    await page.until(page.ordered);
    const { items } = await ask<OrderList>(page.operator, '/orders');
    const order = (await (await page.operator.bss(`/tmf-api/productOrderingManagement/v4/productOrder/${items[0]?.id}`)).json()) as object;
    expect(JSON.stringify(order)).to.contain(select!.value);
  });

  it('orders once though the first answer is lost', async () => {
    const page = await withOneInCart({ faults: on('POST /orders', once(loseTheAnswer())) });
    const before = await ordersOf(page.operator);
    await page.until(() => page.orderButton()?.getAttribute('aria-disabled') === 'false');
    page.press('Order for');
    await page.until(page.refusal);
    expect(page.refusal()).to.equal('No answer came');
    await expect(page.element).to.be.accessible();
    page.press('Try again');
    await page.until(page.ordered);
    expect(await ordersOf(page.operator)).to.equal(before + 1);
  });

  it('says in place why an order was refused, and can be tried again', async () => {
    const page = await withOneInCart({ faults: on('POST /orders', once(refuse(422))) });
    await page.until(() => page.orderButton()?.getAttribute('aria-disabled') === 'false');
    page.press('Order for');
    await page.until(page.refusal);
    expect(page.refusal()).to.equal('Not now.');
    expect(page.lines()).to.have.lengthOf(1);
    page.press('Try again');
    await page.until(page.ordered);
  });
});
