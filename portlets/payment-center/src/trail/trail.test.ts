import type { BillList, Trail } from '@faceplate/contracts';
import { badDays, busyConsumer, type Fault, on, refuse } from '@faceplate/mocks';
import { closePortlets, textOf } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { asked, departures, openPayments, paymentsOf } from '../payment-center.page.ts';

const VISA = '4111111111111111';

/** What the answer of a trail says, changed on its way. */
const retold =
  (change: (trail: Trail) => Trail): Fault =>
  async (request, next) => {
    const response = await next(request);
    return Response.json(change((await response.json()) as Trail), { headers: response.headers });
  };

const part = (page: Awaited<ReturnType<typeof openPayments>>, name: string) => page.element.shadowRoot?.querySelector(`[part="${name}"]`);
const verdict = (page: Awaited<ReturnType<typeof openPayments>>) => part(page, 'verdict')?.getAttribute('heading') ?? '';

describe('how a payment was booked', function () {
  this.timeout(30_000);

  departures();
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  /** One of the payments of the past is on show, and opened. */
  async function opened(options: Parameters<typeof openPayments>[1] = {}) {
    const page = await openPayments(busyConsumer(), options);
    const [paid] = (await paymentsOf(page.operator)).filter(({ status }) => status === 'paid');
    page.element.paymentId = paid?.id ?? '';
    await page.until(page.news);
    page.press('How this was booked');
    return page;
  }

  it('is one press away: each step with its system, and that everything agrees', async () => {
    const page = await opened();
    await page.until(() => verdict(page));
    expect(verdict(page)).to.equal('Everything agrees');
    const steps = textOf(part(page, 'trail') ?? undefined);
    for (const words of ['Billed', 'Booked', 'Meridian Billing', 'Number there:']) expect(steps).to.contain(words);
    await expect(page.element).to.be.accessible();
    page.press('How this was booked');
    await page.until(() => !part(page, 'trail'));
  });

  it('names what was paid here by the number that all systems know, and copies it in one press', async () => {
    const page = await openPayments(busyConsumer());
    await page.until(page.payButton);
    page.press('Pay €');
    await page.until(page.goesTo);
    await page.payer.pay(page.goesTo(), VISA);
    await page.until(() => page.news().startsWith('You have paid'));
    page.press('How this was booked');
    await page.until(() => verdict(page));
    expect(part(page, 'verdict')?.getAttribute('reference')).to.equal(page.element.paymentId);
    expect(textOf(part(page, 'trail') ?? undefined)).to.contain('Asked for here').and.to.contain('Asked of the payment provider').and.to.contain('Counted on the bill');
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text: string) => Promise.resolve(void written.push(text)) } });
    part(page, 'verdict')?.shadowRoot?.querySelector<HTMLButtonElement>('.reference button')?.click();
    await page.until(() => written.length > 0);
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(written).to.deep.equal([page.element.paymentId]);
    await expect(page.element).to.be.accessible();
  });

  it('says what does not agree, with both amounts and whose task it is', async () => {
    const bill = { id: 'b1', number: '202610-1' };
    const euros = (amount: number) => ({ amount, currency: 'EUR' });
    const change = (trail: Trail): Trail => ({
      ...trail,
      mismatches: [{ kind: 'booked-not-applied', says: '', bill, expected: euros(5200), found: euros(5000) }, { kind: 'amount-differs', says: '' }],
    });
    const page = await opened({ faults: on('/trail', retold(change)) });
    await page.until(() => verdict(page));
    expect(verdict(page)).to.equal('2 things do not agree');
    const told = textOf(part(page, 'verdict') ?? undefined);
    expect(told).to.contain('The bill counts €50.00 of the €52.00').and.to.contain('another amount').and.to.contain('You need not pay again');
    await expect(page.element).to.be.accessible();
  });

  it('says that it could not see everything', async () => {
    const page = await opened({ faults: on('/trail', retold((trail) => ({ ...trail, gaps: [{ source: 'Billing', reason: 'unreachable' }], missing: [{ kind: 'booking', system: 'Meridian Billing', reason: 'not-kept' }] }))) });
    await page.until(() => verdict(page));
    expect(verdict(page)).to.equal('Nothing contradicts');
    expect(page.note()).to.equal('Some of this is missing');
    expect(page.said()).to.contain('Booked: Meridian Billing does not keep this.');
    await expect(page.element).to.be.accessible();
  });

  for (const [name, fault] of badDays) {
    it(`costs the payment nothing when it cannot be had: ${name}`, async () => {
      const page = await opened({ faults: on('/trail', fault) });
      await page.until(page.problem);
      expect(page.news()).to.match(/^You have paid/);
      await expect(page.element).to.be.accessible();
    });
  }

  it('is handed over as a file, or says that it could not', async () => {
    let isDown = false;
    const page = await opened({ faults: on('/trail/export', (request, next) => (isDown ? refuse(503)(request, next) : next(request))) });
    await page.until(() => verdict(page));
    page.press('Download as a table');
    await page.until(() => page.said().includes('The file is in your downloads.'));
    isDown = true;
    page.press('Download for a program');
    await page.until(() => page.said().includes('The file could not be made.'));
  });

  it('has a page of its own for a bill, which leads back', async () => {
    const page = await openPayments(busyConsumer());
    const { items } = await asked<BillList>(page.operator, '/bills');
    page.element.booked = items.find(({ status }) => status === 'paid')?.id ?? '';
    await page.until(() => verdict(page));
    expect(page.heading()).to.equal('How this bill was paid');
    expect(textOf(part(page, 'trail') ?? undefined)).to.contain('Billed');
    await expect(page.element).to.be.accessible();
    page.press('All payments');
    await page.until(() => page.heading() === 'Payments' && page.payButton());
    expect(page.visited).to.deep.equal(['/payments']);
  });

  it('says so when there is no such bill', async () => {
    const page = await openPayments(busyConsumer(), { attributes: { booked: 'nobodys' } });
    await page.until(page.problem);
    expect(page.problem()).to.equal('We cannot find this bill');
    await expect(page.element).to.be.accessible();
  });

  for (const [locale, heading] of [['de-DE', 'So wurde diese Rechnung bezahlt'], ['ar-EG', 'كيف دُفعت هذه الفاتورة']] as const) {
    it(`speaks ${locale}, on 320 px too`, async () => {
      const page = await openPayments(busyConsumer(), { locale });
      page.element.style.inlineSize = '320px';
      const { items } = await asked<BillList>(page.operator, '/bills');
      page.element.booked = items.find(({ status }) => status === 'paid')?.id ?? '';
      await page.until(() => verdict(page));
      expect(page.heading()).to.equal(heading);
      expect(page.element.scrollWidth).to.be.at.most(320);
      await expect(page.element).to.be.accessible();
    });
  }
});
