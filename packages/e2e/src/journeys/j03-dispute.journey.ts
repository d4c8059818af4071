import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Bill, BillChange, BillList, DisputeList, UsageEventList } from '@faceplate/contracts';
import type { Download, Page } from 'playwright-core';
import { BillPage, cents } from '../pages/bill.page.ts';
import { asking, breakLine } from '../pages/broken-line.ts';
import type { PortalPage } from '../pages/portal.page.ts';
import { paper, told } from '../pages/told.ts';
import { textOf, until } from '../pages/watch.ts';
import { Machine, type TmfResource } from '../product/machine.ts';
import { takeEInvoice } from './e-invoice.ts';
import type { Journey } from './journey.ts';
import { payRest } from './pay-rest.ts';
import type { Stage } from './stage.ts';

const SHOWN_MS = 15_000;
const DISPUTED = 1200;
const GRANTED = 800;
const LINE = /Roaming outside the EU/;

const textIn = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');
const sumOf = (amounts: readonly { amount: number }[]): number => amounts.reduce((sofar, { amount }) => sofar + amount, 0);
const decimals = (amount: number): string => (amount / 100).toFixed(2);

/** The bill the story is about: the newest with the line in it. */
async function billOf(page: Page): Promise<Bill> {
  const { items } = await told<BillList>(page, '/bills');
  for (const { id } of items.slice(0, 4)) {
    const bill = await told<Bill>(page, `/bills/${id}`);
    if (bill.charges.some(({ name }) => LINE.test(name))) return bill;
  }
  throw new Error('no bill of late has the line');
}

/** Six figures of each account, and their sum. */
async function figuresAddUp(page: Page): Promise<void> {
  const sheet = await told<{ totals: Record<string, { amount: number } | string>[] }>(page, '/balance');
  for (const { currency: _, position, ...figures } of sheet.totals) {
    assert.equal(sumOf(Object.values(figures) as { amount: number }[]), (position as { amount: number }).amount);
  }
  const rows = page.locator('fp-balance-sum').first().locator('tr[data-figure]');
  await rows.first().waitFor();
  const shown = new Map<string, number>();
  for (const row of await rows.all()) shown.set((await row.getAttribute('data-figure')) ?? '', cents(await textOf(row)));
  const whole = shown.get('position');
  shown.delete('position');
  assert.equal([...shown.values()].reduce((sofar, amount) => sofar + amount, 0), whole);
}

class Story {
  readonly stage: Stage;
  readonly portal: PortalPage;
  readonly machine: Machine;
  bill!: Bill;
  page: Page;

  constructor(stage: Stage, portal: PortalPage) {
    this.stage = stage;
    this.portal = portal;
    this.page = portal.page;
    this.machine = new Machine(stage.product);
  }

  get view(): BillPage {
    return new BillPage(this.page);
  }

  get path(): string {
    return `/bills/${this.bill.id}`;
  }

  async disputes() {
    return (await told<DisputeList>(this.page, `/disputes?bill=${this.bill.id}`)).items;
  }

  async open(): Promise<void> {
    await this.page.goto(this.stage.product.url + this.path);
    await this.view.line(LINE).waitFor();
  }

