import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sqlPsp } from '@faceplate/psp';
import type { Upstreams } from '../options.ts';
import { aDatabase } from '../testing/database.ts';
import { aPaymentDesk } from '../testing/payments.ts';
import { sqlTurns } from '../turns/sql-turns.ts';
import { mergedUpstream } from '../upstream/merged/merged.ts';
import { tagOf } from '../upstream/merged/tags.ts';
import type { Attempt } from './attempt.ts';
import { sqlPayments } from './sql-payments.ts';

const NOW = new Date('2026-11-21T08:00:00.000Z');
const euros = (amount: number) => ({ amount, currency: 'EUR' });

const anAttempt = (facts: Partial<Attempt> = {}): Attempt => ({
  id: 'pay-1', reference: 'P-1', person: 'anna', partyIds: ['anna'], asked: '', customer: 'anna-there', keep: false, returnUrl: 'http://portal.test/', description: 'A payment',
  parts: [{ account: { id: 'home', name: 'Home' }, bill: { id: 'b1', number: '1' }, amount: euros(500) }], amount: euros(500), state: 'new', at: NOW.toISOString(), version: 1, looks: 0, ...facts,
});

/** Billing that keeps payments and nothing else; `down` while it does not. */
function aBilling(name = 'Billing', status = 'captured') {
  const kept: Record<string, unknown>[] = [];
  const state = { down: false, status };
  const fetch = async (request: Request): Promise<Response> => {
    if (state.down) return new Response('', { status: 503 });
    const url = new URL(request.url);
    if (request.method === 'POST') {
      const body = { ...((await request.json()) as object), id: `t${kept.length + 1}`, status: state.status };
      kept.push(body);
      return Response.json(body, { status: 201 });
    }
    const id = url.pathname.split('/').at(-1);
    if (id !== 'payment') return Response.json({ ...kept.find((one) => one['id'] === id), status: state.status });
    return Response.json(kept.filter((one) => one['correlatorId'] === url.searchParams.get('correlatorId')));
  };
  return { kept, state, upstream: { name, baseUrl: 'http://billing.internal', fetch } };
}

const only = (upstream: ReturnType<Upstreams>): Upstreams => () => upstream;
const VISA = '4111111111111111';

test('money that the provider took is told to billing for as long as it takes, and once', async () => {
  const billing = aBilling();
  const time = { now: NOW };
  const { desk, psp, payer, hints } = aPaymentDesk({ clock: () => time.now, upstreams: only(billing.upstream) });
  await desk.begin(anAttempt());
  const open = await desk.advance('pay-1');
  billing.state.down = true;
  await payer.pay(open?.actionUrl ?? '', VISA);
  await psp.tick();
  assert.equal((await desk.store.read('pay-1'))?.state, 'taken');
  for (const seconds of [2, 4, 8]) {
    time.now = new Date(time.now.getTime() + seconds * 1000);
    await desk.sweep();
  }
  assert.equal(billing.kept.length, 0);
  billing.state.down = false;
  time.now = new Date(time.now.getTime() + 60_000);
  await Promise.all([desk.sweep(), desk.sweep(), desk.advance('pay-1')]);
  assert.equal((await desk.store.read('pay-1'))?.state, 'booked');
  assert.equal(billing.kept.length, 1);
  assert.deepEqual((await hints.after(0, 10)).map(({ resource, partyIds }) => [resource, ...partyIds])[0], ['payment', 'anna']);
});

test('a payment that billing had before this process died is not told again', async () => {
  const billing = aBilling();
  const { desk, payer, psp } = aPaymentDesk({ clock: () => NOW, upstreams: only(billing.upstream) });
  billing.kept.push({ id: 't0', correlatorId: 'pay-1', account: { id: 'home' }, status: 'captured' });
  await desk.begin(anAttempt());
  await payer.pay((await desk.advance('pay-1'))?.actionUrl ?? '', VISA);
  await psp.tick();
  assert.deepEqual((await desk.store.read('pay-1'))?.billingIds, ['t0']);
  assert.equal(billing.kept.length, 1);
});

test('what billing has not settled yet stays under way until it has', async () => {
  const billing = aBilling('Billing', 'authorized');
  const time = { now: NOW };
  const { desk, payer, psp } = aPaymentDesk({ clock: () => time.now, upstreams: only(billing.upstream) });
  await desk.begin(anAttempt());
  await payer.pay((await desk.advance('pay-1'))?.actionUrl ?? '', VISA);
  await psp.tick();
  assert.equal((await desk.store.read('pay-1'))?.state, 'told');
  assert.equal(await desk.begin(anAttempt({ id: 'pay-2' })), 'held');
  billing.state.status = 'captured';
  time.now = new Date(time.now.getTime() + 60_000);
  await desk.sweep();
  assert.equal((await desk.store.read('pay-1'))?.state, 'booked');
  assert.notEqual(await desk.begin(anAttempt({ id: 'pay-2' })), 'held');
});

