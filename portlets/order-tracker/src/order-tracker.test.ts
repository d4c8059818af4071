import { badDays, busyConsumer, hang, nothingYet, on, once, type Operator, refuse, signedOut } from '@faceplate/mocks';
import type { Cart, List, Offer, Order, OrderList, SignedIn } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openOrders } from './order-tracker.page.ts';

/** Asks the operator as another portlet of the same customer would. */
async function ask<T>(operator: Operator, path: string, body?: unknown): Promise<T> {
  const headers = { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const response = await operator.fetch(
    new Request(`/api/v1${path}`, { headers, ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }) }),
  );
  expect(response.ok, `${path}: ${response.status}`).to.equal(true);
  return (await response.json()) as T;
}

async function orderSomething(operator: Operator): Promise<Order> {
  const { items } = await ask<List<Offer>>(operator, '/offers');
  const offer = items.find(({ obstacles }) => obstacles.length === 0);
  const cart = await ask<Cart>(operator, '/cart/items', { offerId: offer?.id, quantity: 1 });
  const { accounts } = await ask<SignedIn>(operator, '/session');
  return ask<Order>(operator, '/orders', { cartId: cart.id, accountId: accounts[0]?.id });
}

describe('<fp-order-tracker>', () => {
  afterEach(closePortlets);

  it('shows every order with its stage and how much is done', async () => {
    const page = await openOrders(busyConsumer());
    await page.until(() => page.orders().length > 0);
    const { total } = await ask<OrderList>(page.operator, '/orders');
    expect(page.orders()).to.have.lengthOf(total);
    expect(page.orders().join(' ')).to.contain('Waiting for you').and.to.contain('Done').and.to.contain('Late');
    await expect(page.element).to.be.accessible();
  });

  it('opens an order line by line, with promised and expected dates and who acts next', async () => {
    const page = await openOrders(busyConsumer());
    await page.until(() => page.orders().length > 0);
    const opened: string[] = [];
    page.element.addEventListener('fp-order-opened', (event) => opened.push(event.orderId), { once: true });
    page.press('Order ');
    await page.until(() => page.steps().length > 0);
    expect(opened).to.deep.equal([page.element.orderId]);
    expect(page.visited).to.deep.equal([`/orders/${page.element.orderId}`]);
    for (const line of page.lines()) expect(line).to.contain('Promised').and.to.contain('Expected').and.to.contain('Who acts next');
    await expect(page.element).to.be.accessible();
  });

  it('goes back to the list', async () => {
    const page = await openOrders(busyConsumer());
    await page.until(() => page.orders().length > 0);
    page.press('Order ');
    await page.until(() => page.steps().length > 0);
    await page.until(page.focused);
    const name = page.heading();
    expect(page.focused()).to.equal(name);
    page.press('All orders');
    await page.until(() => page.orders().length > 0 && page.focused());
    expect(page.focused()).to.equal(name);
    expect(page.visited.at(-1)).to.equal('/orders');
  });

  it('shows an order that was placed elsewhere, without reload', async () => {
    const page = await openOrders(busyConsumer());
    await page.until(() => page.orders().length > 0);
    const before = page.orders().length;
    const { number } = await orderSomething(page.operator);
    await page.until(() => page.orders().length === before + 1);
    expect(page.orders().join(' ')).to.contain(number);
  });

  it('moves by itself until the order is done', async () => {
    const page = await openOrders(busyConsumer());
    const { id } = await orderSomething(page.operator);
    page.element.orderId = id;
    await page.until(page.stage);
    expect(page.stage()).to.equal('Received');
    await page.operator.passTime(120);
    await page.until(() => page.stage() === 'Done');
    expect(page.steps().every((step) => step.includes(', done'))).to.equal(true);
  });

  it('says so when an order does not exist', async () => {
    const page = await openOrders(busyConsumer(), { attributes: { 'order-id': 'nobodys' } });
    await page.until(page.problem);
    expect(page.problem()).to.equal('We cannot find this order');
    await expect(page.element).to.be.accessible();
  });

  it('answers in one sentence and one action as a card', async () => {
    const page = await openOrders(busyConsumer(), { attributes: { view: 'card' } });
    await page.until(() => /under way/.test(page.said()));
    expect(page.said()).to.contain('something from you');
    page.press('See all orders');
    expect(page.visited).to.deep.equal(['/orders']);
    await expect(page.element).to.be.accessible();
  });

  it('says how orders come about when there is none', async () => {
    const page = await openOrders(nothingYet());
    await page.until(() => page.said().includes('shop'));
    await expect(page.element).to.be.accessible();
  });

  it('says so in plain words on a card too', async () => {
    const page = await openOrders(nothingYet(), { attributes: { view: 'card' } });
    await page.until(() => page.said().includes('No orders yet'));
    await expect(page.element).to.be.accessible();
  });

  it('finds orders by words and by state, and says when there is none', async () => {
    const page = await openOrders(busyConsumer());
    await page.until(() => page.orders().length > 0);
    const { items, total } = await ask<OrderList>(page.operator, '/orders');
    page.type('#order-search', items[1]?.number ?? '', 'change');
    await page.until(() => page.orders().length === 1);
    expect(page.orders()[0]).to.contain(items[1]?.number);
    page.type('#order-search', 'no such thing', 'change');
    await page.until(() => page.find('fp-status-message')?.getAttribute('heading') === 'No order matches');
    await expect(page.element).to.be.accessible();
    page.press('Show all orders');
    await page.until(() => page.orders().length === total);
    page.type('#order-only', 'ended', 'change');
    await page.until(() => page.orders().length > 0 && page.orders().length < total);
    expect(page.visited.at(-1)).to.equal('/orders?only=ended');
    page.press('Order ');
    await page.until(() => page.steps().length > 0);
    page.press('All orders');
    await page.until(() => page.orders().length > 0);
    expect(page.visited.at(-1)).to.equal('/orders?only=ended');
  });

  it('goes to the words when there is nothing new to look for', async () => {
    const page = await openOrders(busyConsumer());
    await page.until(() => page.orders().length > 0);
    page.press('Find');
    expect(page.element.shadowRoot?.activeElement?.id).to.equal('order-search');
  });

  it('asks to sign in when nobody is', async () => {
    const page = await openOrders(signedOut());
    await page.until(page.problem);
    expect(page.problem()).to.equal('Sign in to see this');
  });

  it('keeps its place while it waits', async () => {
    const page = await openOrders(busyConsumer(), { faults: on('/orders', hang()) });
    await page.until(page.loading);
    await expect(page.element).to.be.accessible();
  });

  it('recovers when the service does', async () => {
    const page = await openOrders(busyConsumer(), { faults: on('/orders', once(refuse(503))) });
    await page.until(() => page.orders().length > 0);
    expect(page.problem()).to.equal('');
  });

  for (const [name, fault] of badDays) {
    it(`is never blank: ${name}`, async () => {
      const page = await openOrders(busyConsumer(), { faults: on('/orders', fault) });
      await page.until(page.problem);
      expect(page.heading()).to.equal('Orders');
      await expect(page.element).to.be.accessible();
    });
  }

  it('speaks German and Arabic, and mirrors', async () => {
    const page = await openOrders(busyConsumer(), { locale: 'de-DE' });
    await page.until(() => page.heading() === 'Bestellungen');
    const arabic = await openOrders(busyConsumer(), { locale: 'ar-EG' });
    await arabic.until(() => arabic.heading() === 'الطلبات');
    expect(arabic.element.dir).to.equal('rtl');
    await arabic.until(() => arabic.orders().length > 0);
    await expect(arabic.element).to.be.accessible();
  });
});
