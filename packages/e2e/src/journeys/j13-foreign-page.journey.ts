import assert from 'node:assert/strict';
import { ForeignPage } from '../pages/foreign.page.ts';
import { PortalPage } from '../pages/portal.page.ts';
import { listenForViolations } from '../browser/violations.ts';
import type { Journey } from './journey.ts';
import type { Stage } from './stage.ts';

/** A visitor of the foreign page who has signed in at the operator before. */
async function customer(stage: Stage): Promise<ForeignPage> {
  const portal = await stage.signedIn('ada');
  const host = await stage.foreignHost();
  return new ForeignPage(await portal.page.context().newPage(), host.url);
}

async function showsBoth(foreign: ForeignPage): Promise<void> {
  const portlets = new PortalPage(foreign.page, foreign.url);
  const bills = await portlets.settled('bill-viewer');
  await bills.locator('fp-bill-list tbody tr').first().waitFor();
  const orders = await portlets.settled('order-tracker');
  await orders.locator('fp-order-list li').first().waitFor();
}

/** features.md J13, step 1: the sample host shows both portlets and stays what it was. */
export const journey: Journey = {
  id: 'J13',
  title: 'Fifteen minutes into a foreign portal',
  walk: async (stage) => {
    if (!stage.product.restart && !(await isListed(stage))) {
      stage.skip('J13', `embedOrigins at FACEPLATE_URL does not list http://127.0.0.1:${stage.product.foreignPort}`);
      return;
    }
    await stage.step('1. both portlets work on a foreign page, with 0 policy reports', async () => {
      const foreign = await customer(stage);
      const violations = await listenForViolations(foreign.page.context());
      await foreign.open();
      await showsBoth(foreign);
      assert.deepEqual(violations, []);
      assert.deepEqual((await stage.foreignHost()).reports, []);
    });
    await stage.step('1. nothing outside them changes: markup, style sheets, globals, picture', async () => {
      const foreign = await customer(stage);
      await foreign.openWithoutUs();
      const before = await foreign.outside();
      await foreign.open();
      await showsBoth(foreign);
      const after = await foreign.outside();
      assert.equal(after.markup, before.markup);
      assert.equal(after.styleSheets, before.styleSheets);
      assert.deepEqual(after.globals.filter((name) => !before.globals.includes(name)), []);
      assert.ok(after.picture.equals(before.picture), 'the page looks different outside the boxes');
    });
  },
};

async function isListed({ product }: Stage): Promise<boolean> {
  const origin = `http://127.0.0.1:${product.foreignPort}`;
  const headers = { origin, 'access-control-request-method': 'GET' };
  const answer = await fetch(`${product.url}/api/v1/session`, { method: 'OPTIONS', headers });
  return answer.headers.get('access-control-allow-origin') === origin;
}
