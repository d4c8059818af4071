import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrderReport, Quote, QuoteList } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

test('a company’s report has something to show without asking for more than its default', async () => {
  const bilal = (await anOperator()).as('bilal');
  const { months } = (await bilal<OrderReport>('/orders/report')).body;
  const [ended, onTime] = (['ended', 'onTime'] as const).map((name) => months.reduce((sum, month) => sum + month[name], 0));
  assert.ok(ended !== undefined && onTime !== undefined && ended >= 5 && onTime < ended && onTime > ended / 2, `${onTime} of ${ended}`);
  assert.ok(months.some(({ days }) => days && days.middle > 0));
});

test('a company’s quote is on the table in its second version, at the prices its lines come to', async () => {
  const bilal = (await anOperator()).as('bilal');
  const { items } = (await bilal<QuoteList>('/quotes')).body;
  assert.deepEqual(items.toSorted((one, other) => one.version - other.version).map(({ version, status }) => [version, status]), [[1, 'replaced'], [2, 'offered']]);
  const offered = items.find(({ status }) => status === 'offered') ?? assert.fail();
  const { lines, monthly, notes } = (await bilal<Quote>(`/quotes/${offered.id}`)).body;
  assert.equal(lines.reduce((sum, line) => sum + line.monthly.amount, 0), monthly.amount);
  assert.equal(monthly.amount, 60 * 357 + 2 * 4641);
  assert.deepEqual(notes.map(({ by }) => by), ['you', 'provider']);
});
