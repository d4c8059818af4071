import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { GOLDEN } from '../testing/golden/index.ts';

describe('worked out by hand', () => {
  for (const { name, working, is, should } of GOLDEN) it(name, () => assert.deepEqual(is(), should, working));
});

test('there are at least sixty of them, each with its own name and working', () => {
  assert.ok(GOLDEN.length >= 60, String(GOLDEN.length));
  assert.equal(new Set(GOLDEN.map(({ name }) => name)).size, GOLDEN.length);
  assert.ok(GOLDEN.every(({ working }) => working.length > 20));
});
