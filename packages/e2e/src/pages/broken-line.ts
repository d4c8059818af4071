import type { Page, Request, Route } from 'playwright-core';

/** Where the line breaks: before the question has left, when it has been answered and nobody heard it; or what is behind it is down, or slow. */
export type Break = 'before it is sent' | 'after it was done' | 'the service is down' | 'the service is slow';

const SLOW_MS = 2500;
const DOWN = { status: 503, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', status: 503, code: 'upstream-unreachable', title: 'Meridian Billing cannot be reached right now. Try again in a moment.' }) };

const BREAKS: Readonly<Record<Break, (route: Route) => Promise<void>>> = {
  'before it is sent': (route) => route.abort('connectionrefused'),
  'after it was done': async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  },
  'the service is down': (route) => route.fulfill(DOWN),
  'the service is slow': async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, SLOW_MS);
    });
    await route.continue();
  },
};

export interface BrokenLine {
  /** How often it has broken so far. */
  count(): number;
  mend(): Promise<void>;
}

/** Breaks the line of a page for the calls meant, so many times; then it holds. */
export async function breakLine(page: Page, how: Break, isMeant: (request: Request) => boolean, times = 1): Promise<BrokenLine> {
  let broken = 0;
  const onRoute = async (route: Route) => {
    if (broken >= times || !isMeant(route.request())) return route.fallback();
    broken += 1;
    return BREAKS[how](route);
  };
  await page.route('**/api/v1/**', onRoute);
  return { count: () => broken, mend: () => page.unroute('**/api/v1/**', onRoute) };
}

/** The calls of one method to a path. */
export const asking = (method: string, path: RegExp) => (request: Request) => request.method() === method && path.test(new URL(request.url()).pathname);
