import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { TEST_CARDS } from './cards.ts';
import { memoryPsp } from './memory-store.ts';
import { signatureOf } from './news.ts';
import { createPsp } from './psp.ts';
import { sqlPsp } from './sql-store.ts';
import type { PspStore } from './store.ts';
import { payerBy } from './testing/payer.ts';

const ORIGIN = 'https://pay.example';
const SECRET = 'of-the-merchant';
const NEWS = 'of-the-news';
const START = Date.parse('2026-11-21T08:00:00.000Z');

interface Shown {
  id: string;
  state: string;
  why?: string;
  card?: { brand: string; lastFour: string };
  action?: { url: string };
}

const cardOf = (scenario: string): string => TEST_CARDS.find((card) => card.scenario === scenario)?.number ?? '';

/** A provider with a clock that only the test moves, and a merchant that hears. */
function aProvider(store: PspStore = memoryPsp()) {
  const time = { now: START };
  const heard: { body: { id: string; intent: { reference: string; state: string } }; text: string; signature: string }[] = [];
  const ear = { deaf: false };
  const psp = createPsp({
    store, clock: () => new Date(time.now), publicUrl: ORIGIN, secret: SECRET, merchant: 'Meridian', desk: { url: 'https://portal.example/news', secret: NEWS },
    post: async (request) => {
      if (ear.deaf) return new Response(null, { status: 503 });
      const text = await request.text();
      heard.push({ text, body: JSON.parse(text) as (typeof heard)[number]['body'], signature: request.headers.get('x-psp-signature') ?? '' });
      return new Response(null, { status: 204 });
    },
  });
  const ask = async (method: string, path: string, body?: object, secret = SECRET) => {
    const answer = await psp.fetch(new Request(`${ORIGIN}/v1${path}`, { method, headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) }));
    return { status: answer.status, body: (answer.status === 204 ? {} : await answer.json()) as Shown & { code?: string; items?: (Shown & { token: string; lastFour: string; brand: string })[] } };
  };
  const begin = async (reference: string, more: object = {}) => ask('POST', '/intents', { reference, amount: { amount: 1299, currency: 'EUR' }, description: 'A bill', returnUrl: 'https://portal.example/payments/1', ...more });
  const pass = async (seconds: number) => {
    for (let at = 0; at < seconds; at += 1) {
      time.now += 1000;
      await psp.tick();
    }
  };
  return { psp, ask, begin, heard, ear, pass, time, store, payer: payerBy(psp.fetch), charges: async (reference: string) => (await store.charges(reference)).length };
}

describe('an intent', () => {
  it('is one a reference, and no other amount comes under it', async () => {
    const { begin, ask } = aProvider();
    const [first, again] = [await begin('r1'), await begin('r1')];
    assert.equal(first.status, 201);
    assert.equal(first.body.id, again.body.id);
    assert.equal((await begin('r1', { amount: { amount: 1, currency: 'EUR' } })).body.code, 'other-wish');
    assert.equal((await ask('GET', '/intents?reference=r1')).body.id, first.body.id);
    assert.equal((await ask('GET', '/intents?reference=r2')).status, 404);
    assert.equal((await ask('GET', '/charges', undefined, 'guess')).status, 401);
    assert.equal((await begin('r3', { amount: { amount: -1, currency: 'EUR' } })).status, 422);
    assert.equal((await begin('r4', { returnUrl: 'javascript:alert(1)' })).status, 422);
  });

  it('is charged once, however often the page is sent, and says so with a signature', async () => {
    const { begin, payer, psp, ask, heard, charges } = aProvider();
    const { body } = await begin('r1');
    const url = body.action?.url ?? '';
    const back = await Promise.all([payer.pay(url, cardOf('success')), payer.pay(url, cardOf('success')), payer.pay(url, cardOf('success'))]);
    assert.deepEqual(new Set(back), new Set(['https://portal.example/payments/1']));
    await psp.tick();
    assert.equal(await charges('r1'), 1);
    assert.deepEqual((await ask('GET', `/intents/${body.id}`)).body.card, { brand: 'Visa', lastFour: '1111' });
    assert.deepEqual(heard.map((news) => news.body.intent.state), ['succeeded']);
    assert.equal(heard[0]?.signature, await signatureOf(NEWS, heard[0]?.text ?? '', new Date(START)));
  });

  it('ends when nobody goes on, or the merchant ends it; not when it is paid', async () => {
    const { begin, ask, pass, payer, heard } = aProvider();
    const { body: waiting } = await begin('r1', { expiresInSeconds: 60 });
    await pass(61);
    assert.equal((await ask('GET', `/intents/${waiting.id}`)).body.state, 'cancelled');
    assert.equal(await payer.pay(`${ORIGIN}/pay/${waiting.id}`, cardOf('success')), 'https://portal.example/payments/1', 'too late');
    const { body: paid } = await begin('r2');
    await payer.pay(paid.action?.url ?? '', cardOf('success'));
    assert.equal((await ask('POST', `/intents/${paid.id}/cancel`, {})).body.state, 'succeeded');
    await pass(1);
    assert.deepEqual(heard.map(({ body }) => [body.intent.reference, body.intent.state]), [['r1', 'cancelled'], ['r2', 'succeeded']]);
  });
});

