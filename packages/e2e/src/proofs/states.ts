import type { Locator, Page, Route } from 'playwright-core';

/** A state of a portlet that a browser can bring about, whatever the data. */
export interface State {
  readonly name: string;
  /** What becomes of the portlet's calls; nothing when left out. */
  readonly calls?: (route: Route) => Promise<void>;
  /** What is pressed once there is data, to get there. */
  readonly press?: string;
  /** What stands in the portlet in this state and in no other; nothing where the place itself says it. */
  readonly sign: string;
}

const problem = (status: number, code: string) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code, title: code, trace: 'proof' }) });

/** The very answer, with nothing in its lists. */
async function emptied(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = (await response.json()) as Record<string, unknown>;
  const lists = Object.entries(body).map(([name, value]) => [name, Array.isArray(value) && name !== 'months' ? [] : value] as const);
  await route.fulfill({ response, json: Object.fromEntries(lists) });
}

const MESSAGE = 'fp-status-message';

export const STATES: readonly State[] = [
  { name: 'ready', sign: '' },
  { name: 'loading', calls: () => new Promise(() => undefined), sign: 'fp-skeleton' },
  { name: 'empty', calls: emptied, sign: MESSAGE },
  { name: 'failed', calls: problem(500, 'internal'), sign: MESSAGE },
  { name: 'forbidden', calls: problem(403, 'forbidden'), sign: MESSAGE },
  { name: 'signed out', calls: problem(401, 'signed-out'), sign: MESSAGE },
  { name: 'offline', calls: (route) => route.abort(), sign: MESSAGE },
];

/** A portlet and where a customer meets it. */
export interface Place {
  readonly portlet: string;
  readonly path: string;
  /** Stands there once there is data. */
  readonly data: string;
  /** What a customer opens from there. */
  readonly opens: readonly State[];
}

const opens = (name: string, press: string, sign: string): State => ({ name, press, sign });

export const PLACES: readonly Place[] = [
  { portlet: 'bill-viewer', path: '/bills', data: 'fp-bill-list tbody tr', opens: [opens('one bill', 'fp-bill-list tbody button', 'fp-charge-list tbody tr')] },
  {
    portlet: 'payment-center',
    path: '/payments',
    data: 'fp-bills-to-pay tbody tr',
    opens: [opens('choices', 'section .stack > div > button.quiet', 'fp-means-choice label'), opens('one payment', 'fp-payment-list tbody button', '[part="news"]')],
  },
  { portlet: 'report-center', path: '/reports', data: 'fp-spend-table:not([slot]) tbody tr', opens: [opens('name', '.tools button', 'fp-report-name input')] },
  { portlet: 'usage-meter', path: '/usage', data: '[part="service"]', opens: [opens('one service', '[part="service"] button', '[part="uses"] tr')] },
  { portlet: 'order-tracker', path: '/orders', data: 'fp-order-list li', opens: [opens('one order', 'fp-order-list li button', 'fp-order-line article')] },
  {
    portlet: 'ticket-raiser',
    path: '/support',
    data: 'fp-ticket-list li',
    opens: [opens('one ticket', 'fp-ticket-list li button', 'fp-ticket-timeline li'), opens('form', 'button.primary', 'fp-ticket-form form')],
  },
  { portlet: 'sla-dashboard', path: '/service-levels', data: 'fp-sla-grid tbody tr', opens: [opens('one month', 'fp-sla-grid td button', 'fp-sla-detail dl')] },
  { portlet: 'guided-selling', path: '/shop', data: 'fp-guide-question label', opens: [opens('all offers', 'section .row button.quiet', 'li[data-offer]')] },
];

/** Every state of every place. */
export function casesOf(places: readonly Place[]): { place: Place; state: State }[] {
  return places.flatMap((place) => [...STATES, ...place.opens].map((state) => ({ place, state })));
}

/** The portlet's own data; who is signed in and the event stream stay as they are. */
const DATA = /\/api\/v1\/(?!session|events)/;

const SIGN_MS = 10_000;

const inside = (page: Page, { portlet }: Place, selector: string): Locator => page.locator(`fp-${portlet}`).locator(selector).first();

/** Brings the page into the state, by `go`, and waits until it shows. */
export async function reach(page: Page, place: Place, { calls, press, sign }: State, go: () => Promise<void>): Promise<void> {
  if (calls) await page.route(DATA, calls);
  try {
    await go();
    if (press) {
      await inside(page, place, place.data).waitFor({ timeout: SIGN_MS });
      await inside(page, place, press).click();
    }
    await inside(page, place, sign || place.data).waitFor({ timeout: SIGN_MS });
  } finally {
    // Calls under way belong to a page that is about to be left.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
}
