import type { Page, Request } from 'playwright-core';
import { type Break, breakLine } from './broken-line.ts';
import { until } from './watch.ts';

/** In this order the last one lets the answer through: before, nothing was done; after it was done, nobody heard of it. */
const EVERY: readonly Break[] = ['before it is sent', 'the service is down', 'after it was done', 'the service is slow'];
const TOLD_MS = 20_000;

/** So long a page may take to read anew what it was not told. */
const READ_MS = 2500;

const holdsSoon = (holds: () => Promise<boolean>): Promise<boolean> =>
  until('', READ_MS, holds).then(
    () => true,
    () => false,
  );

interface Act {
  readonly isMeant: (request: Request) => boolean;
  /** Presses the button, or that which tries again. */
  readonly press: () => Promise<void>;
  /** The page says that it does not know, or that it did not work. */
  readonly isTold: () => Promise<boolean>;
  /** The page says that it is done. */
  readonly isDone: () => Promise<boolean>;
}

/**
 * One act, pressed again and again while the line breaks in every way there is: each time the page says so, and at last it is done.
 *
 * @throws when a break is met with silence.
 */
export async function throughEveryBreak(page: Page, { isMeant, press, isTold, isDone }: Act): Promise<void> {
  for (const how of EVERY) {
    const line = await breakLine(page, how, isMeant);
    const over = Promise.race([page.waitForEvent('requestfinished', isMeant), page.waitForEvent('requestfailed', isMeant)]);
    await Promise.all([over, press()]);
    const [mayTell, mayBeDone] = [how !== 'the service is slow', how === 'after it was done' || how === 'the service is slow'];
    await until(`${how}: the page says nothing`, TOLD_MS, async () => line.count() === 1 && ((mayTell && (await isTold())) || (mayBeDone && (await isDone()))));
    await line.mend();
    // A page that reads anew what became of it need not be told again.
    if (mayBeDone && (await holdsSoon(isDone))) return;
  }
}

/**
 * A form that is a page of its own, sent while the line breaks before and after it is done; each time the tab is closed, and
 * the page opened anew in the next. `send` does there what the page asks for. Answers the tab in which it went through.
 */
export async function formThroughBreaks(page: Page, send: (tab: Page) => Promise<void>): Promise<Page> {
  const address = page.url();
  let tab = page;
  for (const isDone of [false, true]) {
    const isBroken = Promise.withResolvers<void>();
    await tab.route(`${address}*`, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      if (isDone) await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
      isBroken.resolve();
    });
    await send(tab);
    await isBroken.promise;
    const next = await tab.context().newPage();
    await tab.close();
    await next.goto(address);
    tab = next;
  }
  await send(tab);
  return tab;
}

/** A tab closed while its call is carried out: the answer comes to nobody. Answers the tab that is opened next. */
export async function closedMeanwhile(page: Page, isMeant: (request: Request) => boolean, press: () => Promise<void>): Promise<Page> {
  const isCarriedOut = Promise.withResolvers<void>();
  await page.route('**/api/v1/**', async (route) => {
    if (!isMeant(route.request())) return route.fallback();
    const answer = await route.fetch();
    if (answer.ok()) isCarriedOut.resolve();
    else isCarriedOut.reject(new Error(`what nobody heard of was refused: ${answer.status()} ${await answer.text()}`));
  });
  await press();
  await isCarriedOut.promise;
  const context = page.context();
  const next = await context.newPage();
  await page.close();
  return next;
}
