import { join } from 'node:path';
import type { Locator, Page, Route } from 'playwright-core';
import type { Stage } from './journeys/stage.ts';
import type { Language, PortalPage, Scheme } from './pages/portal.page.ts';

/** A picture of one portlet, for its README: who sees it, where, and what they press on the way. */
export interface Picture {
  readonly portlet: string;
  readonly name: string;
  readonly path: string;
  /** Stands there when the picture is taken. */
  readonly sign: string;
  readonly who?: string;
  /** Pressed one after the other; a text is a button's words, anything else a selector. */
  readonly press?: readonly string[];
  readonly scheme?: Scheme;
  readonly language?: Language;
  readonly width?: number;
  /** What the service answers instead, by the path it is asked for. */
  readonly instead?: { readonly of: RegExp; readonly answer: (route: Route) => Promise<void> };
}

const refused = (route: Route) =>
  route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ status: 500, code: 'internal', title: 'Not now.', trace: '4bf92f3577b34da6' }) });

const never = () => new Promise<void>(() => undefined);

const bills = { portlet: 'bill-viewer', path: '/bills', sign: 'fp-balance-sum' } as const;
const bill = { portlet: 'bill-viewer', path: '/bills', sign: '[part="difference"]', press: ['fp-bill-list tbody button'] } as const;
const why = { ...bill, sign: 'fp-flow-chart li', press: [...bill.press, '[part="difference"] + button'] } as const;
const lists = /\/api\/v1\/bills(\?|$)/;
const usage = { portlet: 'usage-meter', path: '/usage', sign: '[part="service"]' } as const;
const days = { ...usage, sign: '[part="uses"] tr', press: ['[part="service"] button'] } as const;
const spent = /\/api\/v1\/spend/;
const reports = { portlet: 'report-center', path: '/reports', sign: 'fp-spend-table:not([slot]) tbody tr' } as const;
const at = { madeAt: '2026-11-20T09:30:00.000Z', changedAt: '2026-11-20T09:30:00.000Z' };
const keptReports = {
  of: /\/api\/v1\/reports/,
  answer: (route: Route) =>
    route.fulfill({
      json: {
        items: [
          { id: 'r1', name: 'A year by person', by: 'person', months: 12, ...at },
          { id: 'r2', name: 'Grandmother’s line', by: 'kind', months: 6, account: { id: 'elsewhere', name: 'Grandmother', gone: true }, ...at },
          { id: 'r3', name: 'What each place costs', by: 'site', months: 6, ...at },
        ],
        total: 3,
        gaps: [],
      },
    }),
} as const;
const kept = { ...reports, sign: '[part="reports"] li', instead: keptReports } as const;
const metered = /\/api\/v1\/(usage|running)/;

