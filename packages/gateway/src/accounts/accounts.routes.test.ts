import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccountList, BillList } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { anOperator, down } from '../testing/operator.ts';

test('shows the accounts in scope, the one to start with first', async () => {
  const operator = await anOperator();
  const { body } = await operator.as('bilal')<AccountList>('/accounts');
  assert.deepEqual(body.items.map(({ id }) => id), operator.subjects.bilal.accountIds);
  assert.ok(body.items.every(({ number, zone, currency }) => /^7\d{9}$/.test(number) && zone === 'Europe/Berlin' && currency === 'EUR'));
});

test('what is due is what the bills leave open', async () => {
  const operator = await anOperator();
  const { items } = (await operator.as('ada')<AccountList>('/accounts')).body;
  for (const { id, balances } of items) {
    const bills = (await operator.as('ada')<BillList>(`/bills?account=${id}`)).body.items;
    assert.deepEqual(balances.due, sum(bills.map(({ remaining }) => remaining), 'EUR'));
    assert.deepEqual(balances.overdue, sum(bills.filter(({ status }) => status === 'overdue').map(({ remaining }) => remaining), 'EUR'));
  }
});

test('a balance that cannot be read makes a gap, not a zero', async () => {
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource === 'billingAccount' && body['name'] === 'Home') body['accountBalance'] = [{ balanceType: 'due', amount: null }];
    },
  });
  const { body } = await operator.as('ada')<AccountList>('/accounts');
  assert.deepEqual(body.items.map(({ name }) => name), ['Mobile']);
  assert.deepEqual([body.total, body.gaps], [2, [{ source: 'Accounts', reason: 'unreadable', count: 1 }]]);
});

test('says so when accounts cannot be reached', async () => {
  assert.equal((await (await anOperator({ meddle: down('accountManagement') })).as('ada')('/accounts')).status, 503);
});
