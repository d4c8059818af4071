import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { layDown } from './lay-down.ts';
import { copyOfCheckout, lendDependencies } from './testing/copy-of-checkout.ts';

const checkout = realpathSync(fileURLToPath(new URL('../../..', import.meta.url)));

let root = '';

before(() => {
  root = copyOfCheckout(checkout);
  layDown({ root, name: 'data-usage', line: 'What is left of the month’s data.' });
  lendDependencies(root, 'portlets/bill-viewer', 'portlets/data-usage');
});

after(() => {
  rmSync(root, { recursive: true, force: true });
});

function node(...args: string[]): string {
  // The test runner's own variable would make a test run inside it report to it instead of to us.
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const command = ['-C', '@faceplate/source', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8' });
  assert.equal(status, 0, `node ${command.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

test('a new portlet has the right types', () => {
  node('node_modules/typescript/bin/tsc', '-b', 'portlets/data-usage');
  assert.ok(existsSync(join(root, 'portlets/data-usage/dist/index.d.ts')));
});

test('a new portlet passes the checks of a room', () => {
  node('packages/workbench/src/check.ts', '--room', 'data-usage', 'lint', 'arrows', 'elements', 'messages', 'tokens');
});

test('a new portlet passes its own tests in a browser', () => {
  assert.match(node('packages/workbench/src/test.ts', 'data-usage'), /\n5 passed, 0 failed\n$/);
});

test('a new portlet is built and described beside the others', () => {
  node('packages/workbench/src/build.ts');
  const manifest = JSON.parse(readFileSync(join(root, 'packages/embed/dist/public/manifest.json'), 'utf8')) as {
    portlets: { tag: string; size: { total: { gzip: number } } }[];
  };
  const described = manifest.portlets.find(({ tag }) => tag === 'fp-data-usage');
  assert.ok(described && described.size.total.gzip < 20_000);
});
