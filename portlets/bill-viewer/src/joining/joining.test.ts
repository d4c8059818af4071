import type { Bill, BillChange, BillList, Cause } from '@faceplate/contracts';
import { busyConsumer, companyAdmin, down, type Fault, nothingYet, on, once, refuse, loseTheAnswer } from '@faceplate/mocks';
import { closePortlets, textOf } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openBills } from '../bill-viewer.page.ts';

type Options = Parameters<typeof openBills>[1];

async function openJoining(options: Options = {}) {
  const page = await openBills(busyConsumer(), options);
  const part = () => page.element.shadowRoot?.querySelector<HTMLElement>('[part="joining"]');
  const pressed = (name: RegExp) => [...(part()?.querySelectorAll('button') ?? [])].find((button) => name.test(textOf(button)));
  return {
    page,
    part,
    says: () => textOf(part()),
    state: () => textOf(part()?.querySelector('#joining-state')),
    choices: () => [...(part()?.querySelectorAll('label:has([type=radio])') ?? [])].map(textOf),
    preview: () => textOf(part()?.querySelector('[part="joining-preview"]')),
    account: (name: string) => {
      const select = part()?.querySelector('select') as HTMLSelectElement;
      select.value = [...select.options].find((option) => textOf(option) === name)?.value ?? '';
      select.dispatchEvent(new Event('change'));
    },
    choose: (at = 0) => part()?.querySelectorAll<HTMLInputElement>('[type=radio]')[at]?.click(),
    problem: () => part()?.querySelector('[part="problem"]')?.getAttribute('heading') ?? '',
    button: pressed,
    press: (name: RegExp) => pressed(name)?.click(),
  };
}

/** Home is on its own bill, and Mobile's is chosen for it. */
async function chosen(options: Options = {}) {
  const opened = await openJoining(options);
  await opened.page.until(() => opened.state() !== '');
  opened.account('Home');
  await opened.page.until(() => opened.state().includes('Home has its own bill'));
  opened.choose();
  await opened.page.until(() => opened.button(/^Put /) !== undefined);
  return opened;
}

const whenSent = (fault: Fault): Fault => on('POST /accounts', fault);

describe('one bill for several accounts', () => {
  afterEach(closePortlets);

  it('is not there for who has nothing', async () => {
    const page = await openBills(nothingYet());
    await page.until(() => page.message() !== '');
    expect(page.element.shadowRoot?.querySelector('[part="joining"]')).to.equal(null);
  });

  it('shows what would change before anything does', async () => {
    const { page, choices, preview } = await chosen();
    expect(choices()[0]).to.match(/^Mobile 7\d{9} · last bill €\d+\.\d\d$/);
    expect(preview()).to.match(/one bill of about €\d+\.\d\d instead of two.*It begins with the bill of 1 December 2026/s);
    await expect(page.element).to.be.accessible();
  });

  it('switches, tells both accounts, and takes it back', async () => {
    const { page, state, press, button, account, says } = await chosen();
    press(/Put Home on the bill of Mobile/);
    await page.until(() => state().includes('moves to the bill of Mobile with the bill of 1 December 2026'));
    await page.until(() => page.element.shadowRoot?.activeElement?.id === 'joining-state');
    account('Mobile');
    await page.until(() => says().includes('Also on its bill, now or soon: Home'));
    account('Home');
    await page.until(() => button(/Take it back/) !== undefined);
    press(/Take it back/);
    await page.until(() => state().includes('Home has its own bill'));
  });

  it('says why not, and what would help', async () => {
    const page = await openBills(companyAdmin());
    const part = () => page.element.shadowRoot?.querySelector('[part="joining"]');
    await page.until(() => textOf(part()).includes('None of your other accounts can take it'));
    part()?.querySelector<HTMLElement>('summary')?.click();
    expect(textOf(part())).to.contain('It belongs to someone else.').and.to.contain('Someone else pays for it.');
    await expect(page.element).to.be.accessible();
  });

  it('does it once though the answer is lost', async () => {
    const { page, state, press, says, button } = await chosen({ faults: whenSent(once(loseTheAnswer())) });
    press(/^Put /);
    await page.until(() => says().includes('Try again') || state().includes('moves to'));
    press(/^Put /);
    await page.until(() => state().includes('moves to the bill of Mobile'));
    await page.until(() => !says().includes('did not work'));
    expect(button(/Take it back/)).not.to.equal(undefined);
  });

  it('tells a refusal from a failure', async () => {
    const refused = await chosen({ faults: whenSent(refuse(409)) });
    refused.press(/^Put /);
    await refused.page.until(() => refused.problem() === 'This is not possible now.');
    const failed = await chosen({ faults: whenSent(down()) });
    failed.press(/^Put /);
    await failed.page.until(() => failed.problem().startsWith('That did not work'));
    await expect(failed.page.element).to.be.accessible();
  });

  it('is not there where it is not offered, and says so where it cannot be read', async () => {
    const absent: Fault = () => Promise.resolve(Response.json({ status: 404, code: 'not-offered', title: 'This is not offered here.' }, { status: 404, headers: { 'content-type': 'application/problem+json' } }));
    const hidden = await openJoining({ faults: on('consolidation', absent) });
    await hidden.page.until(() => hidden.page.rows().length > 0 && hidden.page.said().includes('Download as one file'));
    await hidden.page.until(() => !hidden.part());
    const broken = await openJoining({ faults: on('consolidation', down()) });
    await broken.page.until(() => broken.problem() !== '');
    await expect(broken.page.element).to.be.accessible();
  });

  it('a common bill says so at its head, beside each charge and in why it changed', async () => {
    const mobile = { id: 'a2', name: 'Mobile' };
    const first = await openBills(busyConsumer());
    const { items } = (await (await first.operator.fetch(new Request('/api/v1/bills', { headers: { 'x-fp-csrf': '1' } }))).json()) as BillList;
    const bill = items.find(({ account }) => account.name === 'Home')!;
    const common: Fault = async (request, next) => {
      const answer = await next(request);
      const body = (await answer.json()) as Partial<Bill & BillChange>;
      const charges = body.charges?.map((charge, at) => (at === 0 ? { ...charge, account: mobile } : charge));
      const moved: Cause = { kind: 'moved-account', amount: bill.total, before: { ...bill.total, amount: 0 }, after: bill.total, name: 'Mobile M', account: mobile, chargeIds: ['c1'] };
      return Response.json({ ...body, ...(charges && { charges }), ...(body.causes && { causes: [moved], difference: bill.total }) }, answer);
    };
    const page = await openBills(busyConsumer(), { faults: on(`bills/${bill.id}`, common), attributes: { 'bill-id': bill.id } });
    await page.until(() => page.lines().length > 0 && page.said().includes('Why did it change'));
    expect(textOf(page.element.shadowRoot?.querySelector('[part="accounts"]'))).to.equal('Also has the charges of: Mobile');
    expect(textOf(page.element.shadowRoot?.querySelector('fp-charge-list')?.shadowRoot?.querySelector('table'))).to.contain('from account Mobile');
    page.press('Why did it change?');
    await page.until(() => page.steps().length > 0);
    expect(page.steps()[0]?.says).to.equal('Mobile M is now on this bill, from account Mobile');
    await expect(page.element).to.be.accessible();
  });
});
