import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../root.ts';
import { brokenArrows, TREES } from './arrows.ts';

const config = join(root, '.dependency-cruiser.cjs');

interface Rules {
  readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
}
const { forbidden } = createRequire(import.meta.url)(config) as Rules;

/** For each rule an import that breaks it: the file, and what it imports. */
const BROKEN: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'no-circles': ['shared/domain/src/round.ts', 'shared/domain/src/round-again.ts'],
  resolvable: ['shared/domain/src/lost.ts', 'shared/domain/src/nowhere.ts'],
  'contracts-stand-alone': ['shared/contracts/src/a.ts', 'shared/domain/src/b.ts'],
  'domain-knows-contracts': ['shared/domain/src/a.ts', 'shared/client/src/b.ts'],
  'client-knows-contracts-and-domain': ['shared/client/src/a.ts', 'shared/ui/src/b.ts'],
  'localize-stands-alone': ['shared/localize/src/a.ts', 'shared/ui/src/b.ts'],
  'ui-knows-localize': ['shared/ui/src/a.ts', 'shared/client/src/b.ts'],
  'kit-knows-client-ui-localize': ['shared/portlet-kit/src/a.ts', 'shared/domain/src/b.ts'],
  'kit-reads-contract-types-only': ['shared/portlet-kit/src/c.ts', 'shared/contracts/src/b.ts'],
  'portlets-are-islands': ['portlets/one/src/a.ts', 'portlets/two/src/b.ts'],
  'portlets-know-no-host': ['portlets/one/src/c.ts', 'shell/src/b.ts'],
  'portlets-mock-in-tests-only': ['portlets/one/src/d.ts', 'mocks/src/b.ts'],
  'portlets-read-contract-types-only': ['portlets/one/src/e.ts', 'shared/contracts/src/b.ts'],
  'components-never-fetch': ['portlets/one/src/components/a.ts', 'shared/client/src/b.ts'],
  'shell-loads-portlets-by-url': ['shell/src/a.ts', 'portlets/one/src/b.ts'],
  'shell-knows-no-service': ['shell/src/c.ts', 'packages/gateway/src/b.ts'],
  'shell-mocks-in-tests-only': ['shell/src/d.ts', 'mocks/src/b.ts'],
  'gateway-knows-contracts-and-domain': ['packages/gateway/src/a.ts', 'packages/idp/src/b.ts'],
  'gateway-never-knows-other-services': ['packages/gateway/src/a.test.ts', 'packages/launcher/src/b.ts'],
  'bss-knows-money-and-calendar': ['packages/bss/src/a.ts', 'shared/contracts/src/b.ts'],
  'bss-carries-no-proofs': ['packages/bss/src/e.ts', 'packages/bss/src/proofs/b.ts'],
  'idp-stands-alone': ['packages/idp/src/a.ts', 'packages/gateway/src/b.ts'],
  'psp-stands-alone': ['packages/psp/src/a.ts', 'packages/gateway/src/b.ts'],
  'probe-stands-alone': ['packages/probe/src/a.ts', 'packages/gateway/src/b.ts'],
  'mocks-are-the-real-apps': ['mocks/src/a.ts', 'shell/src/b.ts'],
  'shared-knows-no-portlet': ['shared/ui/src/c.ts', 'portlets/one/src/b.ts'],
  'web-standard-outside-node': ['packages/bss/src/c.ts', 'packages/bss/src/node/b.ts'],
  'no-node-in-a-browser': ['shared/client/src/c.ts', 'node:fs'],
};

/** Imports that look alike and are allowed. */
const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['portlets/one/src/one.test.ts', 'mocks/src/b.ts'],
  ['portlets/one/src/f.ts', 'shared/client/src/b.ts'],
  ['packages/bss/src/d.ts', 'shared/domain/src/money.ts'],
  ['packages/bss/src/node/c.ts', 'node:fs'],
  ['packages/bss/src/proofs/c.ts', 'packages/bss/src/node/b.ts'],
  ['packages/launcher/src/a.ts', 'packages/gateway/src/b.ts'],
];

let tree = '';

before(() => {
  tree = mkdtempSync(join(tmpdir(), 'faceplate-arrows-'));
  for (const [from, to] of [...Object.values(BROKEN), ...ALLOWED]) {
    write(from, `import '${address(from, to)}';\n`);
    if (!to.startsWith('node:') && !to.endsWith('nowhere.ts') && to !== BROKEN['no-circles']?.[1]) write(to, 'export const b = 1;\n');
  }
  write('shared/domain/src/round-again.ts', "import './round.ts';\n");
  write('package.json', '{ "type": "module" }');
});

after(() => {
  rmSync(tree, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

function address(from: string, to: string): string {
  if (to.startsWith('node:')) return to;
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

test('every arrow rule fires where it is broken, and only there', async () => {
  const found = await brokenArrows(tree, config, TREES);
  for (const { name } of forbidden) {
    const example = BROKEN[name];
    assert.ok(example, `${name} has no example`);
    // A circle may be told from either end.
    const ends = name === 'no-circles' ? example : example.slice(0, 1);
    assert.ok(found.some(({ rule, where }) => rule === name && ends.includes(where)), `${name} does not fire for ${example[0]}`);
  }
  for (const [from] of ALLOWED) assert.deepEqual(found.filter(({ where }) => where === from), []);
});

test('every rule says in a sentence what it is for', () => {
  for (const { name, comment } of forbidden) assert.match(comment, /^[A-Z].+\.$/, name);
});
