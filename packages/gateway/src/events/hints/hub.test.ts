import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHmac } from 'node:crypto';
import type { Upstream } from '../../options.ts';
import { aDatabase } from '../../testing/database.ts';
import { aGateway, anUpstream, NOW, aChange } from '../../testing/fixtures.ts';
import { type HintLog, memoryHints, type NewHint } from './hint-log.ts';
import { type HintingSystem, hubListener } from './hub.ts';
import { addressToken } from './proof.ts';
import { type Registered, Registration } from './registration.ts';
import { sqlHints } from './sql-hints.ts';

const SECRET = 'a-secret-of-tests-only';

const records: Record<string, object> = {
  'customerBill/b1': { id: 'b1', relatedParty: [{ id: 'anna' }] },
  'customerBill/b2': { id: 'b2', billingAccount: { id: 'acc1' } },
  'billingAccount/acc1': { id: 'acc1', relatedParty: [{ id: 'boris' }] },
};

function aSystem(facts: Partial<HintingSystem> = {}, upstreamFacts: Partial<Upstream> = {}) {
  const { upstream, asked } = anUpstream((request) => {
    const record = records[new URL(request.url).pathname.split('/').slice(-2).join('/')];
    return record ? Response.json(record) : Response.json({ code: '404' }, { status: 404 });
  });
  const system: HintingSystem = { name: 'TMF678', api: 'TMF678', upstream: { ...upstream, ...upstreamFacts }, secret: SECRET, signed: false, ...facts };
  return { system, asked };
}

