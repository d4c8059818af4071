import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aTicket, type Bench, bench, pathOf } from '../testing/bench.ts';
import type { Resource } from '../store/store.ts';

const TICKETS = pathOf('troubleTicket');

async function threeTickets(): Promise<Bench> {
  const bss = bench();
  const make = (name: string, urgency: number, ids: string[]) =>
    bss.make('troubleTicket', aTicket({ name, urgency, relatedParty: ids.map((id) => ({ id, role: 'customer' })) }));
  await make('first', 10, ['ann']);
  bss.later(1000);
  await make('second, twice', 9, ['ann', 'bob']);
  bss.later(1000);
  await make('third', 8, ['bob']);
  return bss;
}

async function rows(bss: Bench, query: string): Promise<Resource[]> {
  const response = await bss.ask('GET', `${TICKETS}?${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Resource[];
}

const namesOf = async (bss: Bench, query: string) => (await rows(bss, query)).map(({ name }) => name);

describe('a list', () => {
  it('answers an empty array when nothing matches', async () => {
    assert.deepEqual(await rows(bench(), 'name=nobody'), []);
  });

  it('filters by exact value, through lists too', async () => {
    const bss = await threeTickets();
    assert.deepEqual(await namesOf(bss, 'name=first'), ['first']);
    assert.deepEqual(await namesOf(bss, 'relatedParty.id=bob'), ['second, twice', 'third']);
    assert.deepEqual(await namesOf(bss, 'relatedParty.id=bob&relatedParty.id=ann&name=first'), ['first']);
    assert.deepEqual(await namesOf(bss, 'urgency=9'), ['second, twice']);
    assert.deepEqual(await namesOf(bss, 'constructor.name=Object'), []);
  });

  it('takes alternatives by comma or by repetition, and a value that holds a comma', async () => {
    const bss = await threeTickets();
    assert.deepEqual(await namesOf(bss, 'name=first,third'), ['first', 'third']);
    assert.deepEqual(await namesOf(bss, 'name=first&name=third'), ['first', 'third']);
    assert.deepEqual(await namesOf(bss, `name=${encodeURIComponent('second, twice')}`), ['second, twice']);
  });

  it('finds a row again by every scalar it shows', async () => {
    const bss = await threeTickets();
    const [row] = await rows(bss, 'name=first');
    for (const [name, value] of Object.entries(row ?? {}).filter(([, member]) => typeof member !== 'object')) {
      const found = await rows(bss, `${name}=${encodeURIComponent(String(value))}&name=first`);
      assert.deepEqual(found, [row], name);
    }
  });

  it('compares numbers and dates by range', async () => {
    const bss = await threeTickets();
    assert.deepEqual(await namesOf(bss, 'urgency.gt=8&urgency.lte=10'), ['first', 'second, twice']);
    assert.deepEqual(await namesOf(bss, 'urgency.lt=9'), ['third']);
    assert.deepEqual(await namesOf(bss, 'creationDate.gte=2026-11-21T10:00:02.000Z'), ['third']);
  });

  it('sorts both ways', async () => {
    const bss = await threeTickets();
    assert.deepEqual(await namesOf(bss, 'sort=urgency'), ['third', 'second, twice', 'first']);
    assert.deepEqual(await namesOf(bss, 'sort=-creationDate'), ['third', 'second, twice', 'first']);
  });

  it('pages with totals and links', async () => {
    const bss = await threeTickets();
    const response = await bss.ask('GET', `${TICKETS}?offset=1&limit=1&severity=Minor`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('x-total-count'), '3');
    assert.equal(response.headers.get('x-result-count'), '1');
    const links = [...(response.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)];
    const offsets = Object.fromEntries(links.map(([, url = '', rel = '']) => [rel, new URL(url).searchParams.get('offset')] as const));
    assert.deepEqual(offsets, { self: '1', first: '0', next: '2', prev: '0', last: '2' });
    assert.ok(links.every(([, url]) => url?.includes('severity=Minor')));
  });

  it('answers 206 for a part of the whole where the operator wants that', async () => {
    const bss = bench({ partialStatus: 206 });
    await bss.make('troubleTicket', aTicket());
    await bss.make('troubleTicket', aTicket());
    assert.equal((await bss.ask('GET', `${TICKETS}?limit=1`)).status, 206);
    assert.equal((await bss.ask('GET', TICKETS)).status, 200);
    assert.equal((await bss.ask('GET', `${TICKETS}?offset=9`)).status, 200);
  });

  it('shows the attributes asked for, and always who is who', async () => {
    const bss = await threeTickets();
    const [row] = await rows(bss, 'fields=name,severity&limit=1');
    assert.deepEqual(Object.keys(row ?? {}).toSorted(), ['@type', 'href', 'id', 'name', 'severity']);
    const [bare] = await rows(bss, 'fields=none&limit=1');
    assert.deepEqual(Object.keys(bare ?? {}).toSorted(), ['@type', 'href', 'id']);
  });

  it('refuses what it cannot read, and says so in TM Forum words', async () => {
    const bss = await threeTickets();
    for (const query of ['limit=-1', 'offset=x', 'a..b=1', 'name=%00', 'sort=%00', `a${'.b'.repeat(9)}=1`]) {
      const response = await bss.ask('GET', `${TICKETS}?${query}`);
      assert.equal(response.status, 400, query);
      const { message, ...body } = (await response.json()) as Record<string, unknown>;
      assert.deepEqual(body, { code: '20', reason: 'Bad URL parameter', status: '400', '@type': 'Error' });
      assert.equal(typeof message, 'string');
    }
  });

  it('never answers more rows than a page may have', async () => {
    const bss = bench();
    await bss.store.load(
      Array.from({ length: 1001 }, (_, at) => ({ resource: 'troubleTicket', body: { id: `t${at}` } })),
    );
    assert.equal((await rows(bss, 'limit=999999')).length, 1000);
    assert.equal((await rows(bss, '')).length, 100);
  });
});
