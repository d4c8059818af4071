import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { layDown } from './lay-down.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'faceplate-lay-down-'));
  mkdirSync(join(root, 'portlets'));
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ files: [], references: [{ path: './shell' }] }));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('names every file, class, tag and word after the portlet', () => {
  const files = layDown({ root, name: 'data-usage', line: 'What is left of the month’s data' });
  assert.ok(files.includes('portlets/data-usage/src/data-usage.element.ts'));
  const texts = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  assert.match(texts, /class DataUsageElement/);
  assert.match(texts, /"fp-data-usage"/);
  assert.match(texts, /What is left of the month’s data\.\n/);
  assert.doesNotMatch(texts, /sample.?portlet|The one line/i);
});

test('adds it to the projects that are type-checked together', () => {
  layDown({ root, name: 'data-usage', line: 'Data.' });
  const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as { references: unknown };
  assert.deepEqual(references, [{ path: './shell' }, { path: './portlets/data-usage' }]);
});

test('keeps a dollar sign of the line', () => {
  layDown({ root, name: 'prices', line: 'Costs $& up to $1.' });
  const { description } = JSON.parse(readFileSync(join(root, 'portlets/prices/package.json'), 'utf8')) as { description: string };
  assert.equal(description, 'Costs $& up to $1.');
});

test('refuses a name that makes no tag, a taken name, and a line that would break the files', () => {
  for (const name of ['Data', 'data_usage', '-data', 'data-', '../data', 'data--usage']) {
    assert.throws(() => layDown({ root, name, line: 'Data.' }), /is no name for a portlet/);
  }
  layDown({ root, name: 'taken', line: 'Data.' });
  assert.throws(() => layDown({ root, name: 'taken', line: 'Data.' }), /exists already/);
  for (const line of ['say "no"', 'ends */ early', 'two\nlines']) {
    assert.throws(() => layDown({ root, name: 'other', line }), /must do without/);
  }
});
