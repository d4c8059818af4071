import assert from 'node:assert/strict';
import type { PortalPage } from '../pages/portal.page.ts';
import { textOf } from '../pages/watch.ts';
import type { Journey } from './journey.ts';

/** Same letters, same length, nobody's. */
const NOBODYS = 'aaaaaaaaaaaa';

/** What differs between any two answers. */
const PASSING = ['date', 'x-request-id'];

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** Asks as the portal's page does. The trace names the very request, so it is left out. */
function ask(portal: PortalPage, path: string): Promise<Answer> {
  return portal.page.evaluate(
    async ({ path: asked, passing }) => {
      const response = await fetch(`/api/v1${asked}`, { headers: { 'x-fp-csrf': '1', accept: 'application/json' } });
      const text = await response.text();
      const parsed = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text };
      const { trace: _trace, ...body } = parsed;
      const headers = Object.fromEntries([...response.headers].filter(([name]) => !passing.includes(name)));
      return { status: response.status, headers, body };
    },
    { path, passing: PASSING },
  );
}

async function firstBillOf(portal: PortalPage): Promise<string> {
  const { body } = await ask(portal, '/bills');
  const id = (body as { items?: { id: string }[] }).items?.[0]?.id;
  assert.ok(id, 'the business customer has no bill');
  return id;
}

async function said(portal: PortalPage, billId: string): Promise<string> {
  await portal.open(`/bills/${billId}`);
  const portlet = portal.portlet('bill-viewer');
  const note = portlet.locator('fp-status-message');
  await note.waitFor();
  return `${await note.getAttribute('heading')}: ${await textOf(portlet.locator('section'))}`;
}

/** Foreign is not found: nobody learns from us that something exists. */
export const journey: Journey = {
  id: 'J00',
  title: 'What belongs to others does not exist',
  walk: async (stage) => {
    const ada = await stage.signedIn('ada');
    const theirs = await firstBillOf(await stage.signedIn('bilal'));
    for (const path of ['', '/document']) {
      await stage.step(`another customer's bill${path} answers like one that does not exist`, async () => {
        const foreign = await ask(ada, `/bills/${theirs}${path}`);
        assert.equal(foreign.status, 404);
        assert.deepEqual(foreign, await ask(ada, `/bills/${NOBODYS}${path}`));
      });
    }
    await stage.step('and reads like one that does not exist', async () => {
      assert.equal(await said(ada, theirs), await said(ada, NOBODYS));
    });
  },
};
