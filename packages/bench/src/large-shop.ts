import type { StoredRecord } from '@faceplate/bss';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { serveBench } from './operator-host.ts';
import { median } from './statistics.ts';

const OFFERS = 5_000;
/** One frame of sixty a second, in milliseconds. */
const FRAME = 16.7;
const SHORTLIST_GOAL = 100;
const LOADS = 5;

/** What somebody types, letter by letter, and what they choose: each is one answer of the list. */
const TYPED = ['fibre 500', 'mobile unlimited', 'tv', 'no such offer at all'];

/** Milliseconds of script of each answer. */
export interface LargeShop {
  readonly offers: number;
  /** From the navigation to the first rows painted, and the script in it: the gateway has read its catalogue before. */
  readonly loads: readonly { shown: number; script: number }[];
  readonly answers: Readonly<Record<number, { typed: number[]; chosen: number[] }>>;
  readonly shortlists: Readonly<Record<number, number[]>>;
  /** Rows in the page after the last of them, however many were found. */
  readonly rows: number;
}

/** So many offers, each like one of the operator's own under another name. */
function offersLike(world: readonly StoredRecord[], count: number): StoredRecord[] {
  const sold = world.filter(({ resource, body }) => resource === 'productOffering' && body['lifecycleStatus'] === 'Active' && body['isSellable'] !== false);
  return Array.from({ length: Math.max(0, count - sold.length) }, (_, index) => {
    const body = sold[index % sold.length]?.body;
    return { resource: 'productOffering', body: { ...body, id: `large${index}`, name: `${String(body?.['name'])} ${index}`, productOfferingRelationship: [] } };
  });
}

const shopBody = (name: string): string =>
  name === 'blank' ? '' : `<script type="module" src="/embed/guided-selling.js"></script><fp-guided-selling${name === 'offers' ? ' show="offers"' : ''}></fp-guided-selling>`;

/** Script that the page has run so far, in milliseconds. */
async function scriptSoFar(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0);
}

const rowsShown = (page: Page) => page.waitForFunction(() => (document.querySelector('fp-guided-selling')?.shadowRoot?.querySelectorAll('li[data-offer]').length ?? 0) > 0 && performance.now());

async function load(page: Page, session: CDPSession, url: string): Promise<{ shown: number; script: number }> {
  await page.goto(`${url}/blank`);
  const before = await scriptSoFar(session);
  await page.goto(`${url}/offers`, { waitUntil: 'commit' });
  const shown = Number(await (await rowsShown(page)).jsonValue());
  const after = await scriptSoFar(session);
  return { shown, script: after - (after < before ? 0 : before) };
}

/** Sets a field as a person does; answers with the milliseconds of script from the event until the list has been drawn anew, when that is painted. */
function timed(page: Page, selector: string, value: string): Promise<number> {
  return page.evaluate(
    async ([field, text]) => {
      const shop = document.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>('fp-guided-selling');
      const found = shop?.shadowRoot?.querySelector<HTMLInputElement | HTMLSelectElement>(field);
      if (!shop || !found) throw new Error(`The list has no ${field}.`);
      const start = performance.now();
      if (found.type === 'checkbox') found.click();
      else {
        found.value = text;
        found.dispatchEvent(new Event(found instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
      }
      await shop.updateComplete;
      const time = performance.now() - start;
      await new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
      return time;
    },
    [selector, value] as const,
  );
}

/** Every letter of what somebody types. */
async function typed(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const word of TYPED) {
    for (let length = 1; length <= word.length; length += 1) times.push(await timed(page, '#query', word.slice(0, length)));
    times.push(await timed(page, '#query', ''));
  }
  return times;
}

/** The second option of a list, or a figure, for each filter of the kind on show. */
const filters = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const fields = document.querySelector('fp-guided-selling')?.shadowRoot?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.filters input, .filters select');
    return [...(fields ?? [])].map((field) => (field instanceof HTMLSelectElement ? (field.options[1]?.value ?? '') : '100'));
  });

