import { brotliCompressSync } from 'node:zlib';
import { stretchesOf } from '@faceplate/domain/service-level';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { type Frames, framesWhile } from './frames.ts';
import { SAMPLES, serveSlaYear, yearsOf } from './sla-year-host.ts';
import { chance, median, ratioOfMedians, shuffled } from './statistics.ts';

const FEW = 10;
const MANY = 500;
const ROUNDS = 9;
const DRILLS = 9;
const SEED = 13;
const GRID_GOAL = 1.5;
const DRILL_GOAL = 100;
const GRID = '/api/v1/service-levels/grid?months=12';

/** Script and heap in milliseconds and MB. */
interface Cost {
  readonly script: number;
  readonly heap: number;
}

export interface SlaYear {
  /** Milliseconds to make stretches of all samples of `MANY` services. */
  readonly rolled: number;
  readonly stretches: number;
  /** Milliseconds to the first row painted, by number of services; the gateway has been asked before. */
  readonly opened: Readonly<Record<number, number[]>>;
  /** The same for the very first that asks the gateway. */
  readonly first: Readonly<Record<number, number>>;
  readonly wire: { readonly raw: number; readonly brotli: number };
  readonly cost: Readonly<Record<number, Cost>>;
  /** Milliseconds of script from a cell pressed to its intervals drawn, by how much slower the processor was. */
  readonly drills: Readonly<Record<number, number[]>>;
  /** Frames while the page was scrolled from end to end: how many, the longest, those over 50 ms, and rows then drawn. */
  readonly flung: readonly (Frames & { slow: number; rows: number })[];
}

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? 0;
}

