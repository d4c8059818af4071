import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { BUYER, houseOfFlats, offerId, VISA } from './journeys/j01-guest-to-fibre.journey.ts';
import { Orders } from './journeys/j02-follow-an-order.journey.ts';
import { GuestPage } from './pages/guest.page.ts';
import { Stage } from './journeys/stage.ts';
import { TrackerPage } from './pages/tracker.page.ts';
import { textOf } from './pages/watch.ts';
import { Machine } from './product/machine.ts';
import { runProduct } from './product/running-product.ts';

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

/** Longer than an activation takes. */
const ACTIVATED = { advanceSeconds: 3700 };

/** One page on its way, photographed at each stop on a phone and on a desktop. */
class Camera {
  readonly #page: Page;
  readonly #folder: string;

  constructor(page: Page, folder: string) {
    this.#page = page;
    this.#folder = folder;
  }

  /** From the top of the page, or with `at` in the middle. */
  async shoot(name: string, at?: Locator): Promise<void> {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await this.#page.setViewportSize(viewport);
      await this.#page.mouse.move(0, 0);
      await this.#page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        scrollTo(0, 0);
      });
      await at?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const file = `journey-${name}-${size}.png`;
      await this.#page.screenshot({ path: join(this.#folder, file), animations: 'disabled' });
      console.log(file);
    }
    await this.#page.setViewportSize(SIZES.desktop);
  }
}

/** From a question to at most three offers. */
async function choose(guest: GuestPage, camera: Camera, house: { name: string }): Promise<void> {
  const { shop } = guest;
  await guest.open('/shop');
  await shop.locator('input[name="answer"]').first().check();
  await camera.shoot('01-question');
  await guest.shopButton('Next question').click();
  const show = guest.shopButton(/^Show what fits/);
  for (let question = 2; (await show.count()) === 0; question += 1) {
    await shop.getByText(`Question ${question} of `).waitFor();
    await shop.locator('input[name="answer"]').first().check();
    const next = guest.shopButton('Next question');
    if ((await next.count()) === 0) break;
    await next.click();
  }
  await show.click();
  await shop.locator('article.card').first().waitFor();
  await camera.shoot('02-shortlist');
  await guest.open('/shop/address');
  await shop.locator('#place').fill(house.name.split(',')[0] ?? '');
  await shop.locator('[part="places"] button').filter({ hasText: house.name }).first().click();
  await shop.locator('#flat').selectOption({ index: 1 });
  await shop.locator('[part="lines"] li').first().waitFor();
  await camera.shoot('03-address');
}

/** The address of what goes somewhere, where it is still asked for. */
async function giveAddress({ cart }: GuestPage, house: { name: string }): Promise<void> {
  if ((await cart.locator('#place').count()) === 0) return;
  await cart.locator('#place').fill(house.name.split(',')[0] ?? '');
  await cart.locator('[data-found] button').filter({ hasText: house.name }).first().click();
  await cart.locator('[data-flats] button').first().click();
  await cart.locator('[part="place-picker"]').waitFor({ state: 'detached' });
}

