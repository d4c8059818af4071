import assert from 'node:assert/strict';
import type { Product, ProductList, Ticket, TicketList } from '@faceplate/contracts';
import { asking } from '../pages/broken-line.ts';
import type { DeskPage } from '../pages/desk.page.ts';
import { throughEveryBreak } from '../pages/faults.ts';
import { told } from '../pages/told.ts';
import { textOf, until } from '../pages/watch.ts';
import { Machine, type TmfResource } from '../product/machine.ts';
import { threeDays } from '../product/other-days.ts';
import type { Stage } from './stage.ts';

export const SHOWN_MS = 15_000;
const HOUR = 3_600_000;
/** In which month it happens, and the days after each of the two that follow. */
export const DAYS = threeDays(new Date());
export const [DURING] = DAYS;
const AREA = 'Berlin, north of the canal';
/** Down for ten hours, two of which were announced. */
export const [DOWN_HOURS, WORK_HOURS] = [10, 2];
const PROBLEMS = 'serviceProblemManagement/v4/serviceProblem';

const ahead = (hours: number): string => new Date(DURING.getTime() + hours * HOUR).toISOString();

/** Two lines of one customer, one of which is down. */
export class NoInternet {
  readonly stage: Stage;
  readonly machine: Machine;
  desk: DeskPage;
  hit!: Product;
  healthy!: Product;
  problem!: TmfResource;
  /** Of the healthy line. */
  ticketId = '';

  constructor(stage: Stage, desk: DeskPage) {
    this.stage = stage;
    this.desk = desk;
    this.machine = new Machine(stage.product);
  }

  get page() {
    return this.desk.page;
  }

  /** An incident and planned work on one of two lines, as the operator's other systems tell of them. */
  async seed(): Promise<void> {
    const { items } = await told<ProductList>(this.page, '/products');
    const active = (kind: string) => items.find(({ lineOfBusiness, status }) => lineOfBusiness === kind && status === 'active');
    const [hit, healthy] = [active('fixed'), active('mobile')];
    assert.ok(hit && healthy, 'two lines are needed');
    Object.assign(this, { hit, healthy });
    const lines = { priority: 1, originatorParty: { id: 'meridian', name: 'Meridian Telecom' }, relatedEntity: [{ id: hit.id, name: hit.name, role: 'affected', '@referredType': 'Product' }] };
    const at = (name: string, hours: number) => ({ name, valueType: 'dateTime', value: ahead(hours) });
    const made = await this.machine.make(PROBLEMS, {
      ...lines, name: 'Outage in your street', category: 'incident', reason: 'Network fault', description: 'A digger cut the cable. Our people are on site.',
      affectedLocation: [{ name: AREA, role: 'affected area' }], characteristic: [at('expectedStart', -DOWN_HOURS), at('nextUpdate', 1)],
    });
    this.problem = await this.machine.change(`${PROBLEMS}/${made.id}`, { status: 'inProgress' });
    await this.machine.make(PROBLEMS, {
      ...lines, name: 'Planned work', category: 'plannedMaintenance', reason: 'Planned work', description: 'New software for the routers in your exchange',
      characteristic: [at('expectedStart', -DOWN_HOURS + 1), at('expectedEnd', -DOWN_HOURS + 1 + WORK_HOURS)],
    });
  }

  async titled(title: string): Promise<Ticket[]> {
    const { items } = await told<TicketList>(this.page, `/tickets?search=${encodeURIComponent(title)}`);
    return Promise.all(items.filter((one) => one.title === title).map(({ id }) => told<Ticket>(this.page, `/tickets/${id}`)));
  }

  /** 1. */
  async hitLine(): Promise<void> {
    await this.seed();
    const { desk } = this;
    await desk.begin(this.hit.id);
    const incident = desk.check('incident');
    assert.equal(await incident.getAttribute('data-state'), 'found');
    const words = await textOf(incident);
    for (const said of ['Outage in your street', AREA, /Since /, /We tell you more by /]) assert.match(words, new RegExp(said));
    const states = await desk.found();
    assert.ok(states.findIndex((one) => one.startsWith('incident')) < states.findIndex((one) => one.startsWith('test')), 'the incident is told first');
    const isJoined = async () => (await desk.portlet.locator('[data-joined]').count()) > 0;
    await throughEveryBreak(this.page, { isMeant: asking('POST', /\/desk\/me-too$/), press: () => desk.portlet.locator('[data-me-too]').click(), isTold: async () => (await desk.problem.count()) > 0, isDone: isJoined });
    const joined = await this.titled('Outage in your street');
    assert.equal(joined.length, 1, 'one tap is one ticket');
    assert.equal(await this.counted('spared', 'incident'), 1, 'what was spared is counted once');
    assert.equal(joined[0]?.product?.id, this.hit.id);
  }

