import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './root.ts';
import type { Room } from './rooms.ts';
import { browserTests } from './test/browser-tests.ts';

const folder = join(root, 'packages/workbench/fixtures/strict');
const strict: Room = {
  name: 'strict',
  path: 'strict',
  folder,
  browser: true,
  manifest: { name: 'strict', version: '0.0.0' },
};

test('a test page fails what breaks its policy or draws a warning of Lit, and nothing else', async () => {
  const [outcome] = await browserTests([strict]);
  const tests = outcome?.tests ?? [];
  const errorOf = (file: string) => tests.find((one) => one.file.endsWith(file) && one.result === 'failed')?.error ?? '';
  assert.match(errorOf('trusted-types.test.ts'), /require-trusted-types-for refused trusted-types-sink/);
  assert.match(errorOf('inline-style.test.ts'), /style-src-attr refused inline/);
  assert.match(errorOf('lit-warning.test.ts'), /scheduled an update .*after an update completed/);
  assert.ok(tests.some((one) => one.name.endsWith('writes a string into innerHTML')));
});
