import assert from 'node:assert/strict';
import type { Bill, ServiceLevelDetail } from '@faceplate/contracts';
import { cents } from '../pages/bill.page.ts';
import { DeskPage } from '../pages/desk.page.ts';
import { told } from '../pages/told.ts';
import { textOf } from '../pages/watch.ts';
import { DOWN_HOURS, DURING, type NoInternet, SHOWN_MS, WORK_HOURS } from './no-internet.ts';

/** What the month came to, and what is given back for it. */
export class Collecting {
  readonly #story: NoInternet;

  constructor(story: NoInternet) {
    this.#story = story;
  }

  get #path(): string {
    return `/service-levels/${this.#story.hit.id}/${DURING.toISOString().slice(0, 7)}`;
  }

  get #view() {
    return this.#story.page.locator('fp-sla-dashboard');
  }

  /** 5. The month is over: the product stands on another day, its operator has judged and billed, and she signs in again. */
  async monthIsOver(): Promise<void> {
    const { stage, machine, hit } = this.#story;
    assert.ok(stage.product.pid);
    process.kill(stage.product.pid, 'SIGUSR2');
    await machine.pull('clock', { advanceSeconds: 3700 });
    await machine.pull('bill-cycles', { account: hit.accountId ?? '' });
    const { page } = await stage.signedIn('ada');
    this.#story.desk = new DeskPage(page, stage.product.url);
  }

  async outageCounts(): Promise<ServiceLevelDetail> {
    await this.#story.page.goto(this.#story.stage.product.url + this.#path);
    const detail = await told<ServiceLevelDetail>(this.#story.page, this.#path);
    const outage = detail.intervals.find(({ kind, reason }) => kind === 'outage' && reason?.includes('digger'));
    assert.ok(outage);
    const length = (Date.parse(outage.to) - Date.parse(outage.from)) / 1000;
    assert.ok(length >= DOWN_HOURS * 3600, `${length} s`);
    const within = outage.parts?.find(({ kind }) => kind === 'in-maintenance')?.seconds;
    assert.equal(within, WORK_HOURS * 3600, 'the part that was announced is left out');
    assert.equal(outage.downSeconds, length - WORK_HOURS * 3600);
    assert.equal(detail.cell.state, 'missed');
    await this.#view.getByText('A digger cut the cable').filter({ visible: true }).first().waitFor();
    await this.#view.getByText('New software for the routers in your exchange').filter({ visible: true }).first().waitFor();
    return detail;
  }

  /** By the formula, and without being asked for; no bill has it yet. */
  async creditIsGranted({ credit }: ServiceLevelDetail): Promise<void> {
    assert.ok(credit?.working && credit.granted, `credit ${JSON.stringify(credit)}`);
    const { fee, step, cap } = credit.working;
    const given = Math.min(Math.round((fee.amount * step.percent) / 100), cap?.amount ?? Infinity);
    assert.equal(credit.granted.amount, given, 'by the formula');
    assert.equal(cents(await textOf(this.#view.locator('[part="credit"] strong'))), given);
    assert.equal(credit.billId, undefined);
    await this.#view.getByText('It is on your next bill').waitFor();
  }

  /** The next bill has it, and the page leads there. */
  async isOnTheBill(): Promise<void> {
    const { page, stage } = this.#story;
    await page.goto(stage.product.url + this.#path);
    const { credit } = await told<ServiceLevelDetail>(page, this.#path);
    const { billId, chargeId, granted } = credit ?? {};
    assert.ok(billId && chargeId && granted, `no bill has it: ${JSON.stringify(credit)}`);
    const bill = await told<Bill>(page, `/bills/${billId}`);
    const line = bill.charges.find(({ id }) => id === chargeId);
    assert.deepEqual([line?.reason?.kind, line?.gross?.amount], ['service-level', -granted.amount]);
    await this.#view.locator('[part="credit"] button').first().click();
    await page.waitForURL((url) => url.pathname.startsWith(`/bills/${billId}`));
    await page.locator(`fp-bill-viewer [data-charge="${chargeId}"]`).waitFor({ timeout: SHOWN_MS });
  }
}
