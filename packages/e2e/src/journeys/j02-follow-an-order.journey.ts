import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { markPage, textOf, until } from '../pages/watch.ts';
import { Machine } from '../product/machine.ts';
import type { Journey } from './journey.ts';

const SHOWN_MS = 5000;

interface TmfItem {
  readonly id: string;
  readonly state: string;
  readonly requestedCompletionDate?: string;
  readonly expectedCompletionDate?: string;
  readonly [attribute: string]: unknown;
}

interface TmfOrder {
  readonly id: string;
  readonly externalId: string;
  readonly productOrderItem: readonly TmfItem[];
}

const ORDERS = 'productOrderingManagement/v4/productOrder';
const OVER = ['completed', 'cancelled', 'failed', 'rejected'];

/** An order of Ada's with two lines under way, so that one can move and the other stay. */
async function orderToFollow(machine: Machine, customer: string): Promise<TmfOrder> {
  const orders = await machine.read<TmfOrder[]>(`${ORDERS}?relatedParty.id=${customer}&limit=100`);
  const open = (item: TmfItem) => !OVER.includes(item.state) && item.state !== 'partial';
  const found = orders.find(({ productOrderItem: items }) => items.length > 1 && items.every(open));
  assert.ok(found, 'the customer has no order with two open lines');
  return found;
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

/** features.md J02, steps 1 and 2; the others come with what they need. */
export const journey: Journey = {
  id: 'J02',
  title: 'Follow an order',
  simulator: false,
  walk: async (stage) => {
    if (!stage.product.tmfToken) {
      stage.skip('J02', 'TMF_TOKEN is needed to move an order at FACEPLATE_URL');
      return;
    }
    const machine = new Machine(stage.product);
    const portal = await stage.signedIn('ada');
    const customer = await portal.personId();
    const order = await orderToFollow(machine, customer);
    const tracker = portal.portlet('order-tracker');
    const line = (index: number) => tracker.locator('fp-order-line article').nth(index);

    await stage.step('1. each line has its stage, promised and expected date, and who acts next', async () => {
      await portal.open('/orders');
      await portal.settled('order-tracker');
      await tracker.getByRole('button', { name: order.externalId }).click();
      await line(order.productOrderItem.length - 1).waitFor();
      for (const [index, item] of order.productOrderItem.entries()) await tellsEverything(line(index), item);
    });
    await stage.step('2. a line that becomes partly done shows it within 5 s without reload; the other stays', async () => {
      const sameLoad = await markPage(portal.page);
      const [before, other] = [await textOf(line(0)), await textOf(line(1))];
      const [first, ...rest] = order.productOrderItem;
      await machine.change(`${ORDERS}/${order.id}`, { productOrderItem: [{ ...first, state: 'partial' }, ...rest] });
      await until('the first line has not moved', SHOWN_MS, async () => (await textOf(line(0))) !== before);
      assert.match(await textOf(line(0)), /Partly done/);
      assert.equal(await textOf(line(1)), other);
      assert.ok(await sameLoad());
    });
  },
};