/** Milliseconds from the navigation to the first row painted: modules known, the grid not. */
async function open(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/blank`);
  await page.goto(`${url}/grid`, { waitUntil: 'commit' });
  const at = await page.waitForFunction(() => {
    const rows = document.querySelector('fp-sla-dashboard')?.shadowRoot?.querySelector('fp-sla-grid')?.shadowRoot?.querySelectorAll('tbody th');
    return rows && rows.length > 0 ? performance.now() : 0;
  });
  return at.jsonValue();
}

/** What the page costs once it stands, after a collection. */
async function costOf(page: Page, session: CDPSession, url: string): Promise<Cost> {
  await page.goto(`${url}/blank`);
  const before = await metric(session, 'ScriptDuration');
  await open(page, url);
  await page.locator('fp-sla-dashboard [part="work"]').waitFor();
  const after = await metric(session, 'ScriptDuration');
  await session.send('HeapProfiler.collectGarbage');
  return { script: 1_000 * (after - (after < before ? 0 : before)), heap: (await metric(session, 'JSHeapUsedSize')) / 1e6 };
}

/** Presses a missed month of one service after the other. */
async function drill(page: Page, session: CDPSession, slow: number): Promise<number[]> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
  const times: number[] = [];
  for (let row = 0; row < DRILLS; row += 1) {
    const cell = page.locator(`fp-sla-grid [data-place="${row}-${row}"]`);
    await cell.waitFor();
    const before = await metric(session, 'ScriptDuration');
    await cell.click();
    await page.locator('fp-sla-dashboard [part="budget"]').waitFor();
    times.push(1_000 * ((await metric(session, 'ScriptDuration')) - before));
    await page.getByRole('button', { name: 'All services', exact: true }).click();
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return times;
}

/** Scrolls the page from one end to the other and back, and watches each frame. */
async function fling(page: Page, session: CDPSession, slow: number): Promise<SlaYear['flung'][number]> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
  const frames = await framesWhile(page, async () => {
    for (const yDistance of [-20_000, 20_000]) await session.send('Input.synthesizeScrollGesture', { x: 640, y: 450, yDistance, speed: 8_000, gestureSourceType: 'mouse' });
  });
  const rows = await page.locator('fp-sla-grid tbody th').count();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { slow, ...frames, rows };
}

/** All samples of a year of so many services, to stretches. */
function rollUp(services: number): { rolled: number; stretches: number } {
  const years = yearsOf(services);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (const year of years) stretchesOf(year);
    return performance.now() - start;
  });
  return { rolled: median(times), stretches: years.reduce((sum, year) => sum + stretchesOf(year).length, 0) };
}

async function wireOf(url: string): Promise<SlaYear['wire']> {
  const body = Buffer.from(await (await fetch(url + GRID)).arrayBuffer());
  return { raw: body.length, brotli: brotliCompressSync(body).length };
}

/** A year of 500 services against one of 10: the first grid, the way down to intervals, scrolling, and what it weighs. */
export async function timeSlaYear(browser: Browser): Promise<SlaYear> {
  const hosts: Readonly<Record<number, Awaited<ReturnType<typeof serveSlaYear>>>> = { [FEW]: await serveSlaYear(FEW), [MANY]: await serveSlaYear(MANY) };
  const urlOf = (services: number) => hosts[services]?.url ?? '';
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const first: Record<number, number> = {};
    for (const services of [FEW, MANY]) first[services] = await open(page, urlOf(services));
    const opened: Record<number, number[]> = { [FEW]: [], [MANY]: [] };
    const random = chance(SEED);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const services of shuffled([FEW, MANY], random)) opened[services]?.push(await open(page, urlOf(services)));
    }
    const cost = { [FEW]: await costOf(page, session, urlOf(FEW)), [MANY]: await costOf(page, session, urlOf(MANY)) };
    const flung = [await fling(page, session, 1), await fling(page, session, 4)];
    await open(page, urlOf(MANY));
    const drills = { 1: await drill(page, session, 1), 4: await drill(page, session, 4) };
    return { ...rollUp(MANY), opened, first, wire: await wireOf(urlOf(MANY)), cost, drills, flung };
  } finally {
    await context.close();
    for (const host of Object.values(hosts)) await host.close();
  }
}

const ms = (value: number): string => `${value.toFixed(0).padStart(6)} ms`;

export function slaYearTable({ rolled, stretches, opened, first, wire, cost, drills, flung }: SlaYear): string[] {
  const [few = [], many = []] = [opened[FEW], opened[MANY]];
  const { ratio, from, to } = ratioOfMedians(many, few);
  const heapOf = (services: number) => `${(cost[services]?.heap ?? 0).toFixed(1)} MB`;
  return [
    `  ${(MANY * SAMPLES).toLocaleString('en')} samples to ${stretches.toLocaleString('en')} stretches  ${ms(rolled)}`,
    `  first grid of ${FEW} services         ${ms(median(few))}`,
    `  first grid of ${MANY} services        ${ms(median(many))}  ${ratio.toFixed(2)} × [${from.toFixed(2)} to ${to.toFixed(2)}]  goal ${GRID_GOAL.toFixed(2)}  n ${many.length}`,
    `  nobody asked the gateway before   ${ms(first[FEW] ?? 0)} and ${ms(first[MANY] ?? 0)}`,
    `  the grid on the wire              ${(wire.raw / 1000).toFixed(0).padStart(6)} kB, ${(wire.brotli / 1000).toFixed(0)} kB brotli`,
    ...Object.entries(drills).map(([slow, times]) => `  script of a drill, ${slow} × slower      ${ms(median(times))}  longest ${ms(Math.max(...times))}${slow === '1' ? `  goal ${DRILL_GOAL}` : ''}  n ${times.length}`),
    `  script of the first grid          ${ms(cost[FEW]?.script ?? 0)} and ${ms(cost[MANY]?.script ?? 0)}`,
    `  heap of the page                  ${heapOf(FEW)} with ${FEW}, ${heapOf(MANY)} with ${MANY}`,
    ...flung.map(({ slow, frames, longest, overFifty, rows }) => `  scrolled, ${slow} × slower             ${String(frames).padStart(6)} frames, longest ${longest.toFixed(0)} ms, ${overFifty} over 50 ms, ${rows} rows drawn`),
  ];
}

if (process.argv[1] === import.meta.filename) {
  const { openBrowser } = await import('@faceplate/e2e');
  await using browser = await openBrowser();
  console.log(slaYearTable(await timeSlaYear(browser)).join('\n'));
}
