import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overBudget } from './size.ts';

test('a budget holds to the byte', () => {
  assert.deepEqual(overBudget('bill-viewer', { 'total.gzip': 20_000 }, { 'total.gzip': 20_000 }), []);
  const [finding] = overBudget('bill-viewer', { 'total.gzip': 20_001 }, { 'total.gzip': 20_000 });
  assert.equal(finding?.message, 'total.gzip is 20001 bytes, 1 over its 20000.');
});

test('a budget for something that is not measured is a mistake, not a pass', () => {
  assert.match(overBudget('shell', {}, { 'total.zip': 1 })[0]?.message ?? '', /has no size "total.zip"/);
});
