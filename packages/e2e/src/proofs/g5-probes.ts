import type { Page } from 'playwright-core';
import { until } from '../pages/watch.ts';
import { listenForViolations } from '../browser/violations.ts';
import { openPlanted } from './planted.ts';
import { type Finding, finding, type ProofSetting } from './proof.ts';

/** What each probe leaves on `<html>` when it gets through. */
const PROBES = ['inline-script', 'inline-handler', 'foreign-script', 'script-element', 'eval', 'new-function', 'inner-html', 'document-write'];

/** Runs on the page, as any script of it would. A probe that is refused throws or does nothing. */
const SCRIPT = `
const { dataset } = document.documentElement;
const through = (name) => { dataset[name] = 'yes'; };
const attempt = (probe) => { try { probe(); } catch {} };
globalThis.fpThrough = through;
attempt(() => { const made = document.createElement('script'); made.append("fpThrough('scriptElement')"); document.body.append(made); });
attempt(() => eval("fpThrough('eval')"));
attempt(() => new Function("fpThrough('newFunction')")());
attempt(() => { const box = document.createElement('div'); box.innerHTML = '<b>x</b>'; if (box.firstChild) through('innerHtml'); });
attempt(() => { document.write('<i id="written"></i>'); if (document.getElementById('written')) through('documentWrite'); });
dataset.probed = 'yes';
`;

function markupFor(foreignScript: string): string {
  return [
    '<script>document.documentElement.dataset.inlineScript = "yes"</script>',
    '<img src="/nothing.png" alt="" onerror="document.documentElement.dataset.inlineHandler = \'yes\'">',
    `<script src="${foreignScript}"></script>`,
  ].join('');
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

async function probe(page: Page, name: string, url: string, foreignScript: string): Promise<(string | undefined)[]> {
  const asked: string[] = [];
  page.on('response', (response) => {
    if (response.url() === foreignScript) asked.push(response.url());
  });
  await openPlanted(page, url, { markup: markupFor(foreignScript), script: SCRIPT });
  await page.waitForFunction(() => document.documentElement.dataset['probed'] === 'yes');
  const left = await page.evaluate(() => Object.fromEntries(Object.entries(document.documentElement.dataset)));
  const got = (one: string) => (one === 'foreign-script' ? asked.length > 0 : left[camel(one)] === 'yes');
  return PROBES.map((one) => (got(one) ? `${name}: ${one} got through` : undefined));
}

/** Each probe on the portal and on the foreign page; both must stop them all. */
export async function probesAreBlocked({ stage }: ProofSetting): Promise<Finding> {
  const { url } = stage.product;
  const host = await stage.foreignHost();
  const shell = await probe(await stage.visitor(), 'portal', `${url}/`, `${host.url}/host.js`);
  // Of the gateway's scripts a host allows the drop-in modules and no other.
  const foreign = await probe(await stage.visitor(), 'foreign page', `${host.url}/`, `${url}/auth/login`);
  const cases = [...shell, ...foreign];
  return finding('probes: inline, foreign and made scripts, eval, strings to markup', `${cases.filter((one) => !one).length} of ${cases.length} blocked`, cases);
}

const SABOTAGE = { markup: '<p style="color: red">planted</p>' };

/** The twin of the proof: what would be a violation is seen as one, so that "0 violations" means something. */
export async function sabotageIsReported({ stage }: ProofSetting): Promise<Finding> {
  const host = await stage.foreignHost();
  const before = host.reports.length;
  const cases: (string | undefined)[] = [];
  for (const url of [`${stage.product.url}/`, `${host.url}/`]) {
    const page = await stage.visitor();
    const violations = await listenForViolations(page.context());
    await openPlanted(page, url, SABOTAGE);
    cases.push(violations.some(({ directive }) => directive === 'style-src-attr') ? undefined : `${url}: nothing was reported`);
  }
  // The browser sends the host's own report when it likes.
  const sent = until('no report', 5000, () => Promise.resolve(host.reports.length > before)).then(() => undefined, () => 'the host got no report');
  cases.push(await sent);
  return finding('sabotage: an inline style planted on purpose is reported', `${cases.filter((one) => !one).length} of ${cases.length} seen`, cases);
}
