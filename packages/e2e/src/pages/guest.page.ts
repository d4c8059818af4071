import type { Page } from 'playwright-core';
import { until } from './watch.ts';

const SHOWN_MS = 15_000;

/** The shop and the cart as somebody sees them who never signed in. */
export class GuestPage {
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

  /** The button of an offer's page that puts it into the cart, ready to be pressed. */
  async offered(id: string) {
    await this.open(`/shop/offer/${id}`);
    const add = this.shop.locator('[data-add]').first();
    await add.waitFor();
    return add;
  }

  async put(id: string): Promise<void> {
    await (await this.offered(id)).click();
  }

  /** Lines of the cart beside the shop. */
  get lines() {
    return this.shop.locator('fp-cart-panel li');
  }

  async hasLines(count: number): Promise<void> {
    await until(`there are not ${count} lines in the cart`, SHOWN_MS, async () => (await this.lines.count()) === count);
  }

  isRefused = async (): Promise<boolean> => (await this.page.locator('[part="refusal"]').count()) > 0;

  /** Names a house of several flats, and one of them. */
  async nameFlat(house: string): Promise<void> {
    await this.cart.locator('#place').fill(house.split(',')[0] ?? '');
    await this.cart.locator('[data-found] button').filter({ hasText: house }).first().click();
    await this.cart.locator('[data-flats] button').first().click();
  }
}
