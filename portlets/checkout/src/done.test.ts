import type { Order } from '@faceplate/contracts';
import { busyConsumer } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openCheckout } from './checkout.page.ts';

const PAY_1 = { id: 'pay-1', reference: 'P-1', amount: { amount: 4900, currency: 'EUR' } };

/** The confirmation of an order whose payment came to nothing; the calls that begin one anew are the test's to answer. */
async function notPaid(answer: (request: Request, tries: number) => Response | Promise<Response>) {
  const keys: string[] = [];
  const page = await openCheckout(busyConsumer(), {
    offers: ['TV Plus'],
    attributes: { step: 'order' },
    faults: async (request, next) => {
      const { pathname } = new URL(request.url);
      if (request.method === 'POST' && pathname.endsWith('/payment')) {
        keys.push(request.headers.get('idempotency-key') ?? '');
        return answer(request, keys.length);
      }
      const response = await next(request);
      if (request.method !== 'GET' || !/\/orders\/[^/]+$/.test(pathname)) return response;
      return Response.json({ ...((await response.json()) as Order), payment: { ...PAY_1, status: 'abandoned', again: true } });
    },
  });
  await page.until(page.orderButton);
  page.press('Order for');
  await page.until(() => page.said().includes('€49.00 was not paid'));
  return { page, keys };
}

describe('<fp-checkout> a payment that came to nothing', () => {
  // The operator's world is made once a page; whoever is first waits for it.
  before(() => openCheckout(busyConsumer()));
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('is begun anew under one key, though the answer is lost, and the tab goes on to the payment service', async () => {
    const left: string[] = [];
    const stay = (event: Event) => {
      const [target] = event.composedPath();
      if (!(target instanceof HTMLAnchorElement) || target.target !== '_top') return;
      event.preventDefault();
      left.push(target.href);
    };
    document.addEventListener('click', stay);
    const begun = { ...PAY_1, id: 'pay-2', status: 'needs-you', action: { url: 'https://pay.example/pay/2' } };
    const { page, keys } = await notPaid((request, tries) => {
      if (tries === 1) throw new TypeError('fetch failed');
      const id = new URL(request.url).pathname.split('/').at(-2);
      return Response.json({ id, number: 'O-1', placedAt: '2026-11-21T08:00:00.000Z', stage: 'checked', late: false, title: 'TV', itemsDone: 0, itemsTotal: 0, items: [], payment: begun });
    });
    await expect(page.element).to.be.accessible();
    page.press('Pay €49.00 now');
    await page.until(page.refusal);
    await expect(page.element).to.be.accessible();
    page.press('Try again');
    await page.until(() => left.length > 0);
    document.removeEventListener('click', stay);
    expect(left).to.deep.equal(['https://pay.example/pay/2']);
    expect(keys).to.have.lengthOf(2);
    expect(new Set(keys).size).to.equal(1);
  });

  it('says so when a bill has come meanwhile, and asks no more', async () => {
    const { page } = await notPaid(() => new Response(JSON.stringify({ type: 'about:blank', title: 'x', status: 409, code: 'order-not-payable', trace: 't' }), { status: 409, headers: { 'content-type': 'application/problem+json' } }));
    page.press('Pay €49.00 now');
    await page.until(() => page.said().includes('There is nothing to pay here.'));
    expect(page.said()).not.to.contain('Pay €49.00 now');
    await expect(page.element).to.be.accessible();
  });
});
