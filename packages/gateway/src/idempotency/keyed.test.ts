import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { Refusal } from '../problem.ts';
import { route } from '../routing/route.ts';
import { aGateway, aSession, aSubject, bodyOf, signedIn } from '../testing/fixtures.ts';
import { UpstreamProblem } from '../upstream/problem.ts';

const Thing = z.object({ id: z.string(), made: z.optional(z.int()) });

function shop(outcome: (made: number) => Promise<void> = () => Promise.resolve()) {
  let made = 0;
  const handle = async (call: { body: { id: string } }) => {
    made += 1;
    await outcome(made);
    return { id: call.body.id, made };
  };
  const routes = ['/things', '/other'].map((path) =>
    route({ method: 'POST', path: path as '/things', summary: 'Makes.', body: Thing, answer: Thing, status: 201, policy: { action: 'cart.change' }, handle }),
  );
  return { routes, made: () => made };
}

const key = { 'idempotency-key': '0b4bcb0e-9c3c-4d0a-8a53-0d3f6f6d2f01' };
const order = { method: 'POST', headers: key, body: { id: 'a' } };

test('asks for a key, and for one that is a UUID', async () => {
  const { call } = aGateway(shop().routes);
  for (const value of ['', '1', 'x'.repeat(36)]) {
    const response = await call('/things', { ...order, headers: { 'idempotency-key': value } });
    assert.equal(response.status, 400);
    assert.equal((await bodyOf(response)).code, 'idempotency-key-missing');
  }
});

test('acts once for a repeated call, and answers the same bytes', async () => {
  const { routes, made } = shop();
  const { call } = aGateway(routes);
  const first = await call('/things', order);
  const again = await call('/things', order);
  assert.deepEqual([again.status, await again.text()], [201, await first.text()]);
  assert.equal(again.headers.get('idempotency-replayed'), 'true');
  assert.equal(again.headers.get('content-type'), first.headers.get('content-type'));
  assert.equal(made(), 1);
});

test('refuses a key that was used for something else', async () => {
  const { call } = aGateway(shop().routes);
  await call('/things', order);
  assert.equal((await call('/things', { ...order, body: { id: 'b' } })).status, 422);
  assert.equal((await call('/other', order)).status, 201);
});

test('says so while the first call is still running', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { call } = aGateway(shop(() => promise).routes);
  const first = call('/things', order);
  const second = await call('/things', order);
  assert.equal(second.status, 409);
  assert.equal((await bodyOf(second)).code, 'in-progress');
  resolve();
  assert.equal((await first).status, 201);
});

test('repeats a refusal, but tries again after a failure', async () => {
  const refusal = new Refusal({ status: 409, code: 'sold-out', title: 'Sold out.' });
  const refusing = shop(() => Promise.reject(refusal));
  const shut = aGateway(refusing.routes);
  const texts = [await (await shut.call('/things', order)).text(), await (await shut.call('/things', order)).text()];
  assert.equal(texts[0], texts[1]);
  assert.equal(refusing.made(), 1);

  const down = new UpstreamProblem('unreachable', 'Shop', 'gone');
  const recovering = shop((made) => (made === 1 ? Promise.reject(down) : Promise.resolve()));
  const { call } = aGateway(recovering.routes);
  assert.equal((await call('/things', order)).status, 503);
  assert.equal((await call('/things', order)).status, 201);
});

test('keeps no refusal that passes: after signing in once more, the same key does it', async () => {
  for (const status of [401, 403, 412, 429]) {
    const passing = new Refusal({ status, code: 'step-up-needed', title: 'Once more.' });
    const { routes, made } = shop((count) => (count === 1 ? Promise.reject(passing) : Promise.resolve()));
    const { call } = aGateway(routes);
    assert.equal((await call('/things', order)).status, status);
    assert.equal((await call('/things', order)).status, 201);
    assert.equal((await call('/things', order)).headers.get('idempotency-replayed'), 'true');
    assert.equal(made(), 2);
  }
});

test('of twenty at once exactly one acts, and the others get its bytes in the end', async () => {
  const [work, turnedAway] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { routes, made } = shop(() => work.promise);
  const { call } = aGateway(routes);
  let answered = 0;
  // Whichever comes first does the work, and is held up until all others have their answer.
  const all = Array.from({ length: 20 }, async () => {
    const response = await call('/things', order);
    answered += 1;
    if (answered === 19) turnedAway.resolve();
    return response;
  });
  await turnedAway.promise;
  work.resolve();
  const responses = await Promise.all(all);
  assert.deepEqual(responses.map(({ status }) => status).toSorted((one, other) => one - other), [201, ...Array.from({ length: 19 }, () => 409)]);
  const first = await responses.find(({ status }) => status === 201)?.text();
  assert.equal(await (await call('/things', order)).text(), first);
  assert.equal(made(), 1);
});

test("does not answer one person with another's result", async () => {
  const { routes, made } = shop();
  let session = aSession();
  const { call } = aGateway(routes, { sessions: { read: () => Promise.resolve(session) } });
  await call('/things', order);
  session = aSession({ subject: aSubject({ sub: 'boris', partyIds: ['boris'] }) });
  assert.equal((await call('/things', order)).headers.get('idempotency-replayed'), null);
  assert.equal(made(), 2);
});

test('a key does not survive being signed out', async () => {
  const { routes } = shop();
  assert.equal((await aGateway(routes, { sessions: signedIn(undefined) }).call('/things', order)).status, 401);
});
