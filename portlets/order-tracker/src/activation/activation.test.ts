import type { Order } from '@faceplate/contracts';
import { busyConsumer, type Operator } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openOrders } from '../order-tracker.page.ts';

/** Ada orders an eSIM, and it has come as far as it gets without her. */
async function anEsim(operator: Operator): Promise<string> {
  const headers = { 'x-fp-csrf': '1', 'content-type': 'application/json' };
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const call = new Request(`/api/v1${path}`, { headers: { ...headers, 'idempotency-key': crypto.randomUUID() }, ...(body && { method: 'POST', body: JSON.stringify(body) }) });
    const response = await operator.fetch(call);
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const { items } = await ask<{ items: { id: string; name: string }[] }>('/offers?search=mobile%20l');
  const { accounts } = await ask<{ accounts: { id: string }[] }>('/session');
  const cart = await ask<{ id: string }>('/cart/items', { offerId: items.find(({ name }) => name === 'Mobile L')?.id, quantity: 1, choices: { SIM: 'eSIM' } });
  const { id } = await ask<Order>('/orders', { cartId: cart.id, accountId: accounts[0]?.id });
  for (let wait = 0; wait < 40; wait += 1) {
    if ((await ask<Order>(`/orders/${id}`)).items.some(({ activation }) => activation)) return id;
    await operator.passTime(10);
  }
  throw new Error('no line waits for its activation');
}

describe('switching an eSIM on', () => {
  afterEach(closePortlets);

  it('shows how it goes as it goes, and what to do when it fails', async () => {
    const page = await openOrders(busyConsumer());
    const id = await anEsim(page.operator);
    page.element.orderId = id;
    await page.until(() => page.all().includes('Switch it on'));
    expect(page.all()).to.contain('Your eSIM is ready').and.to.contain('LPA:1$');
    await expect(page.element).to.be.accessible();
    await page.operator.lever(`product-orders/${id}/items/1/fail-activation`, { reason: 'Your telephone did not answer.' });
    page.press('Switch it on');
    await page.until(() => page.all().includes('It is being switched on'));
    await page.operator.passTime(120);
    await page.until(() => page.all().includes('It could not be switched on'));
    expect(page.all()).to.contain('Your telephone did not answer.');
    page.press('Get help with it');
    expect(page.visited.at(-1)).to.match(/^\/support\/new\?about=Order.*telephone/);
    page.press('Try again');
    await page.until(() => page.all().includes('It is being switched on'));
    await page.operator.passTime(120);
    await page.until(() => page.all().includes('It works'));
  });
});