export const PICTURES: readonly Picture[] = [
  { ...bills, name: 'list' },
  { ...bills, name: 'list-dark', scheme: 'dark' },
  { ...bills, name: 'list-arabic', language: 'ar' },
  { ...bills, name: 'list-phone', width: 320 },
  { ...bills, name: 'card', path: '/', sign: '[part="owed"]' },
  { ...bills, name: 'filtered', path: '/bills?status=overdue' },
  { ...bills, name: 'nothing-fits', path: '/bills?status=paid&year=1999', sign: 'fp-status-message' },
  { ...bills, name: 'search', path: '/bills?search=roaming', sign: 'fp-found-list tbody tr' },
  { ...bills, name: 'loading', sign: 'fp-skeleton', instead: { of: /\/api\/v1\/(bills|balance)/, answer: never } },
  { ...bills, name: 'empty', sign: 'fp-status-message', who: 'daniel' },
  { ...bills, name: 'failed', sign: '[part="problem"]', instead: { of: lists, answer: refused } },
  { ...bills, name: 'offline', sign: '[part="problem"]', instead: { of: lists, answer: (route) => route.abort() } },
  { ...bills, name: 'without-figures', sign: '[part="owed"]', instead: { of: /\/api\/v1\/balance/, answer: refused } },
  { ...bills, name: 'interim', sign: '[part="interim"] [part="preview"]', press: ['[part="interim"] summary'] },
  { ...bill, name: 'one' },
  { ...bill, name: 'one-dark', scheme: 'dark' },
  { ...bill, name: 'one-phone', width: 320 },
  { ...why, name: 'why' },
  { ...why, name: 'why-dark', scheme: 'dark' },
  { ...why, name: 'why-arabic', language: 'ar' },
  { ...why, name: 'why-phone', width: 320 },
  { ...why, name: 'why-table', sign: 'fp-change-table tbody tr', press: [...why.press, 'fp-flow-chart figure > button'] },
  { ...reports, name: 'all' },
  { ...reports, name: 'dark', scheme: 'dark' },
  { ...reports, name: 'arabic', language: 'ar' },
  { ...reports, name: 'phone', width: 320 },
  { ...reports, name: 'card', path: '/', sign: '[part="spent"]' },
  { ...reports, name: 'units', path: '/reports?by=unit&months=12', who: 'bilal' },
  { ...reports, name: 'cost-centres', path: '/reports?by=cost-centre', who: 'bilal' },
  { ...reports, name: 'table', sign: 'fp-spend-table[slot] tbody tr', press: ['fp-side-bars figure > button'] },
  { ...reports, name: 'saving', sign: 'fp-report-name input', press: ['.tools button'] },
  { ...kept, name: 'saved' },
  { ...kept, name: 'saved-dark', scheme: 'dark' },
  { ...kept, name: 'saved-arabic', language: 'ar' },
  { ...kept, name: 'saved-phone', width: 320 },
  { ...kept, name: 'renaming', sign: '[part="reports"] fp-report-name', press: ['[part="reports"] li:nth-child(2) .row button'] },
  { ...kept, name: 'opened', sign: '.tools [data-names]', press: ['[data-opens="r1"]'] },
  { ...kept, name: 'account-gone', sign: 'fp-status-message', press: ['[data-opens="r2"]'] },
  { ...reports, name: 'changed', path: '/reports/r1?by=site', sign: '.tools button.primary', instead: keptReports },
  { ...reports, name: 'missing', path: '/reports/nowhere', sign: '[part="problem"]' },
  { ...reports, name: 'loading', sign: 'fp-skeleton', instead: { of: spent, answer: never } },
  { ...reports, name: 'empty', sign: 'fp-status-message', who: 'daniel' },
  { ...reports, name: 'failed', sign: '[part="problem"]', instead: { of: spent, answer: refused } },
  { ...reports, name: 'offline', sign: '[part="problem"]', instead: { of: spent, answer: (route) => route.abort() } },
  { ...usage, name: 'all' },
  { ...usage, name: 'dark', scheme: 'dark' },
  { ...usage, name: 'arabic', language: 'ar' },
  { ...usage, name: 'phone', width: 320 },
  { ...usage, name: 'company', who: 'bilal' },
  { ...usage, name: 'loading', sign: 'fp-skeleton', instead: { of: metered, answer: never } },
  { ...usage, name: 'empty', sign: 'fp-status-message', who: 'daniel' },
  { ...usage, name: 'failed', sign: '[part="problem"]', instead: { of: metered, answer: refused } },
  { ...usage, name: 'offline', sign: '[part="problem"]', instead: { of: metered, answer: (route) => route.abort() } },
  { ...days, name: 'days' },
  { ...days, name: 'days-dark', scheme: 'dark' },
  { ...days, name: 'days-arabic', language: 'ar' },
  { ...days, name: 'days-phone', width: 320 },
  { ...days, name: 'days-table', press: [...days.press, 'fp-use-days figure > button'] },
];

/** How a thing is pressed: by a pointer where nothing else is said. */
type Press = (what: Locator) => Promise<void>;

const click: Press = (what) => what.click();

/** Brings the portal, signed in, into the state of the picture, and answers with the portlet. */
export async function bringAbout(portal: PortalPage, { portlet, path, sign, press = [], instead }: Picture, by = click): Promise<Locator> {
  if (instead) await portal.page.route(instead.of, instead.answer);
  await portal.open(path);
  const place = portal.portlet(portlet);
  for (const selector of press) await by(place.locator(selector).first());
  await place.locator(sign).first().waitFor();
  if (sign !== 'fp-skeleton') await portal.settled(portlet);
  return place;
}

/** Takes the picture into `folder`, as `<portlet>-<name>.png`. */
export async function picture(stage: Stage, shown: Picture, folder: string): Promise<string> {
  const { portlet, name, who = 'ada', scheme = 'light', language = 'en', width = 1000 } = shown;
  const portal = await stage.signedIn(who, { viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await portal.prefer(scheme, language);
  const place = await bringAbout(portal, shown);
  await still(portal.page);
  const file = `${portlet}-${name}.png`;
  await place.screenshot({ path: join(folder, file), animations: 'disabled' });
  await portal.page.context().close();
  return file;
}

/** Nothing is in hand: no ring of the keyboard, no pointer over a bar. */
async function still(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}
