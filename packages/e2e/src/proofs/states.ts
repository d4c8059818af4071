import type { Locator, Page, Route } from 'playwright-core';

/** A state of a portlet that a browser can bring about, whatever the data. */
export interface State {
  readonly name: string;
  /** What becomes of the portlet's calls; nothing when left out. */
  readonly calls?: (route: Route) => Promise<void>;
  /** What stands on the page in this state and in no other. */
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
  { name: 'empty', calls: emptied, sign: '' },
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
  /** Stands there when there is none. */
  readonly empty: string;
}

export const PLACES: readonly Place[] = [
  { portlet: 'bill-viewer', path: '/bills', data: 'fp-bill-list tbody tr', empty: MESSAGE },
  { portlet: 'order-tracker', path: '/orders', data: 'fp-order-list li', empty: MESSAGE },
  { portlet: 'ticket-raiser', path: '/support', data: 'fp-ticket-list li', empty: MESSAGE },
  { portlet: 'sla-dashboard', path: '/service-levels', data: 'fp-sla-grid tbody tr', empty: MESSAGE },
  { portlet: 'guided-selling', path: '/shop', data: 'fp-guide-question label', empty: MESSAGE },
];

/** The portlet's own data; who is signed in and the event stream stay as they are. */
const DATA = /\/api\/v1\/(?!session|events)/;

const SIGN_MS = 10_000;

/** What shows that this place is in this state. */
export function signOf({ portlet, data, empty }: Place, state: State, page: Page): Locator {
  const inside = state.name === 'ready' ? data : state.name === 'empty' ? empty : state.sign;
  return page.locator(`fp-${portlet}`).locator(inside).first();
}

/** Brings the page into the state, by `go`, and waits until it shows. */
export async function reach(page: Page, place: Place, state: State, go: () => Promise<void>): Promise<void> {
  const { calls } = state;
  if (calls) await page.route(DATA, calls);
  try {
    await go();
    await signOf(place, state, page).waitFor({ timeout: SIGN_MS });
  } finally {
    await page.unroute(DATA);
  }
}
