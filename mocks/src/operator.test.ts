import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BillList, ProductList, Session, Ticket } from '@faceplate/contracts';
import { all, cutAfter, down, garbage, loseTheAnswer, none, on, once, refuse, times } from './fault.ts';
import { type Operator, operator } from './operator.ts';
import { busyConsumer, companyAdmin, dealer, nothingYet, signedOut, worlds } from './worlds.ts';

const ask = (from: Operator, path: string) =>
  from.fetch(new Request(`http://portal.test/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }));

describe('a world', () => {
  it('is who is signed in, with what is theirs', async () => {
    const personas = [];
    for (const world of [busyConsumer(), companyAdmin(), dealer(), nothingYet()]) {
      const session = Session.parse(await (await ask(operator(world), '/session')).json());
      personas.push(session.signedIn && session.persona);
    }
    assert.deepEqual(personas, ['consumer', 'business', 'dealer', 'agent']);
  });

  it('has nobody signed in where it says so', async () => {
    assert.equal((await ask(operator(signedOut()), '/bills')).status, 401);
  });

  it('lets somebody buy there who has no account', async () => {
    const meridian = operator(signedOut());
    const post = async <Body>(path: string, body: object) => {
      const headers = { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      return (await (await meridian.fetch(new Request(`http://portal.test/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))).json()) as Body;
    };
    const { items } = (await (await ask(meridian, '/offers')).json()) as { items: { id: string; obstacles: unknown[] }[] };
    const cart = await post<{ id: string }>('/cart/items', { offerId: items.find(({ obstacles }) => obstacles.length === 0)?.id, quantity: 1 });
    const order = await post<{ id: string }>('/orders', { cartId: cart.id, contact: { givenName: 'Gwen', familyName: 'Guest', email: 'gwen@example.org' } });
    const orders = (await (await ask(meridian, '/orders')).json()) as { items: { id: string }[] };
    assert.deepEqual(orders.items.map(({ id }) => id), [order.id]);
  });

  it('is the same every time', async () => {
    const [one, other] = await Promise.all([operator(busyConsumer()), operator(busyConsumer())].map(async (each) => (await ask(each, '/bills')).text()));
    assert.equal(one, other);
  });

  it('is not changed by what happened in another', async () => {
    const path = '/tmf-api/troubleTicket/v4/troubleTicket';
    const first = operator(busyConsumer());
    const [ticket] = (await (await first.bss(`${path}?status=inProgress&limit=1`)).json()) as { id: string }[];
    const changed = await first.bss(`${path}/${ticket?.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ description: 'Changed.' }),
    });
    assert.equal(changed.status, 200);
    const second = await operator(busyConsumer()).bss(`${path}/${ticket?.id}`);
    assert.notEqual(((await second.json()) as { description?: string }).description, 'Changed.');
  });

  it('has a name of its own', () => {
    assert.equal(new Set(worlds.map((world) => world().name)).size, worlds.length);
  });
});

describe('time', () => {
  it('passes when a test says so', async () => {
    const meridian = operator(busyConsumer());
    const [product] = ProductList.parse(await (await ask(meridian, '/products')).json()).items;
    const raised = await meridian.fetch(
      new Request('http://portal.test/api/v1/tickets', {
        method: 'POST',
        headers: { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ productId: product?.id, kind: 'incident', severity: 'minor', title: 'No line', description: 'Since noon.' }),
      }),
    );
    const { id } = Ticket.parse(await raised.json());
    const status = async () => Ticket.parse(await (await ask(meridian, `/tickets/${id}`)).json()).status;
    assert.equal(await status(), 'received');
    await meridian.passTime(20);
    assert.equal(await status(), 'in-progress');
  });
});

describe('a fault', () => {
  const answer = () => Promise.resolve(new Response('all is well'));
  const request = new Request('http://portal.test/api/v1/bills/b1');
  const outcome = (fault: typeof none) => fault(request, answer).then(async (response) => `${response.status} ${await response.text()}`).catch(() => 'failed');

  it('meets only what it is meant for', async () => {
    assert.equal(await outcome(on('GET /bills', down())), 'failed');
    assert.equal(await outcome(on('/orders', down())), '200 all is well');
  });

  it('can pass', async () => {
    const fault = times(2, down());
    assert.deepEqual([await outcome(fault), await outcome(fault), await outcome(fault)], ['failed', 'failed', '200 all is well']);
    const one = once(down());
    assert.deepEqual([await outcome(one), await outcome(one)], ['failed', '200 all is well']);
  });

  it('refuses, talks nonsense, breaks off, or loses what was done', async () => {
    assert.match(await outcome(refuse(503)), /^503 .*Not now/);
    assert.match(await outcome(garbage()), /nginx/);
    assert.equal(await outcome(cutAfter(3)), 'failed');
    let done = 0;
    await assert.rejects(loseTheAnswer()(request, () => Promise.resolve(new Response(String((done += 1))))));
    assert.equal(done, 1);
  });

  it('joins others', async () => {
    assert.equal(await outcome(all(none, on('/bills', refuse(500)))), await outcome(refuse(500)));
  });

  it('between gateway and BSS leaves a labelled gap or a problem, never a blank', async () => {
    const response = await ask(operator(busyConsumer(), { upstreamFaults: on('customerBillManagement', down()) }), '/bills');
    const body: unknown = await response.json();
    const list = BillList.safeParse(body);
    assert.ok(list.success ? list.data.gaps.length > 0 : response.status >= 500);
  });
});
