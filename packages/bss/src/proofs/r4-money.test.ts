import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveBooks } from './r4-money.ts';

test('the money of a few accounts adds up over a year, and a planted cent is seen', async () => {
  const findings = await proveBooks({ accounts: 6, cycles: 12, seed: 3 });
  assert.equal(findings.length, 7);
  for (const { what, n, failures, examples } of findings) {
    assert.equal(failures, 0, `${what}: ${examples?.join('; ')}`);
    assert.ok(n > 5, what);
  }
});

test('the same seed plays the same months', async () => {
  const figures = async () => (await proveBooks({ accounts: 2, cycles: 3, seed: 4 })).map(({ n, figure }) => [n, figure]);
  assert.deepEqual(await figures(), await figures());
});