describe('the test cards', () => {
  it('refuse on the page, where another may be tried, three times', async () => {
    const { begin, payer, ask, charges } = aProvider();
    const { body } = await begin('r1');
    const url = body.action?.url ?? '';
    assert.equal(await payer.pay(url, cardOf('insufficient')), undefined);
    assert.equal(await payer.pay(url, '4242 0000 0000 0000'), undefined, 'a card nobody knows is no try');
    assert.equal(await payer.pay(url, cardOf('expired')), undefined);
    assert.equal(await payer.pay(url, cardOf('success')), 'https://portal.example/payments/1');
    assert.equal(await charges('r1'), 1);
    const { body: other } = await begin('r2');
    for (const card of ['insufficient', 'expired', 'insufficient']) await payer.pay(other.action?.url ?? '', cardOf(card));
    const failed = (await ask('GET', `/intents/${other.id}`)).body;
    assert.deepEqual([failed.state, failed.why, await charges('r2')], ['failed', 'insufficient-funds', 0]);
  });

  it('ask the payer, who may say no', async () => {
    const { begin, payer, ask, charges } = aProvider();
    for (const [reference, approve, state] of [['r1', true, 'succeeded'], ['r2', false, 'failed']] as const) {
      const { body } = await begin(reference);
      const challenge = await payer.pay(body.action?.url ?? '', cardOf('challenge'));
      assert.equal(challenge, `${ORIGIN}/challenge/${body.id}`);
      assert.equal(await charges(reference), 0);
      await Promise.all([payer.confirm(challenge, approve), payer.confirm(challenge, approve)]);
      assert.equal((await ask('GET', `/intents/${body.id}`)).body.state, state);
      assert.equal(await charges(reference), approve ? 1 : 0);
    }
  });

  it('are told late, twice, out of order, never, or when the bank has answered', async () => {
    const { begin, payer, heard, pass, charges } = aProvider();
    for (const scenario of ['late', 'twice', 'reversed', 'lost', 'timeout']) {
      const { body } = await begin(scenario);
      await payer.pay(body.action?.url ?? '', cardOf(scenario));
    }
    const states = (reference: string) => heard.filter(({ body }) => body.intent.reference === reference).map(({ body }) => body.intent.state);
    await pass(2);
    assert.deepEqual([states('late'), states('twice'), states('reversed'), states('timeout')], [[], ['succeeded', 'succeeded'], ['succeeded', 'processing'], ['processing']]);
    assert.equal(await charges('timeout'), 0);
    await pass(20);
    assert.deepEqual([states('late'), states('timeout'), states('lost')], [['succeeded'], ['processing', 'succeeded'], []]);
    for (const scenario of ['late', 'twice', 'reversed', 'lost', 'timeout']) assert.equal(await charges(scenario), 1, scenario);
  });
});

