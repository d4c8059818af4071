import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Acting, FoundCustomers, Problem, SignedIn, Ticket, TicketList } from '@faceplate/contracts';
import { aHouse } from '../testing/signed-on.ts';
import { masked } from './customers.ts';

interface Listed {
  items: { id: string }[];
  total: number;
}
const email = 'ada.lindqvist@example.com';
const wish = { customer: email, reason: 'Asked about a bill', consent: 'customer-present' };

async function atWork() {
  const house = await aHouse();
  const { ada, daniel, bilal } = house.subjects;
  return { house, ada, bilal, agent: await house.signIn(daniel.sub) };
}

describe('an agent who acts for nobody', () => {
  test('sees nothing of any customer', async () => {
    const { agent } = await atWork();
    for (const path of ['/bills', '/accounts', '/orders', '/products', '/tickets', '/interactions']) {
      const { status, body } = await agent<Listed>(path);
      assert.deepEqual([status, body.items], [200, []], path);
    }
  });

  test('finds a customer by all of an address or number, and learns no more than whether it is the one', async () => {
    const { house, ada, agent } = await atWork();
    const number = (await (await house.signIn(ada.sub))<{ items: { number: string }[] }>('/accounts')).body.items[0]?.number ?? '';
    const expected = [{ id: ada.sub, name: 'A•• L••', kind: 'person' }];
    for (const identifier of [email, email.toUpperCase(), number, ada.sub]) {
      const { status, body } = await agent<FoundCustomers>('/customers/find', { body: { identifier } });
      assert.deepEqual([status, body.items], [200, expected], identifier);
    }
    for (const identifier of ['ada', 'lindqvist', number.slice(0, 6), '@example.com', '%', '*']) {
      assert.deepEqual((await agent<FoundCustomers>('/customers/find', { body: { identifier } })).body.items, [], identifier);
    }
  });

  test('is the only one who may', async () => {
    const { house, ada } = await atWork();
    const customer = await house.signIn(ada.sub);
    for (const [path, body] of [['/customers/find', { identifier: email }], ['/acting', wish]] as const) {
      assert.equal((await customer(path, { body })).status, 403, path);
    }
    assert.equal(masked('Anna Maria von Thurn'), 'A•• M•• v••');
  });
});

