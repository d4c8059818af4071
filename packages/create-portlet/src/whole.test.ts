import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { layDown } from './lay-down.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** What a clone would not have. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.cache', '.data', 'coverage']);

let root = '';

before(() => {
  root = mkdtempSync(join(tmpdir(), 'faceplate-new-portlet-'));
  cpSync(checkout, root, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  layDown({ root, name: 'data-usage', line: 'What is left of the month’s data.' });
  pnpm('install', '--prefer-offline', '--no-frozen-lockfile');
});

after(() => {
  rmSync(root, { recursive: true, force: true });
});

/** The pnpm that runs us, or the one on the machine. */
function pnpm(...args: string[]): string {
  const own = process.env['npm_execpath'];
  return own ? run(process.execPath, [own, ...args]) : run('pnpm', args);
}

function node(...args: string[]): string {
  return run(process.execPath, ['-C', '@faceplate/source', ...args]);
}

function run(command: string, args: string[]): string {
  // The test runner's own variables would make a test run inside it report to it instead of to us.
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, env, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

test('a new portlet has the right types', () => {
  node('node_modules/typescript/bin/tsc', '-b', 'portlets/data-usage');
  assert.ok(existsSync(join(root, 'portlets/data-usage/dist/index.d.ts')));
});

test('a new portlet passes lint', () => {
  node('packages/workbench/src/check.ts', 'lint', 'elements', 'messages', 'tokens', 'arrows');
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
