import assert from 'node:assert/strict';
import type { PortalPage } from '../pages/portal.page.ts';
import { markPage, textOf, until } from '../pages/watch.ts';
import type { Journey } from './journey.ts';

/** "appears without reload" of the issue: as long as J02 allows. */
const APPEARS_MS = 5000;

/** The simulator takes a step every eight seconds or so, and an order may wait its turn. */
const MOVES_MS = 60_000;

/** Puts the first offer that may be ordered in the cart and orders it. Answers with the order's number. */
async function orderSomething(portal: PortalPage): Promise<string> {
  await portal.open('/shop');
  const shop = await portal.settled('guided-selling');
  await shop.getByRole('button', { name: 'See all offers' }).click();
  await shop.getByLabel('Only what I can order').check();
  await shop.getByRole('button', { name: 'Put in cart' }).first().click();
  await shop.getByRole('button', { name: 'Go to the cart' }).click();
  const cart = await portal.settled('checkout');
  await cart.getByRole('button', { name: 'Continue' }).waitFor();
  // Every page of the way has an address; what is optional on it can wait.
  await portal.open('/cart/order');
  const order = cart.getByRole('button', { name: /^Order (for|and pay)/ });
  await order.waitFor();
  const later = cart.getByLabel('With the next bill');
  if ((await later.count()) > 0) await later.check();
  await order.click();
  const thanks = cart.locator('[part="ordered"]').getByRole('heading').first();
  await thanks.waitFor();
  const number = /O-\d+/.exec(await textOf(thanks))?.[0];
  assert.ok(number, 'the shop does not say the number of the order');
  return number;
}

/** From the shop to the tracker, through the BSS and back by the event stream, and over a restart. */
export const journey: Journey = {
  id: 'J00',
  title: 'An order is placed, moves, and is kept',
  walk: async (stage) => {
    const portal = await stage.signedIn('ada');
    // On another device: a tab behind another one is drawn once a second.
    const tracker = await stage.signedIn('ada');
    await tracker.open('/orders');
    await tracker.settled('order-tracker');
    const sameLoad = await markPage(tracker.page);
    let number = '';
    const row = () => tracker.portlet('order-tracker').locator('fp-order-list li').filter({ hasText: number });

    await stage.step('an order placed in the shop appears in the tracker without reload', async () => {
      number = await orderSomething(portal);
      await row().waitFor({ timeout: APPEARS_MS });
      assert.ok(await sameLoad());
    });
    await stage.step('it moves on by itself', async () => {
      const where = () => textOf(row().locator('fp-tag').last());
      const before = await where();
      await until(`${number} is still “${before}”`, MOVES_MS, async () => (await where()) !== before);
      assert.ok(await sameLoad());
    });
    if (!stage.product.restart) {
      stage.skip('it is still there after a restart', 'the product at FACEPLATE_URL is not ours to restart');
      return;
    }
    await stage.step('it is still there after a restart, and the customer still signed in', async () => {
      await stage.product.restart?.();
      await tracker.open('/orders');
      await tracker.settled('order-tracker');
      await row().waitFor();
    });
  },
};
