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

  it('shows what would change before anything does, switches, and takes it back', async () => {
    const { page, state, choices, choose, preview, press, button, account, part } = await openJoining();
    await page.until(() => state() !== '');
    account('Home');
    await page.until(() => state().includes('Home has its own bill'));
    expect(choices()[0]).to.match(/^Mobile 7\d{9} · last bill €\d+\.\d\d$/);
    choose();
    await page.until(() => preview() !== '');
    expect(preview()).to.match(/one bill of about €\d+\.\d\d instead of two.*It begins with the bill of 1 December 2026/s);
    await expect(page.element).to.be.accessible();
    press(/Put Home on the bill of Mobile/);
    await page.until(() => state().includes('moves to the bill of Mobile'));
    expect(state()).to.contain('1 December 2026');
    await page.until(() => page.element.shadowRoot?.activeElement?.id === 'joining-state');
    await expect(page.element).to.be.accessible();
    account('Mobile');
    await page.until(() => textOf(part()).includes('Also on its bill, now or soon: Home'));
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

  it('is not there for who has nothing', async () => {
    const page = await openBills(nothingYet());
    await page.until(() => page.message() !== '');
    expect(page.element.shadowRoot?.querySelector('[part="joining"]')).to.equal(null);
  });
});
