import type { Order } from '@faceplate/contracts';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openOrderWith } from './one.page.ts';

/** An order whose payment stands as told. */
function paidAs(payment: Partial<NonNullable<Order['payment']>>) {
  const known = { id: 'pay-1', reference: 'P-1', amount: { amount: 4900, currency: 'EUR' }, ...payment };
  return openOrderWith(() => true, {
    faults: async (request, next) => {
      const response = await next(request);
      if (request.method !== 'GET' || !/\/orders\/[^/]+$/.test(new URL(request.url).pathname)) return response;
      return Response.json({ ...((await response.json()) as Order), payment: known });
    },
  });
}

const URL_THERE = 'https://pay.example/pay/1';

describe('the payment of an order', () => {
  beforeEach(closePortlets);
  afterEach(closePortlets);

  it('is called paid only when it is', async () => {
    expect((await paidAs({ status: 'paid' })).page.all()).to.contain('Paid: ');
    for (const status of ['needs-you', 'processing', 'failed', 'abandoned', undefined] as const) {
      closePortlets();
      const { page } = await paidAs(status ? { status } : {});
      expect(page.find('[part=payment]')?.textContent).not.to.contain('Paid');
    }
  });

  it('that waits has a link to go on, to a page of the web and nowhere else', async () => {
    const { page } = await paidAs({ status: 'needs-you', action: { url: URL_THERE } });
    expect(page.find('[part=payment]')?.textContent).to.contain('is still to be paid. What is not paid stands on your next bill.');
    expect(page.find('[part=payment] a')?.getAttribute('href')).to.equal(URL_THERE);
    await expect(page.element).to.be.accessible();
    closePortlets();
    const odd = await paidAs({ status: 'needs-you', action: { url: 'javascript:alert(1)' } });
    expect(odd.page.find('[part=payment] a')).to.equal(null);
  });

  it('that came to nothing can be begun anew, once though the answer is lost', async () => {
    const asked: string[] = [];
    let isBegun = false;
    const known = { id: 'pay-1', reference: 'P-1', amount: { amount: 4900, currency: 'EUR' } };
    const { page } = await openOrderWith(() => true, {
      faults: async (request, next) => {
        const { pathname } = new URL(request.url);
        if (request.method === 'POST' && pathname.endsWith('/payment')) {
          asked.push(request.headers.get('idempotency-key') ?? '');
          if (asked.length === 1) throw new TypeError('fetch failed');
          isBegun = true;
          const order = (await (await next(new Request(request.url.replace(/\/payment$/, '')))).json()) as Order;
          return Response.json({ ...order, payment: { ...known, id: 'pay-2', status: 'needs-you', action: { url: URL_THERE } } });
        }
        const response = await next(request);
        if (request.method !== 'GET' || !/\/orders\/[^/]+$/.test(pathname)) return response;
        const payment = isBegun ? { ...known, id: 'pay-2', status: 'needs-you', action: { url: URL_THERE } } : { ...known, status: 'abandoned', again: true };
        return Response.json({ ...((await response.json()) as Order), payment });
      },
    });
    await expect(page.element).to.be.accessible();
    page.press('Pay €49.00 now');
    await page.until(() => page.find('[part=problem]') !== null);
    page.press('Try again');
    await page.until(() => page.find('[part=payment] a') !== null);
    expect(page.find('[part=payment] a')?.getAttribute('href')).to.equal(URL_THERE);
    expect(asked).to.have.lengthOf(2);
    expect(new Set(asked).size).to.equal(1);
    expect(page.all()).not.to.contain('Pay €49.00 now');
  });

  it('that came to nothing says what becomes of the sum', async () => {
    for (const status of ['failed', 'abandoned', 'returned'] as const) {
      closePortlets();
      const { page } = await paidAs({ status });
      expect(page.find('[part=payment]')?.textContent).to.contain('was not paid. Your order stands; it comes with your next bill.');
    }
  });
});
