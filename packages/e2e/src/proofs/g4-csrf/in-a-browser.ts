import { randomUUID } from 'node:crypto';
import { freePort } from '@faceplate/workbench';
import type { BrowserContext, Response } from 'playwright-core';
import { openBrowser } from '../../browser/browser.ts';
import { PortalPage } from '../../pages/portal.page.ts';
import { UNLIMITED } from '../place.ts';
import { type Finding, finding, type ProductProofSetting } from '../proof.ts';
import type { Act } from './acts.ts';
import { attack, type attackSite, WAYS } from './attack-page.ts';

type Site = Awaited<ReturnType<typeof attackSite>>;

/** Chromium takes every name below `localhost` for this machine, and for one it may tell `Sec-Fetch-Site` to. */
const PORTAL = 'portal.op.localhost';
const ATTACKERS = { sibling: 'evil.op.localhost', foreign: 'evil.other.localhost' } as const;

/** What ada's page sees of what ada has. */
const standing = (page: PortalPage) =>
  page.page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } })).text();
    return (await Promise.all(['/cart', '/orders', '/tickets'].map(read))).join('\n');
  });

/** Answers that say something was done: those to questions beforehand are none. */
const executed = (response: Response): boolean => response.status() < 300 && response.request().method() !== 'OPTIONS' && response.request().method() !== 'GET';

const CHANGED = 'what ada has is changed';

interface Attempt {
  readonly acts: (page: PortalPage) => Promise<readonly Act[]>;
  readonly site: Site;
  readonly host: string;
  readonly url: string;
}

async function attempt(context: BrowserContext, ada: PortalPage, { acts, site, host, url }: Attempt): Promise<(string | undefined)[]> {
  const outcomes: (string | undefined)[] = [];
  for (const { method, path, name, body } of await acts(ada)) {
    const before = await standing(ada);
    const page = await context.newPage();
    const done: string[] = [];
    let sent = 0;
    page.on('response', (response) => {
      if (!response.url().startsWith(url)) return;
      sent += 1;
      if (executed(response)) done.push(`${response.request().method()} ${response.status()}`);
    });
    await page.goto(`http://${host}:${site.port}/`);
    await page.evaluate(attack, { method, url: `${url}/api/v1${path}`, body: JSON.stringify(body ?? {}), key: randomUUID() });
    await page.close();
    const changed = (await standing(ada)) === before ? [] : [CHANGED];
    const reached = sent > 2 ? [] : ['nothing reached the product'];
    outcomes.push([...done, ...changed, ...reached].map((what) => `${host}, ${name}: ${what}`)[0]);
  }
  return outcomes;
}

interface Stage {
  readonly setting: ProductProofSetting;
  readonly site: Site;
  readonly acts: Attempt['acts'];
}

/** The product under a name with siblings, ada signed in, and whoever would act in ada's place. */
async function staged<T>({ setting, site }: Stage, allowed: readonly string[], work: (context: BrowserContext, ada: PortalPage, url: string) => Promise<T>): Promise<T> {
  const port = String(await freePort());
  const url = `http://${PORTAL}:${port}`;
  const embedOrigins = allowed.map((host) => `http://${host}:${site.port}`);
  const product = await setting.open({ simulator: false, env: { PORT: port, PUBLIC_URL: url }, config: { ...UNLIMITED, embedOrigins } });
  const browser = await openBrowser();
  try {
    const context = await browser.newContext();
    const ada = new PortalPage(await context.newPage(), url);
    await ada.signIn('ada');
    return await work(context, ada, url);
  } finally {
    await browser.close();
    await product.stop();
  }
}

/** A real browser with ada's session, and an attacker's page in its next tab. */
export async function inABrowser(stage: Stage): Promise<Finding[]> {
  const { site, acts } = stage;
  const outcomes = await staged(stage, [], async (context, ada, url) => [
    ...(await attempt(context, ada, { acts, site, host: ATTACKERS.sibling, url })),
    ...(await attempt(context, ada, { acts, site, host: ATTACKERS.foreign, url })),
  ]);
  const twin = await staged(stage, [ATTACKERS.sibling], (context, ada, url) => attempt(context, ada, { acts, site, host: ATTACKERS.sibling, url }));
  const noticed = twin.filter((one) => one?.endsWith(CHANGED) || / 20\d$/.test(one ?? ''));
  return [
    finding(`Chromium, a page on a sibling and on a foreign site × ${WAYS} ways each: 0 done`, `${outcomes.filter(Boolean).length} done`, outcomes),
    finding('Sabotage: the sibling listed as ours, Chromium gets through', `${noticed.length} of ${twin.length} noticed`, [noticed.length > 0 ? undefined : 'nothing noticed']),
  ];
}