test('a card is kept for its payer alone, and known by four digits', async () => {
  const { begin, payer, ask, charges } = aProvider();
  const { body } = await begin('r1', { customer: 'anna' });
  await payer.pay(body.action?.url ?? '', cardOf('challenge'), { keep: true });
  await payer.confirm(`${ORIGIN}/challenge/${body.id}`);
  const meansOf = async (customer: string) => (await ask('GET', `/means?customer=${customer}`)).body.items ?? [];
  const kept = await meansOf('anna');
  assert.deepEqual(kept.map(({ brand, lastFour }) => [brand, lastFour]), [['Visa', '0000']]);
  assert.deepEqual(await meansOf('boris'), []);
  const means = kept.map(({ token }) => token).join();
  assert.equal((await begin('r2', { customer: 'boris', means })).body.why, 'means-gone');
  const again = (await begin('r3', { customer: 'anna', means })).body;
  assert.equal(again.action?.url, `${ORIGIN}/challenge/${again.id}`, 'the bank asks again');
  assert.equal((await begin('r3', { customer: 'anna', means })).body.id, again.id);
  assert.equal(await charges('r3'), 0);
  assert.equal((await ask('DELETE', `/means/${means}?customer=boris`)).status, 404);
  assert.equal((await ask('DELETE', `/means/${means}?customer=anna`)).status, 204);
  assert.deepEqual(await meansOf('anna'), []);
});

test('news wait for a merchant who does not hear, ever longer, and survive a restart, in order', async () => {
  const engine = await PGlite.create();
  const sql = { query: async <Row>(text: string, params: readonly unknown[] = []) => (await engine.query<Row>(text, [...params])).rows };
  const before = aProvider(await sqlPsp(sql));
  before.ear.deaf = true;
  const { body } = await before.begin('r1');
  await before.payer.pay(body.action?.url ?? '', cardOf('reversed'));
  await before.pass(5);
  assert.deepEqual(before.heard, []);
  const after = aProvider(await sqlPsp(sql));
  after.time.now = before.time.now;
  await after.pass(30);
  assert.deepEqual(after.heard.map((news) => news.body.intent.state), ['succeeded', 'processing']);
  assert.equal(await after.charges('r1'), 1);
  const { body: kept } = await after.begin('r2', { customer: 'anna' });
  await Promise.all(Array.from({ length: 8 }, () => after.payer.pay(kept.action?.url ?? '', cardOf('success'), { keep: true })));
  assert.deepEqual([await after.charges('r2'), (await after.store.cards('anna')).length], [1, 1]);
  await engine.close();
});

describe('the pages', () => {
  const open = async (path: string, language = 'en') => {
    const provider = aProvider();
    const { body } = await provider.begin('r1', { customer: 'anna', description: 'Bill <1>' });
    const answer = await provider.psp.fetch(new Request(`${ORIGIN}/${path}/${body.id}`, { headers: { 'accept-language': language } }));
    return { provider, id: body.id, answer, text: await answer.text() };
  };

  it('carry no script and no inline style, lead nowhere but back, and escape what the merchant says', async () => {
    const { answer, text } = await open('pay');
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.equal(policy, "default-src 'none'; style-src 'self'; form-action 'self' https://portal.example; frame-ancestors 'none'; base-uri 'none'");
    assert.doesNotMatch(text, /<script|<style|style=|onclick/);
    assert.match(text, /Bill &lt;1&gt;/);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });

  it('speak the payer’s language, from right to left where it must be', async () => {
    assert.match((await open('pay', 'de-DE,de;q=0.9')).text, /12,99\s€ bezahlen/);
    assert.match((await open('pay', 'fr, ar;q=0.5')).text, /<html lang="ar" dir="rtl">/);
    assert.match((await open('pay', 'xx')).text, /<html lang="en"/);
  });

  it('take no form from another site, none that is too long, and show nothing of what is not there', async () => {
    const { provider, id } = await open('pay');
    const send = (headers: Record<string, string>, form: string) =>
      provider.psp.fetch(new Request(`${ORIGIN}/pay/${id}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body: form }));
    assert.equal((await send({ origin: 'https://evil.example' }, `go=pay&card=${cardOf('success')}`)).status, 404);
    assert.equal((await send({ origin: ORIGIN }, `go=pay&card=${'4'.repeat(5000)}`)).status, 404);
    assert.equal((await provider.psp.fetch(new Request(`${ORIGIN}/pay/in_unknown`))).status, 404);
    assert.equal(await provider.charges('r1'), 0);
  });
});
