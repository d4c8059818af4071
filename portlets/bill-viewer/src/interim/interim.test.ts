import type { InterimBillList } from '@faceplate/contracts';
import { busyConsumer, down, type Fault, garbage, hang, loseTheAnswer, on, once, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { cents, openBills } from '../bill-viewer.page.ts';

type Options = Parameters<typeof openBills>[1];
const ROUTE = '/interim-bills';

/** The portlet with "A bill before the month is over" unfolded. */
async function openInterim(options: Options = {}) {
  const page = await openBills(busyConsumer(), options);
  const root = () => page.element.shadowRoot!;
  const part = () => root().querySelector<HTMLDetailsElement>('details[part="interim"]');
  await page.until(part);
  part()!.open = true;
  const text = () => part()?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const message = () => part()?.querySelector('fp-status-message')?.getAttribute('heading') ?? '';
  const standing = async () => {
    const accountId = root().querySelector<HTMLSelectElement>('#interim-account')!.value;
    const response = await page.operator.fetch(new Request(`/api/v1${ROUTE}?account=${accountId}`, { headers: { 'x-fp-csrf': '1' } }));
    return (await response.json()) as InterimBillList;
  };
  return { page, part, text, message, standing, parts: () => [...(part()?.querySelectorAll('[part="preview"] dl > div') ?? [])] };
}

/** Answers a question about it as if it stood so. */
const stands = (more: Partial<InterimBillList>): Fault =>
  on(ROUTE, (request, next) => (request.method === 'GET' ? Promise.resolve(Response.json({ items: [], total: 0, preview: [], gaps: [], ...more })) : next(request)));

const amountIn = (row: Element | undefined) => cents(row?.querySelector('dd')?.textContent ?? '');

describe('a bill before its time', () => {
  afterEach(closePortlets);

  it('says what it would hold, and that adds up', async () => {
    const { page, parts } = await openInterim();
    await page.until(() => parts().length > 2);
    const sum = parts().slice(0, -1).reduce((sofar, row) => sofar + amountIn(row), 0);
    expect(amountIn(parts().at(-1))).to.equal(sum);
    await expect(page.element).to.be.accessible();
  });

  it('is asked for, made and opened, and holds that', async () => {
    const { page, part, message, parts, standing } = await openInterim();
    await page.until(() => parts().length > 2);
    const total = amountIn(parts().at(-1));
    page.press('Get this bill now: €');
    await page.until(() => part()?.querySelector('progress'));
    expect(page.status()).to.contain('Your bill is being made');
    await expect(page.element).to.be.accessible();
    await page.operator.passTime(10);
    await page.until(() => /^Bill .+ is there$/.test(message()));
    const [made] = (await standing()).items;
    page.press('Open the bill');
    await page.until(() => page.heading().includes(made!.bill!.number));
    expect(cents(page.owed())).to.equal(total);
  });

  it('is made once, though the first answer is lost', async () => {
    const lost = once(loseTheAnswer());
    const faults: Fault = (request, next) => (request.method === 'POST' && request.url.endsWith(ROUTE) ? lost(request, next) : next(request));
    const { page, part, standing } = await openInterim({ faults });
    await page.until(() => part()?.querySelector('button.primary'));
    page.press('Get this bill now: €');
    await page.until(() => part()?.querySelector('progress'));
    await page.operator.passTime(10);
    await page.until(() => !part()?.querySelector('progress'));
    expect((await standing()).items).to.have.lengthOf(1);
  });

  it('says that it is not known whether it arrived, and is sent again under the same key', async () => {
    const keys: (string | null)[] = [];
    const refused = refuse(503);
    const faults: Fault = (request, next) => {
      if (request.method !== 'POST' || !request.url.endsWith(ROUTE)) return next(request);
      keys.push(request.headers.get('idempotency-key'));
      return keys.length === 1 ? refused(request, next) : next(request);
    };
    const { page, part, message } = await openInterim({ faults });
    await page.until(() => part()?.querySelector('button.primary'));
    page.press('Get this bill now: €');
    await page.until(() => message() === 'We do not know whether that arrived');
    await expect(page.element).to.be.accessible();
    page.press('Get this bill now: €');
    await page.until(() => part()?.querySelector('progress'));
    expect(new Set(keys).size).to.equal(1);
  });

  it('says of another account what holds for that one', async () => {
    const { page, part, parts } = await openInterim();
    await page.until(() => parts().length > 0);
    const choices = page.choices('interim-account');
    expect(choices.length).to.be.greaterThan(1);
    const before = part()!.querySelector('[part="preview"]')!.textContent;
    page.choose('interim-account', choices[1]!);
    await page.until(() => part()!.querySelector('[part="preview"]') && part()!.querySelector('[part="preview"]')!.textContent !== before);
  });

  const why: [what: string, more: Partial<InterimBillList>, said: RegExp][] = [
    ['there is nothing to bill', { refused: 'nothing-unbilled' }, /There is nothing new to bill.*letter/],
    ['it is somebody else’s to ask', { refused: 'not-yours' }, /Only the holder of this account/],
    ['what was used cannot be read', { refused: 'not-known', gaps: [{ source: 'Billing', reason: 'unreachable' }] }, /We cannot see right now/],
    ['it is on the bill of another’s account', { refused: 'on-another-bill', with: { id: 'theirs', name: 'Parents' } }, /Its charges are on the bill of another account.*Only who pays that account/],
    ['one is being made', { refused: 'under-way' }, /Your bill is being made/],
    ['only a sum is told', {}, /only say once it is there.*Get this bill now/],
  ];
  for (const [what, more, said] of why) {
    it(`says so where ${what}`, async () => {
      const { page, part, text } = await openInterim({ faults: stands(more) });
      await page.until(() => said.test(`${part()?.querySelector('fp-status-message')?.heading} ${text()}`));
      await expect(page.element).to.be.accessible();
    });
  }

  it('leads to the account on whose bill the charges are', async () => {
    let holder = '';
    const faults: Fault = (request, next) => {
      const { pathname, searchParams } = new URL(request.url);
      if (!pathname.endsWith(ROUTE) || searchParams.get('account') === holder) return next(request);
      return Promise.resolve(Response.json({ items: [], total: 0, preview: [], gaps: [], refused: 'on-another-bill', with: { id: holder, name: 'Mobile' } }));
    };
    const { page, part, parts } = await openInterim({ faults });
    const select = () => part()!.querySelector<HTMLSelectElement>('#interim-account')!;
    await page.until(() => part()?.querySelector('#interim-account'));
    const [first = '', second = ''] = [...select().options].map(({ value }) => value);
    // Chosen by hand and back, as a person would who looks around.
    for (const value of [second, first]) page.choose('interim-account', value);
    holder = second;
    await page.until(() => page.said().includes('Choose'));
    await expect(page.element).to.be.accessible();
    page.press('Choose');
    await page.until(() => parts().length > 0);
    expect(select().value).to.equal(second);
    expect(page.element.shadowRoot!.activeElement).to.equal(select());
  });

  it('says what came of it in the operator’s words when there was none to make', async () => {
    const item = { id: 'i1', account: { id: 'a', name: 'Home' }, origin: 'Billing', status: 'refused', reason: 'The month is closed.' } as const;
    const faults = on(ROUTE, (request) => Promise.resolve(request.method === 'POST' ? Response.json({ ...item, status: 'making' }, { status: 202 }) : Response.json({ items: [item], total: 1, preview: [], gaps: [] })));
    const { page, message, text } = await openInterim({ faults });
    await page.until(() => text().includes('Get this bill now'));
    page.press('Get this bill now');
    await page.until(() => message() === 'There was no bill to make');
    expect(text()).to.contain('The month is closed.');
  });

  for (const [name, fault] of [['gone', down()], ['garbage', garbage()], ['refused', refuse(403)]] as const) {
    it(`costs nothing else when it is ${name}`, async () => {
      const { page, message } = await openInterim({ faults: on(ROUTE, fault) });
      await page.until(message);
      expect(page.rows().length).to.be.greaterThan(0);
      await expect(page.element).to.be.accessible();
    });
  }

  it('says that it loads', async () => {
    const { page, part } = await openInterim({ faults: on(ROUTE, hang()) });
    await page.until(() => part()?.querySelector('fp-skeleton'));
    await expect(page.element).to.be.accessible();
  });

  it('is not there where the operator makes none', async () => {
    const page = await openBills(busyConsumer(), { faults: on('/capabilities', () => Promise.resolve(Response.json({ absent: ['interim-bills'], limited: [] }))) });
    await page.until(() => page.said().includes('Confirmation of balance'));
    expect(page.element.shadowRoot!.querySelector('[part="interim"]')).to.equal(null);
  });

  it('speaks Arabic and German', async () => {
    for (const [locale, said] of [['ar-EG', /احصل على هذه الفاتورة الآن/], ['de-DE', /Diese Rechnung jetzt holen/]] as const) {
      const { page, text } = await openInterim({ locale });
      await page.until(() => said.test(text()));
      await expect(page.element).to.be.accessible();
    }
  });
});