test('each billing system is told of the parts that are for its accounts', async () => {
  const [one, two] = [aBilling('One'), aBilling('Two')];
  const tags = { TMF676: [tagOf(one.upstream), tagOf(two.upstream)], TMF666: [tagOf(one.upstream), tagOf(two.upstream)], TMF678: [tagOf(one.upstream), tagOf(two.upstream)] };
  const both = mergedUpstream('Both', [one.upstream, two.upstream], tags);
  const { desk, payer, psp } = aPaymentDesk({ clock: () => NOW, upstreams: only(both) });
  const part = (account: string, bill: string, amount: number, at: { name: string }) => ({
    account: { id: `${account}~${tagOf(at)}`, name: account }, bill: { id: `${bill}~${tagOf(at)}`, number: bill }, amount: euros(amount),
  });
  await desk.begin(anAttempt({ parts: [part('home', 'b1', 300, one.upstream), part('cable', 'b2', 200, two.upstream)] }));
  await payer.pay((await desk.advance('pay-1'))?.actionUrl ?? '', VISA);
  await psp.tick();
  assert.equal((await desk.store.read('pay-1'))?.state, 'booked');
  const told = [one, two].map(({ kept }) => kept.map((body) => [(body['account'] as { id: string }).id, (body['totalAmount'] as { value: number }).value, (body['paymentItem'] as { item: { id: string } }[]).map(({ item }) => item.id)]));
  assert.deepEqual(told, [[['home', 3, ['b1']]], [['cable', 2, ['b2']]]]);
});

test('what the provider never heard of is given up after a while; what it says of another payment is not believed', async () => {
  const time = { now: NOW };
  const { desk } = aPaymentDesk({ clock: () => time.now, upstreams: only(aBilling().upstream) });
  await desk.begin(anAttempt());
  time.now = new Date(NOW.getTime() + 10_000);
  await desk.sweep();
  assert.equal((await desk.store.read('pay-1'))?.state, 'new');
  time.now = new Date(NOW.getTime() + 120_000);
  await desk.sweep();
  assert.equal((await desk.store.read('pay-1'))?.state, 'abandoned');

  const liar = aPaymentDesk({
    clock: () => NOW, upstreams: only(aBilling().upstream),
    meddle: async (request, pass) => {
      const answer = await pass(request);
      const body = (await answer.json()) as object;
      return Response.json({ ...body, state: 'succeeded', amount: euros(1) }, { status: answer.status });
    },
  });
  await liar.desk.begin(anAttempt());
  await assert.rejects(liar.desk.advance('pay-1'), /another payment/);
  assert.equal((await liar.desk.store.read('pay-1'))?.state, 'new');
});

test('nobody’s news are heard but the provider’s own, and not the same a day later', async () => {
  const { desk, webhookSecret } = aPaymentDesk({ clock: () => NOW, upstreams: only(aBilling().upstream) });
  const { signatureOf } = await import('@faceplate/psp');
  const body = JSON.stringify({ intent: { reference: 'pay-1', state: 'succeeded' } });
  const told = async (signature: string) => desk.hear({ headers: new Headers({ 'x-psp-signature': signature }), body });
  assert.equal(await told(await signatureOf(webhookSecret, body, NOW)), true);
  assert.equal(await told(await signatureOf('another-secret', body, NOW)), false);
  assert.equal(await told(await signatureOf(webhookSecret, `${body} `, NOW)), false);
  assert.equal(await told(await signatureOf(webhookSecret, body, new Date(NOW.getTime() - 86_400_000))), false);
  assert.equal(await told(''), false);
  const garbled = '<news>';
  const garbage = desk.hear({ headers: new Headers({ 'x-psp-signature': await signatureOf(webhookSecret, garbled, NOW) }), body: garbled });
  await assert.rejects(garbage, { name: 'ProviderProblem', fault: 'garbage' });
});

test('two processes on one database make one payment of it', async () => {
  const database = await aDatabase();
  const billing = aBilling();
  const vault = await sqlPsp(database);
  const process = async () => aPaymentDesk({ clock: () => NOW, upstreams: only(billing.upstream), store: await sqlPayments(database), turns: await sqlTurns(database), vault });
  const [one, other] = [await process(), await process()];
  const begun = await Promise.all([one.desk.begin(anAttempt()), other.desk.begin(anAttempt()), other.desk.begin(anAttempt({ id: 'pay-2' }))]);
  assert.deepEqual(begun.map((attempt) => (attempt === 'held' ? attempt : attempt.id)).toSorted(), begun.includes('held') && begun[2] === 'held' ? ['held', 'pay-1', 'pay-1'] : ['held', 'held', 'pay-2']);
  const id = begun[2] === 'held' ? 'pay-1' : 'pay-2';
  const [open] = await Promise.all([one.desk.advance(id), other.desk.advance(id)]);
  await one.payer.pay(open?.actionUrl ?? '', VISA);
  await Promise.all([one.psp.tick(), other.psp.tick(), one.desk.advance(id), other.desk.advance(id)]);
  assert.equal((await other.desk.store.read(id))?.state, 'booked');
  assert.equal(billing.kept.length, 1);
  assert.equal((await vault.charges()).length, 1);
});