/** Each way to sort, what can be ordered, each kind of offer, and each filter of it. */
async function chosen(page: Page): Promise<number[]> {
  const kinds = await page.locator('fp-guided-selling #kind option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const times = [await timed(page, '#sorting', 'name'), await timed(page, '#sorting', 'price')];
  for (let twice = 0; twice < 2; twice += 1) times.push(await timed(page, 'search input[type=checkbox]', ''));
  for (const kind of kinds.slice(1)) {
    times.push(await timed(page, '#kind', kind));
    for (const [at, value] of (await filters(page)).entries()) {
      const field = `.filters .tools > :nth-child(${at + 1}) :is(input, select)`;
      times.push(await timed(page, field, value), await timed(page, field, ''));
    }
  }
  return [...times, await timed(page, '#kind', '')];
}

/** From the last answer of the guide to the offers that fit: the script of it. */
async function shortlist(page: Page, session: CDPSession, url: string): Promise<number> {
  await page.goto(`${url}/blank`);
  // What was answered before is kept.
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto(`${url}/guide`);
  const question = page.locator('fp-guided-selling fp-guide-question');
  await question.locator('input[type=radio]').first().check();
  const through = page.locator('fp-guided-selling').getByRole('button', { name: /^Show what fits/ });
  await through.waitFor();
  const before = await scriptSoFar(session);
  await through.click();
  await page.locator('fp-guided-selling article').first().waitFor();
  return (await scriptSoFar(session)) - before;
}

/** The shop over a catalogue of 5,000 offers. */
export async function timeLargeShop(browser: Browser): Promise<LargeShop> {
  const host = await serveBench({ more: (world) => offersLike(world, OFFERS), bodyOf: shopBody });
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const slower = (rate: number) => session.send('Emulation.setCPUThrottlingRate', { rate });
    await load(page, session, host.url);
    const loads: LargeShop['loads'][number][] = [];
    for (let round = 0; round < LOADS; round += 1) loads.push(await load(page, session, host.url));
    const answers: Record<number, { typed: number[]; chosen: number[] }> = {};
    const shortlists: Record<number, number[]> = {};
    for (const rate of [1, 4]) {
      await load(page, session, host.url);
      await slower(rate);
      answers[rate] = { typed: await typed(page), chosen: await chosen(page) };
      shortlists[rate] = [];
      for (let round = 0; round < LOADS; round += 1) shortlists[rate].push(await shortlist(page, session, host.url));
      await slower(1);
    }
    await load(page, session, host.url);
    const rows = await page.evaluate(() => document.querySelector('fp-guided-selling')?.shadowRoot?.querySelectorAll('li[data-offer]').length ?? 0);
    return { offers: OFFERS, loads, answers, shortlists, rows };
  } finally {
    await context.close();
    await host.close();
  }
}

const ms = (value: number): string => `${value.toFixed(1).padStart(6)} ms`;
const line = (what: string, values: readonly number[], goal: string): string => `  ${what.padEnd(34)}${ms(median(values))}  longest ${ms(Math.max(...values))}${goal}  n ${values.length}`;

export function largeShopTable({ offers, loads, answers, shortlists, rows }: LargeShop): string[] {
  const slows = Object.keys(answers).map(Number);
  return [
    line(`first rows of ${offers.toLocaleString('en')} offers`, loads.map(({ shown }) => shown), ''),
    line('  the script in it', loads.map(({ script }) => script), ''),
    ...slows.flatMap((slow) => [
      line(`a letter typed, ${slow} × slower`, answers[slow]?.typed ?? [], slow === 1 ? `  goal ${FRAME}` : ''),
      line(`a filter chosen, ${slow} × slower`, answers[slow]?.chosen ?? [], slow === 1 ? `  goal ${FRAME}` : ''),
      line(`shortlist, ${slow} × slower`, shortlists[slow] ?? [], slow === 1 ? `  goal ${SHORTLIST_GOAL}` : ''),
    ]),
    `  rows in the page: ${rows}`,
  ];
}

if (process.argv[1] === import.meta.filename) {
  const { openBrowser } = await import('@faceplate/e2e');
  await using browser = await openBrowser();
  console.log(largeShopTable(await timeLargeShop(browser)).join('\n'));
}