function aHub(system: HintingSystem, hints: HintLog = memoryHints()) {
  const hub = hubListener({ systems: [system], hints, accounts: () => system.upstream, clock: () => NOW });
  const { app } = aGateway([], { hub });
  const post = async (body: object | string, { token, name = 'TMF678', headers = {} }: { token?: string; name?: string; headers?: Record<string, string> } = {}) =>
    app.request(`http://portal.test/hub/${name}/${token ?? (await addressToken(SECRET, 'TMF678'))}/listener/customerBillStateChangeEvent`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { hints, post, told: () => hints.after(0, 100) };
}

const v4 = (facts: object = {}) => ({
  eventId: 'e1',
  eventTime: NOW.toISOString(),
  timeOcurred: NOW.toISOString(),
  eventType: 'CustomerBillStateChangeEvent',
  event: { customerBill: { id: 'b1', relatedParty: [{ id: 'mallory' }], amountDue: { value: 1 } } },
  ...facts,
});
const v5 = { '@type': 'CustomerBillStateChangeEvent', ...v4({ eventId: 'e5' }), reportingSystem: { id: 'x' }, event: { note: 'text', customerBill: { '@type': 'CustomerBill', id: 'b2' } } };

test('takes a v4 notification as a hint: the record itself says whose it is', async () => {
  const { system, asked } = aSystem();
  const { post, told } = aHub(system);
  assert.equal((await post(v4())).status, 201);
  assert.deepEqual((await told()).map(({ resource, id, partyIds, eventId }) => ({ resource, id, partyIds, eventId })), [
    { resource: 'customerBill', id: 'b1', partyIds: ['anna'], eventId: 'TMF678 e1' },
  ]);
  assert.equal(asked.length, 1);
});

test('takes a v5 notification, and finds a bill’s people through its account', async () => {
  const { post, told } = aHub(aSystem({}, { version: 'v5' }).system);
  assert.equal((await post(v5)).status, 204);
  assert.deepEqual((await told()).map(({ partyIds }) => partyIds), [['boris']]);
});

test('notes an event once, however often it is told', async () => {
  const { post, told } = aHub(aSystem().system);
  await Promise.all([post(v4()), post(v4())]);
  await post(v4());
  assert.equal((await told()).length, 1);
});

test('tells of a record that is gone whom it told of it before', async () => {
  const { post, told } = aHub(aSystem().system);
  await post(v4());
  delete records['customerBill/b1'];
  await post(v4({ eventId: 'e2', eventType: 'CustomerBillDeleteEvent' }));
  records['customerBill/b1'] = { id: 'b1', relatedParty: [{ id: 'anna' }] };
  assert.deepEqual((await told()).map(({ partyIds }) => partyIds), [['anna'], ['anna']]);
});

const old = new Date(NOW.getTime() - 25 * 60 * 60_000).toISOString();
const refused: [what: string, body: object | string, how: Parameters<ReturnType<typeof aHub>['post']>[1], status: number][] = [
  ['the wrong token', v4(), { token: 'x'.repeat(43) }, 404],
  ['a token made for another system', v4(), { name: 'TMF622' }, 404],
  ['no JSON', 'eventId=1', {}, 400],
  ['no event', { hello: 1 }, {}, 422],
  ['an event about nothing', v4({ event: { customerBill: {} } }), {}, 422],
  ['an id too long', v4({ event: { customerBill: { id: 'x'.repeat(201) } } }), {}, 422],
  ['more than a notification is', v4({ description: 'x'.repeat(300_000) }), {}, 413],
  ['news of yesterday', v4({ eventTime: old }), {}, 201],
  ['what no customer is told of', v4({ event: { resourceOrder: { id: 'b1' } } }), {}, 201],
  ['a record that nobody knows', v4({ event: { customerBill: { id: 'b9' } } }), {}, 201],
  ['an id that would lead elsewhere', v4({ event: { customerBill: { id: '../billingAccount/acc1' } } }), {}, 201],
];
for (const [what, body, how, status] of refused) {
  test(`makes nothing of ${what}`, async () => {
    const { post, told } = aHub(aSystem().system);
    assert.equal((await post(body, how)).status, status);
    assert.deepEqual(await told(), []);
  });
}

test('of a system that signs takes only what is signed, and not for long', async () => {
  const { post, told } = aHub(aSystem({ signed: true }).system);
  const body = JSON.stringify(v4());
  const signed = (seconds: number, text = body) => {
    const time = Math.floor(NOW.getTime() / 1000) + seconds;
    return { headers: { 'x-hub-signature': `t=${time},v1=${createHmac('sha256', SECRET).update(`${time}.${text}`).digest('base64url')}` } };
  };
  for (const how of [{}, signed(-301), signed(301), signed(0, 'other')]) assert.equal((await post(body, how)).status, 404);
  assert.deepEqual(await told(), []);
  assert.equal((await post(body, signed(-10))).status, 201);
});

test('registers once, anew with every renewal, and leaves nothing behind', async () => {
  const hubs = new Map<string, string>();
  let next = 0;
  const { upstream } = anUpstream(async (request) => {
    const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
    if (request.method === 'DELETE') return new Response(null, { status: hubs.delete(id) ? 204 : 404 });
    const { callback } = (await request.json()) as { callback: string };
    hubs.set(`h${(next += 1)}`, callback);
    return Response.json({ id: `h${next}`, callback }, { status: 201 });
  });
  const kept = new Map<string, Awaited<ReturnType<Registered['read']>>>();
  const registered: Registered = { read: async (name) => kept.get(name), write: async (name, entry) => void kept.set(name, entry) };
  const { system } = aSystem();
  const registration = new Registration({ systems: [{ ...system, upstream }], registered, publicUrl: 'https://care.example' });
  await registration.renew();
  await registration.renew();
  assert.deepEqual([...hubs], [['h2', `https://care.example/hub/TMF678/${await addressToken(SECRET, 'TMF678')}`]]);
  await registration.remove();
  assert.equal(hubs.size, 0);
});

const aHint = (eventId: string, facts: Partial<NewHint> = {}): NewHint => {
  const { seq: _, ...hint } = aChange(1, { eventId, ...facts });
  return hint;
};
const logs: [string, () => Promise<HintLog>][] = [
  ['in memory', async () => memoryHints()],
  ['in SQL', async () => sqlHints({ ...(await aDatabase()), listen: async () => async () => {} })],
];
for (const [where, make] of logs) {
  test(`${where}: hints are numbered without holes, and the newest stays`, async () => {
    const log = await make();
    for (const id of ['a', 'b', 'b', 'a', 'c']) await log.note(aHint(id, { id: `order-${id}` }));
    assert.deepEqual((await log.after(0, 10)).map(({ seq, eventId }) => `${seq}${eventId}`), ['1a', '2b', '3c']);
    assert.deepEqual(await log.partiesOf('productOrder', 'order-b'), ['anna']);
    await log.sweep(new Date(NOW.getTime() + 1));
    assert.deepEqual((await log.after(0, 10)).map(({ eventId }) => eventId), ['c']);
    assert.equal(await log.latest(), 3);
  });
}
