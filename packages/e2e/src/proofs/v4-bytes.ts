import type { Page } from 'playwright-core';
import { ForeignPage } from '../pages/foreign.page.ts';
import { PortalPage } from '../pages/portal.page.ts';
import { type Finding, finding, type PortalProof, type ProofSetting } from './proof.ts';
import { PLACES } from './states.ts';
import { type Coding, importsOf, wireSum } from './wire.ts';

interface Manifest {
  readonly runtime: { readonly module: string };
  readonly portlets: readonly { readonly name: string; readonly module: string; readonly chunks: Readonly<Record<string, string>> }[];
}

/** A kilobyte has 1,000 bytes, as in performance.md. */
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The figure beside its goal; over it is a failure, and says by how much. */
function against(what: string, bytes: number, goal: number, coding: Coding): Finding {
  const over = bytes > goal ? `${kB(bytes - goal)} over` : undefined;
  return finding(what, `${kB(bytes)} of ${kB(goal)} ${coding}${over ? `, ${over}` : ''}`, [over && `${what}: ${over}`]);
}

/** The module and what it imports before anything can be shown; the runtime is not its own. */
async function firstView(module: string, seen = new Set<string>()): Promise<string[]> {
  if (seen.has(module)) return [];
  seen.add(module);
  const code = await (await fetch(module)).text();
  const imports = importsOf(code).filter((file) => !file.startsWith('./runtime-'));
  const own = await Promise.all(imports.map((file) => firstView(new URL(file, module).href, seen)));
  return [module, ...own.flat()];
}

/** Translations are chunks named after their language; a customer loads one, and English none. */
const isTranslation = (file: string) => /-(de|ar|pseudo)-[\w-]{8}\.js$/.test(file);

async function eachPortlet(url: string, { portlets }: Manifest): Promise<Finding[]> {
  const address = (module: string) => new URL(module, `${url}/embed/`).href;
  const findings = portlets.map(async ({ name, module, chunks }) => {
    const own = [module, ...Object.keys(chunks).filter((file) => !isTranslation(file))].map(address);
    return [
      against(`${name}: own code in all`, await wireSum(own, 'gzip'), 20_000, 'gzip'),
      against(`${name}: first view`, await wireSum(await firstView(address(module)), 'br'), 8000, 'br'),
    ];
  });
  return (await Promise.all(findings)).flat();
}

/** Scripts that a page has loaded. */
function scriptsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource').map(({ name }) => name);
    return entries.filter((name) => new URL(name).pathname.endsWith('.js'));
  });
}

async function thePortal(page: Page, { portlets }: Manifest): Promise<Finding[]> {
  const scripts = await scriptsOf(page);
  const of = (name: string) => scripts.filter((file) => new URL(file).pathname.startsWith(`/embed/${name}`));
  const views = portlets.flatMap(({ name }) => of(name));
  const runtime = await wireSum(of('runtime'), 'br');
  const together = await wireSum(scripts.filter((file) => !views.includes(file)), 'br');
  const all = together + (await wireSum(views, 'br'));
  return [
    against(`runtime (${kB(runtime)}) and shell`, together, 20_000, 'br'),
    // Nothing can be drawn before both have come.
    against('runtime and shell in one initial window', together, 14_600, 'br'),
    against(`runtime, shell and the first views of ${portlets.length} portlets`, all, 45_000, 'br'),
    finding('the overview loads every portlet', `${portlets.length} portlets`, portlets.map(({ name }) => (of(name).length > 0 ? undefined : `${name} was not loaded`))),
  ];
}

/** Each copy of Lit makes one policy for its templates. */
async function countLits(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } };
    if (!trustedTypes) return;
    const create = trustedTypes.createPolicy.bind(trustedTypes);
    trustedTypes.createPolicy = (name, rules) => {
      if (name === 'lit-html') document.documentElement.dataset['lits'] = String(Number(document.documentElement.dataset['lits'] ?? 0) + 1);
      return create(name, rules);
    };
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['lits'] ?? 0));
}

function originsAsked(page: Page): Set<string> {
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  return origins;
}

const copies = (where: string, count: number) => finding(`${where}: copies of Lit`, `${count} of 1`, [count === 1 ? undefined : `${count} copies`]);

function strangers(where: string, asked: ReadonlySet<string>, known: readonly string[]): Finding {
  const foreign = [...asked].filter((origin) => !known.includes(origin));
  return finding(`${where}: foreign requests`, `${foreign.length} of 0`, foreign.length > 0 ? foreign : [undefined]);
}

async function onThePortal({ stage }: ProofSetting, manifest: Manifest): Promise<Finding[]> {
  const portal = await stage.signedIn('ada');
  const page = await portal.page.context().newPage();
  const [lits, asked] = [await countLits(page), originsAsked(page)];
  const tab = new PortalPage(page, portal.url);
  await tab.open('/');
  for (const { portlet } of PLACES) await tab.settled(portlet);
  const bytes = await thePortal(page, manifest);
  for (const { path, portlet } of PLACES) {
    await tab.follow(path);
    await tab.settled(portlet);
  }
  return [...bytes, copies('portal', await lits()), strangers('portal', asked, [portal.url])];
}

async function onTheForeignPage({ stage }: ProofSetting): Promise<Finding[]> {
  const portal = await stage.signedIn('ada');
  const host = await stage.foreignHost();
  const page = await portal.page.context().newPage();
  const [lits, asked] = [await countLits(page), originsAsked(page)];
  await new ForeignPage(page, host.url).open();
  for (const name of ['bill-viewer', 'order-tracker']) await new PortalPage(page, host.url).settled(name);
  return [copies('foreign page', await lits()), strangers('foreign page', asked, [portal.url, host.url])];
}

/** performance.md V4, exact bytes as they travel from the running product. */
export const bytes: PortalProof = {
  on: 'portal',
  id: 'V4',
  title: 'Exact bytes: portlets, runtime, shell',
  run: async (setting) => {
    const { url } = setting.stage.product;
    const manifest = (await (await fetch(`${url}/embed/manifest.json`)).json()) as Manifest;
    return [...(await eachPortlet(url, manifest)), ...(await onThePortal(setting, manifest)), ...(await onTheForeignPage(setting))];
  },
};
