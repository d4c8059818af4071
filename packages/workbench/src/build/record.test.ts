import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { recordIn } from './record.ts';

let folder = '';
let builds = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faceplate-record-'));
  builds = 0;
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Builds one file whose name has the fingerprint in it, as hashed chunks have. */
async function built(fingerprint: string): Promise<boolean> {
  const step = recordIn(join(folder, 'record/build.json'));
  const { fresh } = await step({
    target: 'x',
    folder,
    fingerprint,
    run: () => {
      builds += 1;
      const file = `x-${fingerprint}.js`;
      for (const ending of ['', '.br', '.gz']) writeFileSync(join(folder, file + ending), fingerprint);
      return Promise.resolve({ files: [file], result: undefined });
    },
  });
  return fresh;
}

test('what stands is not built again', async () => {
  assert.equal(await built('a'), true);
  assert.equal(await built('a'), false);
  assert.equal(builds, 1);
});

test('a file that somebody deleted is built again', async () => {
  await built('a');
  rmSync(join(folder, 'x-a.js'));
  assert.equal(await built('a'), true);
});

test('files of the build before are gone, compressed ones too', async () => {
  await built('a');
  await built('b');
  for (const ending of ['', '.br', '.gz']) {
    assert.equal(existsSync(join(folder, `x-a.js${ending}`)), false, ending);
    assert.equal(existsSync(join(folder, `x-b.js${ending}`)), true, ending);
  }
});

test('a torn record only costs a build', async () => {
  await built('a');
  writeFileSync(join(folder, 'record/build.json'), '{"x":');
  assert.equal(await built('a'), true);
});
