import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { writeReadmeApis } from '../readme-api.ts';
import { readmes } from './readmes.ts';

let root = '';
const readme = () => join(root, 'portlets/tea/README.md');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'faceplate-readmes-'));
  mkdirSync(join(root, 'portlets/tea/src'), { recursive: true });
  writeFileSync(readme(), '# tea\n<!-- cem:start -->\nold\n<!-- cem:end -->\nrest\n');
  writeFileSync(
    join(root, 'portlets/tea/src/tea.element.ts'),
    `/**\n * Tea.\n *\n * @tagname fp-tea\n * @slot help - For the thirsty.\n */\nexport class TeaElement extends LitElement {\n  /** How | hot. */\n  @property() heat = '';\n}\n`,
  );
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('finds a README that no longer says what the element says, and mends it', async () => {
  const before = await readmes.run({ root, room: undefined });
  assert.deepEqual(before.findings.map(({ where }) => where), ['portlets/tea/README.md']);

  await writeReadmeApis(root);
  assert.deepEqual((await readmes.run({ root, room: undefined })).findings, []);
  const text = readFileSync(readme(), 'utf8');
  assert.match(text, /\| attribute \| `heat` \| How \\\| hot\. \|\n\| slot \| `help` \| For the thirsty\. \|/);
  assert.match(text, /<!-- cem:end -->\nrest\n$/);
});

test('leaves a README alone that does not ask for it', async () => {
  writeFileSync(readme(), '# tea\n');
  await writeReadmeApis(root);
  assert.equal(readFileSync(readme(), 'utf8'), '# tea\n');
});
