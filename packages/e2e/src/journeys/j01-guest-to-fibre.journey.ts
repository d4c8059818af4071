import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { asking, breakLine } from '../pages/broken-line.ts';
import { closedMeanwhile, throughEveryBreak } from '../pages/faults.ts';
import { GuestPage } from '../pages/guest.page.ts';
import { makeAccount } from '../pages/make-account.ts';
import { PortalPage } from '../pages/portal.page.ts';
import { textOf, until } from '../pages/watch.ts';
import { Machine } from '../product/machine.ts';
import { count, more } from '../product/ordered.ts';
import type { Journey } from './journey.ts';

export const VISA = '4111111111111111';
export const BUYER = { givenName: 'Nora', familyName: 'Gast', email: 'nora.gast@example.org' };
const PASSWORD = 'a long and quiet river';
const CATALOGUE = 'productCatalogManagement/v4/productOffering';
const CARTS = 'shoppingCart/v4/shoppingCart';
const PUT = asking('POST', /\/cart\/items$/);
const CHANGE = asking('POST', /\/cart\/items\/[^/]+\/changes$/);
const HOLD = asking('POST', /\/cart\/visit$/);
const ORDER = asking('POST', /\/api\/v1\/orders$/);
const SHOWN_MS = 20_000;

interface Flat {
  readonly name: string;
}

interface House {
  readonly id: string;
  readonly name: string;
  readonly geographicSubAddress?: readonly Flat[];
  readonly networkAccess?: readonly { readonly technology: string; readonly freePorts: number; readonly availableFrom?: string }[];
}

/** A house of several flats, each of which can have fibre. */
export async function houseOfFlats(machine: Machine): Promise<House> {
  const houses = await machine.read<House[]>('geographicAddressManagement/v4/geographicAddress?limit=1000');
  const found = houses.find(({ geographicSubAddress: flats = [], networkAccess: lines = [] }) =>
    flats.length > 1 && flats.every((flat) => !('networkAccess' in flat)) && lines.some(({ technology, freePorts, availableFrom }) => technology === 'fibre' && freePorts > 3 && availableFrom === undefined));
  assert.ok(found, 'no house of flats can have fibre');
  return found;
}

export async function offerId(machine: Machine, name: string): Promise<string> {
  const [found] = await machine.read<{ id: string }[]>(`${CATALOGUE}?name=${encodeURIComponent(name)}&lifecycleStatus=Active`);
  assert.ok(found, `the catalogue has no ${name}`);
  return found.id;
}

