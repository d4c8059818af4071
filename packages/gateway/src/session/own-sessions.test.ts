import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPAQUE_ID } from '../routing/read.ts';
import { bodyOf } from '../testing/fixtures.ts';
import { aPortal, type Portal, signIn } from '../testing/portal.ts';

interface Listed {
  items: { id: string; device: string; current: boolean }[];
}
type Browser = Awaited<ReturnType<typeof signIn>>['browser'];

/** A person who has proven anew who they are, as ending a session asks. */
async function proven(portal: Portal, sub = 'anna'): Promise<Browser> {
  portal.time.now = new Date();
  const browser = portal.browser();
  const sent = await browser.open('/auth/login?stepUp=urn:faceplate:fresh', { headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' } });
  const back = portal.provider.approve(new URL(sent.headers.get('location') ?? ''), sub, 'urn:faceplate:fresh');
  await browser.open(back.href, { headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' } });
  return browser;
}
const list = async (browser: Browser) => (await bodyOf<Listed>(await browser.open('/api/v1/sessions'))).items;

test('a person sees their own sessions and no others, by names that lead nowhere', async () => {
  const portal = await aPortal();
  const [one] = [await proven(portal), await proven(portal), await proven(portal, 'boris')];
  const items = await list(one);
  assert.equal(items.length, 2);
  assert.equal(items.filter(({ current }) => current).length, 1);
  assert.ok(items.every(({ device }) => device === 'Firefox, Linux'));
  const text = JSON.stringify(items);
  assert.ok(!text.includes(one.jar.get('fp-session') ?? ''));
});

test('ends one of them, and nobody else’s', async () => {
  const portal = await aPortal();
  const [one, two, boris] = [await proven(portal), await proven(portal), await proven(portal, 'boris')];
  const foreign = (await list(boris))[0]?.id ?? '';
  assert.equal((await one.open(`/api/v1/sessions/${foreign}`, { method: 'DELETE' })).status, 404);
  assert.equal((await boris.session()).signedIn, true);
  const other = (await list(one)).find(({ current }) => !current)?.id ?? '';
  assert.equal((await one.open(`/api/v1/sessions/${other}`, { method: 'DELETE' })).status, 200);
  assert.equal((await two.session()).signedIn, false);
  assert.equal((await one.session()).signedIn, true);
});

test('every session can be named in a path, whatever its hash begins with', async () => {
  const portal = await aPortal();
  const one = await proven(portal);
  // One in 32 hashes begins with a sign that no id of a path may begin with.
  for (let session = 0; session < 128; session++) await proven(portal);
  const items = await list(one);
  assert.equal(items.length, 129);
  assert.deepEqual(items.filter(({ id }) => !OPAQUE_ID.test(id)), []);
});

test('ends all others', async () => {
  const portal = await aPortal();
  const [one, two, boris] = [await proven(portal), await proven(portal), await proven(portal, 'boris')];
  const response = await one.open('/api/v1/sessions', { method: 'DELETE' });
  assert.deepEqual(await response.json(), { ended: 1 });
  assert.deepEqual([await one.session(), await two.session(), await boris.session()].map(({ signedIn }) => signedIn), [true, false, true]);
});
