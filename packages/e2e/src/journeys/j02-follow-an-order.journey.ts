import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { asking, breakLine } from '../pages/broken-line.ts';
import { closedMeanwhile, throughEveryBreak } from '../pages/faults.ts';
import { PortalPage } from '../pages/portal.page.ts';
import { asked, paper, told } from '../pages/told.ts';
import { TrackerPage } from '../pages/tracker.page.ts';
import { markPage, textOf, until } from '../pages/watch.ts';
import { Machine } from '../product/machine.ts';
import type { Journey } from './journey.ts';

const SHOWN_MS = 5000;

interface TmfItem {
  readonly id: string;
  readonly state: string;
  readonly requestedCompletionDate?: string;
  readonly expectedCompletionDate?: string;
  readonly attachment?: readonly unknown[];
  readonly activation?: { readonly kind: string; readonly state: string };
  readonly informationRequired?: unknown;
  readonly note?: readonly { readonly text?: string }[];
  readonly appointment?: { readonly id: string };
}

interface TmfOrder {
  readonly id: string;
  readonly externalId: string;
  readonly productOrderItem: readonly TmfItem[];
}

interface TmfVisit {
  readonly id: string;
  readonly status: string;
  readonly validFor?: unknown;
  readonly visitHistory?: readonly unknown[];
}

const ORDERS = 'productOrderingManagement/v4/productOrder';
const VISITS = 'appointment/v4/appointment';
const MOVE = asking('POST', /\/visit$/);
const OVER = ['completed', 'cancelled', 'failed', 'rejected', 'partial'];

/** Ada's orders, as the BSS has them. */
export class Orders {
  readonly #machine: Machine;
  readonly #customer: string;

  constructor(machine: Machine, customer: string) {
    this.#machine = machine;
    this.#customer = customer;
  }

  all(): Promise<TmfOrder[]> {
    return this.#machine.read<TmfOrder[]>(`${ORDERS}?relatedParty.id=${this.#customer}&limit=100`);
  }

  async with(what: string, isMeant: (items: readonly TmfItem[]) => boolean): Promise<TmfOrder> {
    const found = (await this.all()).find(({ productOrderItem }) => isMeant(productOrderItem));
    assert.ok(found, `the customer has no order ${what}`);
    return found;
  }

