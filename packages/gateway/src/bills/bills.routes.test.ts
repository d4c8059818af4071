import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bill, BillList } from '@faceplate/contracts';
import { add, sum } from '@faceplate/domain';
import { anOperator, down } from '../testing/operator.ts';

const euros = (value: unknown) => ({ unit: 'EUR', value });

test('lists the bills of all accounts, newest first', async () => {
  const { status, body } = await (await anOperator()).as('ada')<BillList>('/bills');
  assert.equal(status, 200);
  assert.ok(body.items.length > 24);
  assert.equal(body.total, body.items.length);
  assert.deepEqual(body.items.map(({ date }) => date), body.items.map(({ date }) => date).toSorted().toReversed());
  assert.equal(new Set(body.items.map(({ account }) => account.id)).size, 2);
  assert.ok(body.items.every(({ origin }) => origin === 'Meridian Billing'));
});

test('lists those of one account when asked', async () => {
  const operator = await anOperator();
  const account = operator.subjects.ada.accountIds[1] ?? '';
  const { body } = await operator.as('ada')<BillList>(`/bills?account=${account}`);
  assert.ok(body.items.length > 0 && body.items.every((bill) => bill.account.id === account));
});

test('every bill adds up, to the cent', async () => {
  const operator = await anOperator();
  const { body } = await operator.as('bilal')<BillList>('/bills');
  for (const { id, total } of body.items.slice(0, 12)) {
    const bill = (await operator.as('bilal')<Bill>(`/bills/${id}`)).body;
    assert.deepEqual(bill.charges.map(({ net }) => net).reduce(add), bill.net);
    assert.deepEqual(sum([bill.net, ...bill.taxes.map(({ amount }) => amount)], 'EUR'), bill.total);
    assert.deepEqual(bill.total, total);
    assert.ok(!bill.charges.some((charge) => charge.id === 'not-itemised'));
  }
});

test('what the billing system does not itemise stands as a line of its own', async () => {
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource === 'appliedCustomerBillingRate' && body['name'] === 'Mobile L') body['taxExcludedAmount'] = 'lots';
    },
  });
  const { body } = await operator.as('ada')<BillList>('/bills');
  const bills = await Promise.all(body.items.slice(0, 4).map(async ({ id }) => (await operator.as('ada')<Bill>(`/bills/${id}`)).body));
  const bill = bills.find(({ charges }) => charges.some(({ id }) => id === 'not-itemised'));
  assert.ok(bill);
  assert.deepEqual(bill.charges.map(({ net }) => net).reduce(add), bill.net);
});

test('a bill is overdue by its date and what is left, whatever its state says', async () => {
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource !== 'customerBill') return;
      Object.assign(body, { state: 'sent', taxIncludedAmount: euros(50), remainingAmount: euros(20), paymentDueDate: '2026-11-19T23:00:00.000Z' });
      if (body['billNo'] === '202610-101047') body['paymentDueDate'] = '2026-11-20T23:00:00.000Z';
      if (body['billNo'] === '202609-101047') body['remainingAmount'] = euros(0);
      if (body['billNo'] === '202608-101047') body['state'] = 'onHold';
    },
  });
  const { body } = await operator.as('ada')<BillList>('/bills');
  const status = (number: string) => body.items.find((bill) => bill.number === number)?.status;
  // It is 21 November in Berlin: due today is not overdue.
  assert.equal(status('202610-101047'), 'due');
  assert.equal(status('202609-101047'), 'paid');
  assert.equal(status('202608-101047'), 'on-hold');
  assert.equal(status('202607-101047'), 'overdue');
});

test('a bill that cannot be read is counted, and the rest are shown', async () => {
  let spoilt = 0;
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource === 'customerBill' && String(body['billNo']).endsWith('101047') && spoilt < 2) {
        spoilt += 1;
        body['taxIncludedAmount'] = { unit: 'EUR', value: 'NaN' };
        delete body['amountDue'];
      }
    },
  });
  const { body } = await operator.as('ada')<BillList>('/bills');
  assert.deepEqual(body.gaps, [{ source: 'Billing', reason: 'unreadable', count: 2 }]);
  assert.equal(body.total, body.items.length + 2);
});

test('says that billing is down instead of showing no bills', async () => {
  const operator = await anOperator({ meddle: down('customerBillManagement') });
  const { response, body } = await operator.as('ada')('/bills');
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal((body as { code?: string }).code, 'upstream-unreachable');
});

test('the document is an attachment that nothing runs in and nobody keeps', async () => {
  const operator = await anOperator({ documents: { pdf: (bill) => Promise.resolve(new TextEncoder().encode(`%PDF ${bill.total.amount}`)) } });
  const { body } = await operator.as('ada')<BillList>('/bills');
  const bill = body.items[0];
  const { response } = await operator.as('ada')(`/bills/${bill?.id}/document`);
  const header = (name: string) => response.headers.get(name);
  assert.equal(await response.text(), `%PDF ${bill?.total.amount}`);
  assert.equal(header('content-type'), 'application/pdf');
  assert.match(header('content-disposition') ?? '', /^attachment; filename="bill-2026-11-01-[a-z0-9]+\.pdf"$/);
  assert.equal(header('x-content-type-options'), 'nosniff');
  assert.equal(header('content-security-policy'), 'sandbox');
  assert.equal(header('cache-control'), 'no-store');
  assert.equal(header('cross-origin-resource-policy'), 'same-origin');
});

test('where nothing can print, it says so', async () => {
  const operator = await anOperator();
  const { body } = await operator.as('ada')<BillList>('/bills');
  assert.equal((await operator.as('ada')(`/bills/${body.items[0]?.id}/document`)).status, 503);
});