  /** 1. The first answer is lost: the page asks again by itself. */
  async newestBill(): Promise<void> {
    await this.page.goto(`${this.stage.product.url}/bills`);
    await figuresAddUp(this.page);
    this.bill = await billOf(this.page);
    const line = await breakLine(this.page, 'after it was done', asking('GET', new RegExp(`/bills/${this.bill.id}$`)));
    await this.open();
    assert.equal(line.count(), 1);
    assert.equal(await this.view.sum('Total'), this.bill.total.amount);
    const twin = await paper(this.page, `${this.path}/page.html`);
    assert.ok(twin.includes(decimals(this.bill.total.amount)), 'the twin has the same total');
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.view.button('Download PDF').click()]);
    assert.match(await textIn(download), /^%PDF-/);
  }

  /** 2. */
  async whyItChanged(): Promise<void> {
    const { causes, difference } = await told<BillChange>(this.page, `${this.path}/change`);
    assert.equal(sumOf(causes.map(({ amount }) => amount)), difference.amount);
    const { view } = this;
    await view.askWhy();
    const drawn = await view.steps();
    assert.equal(drawn.pop(), difference.amount);
    assert.equal(drawn.reduce((sofar, amount) => sofar + amount, 0), difference.amount);
    assert.equal(await view.waysOfSteps().count(), causes.length, 'a cause leads nowhere');
    await this.opensItsEvent(causes);
  }

  /** Days abroad lead to their line, open and with the focus on it; what stood on no line of this bill leads to the page it has. */
  async opensItsEvent(causes: BillChange['causes']): Promise<void> {
    const abroad = causes.find(({ kind }) => kind === 'roaming-premium');
    const [charge = ''] = abroad?.chargeIds ?? [];
    await this.view.step(LINE).getByRole('button', { name: 'See the line' }).click();
    await this.page.waitForURL((url) => url.pathname === `${this.path}/${charge}`);
    await this.view.portlet.locator(`button.opener[data-charge="${charge}"][aria-expanded="true"]:focus`).filter({ hasText: LINE }).waitFor();
  }

  /** 3. Billing is down for a while: the page says so, and trying again works. */
  async singleUses(): Promise<void> {
    const charge = this.bill.charges.find(({ name }) => LINE.test(name));
    assert.ok(charge);
    const line = await breakLine(this.page, 'the service is down', asking('GET', /\/events$/), 3);
    await this.view.openLine(LINE);
    await this.view.button('Every single use').click();
    await this.view.portlet.getByRole('button', { name: 'Try again' }).click();
    const rows = this.view.portlet.locator('fp-usage-events tbody tr');
    await rows.first().waitFor();
    assert.equal(line.count(), 3);
    const { items } = await told<UsageEventList>(this.page, `${this.path}/charges/${charge.id}/events`);
    assert.equal(await rows.count(), items.length);
    assert.equal(sumOf(items.map(({ amount }) => amount)), charge.gross?.amount);
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.view.button('Download these uses').click()]);
    const lines = (await textIn(download)).trim().split('\r\n');
    assert.equal(lines.length - 1, items.length, 'the file has exactly those uses');
  }

  async typeAndLeave(): Promise<void> {
    await this.view.button(/Dispute this charge/).click();
    await this.view.fill('12.00', 'I was at home on two of those days.');
    await this.view.form.locator('#files').setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('My employer says that I was at work.') });
    await this.view.form.getByText('letter.txt').first().waitFor();
    assert.equal(cents(await textOf(this.view.form.locator('output'))), this.bill.remaining.amount - DISPUTED);
    await this.page.goto(`${this.stage.product.url}/`);
    await this.open();
    await this.keptDraft();
  }

  async keptDraft(): Promise<void> {
    await this.view.openLine(LINE);
    await this.view.form.getByText('letter.txt').first().waitFor();
    assert.equal(await this.view.form.locator('#amount').inputValue(), '12.00');
  }

  /** 4. Cut before sending, cut after it was done, and the tab closed: one dispute, one file, nothing typed twice. */
  async disputeIt(): Promise<void> {
    await this.typeAndLeave();
    const send = () => this.view.form.getByRole('button', { name: /^Dispute €12\.00/ }).click();
    const refused = () => this.view.portlet.locator('[part="problem"]').waitFor();
    const never = await breakLine(this.page, 'before it is sent', asking('POST', /\/disputes$/));
    await send();
    await refused();
    assert.deepEqual([never.count(), (await this.disputes()).length], [1, 0]);
    await never.mend();

    await breakLine(this.page, 'after it was done', asking('POST', /\/disputes$/));
    await send();
    await until('the dispute has not arrived', SHOWN_MS, async () => (await this.disputes()).length === 1);
    await this.anotherTab();
    await this.open();
    await this.view.openLine(LINE);
    await this.view.dispute.getByText('Disputed: €12.00').waitFor();
    await this.sendFileLeft();
    assert.equal(await this.view.sum('Disputed, not to be paid now'), -DISPUTED);
    assert.equal(await this.view.sum('To pay'), this.bill.remaining.amount - DISPUTED);
    const found = await this.disputes();
    assert.deepEqual(found.map(({ amount }) => amount.amount), [DISPUTED]);
  }

  /** The tab was closed on a dispute whose file had not gone yet: it is offered, and goes once. */
  async sendFileLeft(): Promise<void> {
    await this.view.button('Send the files again').click();
    await this.view.dispute.getByText('letter.txt').waitFor();
  }

  async anotherTab(): Promise<void> {
    const context = this.page.context();
    await this.page.close();
    this.page = await context.newPage();
  }

  /** 5. */
  async payTheRest(): Promise<void> {
    await payRest(this.page, this.view);
    await this.open();
    await until('the bill is not paid but for what is disputed', SHOWN_MS, async () => (await told<Bill>(this.page, this.path)).remaining.amount === DISPUTED);
    const { remaining, disputed } = await told<Bill>(this.page, this.path);
    assert.deepEqual([remaining.amount, disputed?.amount], [DISPUTED, DISPUTED], 'nothing is left that an automatic payment could take');
  }

  /** 6. The operator's own system decides; the page hears of it. */
  async granted(): Promise<void> {
    const [found] = await this.disputes();
    const path = `troubleTicket/v4/troubleTicket/${found?.id}`;
    await this.view.openLine(LINE);
    const ticket = await this.machine.read<TmfResource & { status: string; troubleTicketCharacteristic: object[] }>(path);
    if (ticket.status === 'acknowledged') await this.machine.change(path, { status: 'inProgress' });
    const said = [{ name: 'outcome', value: 'partlyGranted' }, { name: 'grantedAmount', value: { unit: 'EUR', value: GRANTED / 100 } }];
    await this.machine.change(path, { status: 'resolved', statusChangeReason: 'Two of the six days were ours.', troubleTicketCharacteristic: [...ticket.troubleTicketCharacteristic, ...said] });
    await this.view.dispute.getByText(/We give you back €8\.00\. The other €4\.00 are due again since/).waitFor({ timeout: SHOWN_MS });
    await this.view.dispute.getByRole('button', { name: 'Object to this decision' }).waitFor();
    await until('4.00 are not due again', SHOWN_MS, async () => (await this.view.sum('To pay')) === DISPUTED - GRANTED);
    const credit = await this.view.dispute.locator('[data-credit]').getAttribute('data-credit');
    const { applied = [] } = await told<Bill>(this.page, this.path);
    assert.ok(applied.some(({ id: applied, kind, amount }) => applied === credit && kind === 'credit' && amount.amount === GRANTED));
    const rate = await this.machine.read(`customerBillManagement/v4/appliedCustomerBillingRate/${credit}`);
    const charge = this.bill.charges.find(({ name }) => LINE.test(name));
    assert.ok(JSON.stringify(rate).includes(charge?.id ?? '?'), 'the credit names the line');
  }
}

/** features.md J03. */
export const journey: Journey = {
  id: 'J03',
  title: 'Why is it higher, dispute, pay the rest',
  simulator: false,
  walk: async (stage) => {
    if (!stage.product.tmfToken) {
      stage.skip('J03', 'TMF_TOKEN is needed to decide a dispute at FACEPLATE_URL');
      return;
    }
    const story = new Story(stage, await stage.signedIn('ada'));
    await stage.step('1. six figures add up; page, PDF and HTML twin have one total, though an answer is lost', () => story.newestBill());
    await stage.step('2. causes sum exactly to the difference', () => story.whyItChanged());
    await stage.step('3. a line down to its uses, and a file of exactly those, though billing is down for a while', () => story.singleUses());
    await stage.step('4. 12.00 of a line disputed once with a file, though cut before, cut after, and the tab closed', () => story.disputeIt());
    await stage.step('5. the rest is paid; the 12.00 are left alone', () => story.payTheRest());
    await stage.step('6. 8.00 granted: a credit for the line, 4.00 due again with date and reason, an appeal', () => story.granted());
    await stage.step('7. the e-invoice keeps the rules of EN 16931 and Peppol, has the total of the paper and the lines of the table', () => takeEInvoice(story.page, story.view, story.bill));
  },
};
