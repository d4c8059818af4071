import type { Order, OrderList, Payment, PaymentList } from '@faceplate/contracts';
import { busyConsumer, loseTheAnswer, on, once, type Operator, refuse, signedOut } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openCheckout, put } from './checkout.page.ts';
import type { OrderSubmittedEvent } from './events.ts';

const ordersOf = async (operator: Operator) => (await ask<OrderList>(operator, '/orders')).items;

describe('<fp-checkout> order', () => {
  // The operator's world is made once a page; whoever is first waits for it.
  before(() => openCheckout(signedOut()));
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('says price and account before it orders, then the number and the way to the order', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['TV Plus'], attributes: { step: 'order' } });
    await page.until(page.orderButton);
    expect(page.orderButton()).to.equal('Order for €0.00 once and €6.99 a month');
    expect(page.said()).to.contain('This order is binding and billed to Home.');
    await expect(page.element).to.be.accessible();
    const submitted: string[] = [];
    document.body.addEventListener('fp-order-submitted', (event) => submitted.push((event as OrderSubmittedEvent).number), { once: true });
    page.press('Order for');
    page.press('Order for');
    await page.until(() => page.find('[part="ordered"]').length > 0);
    const [order] = await ordersOf(page.operator);
    expect(submitted).to.deep.equal([order?.number]);
    expect(page.heading()).to.equal(`Thank you. Order ${order?.number} is placed`);
    await expect(page.element).to.be.accessible();
    page.press('Follow the order');
    expect(page.visited).to.deep.equal([`/cart/done?order=${order?.id}`, `/orders/${order?.id}`]);
  });

  it('orders once though the answer is lost and the tab is closed', async () => {
    const first = await openCheckout(busyConsumer(), { offers: ['TV Plus'], attributes: { step: 'order' }, faults: on('POST /orders', once(loseTheAnswer())) });
    const before = (await ordersOf(first.operator)).length;
    await first.until(first.orderButton);
    first.press('Order for');
    await first.until(first.unknown);
    await expect(first.element).to.be.accessible();
    const page = await openCheckout(busyConsumer(), { with: first.operator });
    await page.until(page.unknown);
    page.press('See what became of it');
    await page.until(() => page.find('[part="unknown"] button.primary').length > 0);
    page.press('Try again');
    await page.until(() => page.find('[part="ordered"]').length > 0);
    expect(await ordersOf(page.operator)).to.have.lengthOf(before + 1);
  });

  it('says why an order was refused, and can be sent again', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['TV Plus'], attributes: { step: 'order' }, faults: on('POST /orders', once(refuse(422))) });
    await page.until(page.orderButton);
    page.press('Order for');
    await page.until(page.refusal);
    expect(page.refusal()).to.equal('This was not ordered');
    await expect(page.element).to.be.accessible();
    await page.until(page.orderButton);
    page.press('Order for');
    await page.until(() => page.find('[part="ordered"]').length > 0);
  });

  it('takes an order of a visitor, who says who they are and loses nothing of it', async () => {
    const first = await openCheckout(signedOut(), { offers: ['Mobile Flex'], attributes: { step: 'order' } });
    await first.until(first.orderButton);
    first.press('Order for');
    await first.until(() => first.wrong().length > 0);
    expect(first.wrong()).to.include('Fill this in: First name');
    await expect(first.element).to.be.accessible();
    first.type('givenName', 'Mara');
    first.type('familyName', 'Lind');
    const page = await openCheckout(signedOut(), { with: first.operator, attributes: { step: 'order' } });
    await page.until(() => page.find<HTMLInputElement>('#givenName')[0]?.value === 'Mara');
    page.type('email', 'mara@lind.example');
    page.type('place', 'Lindenallee 1');
    await page.until(() => page.find('[data-found] button').length > 0);
    page.find('[data-found] button')[0]?.click();
    await page.until(() => page.find('[data-flats] button').length > 0 || page.said().includes('Bills go to'));
    page.find('[data-flats] button')[0]?.click();
    await page.until(() => page.said().includes('Bills go to'));
    page.press('Order for');
    await page.until(() => page.find('[part="ordered"]').length > 0);
    expect(page.find('a.primary')[0]?.textContent).to.contain('Make an account');
    await expect(page.element).to.be.accessible();
  });

  it('pays what is due at once in one payment, though the answer is lost', async () => {
    const left: string[] = [];
    const stay = (event: MouseEvent) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (link) left.push(link.href);
      if (link) event.preventDefault();
    };
    document.addEventListener('click', stay);
    const page = await openCheckout(busyConsumer(), { offers: ['Mobile XL'], attributes: { step: 'order' }, faults: on('POST /orders', once(loseTheAnswer())) });
    const before = (await ask<PaymentList>(page.operator, '/payments')).items.length;
    await page.until(() => page.find('[name="pay"]').length > 0);
    page.find('[name="pay"][value="now"]')[0]?.click();
    await page.until(() => page.orderButton().startsWith('Order and pay'));
    page.press('Order and pay');
    await page.until(page.unknown);
    page.press('Try again');
    await page.until(() => page.find('[part="ordered"]').length > 0);
    const payments: Payment[] = (await ask<PaymentList>(page.operator, '/payments')).items;
    document.removeEventListener('click', stay);
    expect(payments).to.have.lengthOf(before + 1);
    const order = await ask<Order>(page.operator, `/orders/${page.element.order}`);
    expect(order.payment?.id).to.equal(payments.find(({ id }) => id === order.payment?.id)?.id);
    expect(left).to.have.lengthOf(order.payment?.status === 'needs-you' ? 1 : 0);
  });

  it('says when the price moved, and orders nothing at another one', async () => {
    const page = await openCheckout(busyConsumer(), { offers: ['TV Plus'], attributes: { step: 'order' } });
    await page.until(page.orderButton);
    const before = (await ordersOf(page.operator)).length;
    await put(page.operator, 'TV Plus');
    // Pressed before the news of it came: the service sees that another sum was on the screen.
    page.press('Order for €0.00 once and €6.99');
    await page.until(() => page.refusal() === 'The price has moved');
    expect(await ordersOf(page.operator)).to.have.lengthOf(before);
    await page.until(() => page.orderButton().includes('€13.98'));
  });
});