  async item({ id }: TmfOrder, index: number): Promise<TmfItem> {
    const item = (await this.#machine.read<TmfOrder>(`${ORDERS}/${id}`)).productOrderItem[index];
    assert.ok(item);
    return item;
  }
}

const dayOf = (instant: string) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/Berlin' }).format(new Date(instant));

/** The facts of a line, in the order the tracker tells them: promised, expected, who acts next. */
const factsOf = (line: Locator) => line.locator('dl.facts dd').allInnerTexts();

async function tellsEverything(line: Locator, item: TmfItem): Promise<void> {
  await textOf(line.locator('.row fp-tag').last());
  const [promised = '', expected = '', next = ''] = await factsOf(line);
  assert.ok(item.requestedCompletionDate && item.expectedCompletionDate);
  assert.ok(promised.includes(dayOf(item.requestedCompletionDate)), `promised “${promised}”, but ${item.requestedCompletionDate}`);
  assert.ok(expected.includes(dayOf(item.expectedCompletionDate)), `expected “${expected}”, but ${item.expectedCompletionDate}`);
  assert.notEqual(next.trim(), '');
}

const fieldOf = (calendar: string, name: string) => new RegExp(`^${name}[;:](.*)$`, 'm').exec(calendar)?.[1]?.trim() ?? '';

/** features.md J02: what breaks is the line between browser and gateway, where something is asked for. */
export const journey: Journey = {
  id: 'J02',
  title: 'Follow, change and rescue an order',
  // A step of the simulator takes an hour: what moves is moved by the journey.
  config: { bss: { levers: true }, features: { simulator: { enabled: true, stepSeconds: 3600 } } },
  walk: async (stage) => {
    if (!stage.product.tmfToken) {
      stage.skip('J02', 'TMF_TOKEN is needed to move an order at FACEPLATE_URL');
      return;
    }
    const machine = new Machine(stage.product);
    const portal = await stage.signedIn('ada');
    const tracker = new TrackerPage(portal);
    const { page } = portal;
    const orders = new Orders(machine, await portal.personId());
    const order = await orders.with('with two open lines', (items) => items.length > 1 && items.every(({ state }) => !OVER.includes(state)));
    const [visited, moving] = [order.productOrderItem.findIndex(({ state }) => state === 'pending'), order.productOrderItem.findIndex(({ state }) => state === 'inProgress')];
    const path = `/orders/${order.id}`;
    const calendar = () => paper(page, `${path}/visit.ics`);

    await stage.step('1. each line has its stage, promised and expected date, and who acts next', async () => {
      await portal.open('/orders');
      await portal.settled('order-tracker');
      await tracker.portlet.getByRole('button', { name: order.externalId }).click();
      await tracker.line(order.productOrderItem.length - 1).locator('article').waitFor();
      for (const [index, item] of order.productOrderItem.entries()) await tellsEverything(tracker.line(index), item);
    });
    await stage.step('2. a line that becomes partly done shows it within 5 s without reload; the other stays', async () => {
      const sameLoad = await markPage(page);
      const [before, other] = [await tracker.words(moving), await tracker.words(visited)];
      // The orders cannot be read when it moves, and then they can.
      const line = await breakLine(page, 'the service is down', asking('GET', /\/orders\/[^/]+$/));
      const items = order.productOrderItem.map((item, index) => (index === moving ? { ...item, state: 'partial' } : item));
      await machine.change(`${ORDERS}/${order.id}`, { productOrderItem: items });
      await until('the line has not moved', SHOWN_MS, async () => (await tracker.words(moving)) !== before);
      assert.match(await tracker.words(moving), /Partly done/);
      assert.equal(await tracker.words(visited), other);
      assert.equal(line.count(), 1);
      await line.mend();
      assert.ok(await sameLoad());
    });
    const isTold = async () => (await tracker.portlet.locator('[part="problem"]').count()) > 0;
    const when = () => textOf(tracker.visit.locator('#visit-when'));
    const visitsOf = async () => (await machine.read<TmfVisit[]>(`${VISITS}?relatedEntity.id=${order.id}`)).filter(({ status }) => status !== 'cancelled');

    await stage.step('3. a visit is chosen and moved, whatever breaks: one appointment, its old time kept, the calendar’s entry moves', async () => {
      await tracker.chooseTime(2);
      const isBooked = async () => (await tracker.visit.locator('#visit-when').count()) > 0;
      await throughEveryBreak(page, { isMeant: MOVE, press: () => tracker.button(/^Book /).click(), isTold, isDone: isBooked });
      await tracker.visit.locator('#visit-when').waitFor();
      const [booked, entry] = [await when(), await calendar()];
      const { appointment } = await orders.item(order, visited);
      assert.match(await textOf(tracker.visit), /You can move it until \w{3},? \d+ \w+.*\d:\d\d/, 'the cut-off is not stated');
      await tracker.button('Move the visit').click();
      await tracker.chooseTime(4);
      const isMoved = async () => (await when()) !== booked;
      await throughEveryBreak(page, { isMeant: MOVE, press: () => tracker.button(/^Move to /).click(), isTold, isDone: isMoved });
      // Moved once more in a tab that is closed before the answer comes; this tab shows it without reload.
      const second = new TrackerPage(new PortalPage(await page.context().newPage(), stage.product.url));
      await second.openOrder(order.id, order.productOrderItem.length);
      const between = await when();
      await second.button('Move the visit').click();
      await second.chooseTime(5);
      await (await closedMeanwhile(second.portal.page, MOVE, () => second.button(/^Move to /).dblclick())).close();
      await until('the other tab’s move is not shown', SHOWN_MS, async () => (await when()) !== between);
      await tracker.visit.getByText('When it was to be before').click();
      const history = await textOf(tracker.visit.locator('ol'));
      assert.ok(history.includes(booked) && history.includes(between), history);
      assert.deepEqual((await visitsOf()).map(({ id, visitHistory = [] }) => [id, visitHistory.length]), [[appointment?.id, 2]]);
      const moved = await calendar();
      assert.equal(fieldOf(moved, 'UID'), fieldOf(entry, 'UID'));
      assert.notEqual(fieldOf(moved, 'DTSTART'), fieldOf(entry, 'DTSTART'));
    });
    await stage.step('3. after the cut-off the visit stays: the page says why and where to turn, and nobody else’s page or call moves it', async () => {
      const [before] = await visitsOf();
      assert.ok(before);
      const shown = await when();
      // The rounds of that day are planned a little earlier than usual: now.
      await machine.pull(`appointments/${before.id}/plan`, {});
      await tracker.openOrder(order.id, order.productOrderItem.length);
      await tracker.visit.getByText('It can no longer be moved: the technician’s day is planned.').waitFor();
      assert.equal(await tracker.button('Move the visit').count(), 0);
      const [free] = (await told<{ items: { id: string; from: string; to: string }[] }>(page, `${path}/visit/slots`)).items;
      assert.deepEqual(await asked(page, `${path}/visit`, { slotId: free?.id, from: free?.from, to: free?.to }), { status: 409, code: 'visit-too-late' });
      assert.equal(await when(), shown);
      assert.deepEqual((await visitsOf()).map(({ id, validFor, visitHistory }) => ({ id, validFor, visitHistory })), [{ id: before.id, validFor: before.validFor, visitHistory: before.visitHistory }]);
      await tracker.button('Ask us about the visit').click();
      await page.waitForURL(/\/support\/new\?about=/);
      await tracker.openOrder(order.id, order.productOrderItem.length);
    });
    await stage.step('4. a line that misses a document says so, takes it once, and goes on', async () => {
      const blocked = await orders.with('with one line under way', (items) => items.length === 1 && items[0]?.state === 'inProgress');
      await tracker.openOrder(blocked.id);
      const sameLoad = await markPage(page);
      await machine.pull(`product-orders/${blocked.id}/items/${blocked.productOrderItem[0]?.id}/block`, { needed: 'document', reason: 'Please send us a copy of your identity card.' });
      await tracker.portlet.getByText('Please send us a copy of your identity card.').first().waitFor({ timeout: SHOWN_MS });
      assert.ok(await sameLoad());
      await tracker.portlet.locator('input[type="file"]').setInputFiles({ name: 'card.txt', mimeType: 'text/plain', buffer: Buffer.from('Ada Lindqvist, born in 1980') });
      const goesOn = async () => (await tracker.portlet.getByText('This line goes on').count()) > 0;
      await throughEveryBreak(page, { isMeant: asking('POST', /\/answers$/), press: () => tracker.button('Send document').click(), isTold, isDone: goesOn });
      await tracker.portlet.getByText('This line goes on').first().waitFor();
      const item = await orders.item(blocked, 0);
      assert.deepEqual([item.state, item.attachment?.length], ['inProgress', 1]);
    });
    await stage.step('5. a date slips past what was promised: a letter says why, the tracker asks what to do', async () => {
      const late = await orders.with('that is no further than checked', (items) => items.length === 1 && items[0]?.state === 'acknowledged');
      await tracker.openOrder(late.id);
      const sameLoad = await markPage(page);
      const reason = 'The warehouse is flooded.';
      await machine.pull(`product-orders/${late.id}/items/${late.productOrderItem[0]?.id}/slip`, { days: 20, reason });
      await tracker.portlet.getByText('This comes later than promised').first().waitFor({ timeout: SHOWN_MS });
      assert.ok(await sameLoad());
      await tracker.portlet.getByText(reason).first().waitFor();
      const letters = await machine.read<{ content: string; subject: string }[]>('communicationManagement/v4/communicationMessage?sort=-sendTime&limit=50');
      assert.ok(letters.some(({ content, subject }) => content.includes(reason) || subject.includes(late.externalId)), 'no letter tells of it');
      for (const name of ['I will wait', 'Ask what sooner would cost', /^Cancel this line: /]) await tracker.button(name).waitFor();
      const isKnown = async () => (await tracker.button('I will wait').count()) === 0;
      await throughEveryBreak(page, { isMeant: asking('POST', /\/delay$/), press: () => tracker.button('I will wait').click(), isTold, isDone: isKnown });
      const { note = [] } = await orders.item(late, 0);
      assert.equal(note.filter(({ text }) => text === 'I will wait for it.').length, 1, 'it was said more than once');
      await until('it is asked again', SHOWN_MS, async () => (await tracker.button('I will wait').count()) === 0);
    });
    await stage.step('6. an eSIM is switched on: what fails says why, can be tried again or taken to the help, and works without reload', async () => {
      const fresh = await orders.with('with an eSIM', (items) => items.some(({ activation }) => activation?.kind === 'esim' && activation.state === 'ready'));
      await tracker.openOrder(fresh.id);
      const sameLoad = await markPage(page);
      const reason = 'The telephone network did not answer.';
      await machine.pull(`product-orders/${fresh.id}/items/${fresh.productOrderItem[0]?.id}/fail-activation`, { reason });
      // An activation takes one step of the simulator.
      const pass = () => machine.pull('clock', { advanceSeconds: 3700 });
      await tracker.button('Switch it on').click();
      await tracker.portlet.getByText('It is being switched on').first().waitFor();
      await pass();
      await tracker.portlet.getByText(reason).first().waitFor();
      await tracker.button('Get help with it').waitFor();
      const isRunning = async () => (await tracker.portlet.getByText('It is being switched on').count()) > 0;
      await throughEveryBreak(page, { isMeant: asking('POST', /\/activate$/), press: () => tracker.button(/^(Try again|Switch it on)$/).dblclick(), isTold, isDone: isRunning });
      await tracker.portlet.getByText('It is being switched on').first().waitFor();
      await pass();
      await tracker.portlet.getByText('It works').first().waitFor();
      assert.ok(await sameLoad());
      assert.equal((await orders.item(fresh, 0)).state, 'completed');
    });
  },
};
