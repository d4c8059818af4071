import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiOfFilter, withReferences } from './references.ts';

const marked = (body: Record<string, unknown>) => withReferences(body, (api, id) => `${id}@${api}`);

test('what has settled a part of a bill is a payment of that system; a line of credit stays what the dispute calls it', () => {
  const applied = (payment: object) => ({ appliedPayment: [{ payment }] });
  assert.deepEqual(marked(applied({ id: 'p1', '@referredType': 'Payment' })), applied({ id: 'p1@TMF676', '@referredType': 'Payment' }));
  assert.deepEqual(marked(applied({ id: 'p1' })), applied({ id: 'p1@TMF676' }));
  const credit = applied({ id: 'r1', '@referredType': 'AppliedCustomerBillingRate' });
  assert.deepEqual(marked(credit), credit);
});

test('a filter is of the API that its last step points into', () => {
  assert.deepEqual(['appliedPayment.payment.id', 'payment.id', 'billingAccount.id', 'id', 'correlatorId', 'sort'].map((name) => apiOfFilter('TMF678', name)), ['TMF676', 'TMF676', 'TMF666', 'TMF678', undefined, undefined]);
});
