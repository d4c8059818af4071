import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Availability, Interest, InterestList, Problem } from '@faceplate/contracts';
import { aShopPortal } from '../testing/shop-portal.ts';
import type { aVisit } from '../testing/visiting.ts';

type Visit = ReturnType<typeof aVisit>;

const email = 'gwen@example.org';

async function idOf(visit: Visit, path: string, name?: string): Promise<string> {
  const { items } = (await visit<{ items: { id: string; name?: string }[] }>(path)).body;
  return items.find((one) => name === undefined || one.name === name)?.id ?? assert.fail(`nothing at ${path}`);
}

async function aWish() {
  const portal = await aShopPortal();
  const visit = portal.visit();
  const placeId = await idOf(visit, '/places?search=Kastanienhof%205%2C%2010437');
  const offerId = await idOf(visit, '/offers?search=Home%2050', 'Home 50');
  const names = async (from = visit) => (await from<InterestList>('/availability/interests')).body.items;
  const letters = async () => (await portal.store.read().list('communicationMessage', { limit: 5_000 })).rows.map(({ body }) => JSON.stringify(body)).filter((letter) => letter.includes(email));
  return { ...portal, mine: visit, wish: { placeId, offerId }, names, letters };
}

test('a visitor says where to write to, sees their name down, and takes it off again', async () => {
  const { mine: visit, wish, names } = await aWish();
  assert.deepEqual(await names(), []);
  const nowhere = await visit<Problem>('/availability/interests', { body: wish });
  assert.deepEqual([nowhere.status, nowhere.body.errors?.map(({ path }) => path)], [422, ['email']]);
  const [body, key] = [{ ...wish, email }, crypto.randomUUID()];
  const first = await visit<Interest>('/availability/interests', { body, key });
  assert.deepEqual([first.status, first.body.what, first.body.state], [201, 'Home 50', 'waiting']);
  assert.deepEqual((await visit<Interest>('/availability/interests', { body, key })).body, first.body);
  assert.deepEqual(await names(), [first.body]);
  assert.equal((await visit(`/availability/interests/${first.body.id}`, { method: 'DELETE' })).status, 200);
  assert.deepEqual(await names(), []);
});

test('nobody else sees it or takes it off, and the address is told to nobody', async () => {
  const { mine, wish, names, visit } = await aWish();
  const { body } = await mine<Interest>('/availability/interests', { body: { ...wish, email } });
  assert.ok(!JSON.stringify(await names()).includes(email));
  const other = visit();
  await other('/availability/interests', { body: { ...wish, email } });
  assert.deepEqual((await names(other)).map(({ id }) => id).includes(body.id), false);
  assert.equal((await other(`/availability/interests/${body.id}`, { method: 'DELETE' })).status, 404);
});

test('they are written to there when it can be had', async () => {
  const { mine: visit, wish, letters, later, store } = await aWish();
  assert.equal((await visit('/availability/interests', { body: { ...wish, email } })).status, 201);
  assert.deepEqual(await letters(), []);
  await store.transaction(async (tx) => {
    const { body: house } = (await tx.get('geographicAddress', wish.placeId)) ?? assert.fail('no such house');
    const lines = (house['networkAccess'] as object[]).map((line) => ({ ...line, freePorts: 5 }));
    await tx.put('geographicAddress', { ...house, networkAccess: lines });
  });
  for (let days = 0; days < 3; days += 1) await later(86_400_000);
  assert.equal((await letters()).length, 1);
});

test('what a visitor waits for is the person’s after signing in, also in another browser', async () => {
  const { mine, wish, names, signIn, subjects, visit } = await aWish();
  const { body } = await mine<Interest>('/availability/interests', { body: { ...wish, email } });
  await signIn(mine, subjects.ada.sub);
  assert.deepEqual((await names()).map(({ id }) => id), [body.id]);
  const elsewhere = visit();
  await signIn(elsewhere, subjects.ada.sub);
  assert.deepEqual((await names(elsewhere)).map(({ id }) => id), [body.id]);
  assert.equal((await elsewhere(`/availability/interests/${body.id}`, { method: 'DELETE' })).status, 200);
  assert.deepEqual(await names(), []);
});

test('at the address itself it is said that their name is down', async () => {
  const { mine: visit, wish: { placeId } } = await aWish();
  const { status, body } = await visit<Interest & Problem>('/availability/interests', { body: { placeId, email } });
  if (status === 409) return assert.equal(body.code, 'available-already');
  assert.equal((await visit<Availability>(`/availability?place=${placeId}`)).body.interest?.id, body.id);
});
