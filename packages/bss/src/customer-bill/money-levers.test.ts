import assert from 'node:assert/strict';
import { it } from 'node:test';
import { memoryStore } from '../store/memory.ts';
import type { Resource } from '../store/store.ts';
import { bench } from '../testing/bench.ts';
import { account, product } from '../testing/money.seed.ts';

const TOKEN = 'a-token-for-machines';
const records = [
  { resource: 'billingAccount', body: account() },
  { resource: 'product', body: product() },
];

it('a demonstration bills a month, pays it, and has the bank take the payment back', async () => {
  const bss = bench({ store: memoryStore(records), token: TOKEN, levers: true });
  const ask = async (method: string, path: string, body?: object) => {
    const response = await bss.ask(method, path, body, { authorization: `Bearer ${TOKEN}` });
    return { status: response.status, body: (await response.json()) as Resource };
  };
  const run = await ask('POST', '/sim/v1/bill-cycles', { account: 'acct22222222', cycle: '2026-10' });
  assert.equal(run.status, 200, JSON.stringify(run.body));
  const [billId = ''] = run.body['bills'] as string[];
  const bill = () => ask('GET', `/tmf-api/customerBillManagement/v4/customerBill/${billId}`);
  const method = { '@type': 'cash', name: 'Cash' };
  const said = { account: { id: 'acct22222222' }, paymentMethod: method, totalAmount: { unit: 'EUR', value: 29.75 } };
  const { body: payment } = await ask('POST', '/tmf-api/payment/v4/payment', said);
  assert.equal((await ask('POST', '/sim/v1/clock', { advanceSeconds: 60 })).status, 200);
  assert.equal((await ask('POST', '/sim/v1/clock', { advanceSeconds: 60 })).status, 200);
  assert.equal((await bill()).body['state'], 'settled');
  const failed = await ask('POST', `/sim/v1/payments/${payment.id}/fail`, { reason: 'No money there.' });
  assert.deepEqual([failed.status, failed.body['status']], [200, 'failed']);
  assert.equal((await bill()).body['state'], 'sent');
  assert.equal((await ask('POST', '/sim/v1/payments/unknown22222/fail', {})).status, 404);
});
