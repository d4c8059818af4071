import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { PortalPage } from '../pages/portal.page.ts';
import type { Journey } from './journey.ts';

/** What stands on each route once there is data, and on no route without. */
const ROUTES: readonly (readonly [path: string, portlet: string, data: string])[] = [
  ['/bills', 'bill-viewer', 'fp-bill-list tbody tr'],
  ['/orders', 'order-tracker', 'fp-order-list li'],
  ['/support', 'ticket-raiser', 'fp-ticket-list li'],
  ['/service-levels', 'sla-dashboard', 'fp-sla-grid tbody tr'],
  ['/shop', 'guided-selling', 'fp-guide-question label'],
];

const problemIn = (portlet: Locator) => portlet.locator('fp-status-message[tone="critical"]');

async function showsData(portal: PortalPage, [path, name, data]: (typeof ROUTES)[number]): Promise<void> {
  await portal.follow(path);
  const portlet = await portal.settled(name);
  await portlet.locator(data).first().waitFor();
  assert.equal(await problemIn(portlet).count(), 0, `${path} has a problem`);
}

async function homeShowsEveryCard(portal: PortalPage): Promise<void> {
  await portal.open('/');
  for (const [, name] of ROUTES) {
    const card = await portal.settled(name);
    assert.equal(await problemIn(card).count(), 0, `the card ${name} has a problem`);
  }
}

async function signsOut(portal: PortalPage): Promise<void> {
  await portal.signOut();
  await portal.page.locator('header .person a[href*="/auth/login"]').waitFor();
  const session = await portal.page.evaluate(async () => {
    const response = await fetch('/api/v1/bills', { headers: { 'x-fp-csrf': '1' } });
    return response.status;
  });
  assert.equal(session, 401, 'the session is still open after sign-out');
  await portal.open('/bills');
  await portal.page.locator('main a[href*="/auth/login"]').first().waitFor();
  assert.equal(await portal.portlet('bill-viewer').count(), 0);
}

/** For whoever builds on the API: read without a script, without a sign-in, in our own style. */
async function showsTheApi(portal: PortalPage): Promise<void> {
  await portal.open('/api/v1/docs');
  const routes = portal.page.locator('main details .method');
  assert.ok((await routes.count()) > 20, 'the API page does not show the routes');
  await routes.first().click();
  await portal.page.locator('main details[open] pre').first().waitFor();
  const scripts = await portal.page.locator('script').count();
  const display = await portal.page.locator('.page').evaluate((page) => getComputedStyle(page).display);
  assert.deepEqual([scripts, display], [0, 'grid'], 'the API page has a script, or not its style');
}

/** The house stands: what every later journey takes for granted. */
export const journey: Journey = {
  id: 'J00',
  title: 'The house stands',
  walk: async (stage) => {
    let portal: PortalPage | undefined;
    const ada = () => {
      assert.ok(portal);
      return portal;
    };
    await stage.step('the consumer signs in', async () => {
      portal = await stage.signedIn('ada');
      assert.match((await portal.person.textContent()) ?? '', /Ada Lindqvist/);
    });
    await stage.step('the overview shows every card', () => homeShowsEveryCard(ada()));
    for (const route of ROUTES) await stage.step(`${route[0]} shows data`, () => showsData(ada(), route));
    await stage.step('a signed-out visitor sees nothing of it', () => signsOut(ada()));
    await stage.step('the API is shown to whoever builds on it', () => showsTheApi(ada()));
  },
};
