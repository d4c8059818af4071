import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeReturnTo } from './return-to.ts';

const kept = ['/', '/bills', '/bills/7?view=card#charges', '/a//b', '/search?q=https://evil.example'];
const refused = [
  undefined,
  '',
  'bills',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/auth/logout',
  '/x/../auth/logout',
  `/${'x'.repeat(3_000)}`,
];

for (const path of kept) test(`comes back to ${path}`, () => assert.equal(safeReturnTo(path, 'https://portal.test'), path));
for (const path of refused) {
  test(`does not follow ${path?.slice(0, 40)}`, () => assert.equal(safeReturnTo(path, 'https://portal.test'), '/'));
}
