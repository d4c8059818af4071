import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarFeed } from '@faceplate/contracts';
import { createLimits } from '../limits/limits.ts';
import type { AuditEntry } from '../options.ts';
import { NOW } from '../testing/fixtures.ts';
import { anOperator } from '../testing/operator.ts';

const FEED = '/service-levels/planned-work/feed';

/** An operator that keeps a trail, and Bilal's calendar link. */
async function linked(limits?: ReturnType<typeof createLimits>) {
  const trail: AuditEntry[] = [];
  const record = (entry: AuditEntry) => Promise.resolve(void trail.push(entry));
  const operator = await anOperator({ guards: { audit: { record }, ...(limits && { limits }) } });
  const bilal = operator.as('bilal');
  const { url = '' } = (await bilal<CalendarFeed>(FEED, { method: 'POST', body: {} })).body;
  const fetched = async (address = url) => (await operator.app.request(address)).status;
  return { operator, bilal, trail, url, fetched };
}

test('the trail has who made a link, its first fetch of a day, who tried one that is none, and who withdrew it; never the link', async () => {
  const { operator, bilal, trail, url, fetched } = await linked();
  assert.deepEqual([await fetched(), await fetched(), await fetched(`${url.slice(0, -12)}aaaaaaaa.ics`)], [200, 200, 404]);
  await bilal(FEED, { method: 'DELETE' });
  assert.equal(await fetched(), 404);
  const { sub } = operator.subjects.bilal;
  assert.deepEqual(trail.map(({ action, actor, result, channel }) => [action, actor, result, channel]), [
    ['calendar-feed.change', sub, 'done', 'portal'],
    ['calendar-feed.read', sub, 'done', 'link'],
    ['calendar-feed.read', 'nobody', 'refused', undefined],
    ['calendar-feed.change', sub, 'done', 'portal'],
    ['calendar-feed.read', 'nobody', 'refused', undefined],
  ]);
  assert.ok(!JSON.stringify(trail).includes(url.split('/').at(-1)?.slice(0, 20) ?? '-'));
});

test('a link is fetched so often and no more', async () => {
  const { fetched } = await linked(createLimits({ clock: () => NOW }));
  const statuses: number[] = [];
  for (let at = 0; at < 25; at += 1) statuses.push(await fetched());
  assert.deepEqual([statuses[0], statuses.at(-1)], [200, 429]);
});

test('a link gives what its person may see now: of rights that ended, nothing', async () => {
  const { operator, url } = await linked();
  const before = await (await operator.app.request(url)).text();
  await operator.store.transaction(async (tx) => {
    for (const { body } of (await tx.list('partyRole')).rows) if (JSON.stringify(body['engagedParty']).includes(operator.subjects.bilal.sub)) await tx.put('partyRole', { ...body, status: 'terminated' });
  });
  const after = await (await operator.app.request(url)).text();
  assert.deepEqual([before.includes('BEGIN:VEVENT'), after.includes('BEGIN:VEVENT')], [true, false]);
});