/** features.md J01. A technician's visit, numbers and the rest are settled on the pages of the checkout, as the cart asks for them. */
export const journey: Journey = {
  id: 'J01',
  title: 'Guest to ordered fibre',
  simulator: false,
  walk: async (stage) => {
    if (!stage.product.tmfToken) {
      stage.skip('J01', 'TMF_TOKEN is needed to count orders at FACEPLATE_URL');
      return;
    }
    const machine = new Machine(stage.product);
    let guest = new GuestPage(await stage.visitor(), stage.product.url);
    const { shop } = guest;
    const house = await houseOfFlats(machine);
    const ids = { fibre: await offerId(machine, 'Fibre 500'), other: await offerId(machine, 'Home 250'), third: await offerId(machine, 'Fibre 1000'), tv: await offerId(machine, 'TV Start'), sport: await offerId(machine, 'Sport'), mobile: await offerId(machine, 'Mobile S'), data: await offerId(machine, 'Mobile M') };

    await stage.step('1. signed out, four questions lead to at most three offers with what fits and what does not; Back keeps the answers', async () => {
      await guest.open('/shop');
      await shop.locator('input[name="answer"]').first().waitFor();
      for (let question = 1; question <= 4; question += 1) {
        await shop.getByText(`Question ${question} of `).waitFor();
        await shop.locator('input[name="answer"]').first().check();
        if (question === 2) {
          await guest.shopButton('Back').click();
          await shop.getByText('Question 1 of ').waitFor();
          assert.ok(await shop.locator('input[name="answer"]').first().isChecked(), 'the answer is lost on the way back');
          await guest.shopButton('Next question').click();
          assert.ok(await shop.locator('input[name="answer"]').first().isChecked(), 'the answer is lost on the way forth');
        }
        if (question < 4) await guest.shopButton('Next question').click();
      }
      await guest.shopButton(/^Show what fits/).click();
      const cards = shop.locator('article.card');
      await cards.first().waitFor();
      assert.ok((await cards.count()) <= 3);
      for (const card of await cards.all()) assert.ok((await card.locator('ul.met, ul.unmet').count()) > 0, 'an offer without reasons');
    });
    await stage.step('2. of a house the very flat is asked for; then the line, its real speed and the earliest day', async () => {
      await guest.open('/shop/address');
      await shop.locator('#place').fill(house.name.split(',')[0] ?? '');
      await shop.locator('[part="places"] button').filter({ hasText: house.name }).first().click();
      await shop.locator('#flat').selectOption({ index: 1 });
      const lines = shop.locator('[part="lines"] li');
      await lines.first().waitFor();
      assert.match(await textOf(lines.first()), /Mbit\/s in the evening.*from .* at the earliest/s);
    });
    await stage.step('3. three offers side by side: differences only, 24 months in all; what is of another kind is not compared', async () => {
      await guest.open(`/shop/compare/${[ids.fibre, ids.other, ids.third].join(',')}`);
      await shop.locator('table tbody tr').first().waitFor();
      await shop.locator('#months').selectOption('24');
      await shop.getByText('In 24 months, all in all').first().waitFor();
      await shop.getByLabel('Only differences').check();
      for (const row of await shop.locator('table tbody').first().locator('tr').all()) {
        const cells = await row.locator('td:not(.number)').allInnerTexts();
        if ((await row.locator('button').count()) > 0) continue;
        assert.ok(cells.length === 0 || new Set(cells).size > 1, `${cells.join(', ')} is no difference`);
      }
      await guest.open(`/shop/compare/${ids.fibre},${ids.sport}`);
      await until('two kinds are compared', 10_000, async () => (await shop.locator('fp-status-message, [part="problem"]').count()) > 0);
    });
    await stage.step('4. what cannot be ordered says why and what helps, with a button for it; no control is silently off', async () => {
      await guest.open(`/shop/offer/${ids.sport}`);
      const obstacle = shop.locator('[part="obstacles"] li').first();
      await obstacle.waitFor();
      assert.notEqual(await textOf(obstacle.locator('p').first()), '');
      assert.ok((await obstacle.locator('[data-way]').count()) > 0, 'no way out');
      assert.equal(await shop.locator('button:disabled, input:disabled').count(), 0);
    });
    const before = await count(machine, stage.product);
    const onTheNextTab = (page: Awaited<ReturnType<typeof closedMeanwhile>>) => {
      guest = new GuestPage(page, stage.product.url);
    };

    await stage.step('5. two tabs, and the first thing of all put into the cart in both at once: one visitor, one cart with both', async () => {
      const one = new GuestPage(await stage.visitor(), stage.product.url);
      const other = new GuestPage(await one.page.context().newPage(), stage.product.url);
      const buttons = [await one.offered(ids.mobile), await other.offered(ids.data)];
      await Promise.all(buttons.map((button) => button.click()));
      await until('neither tab has put it in', SHOWN_MS, async () => (await one.lines.count()) > 0 && (await other.lines.count()) > 0);
      await one.open('/shop');
      await one.hasLines(2);
      assert.equal((await count(machine, stage.product)).carts, before.carts + 1);
      await one.page.context().close();
    });
    await stage.step('5. fibre and television in one cart, what is paid once and monthly apart; put in once, however the line breaks', async () => {
      const fibre = await guest.offered(ids.fibre);
      const isDone = async () => (await guest.lines.count()) === 1 && !(await guest.isRefused()) && (await fibre.innerText()).trim() === 'Put in cart';
      await throughEveryBreak(guest.page, { isMeant: PUT, press: () => fibre.click(), isTold: guest.isRefused, isDone });
      // A tab that is closed before the answer comes, and two clicks for one.
      const tv = await guest.offered(ids.tv);
      onTheNextTab(await closedMeanwhile(guest.page, PUT, () => tv.dblclick()));
      await guest.open('/shop');
      await guest.hasLines(2);
      assert.match(await textOf(guest.shop.locator('fp-cart-panel dl')), /Once €[\d.]+ Monthly €[\d.]+/);
      const carts = (await machine.read<{ cartItem?: { quantity: number }[] }[]>(`${CARTS}?limit=1000`)).filter(({ cartItem = [] }) => cartItem.length === 2);
      assert.deepEqual(carts.map(({ cartItem = [] }) => cartItem.map(({ quantity }) => quantity)), [[1, 1], [1, 1]]);
    });
    await stage.step('6. the flat, and one appointment for all, kept with the time until when; once, however the line breaks', async () => {
      await guest.open('/cart');
      await guest.cartButton('Continue').click();
      await guest.page.waitForURL(/\/cart\/(place|visit)$/);
      if (guest.page.url().endsWith('/place')) {
        if ((await guest.cart.locator('#place').count()) > 0) {
          const named = { isNamed: false };
          const press = async () => {
            await (named.isNamed ? guest.cartButton('Try again').click() : guest.nameFlat(house.name));
            named.isNamed = true;
          };
          const isDone = async () => (await guest.cart.getByRole('button', { name: 'Continue' }).count()) > 0 && !(await guest.isRefused());
          await throughEveryBreak(guest.page, { isMeant: CHANGE, press, isTold: guest.isRefused, isDone });
        }
        await guest.cartButton('Continue').click();
      }
      const held = () => guest.cart.locator('[part="held"]');
      const keep = async () => {
        // What was done though nobody heard of it is shown as held; the page still asks whether to try again.
        if ((await held().count()) > 0) return guest.cartButton('Try again').click();
        await guest.cart.locator('input[name="slot"]').first().check();
        await guest.cartButton('Keep this time for me').click();
      };
      const isDone = async () => (await held().count()) > 0 && !(await guest.isRefused());
      await throughEveryBreak(guest.page, { isMeant: HOLD, press: keep, isTold: guest.isRefused, isDone });
      assert.match(await textOf(held()), /Kept for you: .*Until \d/s);
      // Another time, and the tab closed before the answer: it is the same visit, moved.
      await guest.cartButton('Choose another time').click();
      await guest.cart.locator('input[name="slot"]').last().check();
      onTheNextTab(await closedMeanwhile(guest.page, HOLD, () => guest.cartButton('Keep this time for me').click()));
      await guest.open('/cart/visit');
      await held().waitFor();
      assert.equal(more(before, await count(machine, stage.product)).visits, 1);
    });
    await stage.step('7. ordered without an account, and paid: one order, one payment, one appointment, and nothing typed is lost, whatever breaks', async () => {
      await guest.open('/cart/order');
      for (const [name, value] of Object.entries(BUYER)) await guest.cart.locator(`#${name}`).fill(value);
      await guest.page.reload();
      await until('what was typed is lost', SHOWN_MS, async () => (await guest.cart.locator('#email').inputValue()) === BUYER.email);
      if ((await guest.cart.locator('#place').count()) > 0) await guest.nameFlat(house.name);
      const open = async (tab: GuestPage, button: Locator, how: Parameters<typeof breakLine>[1]) => {
        const line = await breakLine(tab.page, how, ORDER);
        await button.click();
        await until(`${how}: the page says nothing`, SHOWN_MS, async () => line.count() === 1 && (await tab.cart.locator('[part="unknown"]').count()) > 0 && (await tab.cartButton('Try again').count()) > 0);
        await line.mend();
      };
      await open(guest, guest.cartButton(/^Order /), 'before it is sent');
      await open(guest, guest.cartButton('Try again'), 'the service is down');
      onTheNextTab(await closedMeanwhile(guest.page, ORDER, () => guest.cartButton('Try again').click()));
      await guest.open('/cart/order');
      await open(guest, guest.cartButton('Try again'), 'after it was done');
      const line = await breakLine(guest.page, 'the service is slow', ORDER);
      await guest.cartButton('Try again').dblclick();
      // Paid at once, at the provider's: this page breaks, too, after it has done its work.
      await guest.page.waitForURL(/\/pay\//);
      assert.equal(line.count(), 1);
      await guest.page.locator('#card').fill(VISA);
      const lost = Promise.withResolvers<void>();
      await guest.page.route('**/pay/**', async (route) => {
        await route.fetch({ maxRedirects: 0 });
        await route.abort('connectionreset');
        lost.resolve();
      }, { times: 1 });
      await guest.page.locator('button[value="pay"]').dblclick();
      await lost.promise;
      const { page } = guest;
      onTheNextTab(await page.context().newPage());
      await page.close();
      await guest.open('/cart/done');
      await guest.cart.locator('[part="ordered"]').waitFor();
      await guest.cart.locator('[part="ordered"] fp-tag[tone="positive"]').waitFor();
      const now = await count(machine, stage.product);
      assert.deepEqual(more(before, now), { orders: 1, visits: 1, charges: stage.product.psp ? 1 : 0, payments: stage.product.psp ? 1 : 0 });
      const known = new Set(before.orders.map(({ id }) => id));
      const order = now.orders.find(({ id }) => !known.has(id));
      assert.equal(now.visits.filter(({ relatedEntity = [] }) => relatedEntity.some(({ id }) => id === order?.id)).length, 1, 'the visit is not the order’s');
    });
    await stage.step('8. an account by one code, however the line breaks and wherever the tab is opened again: the order is seen on another device, and there is still one of each', async () => {
      const number = /O-\d+/.exec(await textOf(guest.cart.locator('[part="ordered"]').getByRole('heading').first()))?.[0] ?? '';
      await guest.cart.getByRole('link', { name: 'Make an account' }).click();
      await guest.page.waitForURL(/\/idp\/interaction\//);
      const page = await makeAccount(guest.page, stage.product.url, BUYER, PASSWORD);
      await page.locator('fp-order-tracker').getByText(number).first().waitFor();
      const other = new PortalPage(await stage.visitor(), stage.product.url);
      await other.signIn(BUYER.email, PASSWORD);
      await other.open('/orders');
      await other.portlet('order-tracker').getByText(number).first().waitFor();
      const { orders, visits, charges } = more(before, await count(machine, stage.product));
      assert.deepEqual([orders, visits, charges], [1, 1, stage.product.psp ? 1 : 0]);
    });
  },
};