/** From the cart to an order that is paid. */
async function buy(guest: GuestPage, camera: Camera, house: { name: string }): Promise<void> {
  const { cart, page } = guest;
  await guest.open('/cart');
  await cart.locator('[part="lines"] li').nth(1).waitFor();
  await camera.shoot('04-cart');
  await guest.open('/cart/place');
  await cart.locator('[part="place-picker"], button.primary').first().waitFor();
  await giveAddress(guest, house);
  await guest.open('/cart/visit');
  await cart.locator('input[name="slot"]').first().check();
  await guest.cartButton('Keep this time for me').click();
  await cart.locator('[part="held"]').waitFor();
  await camera.shoot('05-visit');
  await guest.open('/cart/number');
  await cart.locator('[data-number] input[type="radio"]').first().check();
  await camera.shoot('06-number');
  await guest.cartButton('Keep this number for me').click();
  await cart.locator('[data-number] .lead').waitFor();
  await guest.open('/cart/order');
  for (const [name, value] of Object.entries(BUYER)) await cart.locator(`#${name}`).fill(value);
  await camera.shoot('07-order', cart.locator('button[type="submit"].primary'));
  await guest.cartButton(/^Order /).click();
  await page.waitForURL(/\/pay\//);
  await page.locator('#card').fill(VISA);
  await camera.shoot('08-pay');
  await page.locator('button[value="pay"]').click();
  await cart.locator('[part="ordered"] fp-tag[tone="positive"]').waitFor();
  await camera.shoot('09-done');
}

/** An account of what was ordered, by a code. */
async function makeAccount({ cart, page }: GuestPage, camera: Camera, url: string): Promise<void> {
  const number = /O-\d+/.exec(await textOf(cart.locator('[part="ordered"]').getByRole('heading').first()))?.[0] ?? '';
  await cart.getByRole('link', { name: 'Make an account' }).click();
  await page.locator('[name="email"]').fill(BUYER.email);
  await page.locator('form button').first().click();
  await page.locator('[name="code"]').waitFor();
  const box = await page.context().newPage();
  await box.goto(`${url}/idp/mailbox?address=${encodeURIComponent(BUYER.email)}`);
  const code = /\b\d{6,8}\b/.exec(await textOf(box.locator('body')))?.[0] ?? '';
  await box.close();
  await page.locator('[name="code"]').fill(code);
  await page.locator('[name="name"]').fill(`${BUYER.givenName} ${BUYER.familyName}`);
  await page.locator('[name="password"]').fill('a long and quiet river');
  await camera.shoot('10-account');
  await page.locator('form button').first().click();
  await page.locator('fp-order-tracker').getByText(number).first().waitFor();
  await camera.shoot('11-tracker');
}

/** J01, from a question to the tracker. */
async function guestToFibre(stage: Stage, folder: string): Promise<void> {
  const machine = new Machine(stage.product);
  const page = await stage.visitor({ viewport: SIZES.desktop, reducedMotion: 'reduce' });
  const guest = new GuestPage(page, stage.product.url);
  const camera = new Camera(page, folder);
  const house = await houseOfFlats(machine);
  await choose(guest, camera, house);
  for (const [index, name] of ['Fibre 500', 'TV Start', 'Mobile L'].entries()) {
    await guest.put(await offerId(machine, name));
    await guest.lines.nth(index).waitFor();
  }
  await buy(guest, camera, house);
  await makeAccount(guest, camera, stage.product.url);
}

/** J02: what is late, what is missing, a visit that moves, and a line that is switched on. */
async function followAnOrder(stage: Stage, folder: string): Promise<void> {
  const machine = new Machine(stage.product);
  const portal = await stage.signedIn('ada', { viewport: SIZES.desktop, reducedMotion: 'reduce' });
  const tracker = new TrackerPage(portal);
  const { portlet } = tracker;
  const camera = new Camera(portal.page, folder);
  const orders = new Orders(machine, await portal.personId());

  const late = await orders.with('that is no further than checked', (items) => items.length === 1 && items[0]?.state === 'acknowledged');
  await machine.pull(`product-orders/${late.id}/items/${late.productOrderItem[0]?.id}/slip`, { days: 20, reason: 'The warehouse is flooded.' });
  await tracker.openOrder(late.id);
  await portlet.getByText('This comes later than promised').first().waitFor();
  await camera.shoot('12-late', tracker.button('I will wait'));

  const blocked = await orders.with('with one line under way', (items) => items.length === 1 && items[0]?.state === 'inProgress');
  await machine.pull(`product-orders/${blocked.id}/items/${blocked.productOrderItem[0]?.id}/block`, { needed: 'document', reason: 'Please send us a copy of your identity card.' });
  await tracker.openOrder(blocked.id);
  await portlet.locator('input[type="file"]').setInputFiles({ name: 'card.txt', mimeType: 'text/plain', buffer: Buffer.from('Ada Lindqvist, born in 1980') });
  await portlet.getByText('Ready to send: card.txt').waitFor();
  await camera.shoot('13-answer', tracker.button('Send document'));

  const visited = await orders.with('with a visit to choose', (items) => items.length > 1 && items.some(({ state }) => state === 'pending'));
  await tracker.openOrder(visited.id, visited.productOrderItem.length);
  await tracker.chooseTime(2);
  await tracker.button(/^Book /).click();
  await tracker.visit.locator('#visit-when').waitFor();
  await tracker.button('Move the visit').click();
  await tracker.chooseTime(4);
  await camera.shoot('14-move-the-visit', tracker.button(/^Move to /));

  const fresh = await orders.with('with an eSIM', (items) => items.some(({ activation }) => activation?.kind === 'esim' && activation.state === 'ready'));
  await tracker.openOrder(fresh.id);
  await tracker.button('Switch it on').waitFor();
  await camera.shoot('15-activation', tracker.button('Switch it on'));
  await tracker.button('Switch it on').click();
  await portlet.getByText('It is being switched on').first().waitFor();
  await machine.pull('clock', ACTIVATED);
  await portlet.getByText('It works').first().waitFor();
  await camera.shoot('16-it-works');
}

/** Both journeys, stop by stop, into `folder`: each on a product of its own. */
export async function journeyPictures(browser: Browser, folder: string): Promise<void> {
  for (const [walk, options] of [
    [guestToFibre, { simulator: false }],
    // A step of the simulator takes an hour: what moves is moved here.
    [followAnOrder, { simulator: true, config: { bss: { levers: true }, features: { simulator: { enabled: true, stepSeconds: 3600 } } } }],
  ] as const) {
    const product = await runProduct(options);
    const stage = new Stage(product, browser);
    try {
      await walk(stage, folder);
    } finally {
      await stage.close();
      await product.stop();
    }
  }
}
