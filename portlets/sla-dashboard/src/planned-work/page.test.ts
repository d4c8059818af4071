import type { FreezeList, PlannedWorkList, TicketList } from '@faceplate/contracts';
import { busyConsumer, companyAdmin, down, loseTheAnswer, on, once, refuse } from '@faceplate/mocks';
import { closePortlets, textOf } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { ask, openLevels, type Page, part } from '../sla-dashboard.page.ts';

const WORK = '/service-levels/planned-work';
const find = ({ element }: Page, selector: string) => element.shadowRoot?.querySelector<HTMLInputElement>(selector) ?? null;

function type(page: Page, selector: string, value: string): void {
  const field = find(page, selector)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const submit = ({ element }: Page, form: string) => element.shadowRoot?.querySelector<HTMLFormElement>(form)?.requestSubmit();

async function openWork(options: Parameters<typeof openLevels>[1] = {}, world = companyAdmin()): Promise<Page> {
  const page = await openLevels(world, options);
  page.element.serviceId = 'planned-work';
  await page.until(() => part(page, 'feed')?.querySelector('button, [part="problem"]'));
  return page;
}

const firstWork = async (page: Page) => (await ask<PlannedWorkList>(page, WORK)).items[0]!;

async function stateFreeze(page: Page, from: string, to: string): Promise<void> {
  await page.until(() => find(page, '[data-freeze-form]'));
  type(page, '#freeze-from', from);
  type(page, '#freeze-to', to);
  submit(page, '[data-freeze-form]');
  await page.until(() => find(page, '[data-freeze]'));
}

describe('the page of planned work in <fp-sla-dashboard>', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('is reached from below the grid, and has all: what comes, days without work, the calendar', async () => {
    const page = await openLevels(companyAdmin());
    await page.until(() => part(page, 'work')?.querySelector('li'));
    page.press('Move work, freeze weeks, subscribe');
    expect(page.visited.at(-1)).to.equal(WORK);
    await page.until(() => find(page, '[data-freeze-form]') && find(page, '[data-make]') && find(page, '[data-object]'));
    await expect(page.element).to.be.accessible();
  });

  it('asks to have work moved in a freeze week, once, and shows the answer when it comes', async () => {
    const page = await openWork({ faults: on('/objection', once(loseTheAnswer())) });
    const work = await firstWork(page);
    await stateFreeze(page, work.from.slice(0, 10), '2026-12-05');
    await page.until(() => part(page, 'conflict'));
    expect(textOf(part(page, 'conflict'))).to.contain('wants no work');
    expect(find(page, `#day-${work.id}`)?.value, 'the day after the freeze').to.equal('2026-12-06');
    type(page, `#words-${work.id}`, 'Our busiest week.');
    submit(page, '[data-object]');
    await page.until(() => find(page, `[data-work="${work.id}"] [part="problem"]`));
    page.press('Try again');
    await page.until(() => textOf(part(page, 'objection')).includes('You asked to have it moved'));
    await expect(page.element).to.be.accessible();
    const { items } = await ask<TicketList>(page, '/tickets?search=please');
    expect(items.length).to.equal(1);
    await page.operator.lever(`maintenance/${work.id}/answer`, { start: '2026-12-10T10:00:00.000Z', reason: 'Thursday it is.' });
    await page.until(() => textOf(part(page, 'objection')).includes('Moved, as you asked'));
    expect(textOf(part(page, 'objection'))).to.contain('Thursday it is.');
    await page.until(() => part(page, 'conflict') === null);
    await expect(page.element).to.be.accessible();
  });

  it('shows a refusal with its reason', async () => {
    const page = await openWork();
    await page.until(() => find(page, '[data-object]'));
    const work = await firstWork(page);
    type(page, `#words-${work.id}`, 'Not then.');
    submit(page, '[data-object]');
    await page.until(() => part(page, 'objection'));
    await page.operator.lever(`maintenance/${work.id}/answer`, { reason: 'The crane is hired.' });
    await page.until(() => textOf(part(page, 'objection')).includes('It stays when it is'));
    expect(textOf(part(page, 'objection'))).to.contain('The crane is hired.');
    await expect(page.element).to.be.accessible();
  });

  it('wants a reason, and keeps what was typed over a reload', async () => {
    const page = await openWork();
    await page.until(() => find(page, '[data-object]'));
    const { id } = await firstWork(page);
    find(page, 'details:has([data-object])')?.setAttribute('open', '');
    submit(page, '[data-object]');
    await page.until(() => find(page, `#missing-${id}`));
    expect(page.element.shadowRoot?.activeElement?.id).to.equal(`words-${id}`);
    await expect(page.element).to.be.accessible();
    type(page, `#words-${id}`, 'Because of the fair.');
    const again = await openWork();
    await again.until(() => find(again, `#words-${id}`)?.value === 'Because of the fair.');
  });

  it('says whose turn it is when a colleague has asked before', async () => {
    const page = await openWork({ faults: on('/objection', (_request, _next) => Promise.resolve(Response.json({ status: 409, code: 'work-objected', title: 'Asked.' }, { status: 409, headers: { 'content-type': 'application/problem+json' } }))) });
    await page.until(() => find(page, '[data-object]'));
    const { id } = await firstWork(page);
    type(page, `#words-${id}`, 'Not then.');
    submit(page, '[data-object]');
    await page.until(() => page.problem() === 'A colleague has asked for that already.');
  });

  it('states days without work, says what is wrong with them, and takes them back', async () => {
    const page = await openWork();
    await page.until(() => find(page, '[data-freeze-form]'));
    submit(page, '[data-freeze-form]');
    await page.until(() => find(page, '#freeze-problem'));
    expect(page.element.shadowRoot?.activeElement?.id).to.equal('freeze-from');
    await expect(page.element).to.be.accessible();
    await stateFreeze(page, '2026-12-14', '2026-12-27');
    expect(textOf(find(page, '[data-freeze]'))).to.contain('Nordlicht Logistics');
    expect((await ask<FreezeList>(page, `${WORK}/freezes`)).items.length).to.equal(1);
    const remove = find(page, '[data-freeze] button');
    remove?.focus();
    remove?.click();
    await page.until(() => find(page, '[data-freeze]') === null);
    await page.until(() => textOf(page.element.shadowRoot?.activeElement ?? null) === 'Days without work');
    await expect(page.element).to.be.accessible();
  });

  it('makes a calendar address, makes it anew, withdraws it; the old one is another', async () => {
    const page = await openWork();
    find(page, '[data-make]')?.click();
    await page.until(() => part(page, 'link'));
    const first = textOf(part(page, 'link'));
    expect(first).to.match(/\/calendar\/[\w.-]+\.ics$/);
    await expect(page.element).to.be.accessible();
    page.press('Make a new one (the old one ends)');
    await page.until(() => part(page, 'link') && textOf(part(page, 'link')) !== first);
    find(page, '[data-withdraw]')?.click();
    await page.until(() => find(page, '[data-make]'));
    await page.until(() => textOf(part(page, 'feed')).includes('Withdrawn'));
    await expect(page.element).to.be.accessible();
  });

  it('marks the address where the clipboard is closed', async () => {
    const page = await openWork();
    find(page, '[data-make]')?.click();
    await page.until(() => part(page, 'link'));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new DOMException('No leave.', 'NotAllowedError')) } });
    page.press('Copy the address');
    await page.until(() => (getSelection()?.rangeCount ?? 0) > 0 && getSelection()?.type !== 'None');
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(page.problem()).to.equal('');
  });

  it('has no days without work for a household, and no wishes', async () => {
    const page = await openWork({}, busyConsumer());
    await page.until(() => find(page, '[data-make]'));
    await page.until(() => part(page, 'freezes') === null);
    expect(find(page, '[data-object]')).to.equal(null);
    await expect(page.element).to.be.accessible();
  });

  for (const [what, fault, message] of [['offline', down(), 'No connection'], ['forbidden', refuse(403), 'You may not see this']] as const)
    it(`says what to do when it is ${what}, part by part`, async () => {
      const page = await openWork({ faults: on('/planned-work', fault) });
      await page.until(() => page.problem() === message);
      await expect(page.element).to.be.accessible();
    });

  for (const { language, scheme } of [{ language: 'de', scheme: 'dark' }, { language: 'ar', scheme: 'light' }])
    it(`fits on 320 px in ${language}, ${scheme}`, async () => {
      const page = await openWork({ locale: language });
      page.element.style.inlineSize = '272px';
      page.element.style.colorScheme = scheme;
      await stateFreeze(page, '2026-11-21', '2026-12-05');
      find(page, '[data-make]')?.click();
      await page.until(() => part(page, 'link') && part(page, 'conflict'));
      for (const details of page.element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
      await page.element.updateComplete;
      expect(page.element.scrollWidth).to.be.at.most(272);
      await expect(page.element).to.be.accessible();
    });
});
