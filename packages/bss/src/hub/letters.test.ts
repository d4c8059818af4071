import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { subscriber } from '../testing/subscriber.ts';
import { aTicket, type Bench, bench, pathOf } from '../testing/bench.ts';

const HUB = '/tmf-api/troubleTicket/v4/hub';
const DAY = 24 * 60 * 60 * 1000;

interface Letter {
  id: string;
  eventType: string;
  resourceId: string;
  attempts: number;
  failure: string;
}

const answered = async (response: Promise<Response>): Promise<unknown> => (await response).json();

/** A BSS with one subscriber that answers 503 for as long as `down` says, and gives up after three attempts. */
async function desk() {
  const at = { down: true };
  const listener = subscriber();
  const { fetch } = listener.hub;
  const answer: typeof globalThis.fetch = async (input, init) =>
    at.down ? new Response('try later', { status: 503 }) : (fetch as typeof globalThis.fetch)(input, init);
  const bss = bench({ hub: { ...listener.hub, fetch: answer, attempts: 3 }, simulate: false });
  const made = await bss.ask('POST', HUB, { callback: 'https://crm.example/tmf' });
  const { id } = (await made.json()) as { id: string };
  const letters = `${HUB}/${id}/deadLetter`;
  const list = async () => (await (await bss.ask('GET', letters)).json()) as Letter[];
  return { ...listener, at, bss, letters, list, hub: `${HUB}/${id}` };
}

/** As often as it takes to give one notification up. */
async function wearOut(bss: Bench): Promise<void> {
  for (const _ of [1, 2, 3]) {
    await bss.tick();
    bss.later(5 * 60 * 1000);
  }
}

describe('a notification that cannot be delivered', () => {
  it('is given up after so many attempts, and does not hold up the next', async () => {
    const { bss, at, list, names } = await desk();
    const { id } = await bss.make('troubleTicket', aTicket());
    assert.deepEqual(await list(), []);
    await wearOut(bss);
    const [letter] = await list();
    assert.deepEqual([letter?.eventType, letter?.resourceId, letter?.attempts], ['TroubleTicketCreateEvent', id, 3]);
    assert.match(String(letter?.failure), /answered 503/);
    at.down = false;
    await bss.ask('PATCH', `${pathOf('troubleTicket')}/${id}`, { status: 'inProgress' });
    await bss.tick();
    assert.deepEqual(names(), ['troubleTicketStatusChangeEvent']);
    assert.equal((await list()).length, 1, 'it waits for somebody to decide');
  });

  it('is given up with all that waited behind it for a day', async () => {
    const { bss, list } = await desk();
    for (const name of ['first', 'second', 'third']) await bss.make('troubleTicket', aTicket({ name }));
    bss.later(2 * DAY);
    const young = await bss.make('troubleTicket', aTicket());
    await wearOut(bss);
    assert.deepEqual((await list()).map(({ attempts }) => attempts), [3, 0, 0]);
    assert.ok((await list()).every(({ resourceId }) => resourceId !== young.id));
  });

  it('is delivered again, one or all of them, when an operator says so', async () => {
    const { bss, at, letters, list, names, delivered } = await desk();
    for (const name of ['first', 'second', 'third']) await bss.make('troubleTicket', aTicket({ name }));
    for (const _ of [1, 2, 3]) await wearOut(bss);
    const [first] = await list();
    const refused = await bss.ask('POST', `${letters}/${first?.id}`);
    assert.equal(refused.status, 409);
    assert.match(await refused.text(), /answered 503/);
    assert.deepEqual(await answered(bss.ask('POST', letters)), { delivered: 0, left: 3, failure: 'The callback answered 503.' });

    at.down = false;
    assert.equal((await bss.ask('POST', `${letters}/${first?.id}`)).status, 204);
    assert.equal((await bss.ask('GET', `${letters}/${first?.id}`)).status, 404);
    assert.deepEqual(await answered(bss.ask('POST', letters)), { delivered: 2, left: 0 });
    assert.deepEqual(names(), Array.from({ length: 3 }, () => 'troubleTicketCreateEvent'));
    assert.equal(new Set(delivered.map(({ body }) => body['eventId'])).size, 3);
    assert.deepEqual(await list(), []);
  });

  it('is listed page by page, read and dropped', async () => {
    const { bss, letters, list } = await desk();
    for (const name of ['first', 'second']) await bss.make('troubleTicket', aTicket({ name }));
    for (const _ of [1, 2]) await wearOut(bss);
    const page = await bss.ask('GET', `${letters}?limit=1`);
    assert.equal(page.headers.get('x-total-count'), '2');
    const [first] = (await page.json()) as Letter[];
    assert.deepEqual(await answered(bss.ask('GET', `${letters}/${first?.id}`)), first);
    assert.equal((await bss.ask('DELETE', `${letters}/${first?.id}`)).status, 204);
    assert.equal((await list()).length, 1);
    assert.equal((await bss.ask('PATCH', letters, {})).status, 405);
    assert.equal((await bss.ask('GET', `${letters}/unknown`)).status, 404);
    assert.equal((await bss.ask('GET', letters.replace('v4', 'v5'))).status, 404, 'of another version');
  });

  it('is forgotten with its subscription, and after a month', async () => {
    const { bss, hub, letters } = await desk();
    const lettersLeft = async () => (await bss.store.read().list('hubDeadLetter')).total;
    await bss.make('troubleTicket', aTicket());
    await wearOut(bss);
    bss.later(29 * DAY);
    await bss.tick();
    assert.equal(await lettersLeft(), 1);
    bss.later(2 * DAY);
    await bss.tick();
    assert.equal(await lettersLeft(), 0);
    await bss.make('troubleTicket', aTicket());
    await wearOut(bss);
    assert.equal(await lettersLeft(), 1);
    assert.equal((await bss.ask('DELETE', hub)).status, 204);
    assert.equal((await bss.ask('GET', letters)).status, 404);
    assert.equal(await lettersLeft(), 0);
  });
});
