import { writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { messageOf, openBrowser, PortalPage, runProduct, stopWithUs, textOf } from '@faceplate/e2e';
import type { Browser, Page } from 'playwright-core';
import { type BenchHost, serveBenchHost } from './bench-host.ts';
import { largeShopTable, timeLargeShop } from './large-shop.ts';
import { longBillTable, timeLongBill } from './long-bill.ts';
import { bytesTable, readServed, type Served } from './portlet-bytes.ts';
import { chance, median, ratioOfMedians, shuffled } from './statistics.ts';
import { slaYearTable, timeSlaYear } from './sla-year.ts';
import { staticTwin } from './static-twin.ts';
import { type Condition, CONDITIONS, timeToContent, watchForContent } from './time-to-content.ts';

const RESULTS = fileURLToPath(new URL('../../../bench-results.json', import.meta.url));

/** Both conditions together end within two minutes, whatever the machine; what was measured by then counts. */
const LONGEST_MS = 45_000;
const MOST_ROUNDS = 25;
const SEED = 7;

const REFERENCE = 'static HTML';
const CANDIDATES = ['static HTML', 'drop-in', 'drop-in, runtime preloaded'] as const;
type Candidate = (typeof CANDIDATES)[number];
const PATHS: Record<Candidate, string> = { 'static HTML': '/static', 'drop-in': '/drop-in', 'drop-in, runtime preloaded': '/preloaded' };

type Runs = Record<Candidate, number[]>;

const html = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bills</title>${head}</head><body>${body}</body></html>`;

/** Lays out the three pages; the static one is written from what the drop-in showed, and must read alike. */
async function layOut(page: Page, host: BenchHost, gateway: string, { runtime }: Served): Promise<void> {
  const script = `<script type="module" src="${gateway}/embed/bill-viewer.js"></script>`;
  const tag = '<fp-bill-viewer></fp-bill-viewer>';
  host.put('/blank', html('', ''));
  host.put(PATHS['drop-in'], html(script, tag));
  host.put(PATHS['drop-in, runtime preloaded'], html(`<link rel="modulepreload" href="${runtime}">${script}`, tag));
  const read = async (path: string) => {
    await page.goto(host.url + path);
    await page.waitForFunction(() => globalThis.contentAt);
    return textOf(page.locator('fp-bill-viewer section').first());
  };
  const shown = await read(PATHS['drop-in']);
  host.put(PATHS[REFERENCE], html('', await staticTwin(page, 'fp-bill-viewer')));
  if ((await read(PATHS[REFERENCE])) !== shown) throw new Error('The static page does not read like the portlet.');
}

/** Rounds of all candidates in an order that chance gives, so that what the machine does meanwhile meets all alike. */
async function measure(page: Page, host: BenchHost, condition: Condition): Promise<Runs> {
  const session = await page.context().newCDPSession(page);
  const random = chance(SEED);
  const runs: Runs = { 'static HTML': [], 'drop-in': [], 'drop-in, runtime preloaded': [] };
  const end = performance.now() + LONGEST_MS;
  for (let round = 0; round < MOST_ROUNDS && performance.now() < end; round += 1) {
    for (const candidate of shuffled(CANDIDATES, random)) {
      runs[candidate].push(await timeToContent(page, session, host.url + PATHS[candidate], condition));
    }
  }
  await session.detach();
  return runs;
}

function timesTable({ name }: Condition, runs: Runs): string[] {
  const reference = runs[REFERENCE];
  return CANDIDATES.map((candidate) => {
    const { ratio, from, to } = ratioOfMedians(runs[candidate], reference);
    const times = `${median(runs[candidate]).toFixed(0).padStart(6)} ms  ${ratio.toFixed(2)} × static [${from.toFixed(2)} to ${to.toFixed(2)}]`;
    return `  ${name.padEnd(11)}${candidate.padEnd(28)}${times}  n ${reference.length}`;
  });
}

async function timeBillViewer(browser: Browser, served: Served, gateway: string, port: number): Promise<Record<string, Runs>> {
  const host = await serveBenchHost(port);
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  try {
    const page = await context.newPage();
    await new PortalPage(page, gateway).signIn('ada');
    await watchForContent(page);
    await layOut(page, host, gateway, served);
    const all: Record<string, Runs> = {};
    for (const condition of CONDITIONS) {
      const runs = await measure(page, host, condition);
      all[condition.name] = runs;
      for (const line of timesTable(condition, runs)) console.log(line);
    }
    return all;
  } finally {
    await context.close();
    await host.close();
  }
}

/** `pnpm bench`: bytes and time to content, side by side in one run; also in `bench-results.json`. Timings never gate anything. */
async function bench(): Promise<void> {
  await using browser = await openBrowser();
  const product = await runProduct({ simulator: false });
  try {
    const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? 'unknown', platform: platform() };
    const versions = { node: process.version, browser: browser.version() };
    console.log(`${machine.cpus} × ${machine.model}, Node ${versions.node}, browser ${versions.browser}\n`);
    const served = await readServed(product.url);
    console.log(['Bytes of each portlet’s own code', ...bytesTable(served), ''].join('\n'));
    console.log('Time to content of <fp-bill-viewer> on a bare page, data through the gateway');
    const times = await timeBillViewer(browser, served, product.url, product.foreignPort);
    console.log('\nA bill of 100,000 lines beside one of 100, the same operator in this process');
    const longBill = await timeLongBill(browser);
    console.log(longBillTable(longBill).join('\n'));
    console.log('\nThe shop over 5,000 offers, the same operator in this process: milliseconds of script');
    const largeShop = await timeLargeShop(browser);
    console.log(largeShopTable(largeShop).join('\n'));
    console.log('\nA year of five-minute samples of 500 services beside one of 10, the same operator in this process');
    const slaYear = await timeSlaYear(browser);
    console.log(slaYearTable(slaYear).join('\n'));
    const sizes = served.manifest.portlets.map(({ name, size }) => ({ name, ...size }));
    const results = { at: new Date().toISOString(), machine, versions, seed: SEED, runtime: served.manifest.runtime.size, sizes, times, longBill, largeShop, slaYear };
    writeFileSync(RESULTS, `${JSON.stringify(results, undefined, 2)}\n`);
  } finally {
    await product.stop();
  }
}

stopWithUs();
bench().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(messageOf(error));
    process.exit(1);
  },
);
