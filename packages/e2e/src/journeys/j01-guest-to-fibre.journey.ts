import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { asking, breakLine } from '../pages/broken-line.ts';
import { PortalPage } from '../pages/portal.page.ts';
import { textOf, until } from '../pages/watch.ts';
import { readBooks } from '../product/books.ts';
import { Machine } from '../product/machine.ts';
import type { Journey } from './journey.ts';

export const VISA = '4111111111111111';
export const BUYER = { givenName: 'Nora', familyName: 'Gast', email: 'nora.gast@example.org' };
const CATALOGUE = 'productCatalogManagement/v4/productOffering';
const ORDERS = 'productOrderingManagement/v4/productOrder';

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

/** The shop and the cart as somebody sees them who never signed in. */
export class Guest {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  get shop() {
    return this.page.locator('fp-guided-selling');
  }

  get cart() {
    return this.page.locator('fp-checkout');
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.#url + path);
  }

  shopButton(name: RegExp | string) {
    return this.shop.getByRole('button', { name }).first();
  }

  cartButton(name: RegExp | string) {
    return this.cart.getByRole('button', { name }).first();
  }

  async put(id: string): Promise<void> {
    await this.open(`/shop/offer/${id}`);
    await this.shop.locator('[data-add]').first().click();
  }

  /** Lines of the cart beside the shop. */
  get lines() {
    return this.shop.locator('fp-cart-panel li');
  }
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
    const page = await stage.visitor();
    const guest = new Guest(page, stage.product.url);
    const { shop, cart } = guest;
    const house = await houseOfFlats(machine);
    const ids = { fibre: await offerId(machine, 'Fibre 500'), other: await offerId(machine, 'Home 250'), third: await offerId(machine, 'Fibre 1000'), tv: await offerId(machine, 'TV Start'), sport: await offerId(machine, 'Sport') };

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
    await stage.step('5. fibre and television in one cart, what is paid once and monthly apart', async () => {
      await guest.put(ids.fibre);
      await until('the line is not in the cart', 10_000, async () => (await guest.lines.count()) === 1);
      await guest.put(ids.tv);
      await until('television is not in the cart', 10_000, async () => (await guest.lines.count()) === 2);
      const totals = await textOf(shop.locator('fp-cart-panel dl'));
      assert.match(totals, /Once €[\d.]+ Monthly €[\d.]+/);
    });
    await stage.step('6. one appointment for all, kept, with the time until when', async () => {
      await guest.open('/cart');
      await guest.cartButton('Continue').click();
      if (page.url().endsWith('/place')) {
        if ((await cart.locator('#place').count()) > 0) {
          await cart.locator('#place').fill(house.name.split(',')[0] ?? '');
          await cart.locator('[data-found] button').filter({ hasText: house.name }).first().click();
          await cart.locator('[data-flats] button').first().click();
        }
        await guest.cartButton('Continue').click();
      }
      await cart.locator('input[name="slot"]').first().check();
      await guest.cartButton('Keep this time for me').click();
      await cart.locator('[part="held"]').waitFor();
      assert.match(await textOf(cart.locator('[part="held"]')), /Kept for you: .*Until \d/s);
      await page.reload();
      await cart.locator('[part="held"]').waitFor();
    });
    await stage.step('7. ordered without an account; the line breaks after the order was sent: one order, one payment, nothing typed is lost', async () => {
      await guest.open('/cart/order');
      for (const [name, value] of Object.entries(BUYER)) await cart.locator(`#${name}`).fill(value);
      await page.reload();
      await until('what was typed is lost', 10_000, async () => (await cart.locator('#email').inputValue()) === BUYER.email);
      if ((await cart.locator('#place').count()) > 0) {
        await cart.locator('#place').fill(house.name.split(',')[0] ?? '');
        await cart.locator('[data-found] button').filter({ hasText: house.name }).first().click();
        await cart.locator('[data-flats] button').first().click();
      }
      const before = (await machine.read<unknown[]>(`${ORDERS}?limit=1000&fields=id`)).length;
      const line = await breakLine(page, 'after it was done', asking('POST', /\/api\/v1\/orders$/));
      await guest.cartButton(/^Order /).click();
      await until('neither ordered nor told that no answer came', 20_000, async () => (await cart.locator('[part="ordered"], [part="unknown"]').count()) > 0 || page.url().includes('/pay/'));
      const again = guest.cartButton('Try again');
      if (await again.isVisible()) await again.click();
      // Paid at once, at the provider's.
      await page.waitForURL(/\/pay\//);
      await page.locator('#card').fill(VISA);
      await page.locator('button[value="pay"]').click();
      await cart.locator('[part="ordered"]').waitFor();
      await cart.locator('[part="ordered"] fp-tag[tone="positive"]').waitFor();
      assert.equal(line.count(), 1);
      if (stage.product.psp) assert.equal((await readBooks(stage.product)).charges.length, 1);
      assert.equal((await machine.read<unknown[]>(`${ORDERS}?limit=1000&fields=id`)).length, before + 1);
    });
    await stage.step('8. an account by a code: the order is seen on another device', async () => {
      const number = /O-\d+/.exec(await textOf(cart.locator('[part="ordered"]').getByRole('heading').first()))?.[0] ?? '';
      await cart.getByRole('link', { name: 'Make an account' }).click();
      await page.locator('[name="email"]').fill(BUYER.email);
      await page.locator('form button').first().click();
      await page.locator('[name="code"]').waitFor();
      const box = await page.context().newPage();
      await box.goto(`${stage.product.url}/idp/mailbox?address=${encodeURIComponent(BUYER.email)}`);
      const code = /\b\d{6,8}\b/.exec(await textOf(box.locator('body')))?.[0] ?? '';
      await box.close();
      await page.locator('[name="code"]').fill(code);
      await page.locator('[name="name"]').fill(`${BUYER.givenName} ${BUYER.familyName}`);
      await page.locator('[name="password"]').fill('a long and quiet river');
      await page.locator('form button').first().click();
      await page.locator('fp-order-tracker').getByText(number).first().waitFor();
      const other = new PortalPage(await stage.visitor(), stage.product.url);
      await other.signIn(BUYER.email, 'a long and quiet river');
      await other.open('/orders');
      await other.portlet('order-tracker').getByText(number).first().waitFor();
    });
  },
};
