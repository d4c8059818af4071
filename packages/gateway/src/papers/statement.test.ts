import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Account, BillSummary, Payment } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { anOperator, down } from '../testing/operator.ts';
import type { Paper } from './paper.ts';
import { entriesOf, statementsOf } from './statement.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const bill = (id: string, date: string, total: number, remaining: number) => ({ id, number: `N-${id}`, date, total: euros(total), remaining: euros(remaining) }) as BillSummary;
const payment = (at: string, amount: number, billId: string, status = 'paid') => ({ status, at, parts: [{ bill: { id: billId, number: billId }, amount: euros(amount) }] }) as unknown as Payment;

const known = {
  bills: [bill('1', '2026-01-01', 5000, 0), bill('2', '2026-02-01', 4000, 1000), bill('3', '2026-03-01', 3000, 3000)],
  payments: [payment('2026-01-14T23:30:00Z', 5000, '1'), payment('2026-02-20T10:00:00Z', 2000, '2'), payment('2026-02-21T10:00:00Z', 9000, '3', 'failed')],
  zone: 'Europe/Berlin',
};

test('opening, what moved it and closing add up, and the last closing is what is left of all bills', () => {
  const [all] = statementsOf(entriesOf(known), '2026-01-01', '2026-12-31');
  assert.deepEqual([all?.opening, all?.closing], [euros(0), euros(4000)]);
  const [february] = statementsOf(entriesOf(known), '2026-01-15', '2026-02-28');
  assert.deepEqual([february?.opening, february?.closing], [euros(5000), euros(1000)]);
  assert.deepEqual(sum([february!.opening, ...february!.entries.map(({ amount }) => amount)], 'EUR'), february?.closing);
});

test('what settled a bill on a day that nobody knows is said as such, and a payment that failed is none', () => {
  const entries = entriesOf(known);
  assert.deepEqual(entries.filter(({ kind }) => kind === 'settled'), [{ on: '2026-02-01', kind: 'settled', bill: 'N-2', amount: euros(-1000) }]);
  assert.equal(entries.filter(({ kind }) => kind === 'payment').length, 2);
});

test('currencies are kept apart', () => {
  const dollars = { ...bill('4', '2026-01-01', 100, 100), total: { amount: 100, currency: 'USD' }, remaining: { amount: 100, currency: 'USD' } };
  const statements = statementsOf(entriesOf({ ...known, bills: [...known.bills, dollars] }), '2026-01-01', '2026-12-31');
  assert.deepEqual(statements.map(({ closing }) => closing), [euros(4000), { amount: 100, currency: 'USD' }]);
});

const printed: Paper[] = [];
const pdf = () => Promise.resolve(new TextEncoder().encode('%PDF'));
const print = (paper: Paper) => {
  printed.push(paper);
  return pdf();
};
const documents = { pdf, receipt: pdf, print };

test('of an account: today’s closing balance is what is owed on it', async () => {
  const ada = (await anOperator({ documents })).as('ada');
  const [account] = (await ada<{ items: Account[] }>('/accounts')).body.items;
  const { status, response } = await ada(`/accounts/${account!.id}/statement?from=2026-06-01`);
  assert.equal(status, 200);
  assert.match(response.headers.get('content-disposition') ?? '', /statement-2026-06-01-2026-11-21-/);
  const rows = printed.at(-1)?.tables[0]?.rows ?? [];
  assert.equal(rows.at(-1)?.cells[3]?.text, `€${(account!.balances.due.amount / 100).toFixed(2)}`);
  assert.ok(rows.length > 6);
});

test('nobody else’s account, no days in the wrong order, and nothing with a hole in it', async () => {
  const operator = await anOperator({ documents });
  const [account] = (await operator.as('ada')<{ items: Account[] }>('/accounts')).body.items;
  assert.equal((await operator.as('bilal')(`/accounts/${account!.id}/statement`)).status, 404);
  assert.equal((await operator.as('ada')(`/accounts/${account!.id}/statement?from=2026-05-02&to=2026-05-01`)).status, 400);
  const holed = await anOperator({ documents, meddle: down('paymentManagement') });
  assert.equal((await holed.as('ada')(`/accounts/${account!.id}/statement`)).status, 503);
});
