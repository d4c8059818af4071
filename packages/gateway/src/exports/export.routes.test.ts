import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BillList, TicketList } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

const operator = await anOperator();
const ada = operator.as('ada');

for (const noun of ['bills', 'orders', 'tickets']) {
  test(`${noun} as a table: a line each, as a file that no browser shows as a page`, async () => {
    const { body } = await ada<{ items: unknown[] }>(`/${noun}`);
    const { response, status } = await ada(`/${noun}/export.csv`);
    assert.equal(status, 200);
    const text = await response.clone().text();
    assert.equal(text.trimEnd().split('\r\n').length, body.items.length + 1);
    assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
    assert.equal(response.headers.get('content-disposition'), `attachment; filename="${noun}-2026-11-21.csv"`);
    assert.equal(response.headers.get('content-security-policy'), 'sandbox');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  });

  test(`${noun} as JSON: what the list says`, async () => {
    const { items, gaps } = (await ada<{ items: unknown[]; gaps: unknown[] }>(`/${noun}`)).body;
    assert.deepEqual((await ada(`/${noun}/export.json`)).body, { items, gaps });
  });
}

test('amounts are numbers, and words that would be formulas are not', async () => {
  const productId = (await ada<{ items: { id: string }[] }>('/products')).body.items[0]!.id;
  const title = '=HYPERLINK("http://evil.example","Prize")';
  await ada('/tickets', { body: { productId, kind: 'request', severity: 'minor', title, description: 'x' } });
  const tickets = await (await ada('/tickets/export.csv')).response.text();
  assert.ok(tickets.includes(`"'=HYPERLINK(""http://evil.example"",""Prize"")"`));
  assert.equal((await ada<TicketList>('/tickets/export.json')).body.items[0]?.title, title);
  const [, line = ''] = (await (await ada('/bills/export.csv')).response.text()).split('\r\n');
  assert.match(line, /,\d+\.\d\d,\d+\.\d\d,"EUR",/);
});

test('of one account when asked, and of nobody else’s', async () => {
  const [account] = (await ada<{ items: { id: string }[] }>('/accounts')).body.items;
  const { items } = (await ada<BillList>(`/bills/export.json?account=${account!.id}`)).body;
  assert.ok(items.length > 0 && items.every((bill) => bill.account.id === account!.id));
  assert.equal((await operator.as('bilal')(`/bills/export.csv?account=${account!.id}`)).status, 404);
});
