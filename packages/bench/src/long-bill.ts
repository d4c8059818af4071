import type { Browser, CDPSession, Page } from 'playwright-core';
import { type Frames, framesWhile } from './frames.ts';
import { serveLongBills } from './long-bill-host.ts';
import { chance, median, ratioOfMedians, shuffled } from './statistics.ts';

const SHORT = 100;
const LONG = 100_000;
const ROUNDS = 9;
const SEED = 11;
/** A hand that flings: pixels, and pixels a second. */
const FLING = { distance: 40_000, speed: 12_000 };

/** Frames while it was flung, and the nodes of the list. */
export interface Flung extends Frames {
  readonly slow: number;
  readonly nodes: number;
}

export interface LongBill {
  readonly opened: Readonly<Record<number, number[]>>;
  readonly flung: readonly Flung[];
  /** The same hand over an area with nothing in it: what the machine itself has to show for. */
  readonly empty: readonly Flung[];
}

/** Milliseconds from the navigation to the first line painted: modules known, the bill not. */
async function timeToFirstLine(page: Page, url: string, lines: number): Promise<number> {
  await page.goto(`${url}/blank`);
  await page.goto(`${url}/bill${lines}`, { waitUntil: 'commit' });
  const at = await page.waitForFunction(() => {
    const root = document.querySelector('fp-bill-viewer')?.shadowRoot;
    const lists = [...(root?.querySelectorAll('fp-charge-pool, fp-charge-list') ?? [])];
    const first = lists.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('.line bdi, button.opener') ?? [])])[0];
    return first?.textContent.startsWith('Call') ? performance.now() : 0;
  });
  return at.jsonValue();
}

/** Flings the list up and down again, and watches each frame. */
async function fling(page: Page, session: CDPSession, slow: number): Promise<Flung> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
  const area = page.locator('fp-charge-pool .area');
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  if (!box) throw new Error('The list cannot be seen.');
  const frames = await framesWhile(page, async () => {
    for (const yDistance of [-FLING.distance, FLING.distance / 2]) {
      await session.send('Input.synthesizeScrollGesture', { x: box.x + box.width / 2, y: box.y + box.height / 2, yDistance, speed: FLING.speed, gestureSourceType: 'mouse' });
    }
  });
  const nodes = await page.evaluate(() => document.querySelector('fp-bill-viewer')?.shadowRoot?.querySelector('fp-charge-pool')?.shadowRoot?.querySelectorAll('*').length ?? 0);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { slow, ...frames, nodes };
}

/** A bill of 100,000 lines against one of 100: how soon its first line stands, and how it scrolls. */
export async function timeLongBill(browser: Browser): Promise<LongBill> {
  const host = await serveLongBills([SHORT, LONG]);
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const opened: Record<number, number[]> = { [SHORT]: [], [LONG]: [] };
    for (const lines of [SHORT, LONG]) await timeToFirstLine(page, host.url, lines);
    const random = chance(SEED);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const lines of shuffled([SHORT, LONG], random)) opened[lines]?.push(await timeToFirstLine(page, host.url, lines));
    }
    await timeToFirstLine(page, host.url, LONG);
    const session = await context.newCDPSession(page);
    const flung = [await fling(page, session, 1), await fling(page, session, 4)];
    // A page that knows none of our elements.
    await page.goto(`${host.url}/empty`);
    const empty = [await fling(page, session, 1), await fling(page, session, 4)];
    return { opened, flung, empty };
  } finally {
    await context.close();
    await host.close();
  }
}

const framesText = ({ frames, longest, overFifty }: Flung) => `${String(frames).padStart(6)} frames, longest ${longest.toFixed(0)} ms, ${overFifty} over 50 ms`;

export function longBillTable({ opened, flung, empty }: LongBill): string[] {
  const [short = [], long = []] = [opened[SHORT], opened[LONG]];
  const { ratio, from, to } = ratioOfMedians(long, short);
  return [
    `  first line of 100 lines        ${median(short).toFixed(0).padStart(6)} ms`,
    `  first line of 100,000 lines    ${median(long).toFixed(0).padStart(6)} ms  ${ratio.toFixed(2)} × [${from.toFixed(2)} to ${to.toFixed(2)}]  goal 1.50  n ${long.length}`,
    ...flung.map((one) => `  flung, ${one.slow} × slower          ${framesText(one)}, ${one.nodes} nodes in the list`),
    ...empty.map((one) => `  nothing in it, ${one.slow} × slower  ${framesText(one)}`),
  ];
}

if (process.argv[1] === import.meta.filename) {
  const { openBrowser } = await import('@faceplate/e2e');
  await using browser = await openBrowser();
  console.log(longBillTable(await timeLongBill(browser)).join('\n'));
}