  /** 2. */
  async healthyLine(): Promise<void> {
    const { desk } = this;
    await desk.begin(this.healthy.id);
    assert.equal(await desk.check('incident').getAttribute('data-state'), 'nothing');
    const test = (kind: string) => desk.check('test').locator(`[data-test="${kind}"]`);
    await test('line').click();
    await this.#passTest();
    await desk.check('test').locator('[part="test"] fp-tag').first().waitFor({ timeout: SHOWN_MS });
    const verdict = await textOf(desk.check('test').locator('[part="test"]').first());
    assert.match(verdict, /In order.*Your line is in order/);
    await test('reboot').click();
    await desk.portlet.locator('fp-status-message[heading="This interrupts your line"]').waitFor();
    await desk.portlet.locator('[data-agree]').click();
    await this.#passTest();
    await desk.check('test').getByText('Before that:').waitFor({ timeout: SHOWN_MS });
    assert.equal(await this.counted('spared', 'incident'), 1, 'the healthy line was not deflected');
  }

  /** 2. The best answer did not help: that is kept. */
  async answerJudged(): Promise<void> {
    const { desk } = this;
    await desk.check('answers').locator('button').first().click();
    await desk.portlet.locator('[data-solved="no"]').click();
    await desk.portlet.locator('[data-judged]').waitFor();
    const kept = await this.machine.read<TmfResource[]>('partyInteraction/v4/partyInteraction?limit=500&sort=-creationDate');
    assert.equal(kept.filter(({ description }) => description === 'It did not solve it.').length, 1);
    assert.equal(await this.counted('not-spared', 'answers'), 1);
  }

  /** What the operator reads of the desk. */
  async counted(outcome: string, by: string): Promise<number> {
    const text = await (await fetch(this.stage.product.metricsUrl ?? '')).text();
    return Number(new RegExp(`^faceplate_desk_total\\{outcome="${outcome}",by="${by}"\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  }

  /** A test takes two steps of the operator's simulator. */
  async #passTest(): Promise<void> {
    const isBegun = async () => (await this.machine.read<TmfResource[]>('serviceTestManagement/v4/serviceTest?state=acknowledged&limit=5')).length > 0;
    await until('no test was begun', SHOWN_MS, isBegun);
    await this.machine.pull('clock', { advanceSeconds: 2 * 3700 });
  }

  async #move(id: string, status: string): Promise<void> {
    await this.machine.pull(`tickets/${id}/move`, { status, reason: 'A card was changed.' });
  }

  /** 4. */
  async closes(): Promise<void> {
    const [joined] = await this.titled('Outage in your street');
    assert.ok(joined);
    const { desk } = this;
    await desk.openTicket(joined.id);
    await this.machine.pull(`incidents/${this.problem.id}/end`, { reason: 'The cable is mended' });
    await desk.portlet.locator('[data-act="confirm"]').waitFor({ timeout: SHOWN_MS });
    const letters = await this.machine.read<TmfResource[]>('communicationManagement/v4/communicationMessage?limit=100');
    assert.ok(letters.some(({ subject }) => subject === 'Fixed: Outage in your street'), 'nobody was told that it is fixed');
    const isClosed = async () => (await told<Ticket>(this.page, `/tickets/${joined.id}`)).status === 'closed';
    await throughEveryBreak(this.page, { isMeant: asking('POST', /\/acts$/), press: () => desk.portlet.locator('[data-act="confirm"]').click(), isTold: async () => (await desk.portlet.getByText('This did not work. Try it again.').count()) > 0, isDone: isClosed });
  }

  /** 4. */
  async reopens(): Promise<void> {
    const { desk, ticketId: id } = this;
    await desk.openTicket(id);
    await this.#move(id, 'inProgress');
    await this.#move(id, 'resolved');
    await desk.portlet.locator('[data-act="reopen"]').waitFor({ timeout: SHOWN_MS });
    const until = (await told<Ticket>(this.page, `/tickets/${id}`)).may?.reopen?.until;
    assert.ok(until, 'the window has an end');
    await desk.portlet.locator('[part="window"]').waitFor();
    await desk.portlet.locator('[data-act="reopen"]').click();
    await desk.portlet.locator('#said-reopen').fill('It broke off again at noon.');
    await desk.button('Send').click();
    await desk.portlet.locator('[data-act="reopen"]').waitFor({ state: 'detached', timeout: SHOWN_MS });
    assert.equal((await told<Ticket>(this.page, `/tickets/${id}`)).status, 'in-progress');
    await this.#move(id, 'resolved');
    await desk.portlet.locator('[data-act="confirm"]').click({ timeout: SHOWN_MS });
    await desk.portlet.locator('[data-stars="5"]').click({ timeout: SHOWN_MS });
    await desk.portlet.getByText(/You gave .?5.? of 5/).waitFor();
  }
}
