import type { Page } from 'playwright-core';

const PROBE = '/fp-probe.js';

/**
 * Opens a page as its server sends it, headers and all, with a piece of markup and a script of its own origin added.
 * What depends on the policy has to be started by such a script: code run through the debugging protocol is exempt.
 */
export async function openPlanted(page: Page, url: string, { markup = '', script = '' }: { markup?: string; script?: string }): Promise<void> {
  const isPage = (asked: URL) => asked.href === new URL(url).href;
  const planted = `${markup}${script ? `<script type="module" src="${PROBE}"></script>` : ''}</body>`;
  await page.route(isPage, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</body>', planted) });
  });
  await page.route(`**${PROBE}`, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  try {
    await page.goto(url, { waitUntil: 'load' });
  } finally {
    await page.unroute(isPage);
    await page.unroute(`**${PROBE}`);
  }
}
