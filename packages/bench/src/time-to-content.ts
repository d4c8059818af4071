import type { CDPSession, Page } from 'playwright-core';

/** How fast machine and network are. */
export interface Condition {
  readonly name: string;
  /** 4: four times slower than this machine. */
  readonly cpu: number;
  readonly network?: { readonly latencyMs: number; readonly bitsPerSecond: number };
}

/** The `T` of performance.md: a middling phone on a middling network. */
export const CONDITIONS: readonly Condition[] = [
  { name: 'as is', cpu: 1 },
  { name: 'throttled', cpu: 4, network: { latencyMs: 150, bitsPerSecond: 1_600_000 } },
];

declare global {
  var contentAt: number | undefined;
}

/** Notes, in every page of the tab, when the amount, a row and the chart have been painted. Same eyes for every candidate. */
export async function watchForContent(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const within = (root: ParentNode | null | undefined, selector: string) => root?.querySelector(selector);
    const stands = () => {
      const root = within(document, 'fp-bill-viewer')?.shadowRoot;
      const row = within(within(root, 'fp-bill-list')?.shadowRoot, 'tbody tr');
      const chart = within(root, 'fp-chart-bars')?.shadowRoot?.firstElementChild;
      return [within(root, '[part="owed"]'), row, chart].every(Boolean);
    };
    const look = () => {
      if (!stands()) requestAnimationFrame(look);
      // The frame that holds it is drawn before the next one begins.
      else requestAnimationFrame(() => (globalThis.contentAt = performance.now()));
    };
    requestAnimationFrame(look);
  });
}

async function apply(session: CDPSession, { cpu, network }: Condition): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  const throughput = network ? network.bitsPerSecond / 8 : -1;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network?.latencyMs ?? 0,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
}

const NEVER: Condition = { name: 'unhindered', cpu: 1 };

/**
 * Milliseconds from the start of the navigation to painted content: the renderer warm, the cache cold.
 *
 * @throws when the content does not come.
 */
export async function timeToContent(page: Page, session: CDPSession, url: string, condition: Condition): Promise<number> {
  await apply(session, NEVER);
  await page.goto(new URL('/blank', url).href);
  await session.send('Network.clearBrowserCache');
  await apply(session, condition);
  await page.goto(url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => globalThis.contentAt, undefined, { polling: 100 });
  return (await handle.jsonValue()) as number;
}
