import type { Page } from 'playwright-core';
import { listenForViolations, type Violation } from '../browser/violations.ts';
import { probesAreBlocked, sabotageIsReported } from './g5-probes.ts';
import { deal, type Look } from './looks.ts';
import { type Finding, finding, type PortalProof, type ProofSetting } from './proof.ts';
import { casesOf, type Place, PLACES, reach } from './states.ts';

/** One case after the other on one page; each answers with what is wrong, if anything. */
async function visit(page: Page, look: Look, cases: ReturnType<typeof casesOf>, go: (place: Place) => Promise<void>): Promise<(string | undefined)[]> {
  const violations = await listenForViolations(page.context());
  const outcomes: (string | undefined)[] = [];
  for (const { place, state } of cases) {
    const where = `${place.portlet}, ${state.name}, ${look.scheme}, ${look.language}`;
    const before = violations.length;
    const missed = await reach(page, place, state, () => go(place)).then(() => undefined, () => `${where}: not reached`);
    const [breach] = violations.slice(before);
    outcomes.push(breach ? `${where}: ${told(breach)}` : missed);
  }
  return outcomes;
}

const told = ({ directive, blocked, source }: Violation) => `${directive} blocked ${blocked} (${source})`;

const sentence = (cases: readonly (string | undefined)[]) => `${cases.filter((one) => one && !one.endsWith('not reached')).length} violations`;

async function onThePortal({ stage, seed, full }: ProofSetting): Promise<Finding> {
  const outcomes: (string | undefined)[] = [];
  for (const [look, cases] of deal(casesOf(PLACES), { seed, full })) {
    const portal = await stage.signedIn('ada');
    await portal.prefer(look.scheme, look.language);
    outcomes.push(...(await visit(portal.page, look, cases, ({ path }) => portal.open(path))));
    await portal.page.context().close();
  }
  return finding('portal: portlet × state × light and dark × en, de, ar', sentence(outcomes), outcomes);
}

const EMBEDDED = PLACES.filter(({ portlet }) => portlet === 'bill-viewer' || portlet === 'order-tracker');

async function onTheForeignPage({ stage, seed, full }: ProofSetting): Promise<Finding> {
  const host = await stage.foreignHost();
  const before = host.reports.length;
  const outcomes: (string | undefined)[] = [];
  for (const [look, cases] of deal(casesOf(EMBEDDED), { seed, full })) {
    const portal = await stage.signedIn('ada', { colorScheme: look.scheme });
    const { page } = portal;
    // The page is parsed and no module has run yet. An answer changed on its way would make the page a stranger to loopback.
    await page.addInitScript((language) => {
      const speak = () => document.documentElement.setAttribute('lang', language);
      document.addEventListener('readystatechange', speak, { once: true });
    }, look.language);
    outcomes.push(...(await visit(page, look, cases, () => page.goto(`${host.url}/`).then(() => undefined))));
    await page.context().close();
  }
  const sent = host.reports.slice(before).map((report) => `reported to the host: ${JSON.stringify(report)}`);
  return finding('foreign page: two portlets × state × light and dark × en, de, ar', sentence(outcomes), [...outcomes, ...sent]);
}

/** security.md G5 on what exists: strict CSP and Trusted Types; `Integrity-Policy` comes with the import map. */
export const strictPolicy: PortalProof = {
  on: 'portal',
  id: 'G5',
  title: 'Strict CSP and Trusted Types: nothing of ours breaks them, and they hold',
  run: async (setting) => [
    await onThePortal(setting),
    await onTheForeignPage(setting),
    await probesAreBlocked(setting),
    await sabotageIsReported(setting),
  ],
};
