import type { Locator, Page } from 'playwright-core';

/**
 * How an element reads, white space made even.
 *
 * @throws where there is nothing to read: an element with a shadow root says nothing itself, ask for one inside.
 */
export async function textOf(found: Locator): Promise<string> {
  const text = (await found.innerText()).replace(/\s+/g, ' ').trim();
  if (text === '') throw new Error(`${found.toString()} says nothing`);
  return text;
}

/**
 * Waits until `holds` says yes.
 *
 * @throws with `what` when it has not within the time, in milliseconds.
 */
export async function until(what: string, within: number, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + within;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${within / 1000} s`);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}

/** Tells whether the page was loaded anew since the mark was made: a reload loses it. */
export async function markPage(page: Page): Promise<() => Promise<boolean>> {
  const mark = `${Math.random()}`;
  await page.evaluate((value) => {
    document.documentElement.dataset['mark'] = value;
  }, mark);
  return () => page.evaluate((value) => document.documentElement.dataset['mark'] === value, mark);
}
