import type { Order } from '@faceplate/contracts';
import { busyConsumer, type Operator } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { decodeQR } from 'qr/decode.js';
import { asked, openOrderWith } from '../one/one.page.ts';
import { openOrders } from '../order-tracker.page.ts';

/** What a camera reads in the picture. */
function scanned(picture: SVGSVGElement): string {
  const [left = 0, top = 0, side = 0] = (picture.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const [scale, width] = [8, side * 8];
  const context = Object.assign(document.createElement('canvas'), { width, height: width }).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, width);
  context.scale(scale, scale);
  context.translate(-left, -top);
  context.fillStyle = 'black';
  context.clip(new Path2D(picture.querySelector('path')?.getAttribute('d') ?? ''));
  context.fillRect(left, top, side, side);
  return decodeQR({ width, height: width, data: context.getImageData(0, 0, width, width).data });
}

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

  it('shows the code as a picture that can be scanned, and as text beside it', async () => {
    const { page, item } = await openOrderWith(({ activation }) => activation?.code !== undefined);
    const picture = () => page.element.shadowRoot?.querySelector<SVGSVGElement>('svg[role="img"]');
    await page.until(picture);
    const shown = picture();
    expect(shown && scanned(shown)).to.match(/^LPA:1\$/).and.to.equal(item.activation?.code);
    expect(page.element.shadowRoot?.querySelector('code')?.textContent).to.equal(item.activation?.code);
    expect(shown?.getAttribute('aria-label')).to.contain('picture to scan');
    await expect(page.element).to.be.accessible();
  });

  it('leaves the page as it is where the browser does not let it copy the code', async () => {
    const { page } = await openOrderWith(({ activation }) => activation?.code !== undefined);
    await page.until(() => page.all().includes('Copy the code'));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new DOMException('No leave.', 'NotAllowedError')) } });
    page.press('Copy the code');
    await page.until(() => page.all().includes('copy it yourself'));
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(page.problem()).to.equal('');
    expect(page.steps()).not.to.deep.equal([]);
  });

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
    // What is finished is promised no longer, and what came of it is said once.
    const { items } = await asked<Order>(page, `/orders/${id}`);
    const [line] = items;
    await page.until(() => page.lines()[0]?.includes('Done'));
    expect(page.lines()[0]).not.to.contain('Promised').and.not.to.contain('Expected');
    const told = [...(page.find('fp-order-line')?.shadowRoot?.querySelectorAll('article > p') ?? [])].map(({ textContent }) => textContent.trim());
    expect(told).not.to.contain(line?.activation?.result);
    expect(page.said().split(line?.activation?.result ?? '?')).to.have.lengthOf(2);
  });
});