describe('acting for a customer', () => {
  test('begins with a new session id, shows the customer’s data, says who acts, and ends', async () => {
    const { house, ada, agent } = await atWork();
    const before = agent.cookie();
    const { status, body } = await agent<Acting>('/acting', { body: wish });
    assert.deepEqual([status, body.customer, body.endsAt], [201, { id: ada.sub, name: 'Ada Lindqvist' }, '2026-11-21T08:30:00.000Z']);
    assert.notEqual(agent.cookie(), before);
    assert.equal((await house.app.request('http://portal.test/api/v1/bills', { headers: { 'x-fp-csrf': '1', cookie: `fp-session=${before}` } })).status, 401);

    const session = (await agent<SignedIn>('/session')).body;
    assert.deepEqual([session.person.id, session.persona, session.acting?.by, session.acting?.reason], [ada.sub, 'consumer', 'Daniel Okafor', wish.reason]);
    const own = await (await house.signIn(ada.sub))<Listed>('/bills');
    assert.deepEqual((await agent<Listed>('/bills')).body, own.body);

    const acted = agent.cookie();
    assert.equal((await agent('/acting', { method: 'DELETE' })).status, 200);
    assert.notEqual(agent.cookie(), acted);
    const after = (await agent<SignedIn>('/session')).body;
    assert.deepEqual([after.person.name, after.persona, after.acting], ['Daniel Okafor', 'agent', undefined]);
    assert.deepEqual((await agent<Listed>('/bills')).body.items, []);
  });

  test('works for a company, too', async () => {
    const { house, bilal, agent } = await atWork();
    const organization = bilal.ties?.find(({ as }) => as === 'admin')?.partyIds[0] ?? '';
    assert.equal((await agent('/acting', { body: { ...wish, customer: organization } })).status, 201);
    const own = (await (await house.signIn(bilal.sub))<Listed>('/bills')).body;
    assert.equal((await agent<Listed>('/bills')).body.total, own.total);
  });

  test('gives no right that is the customer’s alone', async () => {
    const { agent } = await atWork();
    await agent('/acting', { body: wish });
    const grant = { to: 'boris@example.com', scope: ['bills'], until: '2026-12-01T00:00:00.000Z' };
    for (const [path, body, code] of [['/grants', grant, 'not-while-acting'], ['/acting', wish, 'not-allowed'], ['/customers/find', { identifier: email }, 'not-allowed']] as const) {
      const { status, body: problem } = await agent<Problem>(path, { body });
      assert.deepEqual([status, problem.code], [403, code], path);
    }
    assert.equal((await agent('/grants')).status, 403);
  });

  test('opens nothing that others have granted to the customer', async () => {
    const { house, bilal, agent } = await atWork();
    const until = new Date(house.time.now.getTime() + 3_600_000).toISOString();
    const owner = await house.signIn(bilal.sub);
    const account = (await owner<SignedIn>('/session')).body.accounts[0]?.id ?? '';
    await owner('/grants', { body: { to: email, scope: ['bills'], over: { kind: 'account', id: account }, until } });
    const accountsOf = async (call: typeof agent) => (await call<SignedIn>('/session')).body.accounts.map(({ id }) => id);
    assert.ok((await accountsOf(await house.signIn(house.subjects.ada.sub))).includes(account));
    await agent('/acting', { body: wish });
    assert.equal((await accountsOf(agent)).includes(account), false);
  });

  test('is over after half an hour, and the agent goes on as themselves', async () => {
    const { house, agent } = await atWork();
    await agent('/acting', { body: wish });
    house.time.now = new Date(house.time.now.getTime() + 29 * 60_000);
    assert.ok((await agent<Listed>('/bills')).body.items.length > 0);
    house.time.now = new Date(house.time.now.getTime() + 60_000);
    assert.deepEqual((await agent<Listed>('/bills')).body.items, []);
    const { persona, acting } = (await agent<SignedIn>('/session')).body;
    assert.deepEqual([persona, acting], ['agent', undefined]);
  });

  test('ends for whoever is staff no more', async () => {
    const { house, agent } = await atWork();
    await agent('/acting', { body: wish });
    const { rows } = await house.store.read().list('partyRole', { where: [{ path: ['name'], operator: 'eq', values: ['agent'] }] });
    const role = rows[0]?.body;
    assert.ok(role);
    await house.store.transaction((tx) => tx.put('partyRole', { ...role, status: 'terminated' }));
    house.time.now = new Date(house.time.now.getTime() + 61_000);
    assert.equal((await agent('/bills')).status, 401);
  });

  test('a note is signed by who wrote it', async () => {
    const { agent } = await atWork();
    await agent('/acting', { body: wish });
    const tickets = (await agent<TicketList>('/tickets')).body.items;
    const open = tickets.find(({ status }) => !['closed', 'rejected', 'cancelled'].includes(status));
    const { body } = await agent<Ticket>(`/tickets/${open?.id}/notes`, { body: { text: 'We have looked.' } });
    const last = body.entries.find(({ note }) => note === 'We have looked.');
    assert.deepEqual(last?.author, { name: 'Daniel Okafor', side: 'provider' });
  });
});

describe('consent by ticket', () => {
  async function ticketsOf(sub: string, house: Awaited<ReturnType<typeof aHouse>>) {
    const { body } = await (await house.signIn(sub))<TicketList>('/tickets');
    const isOver = ({ status }: { status: string }) => ['closed', 'rejected', 'cancelled'].includes(status);
    return { open: body.items.find((one) => !isOver(one))?.id ?? '', closed: body.items.find(isOver)?.id ?? '' };
  }

  test('is an open one of this very customer; all others are answered alike', async () => {
    const { house, ada, bilal, agent } = await atWork();
    const [hers, his] = await Promise.all([ticketsOf(ada.sub, house), ticketsOf(bilal.sub, house)]);
    assert.ok(hers.open && hers.closed && his.open);
    for (const ticketId of [his.open, hers.closed, 'zzzzzzzzzzzz', '../x', undefined]) {
      const { status, body } = await agent<Problem>('/acting', { body: { ...wish, consent: 'ticket', ticketId } });
      assert.deepEqual([status, body.errors], [422, [{ path: 'ticketId', message: 'This customer has no such open ticket.' }]], ticketId);
    }
    assert.equal((await agent('/acting', { body: { ...wish, consent: 'ticket', ticketId: hers.open } })).status, 201);
  });

  test('a customer nobody knows, and oneself, cannot be acted for', async () => {
    const { house, agent } = await atWork();
    for (const customer of ['nobody@example.com', 'zzzzzzzzzzzz', house.subjects.daniel.sub]) {
      assert.equal((await agent('/acting', { body: { ...wish, customer } })).status, 422, customer);
    }
    assert.equal((await agent('/acting', { body: { ...wish, reason: '  ' } })).status, 422);
  });
});
