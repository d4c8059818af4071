import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillList, OfferList, TicketList } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

interface Page {
  items: { id: string }[];
  total: number;
  next?: string;
}

const operator = await anOperator();
const ada = operator.as('ada');

/** All pages of a list, one after the other. */
async function pages(path: string, limit: number, between: () => Promise<unknown> = () => Promise.resolve()): Promise<Page[]> {
  const found: Page[] = [];
  let cursor = '';
  do {
    const { status, body } = await ada<Page>(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    assert.equal(status, 200);
    found.push(body);
    cursor = body.next ?? '';
    if (cursor !== '') await between();
  } while (cursor !== '');
  return found;
}

for (const path of ['/bills', '/orders', '/tickets', '/products', '/interactions', '/accounts', '/offers']) {
  test(`${path}: its pages together are the whole, in its order, nothing twice`, async () => {
    const whole = (await ada<Page>(path)).body;
    assert.equal(whole.next, undefined);
    const parts = await pages(path, 2);
    assert.deepEqual(parts.flatMap(({ items }) => items), whole.items);
    assert.ok(parts.every(({ total }) => total === whole.total));
    assert.ok(parts.every(({ items }) => items.length <= 2));
  });
}

test('/service-levels: its pages together are the whole', async () => {
  interface Grid { rows: { service: { id: string } }[]; next?: string }
  const whole = (await operator.as('bilal')<Grid>('/service-levels?months=2')).body;
  const first = (await operator.as('bilal')<Grid>('/service-levels?months=2&limit=3')).body;
  const second = (await operator.as('bilal')<Grid>(`/service-levels?months=2&limit=100&cursor=${first.next}`)).body;
  assert.ok(whole.rows.length > 3);
  assert.deepEqual([...first.rows, ...second.rows].map(({ service }) => service.id), whole.rows.map(({ service }) => service.id));
});

test('what comes in between two pages neither repeats nor drops another', async () => {
  const before = (await ada<TicketList>('/tickets')).body.items.map(({ id }) => id);
  const productId = (await ada<Page>('/products')).body.items[0]!.id;
  const body = { productId, kind: 'request', severity: 'minor', title: 'New', description: 'New.' };
  const parts = await pages('/tickets', 1, () => ada('/tickets', { body }));
  assert.deepEqual(parts.flatMap(({ items }) => items).map(({ id }) => id), before);
});

test('a cursor is worth nothing to somebody else, on another list, with another filter, or changed', async () => {
  const { next = '' } = (await ada<BillList>('/bills?limit=1')).body;
  const account = (await ada<Page>('/accounts')).body.items[0]!.id;
  const [text = '', mark = ''] = next.split('.');
  const edited = `${btoa('["2020-01-01","x","x"]').replaceAll('=', '')}.${mark}`;
  const refused = [
    await operator.as('bilal')(`/bills?cursor=${next}`),
    await ada(`/offers?cursor=${next}`),
    await ada(`/bills?account=${account}&cursor=${next}`),
    ...(await Promise.all([edited, text, `${text}.`, `.${mark}`, 'x', '%00', '🙂', `${next}A`, ''].map((cursor) => ada(`/bills?cursor=${cursor}`)))),
  ];
  for (const { status, body } of refused) assert.equal(status, 400, JSON.stringify(body));
  assert.equal((await ada(`/bills?cursor=${next}`)).status, 200);
});

test('asks for a sensible number', async () => {
  for (const limit of ['0', '201', '-1', '1.5', 'all']) assert.equal((await ada(`/offers?limit=${limit}`)).status, 400);
  assert.equal((await ada<OfferList>('/offers?limit=1')).body.items.length, 1);
});
