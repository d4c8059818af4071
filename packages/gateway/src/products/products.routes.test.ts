import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProductList } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

test('shows what the customer has, told apart by number or address', async () => {
  const { body } = await (await anOperator()).as('ada')<ProductList>('/products');
  const mobile = body.items.find(({ lineOfBusiness, status }) => lineOfBusiness === 'mobile' && status === 'active');
  assert.match(mobile?.identifier ?? '', /^\+49 /);
  assert.ok(mobile?.offerId && mobile.accountId && mobile.monthly && mobile.startedOn);
  const statuses = body.items.map(({ status }) => status);
  assert.ok(statuses.indexOf('ended') === -1 || statuses.lastIndexOf('active') < statuses.indexOf('ended'));
});

test('keeps what is not for customers, and counts what it cannot read', async () => {
  const seen = (await (await anOperator()).as('ada')<ProductList>('/products')).body;
  let touched = 0;
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource !== 'product' || touched > 2) return;
      touched += 1;
      if (touched === 1) body['isCustomerVisible'] = false;
      if (touched === 2) body['status'] = 'aborted ';
      if (touched === 3) body['status'] = { odd: true };
    },
  });
  const { body } = await operator.as('ada')<ProductList>('/products');
  assert.equal(body.items.length, seen.items.length - 2);
  assert.equal(body.total, body.items.length + 1);
  assert.equal(body.items.filter(({ status }) => status === 'ended').length, seen.items.filter(({ status }) => status === 'ended').length + 1);
  assert.deepEqual(body.gaps, [{ source: 'Products', reason: 'unreadable', count: 1 }]);
});
