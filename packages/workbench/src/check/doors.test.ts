import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { brokenDoors } from './doors.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faceplate-doors-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.js'), 'export const one = 1;\n');
  writeFileSync(join(folder, 'dist/index.d.ts'), 'export declare const one: number;\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function room(door: Readonly<Record<string, string>>) {
  const manifest = { name: '@sample/one', version: '1.0.0', license: 'Apache-2.0', type: 'module', files: ['dist'], exports: { '.': door } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return { name: 'one', path: 'shared/one', folder, browser: false, manifest };
}

test('a door that leads to what is packed is a good one', async () => {
  assert.deepEqual(await brokenDoors(room({ types: './dist/index.d.ts', default: './dist/index.js' })), []);
});

test('a door that leads to nothing is told', async () => {
  const found = await brokenDoors(room({ types: './dist/index.d.ts', default: './dist/main.js' }));
  assert.ok(found.some(({ message }) => message.includes('main.js')), JSON.stringify(found));
});

test('types that are not found are told', async () => {
  const found = await brokenDoors(room({ types: './dist/types.d.ts', default: './dist/index.js' }));
  assert.ok(found.length > 0);
});
