import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { problemCodes } from './problem-codes.ts';

const SOURCES = join(import.meta.dirname, '..');
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing') && !file.startsWith('docs'),
);

/** A code is written as `code: '…'` of a problem, or handed to a function of that file that makes a refusal. */
const SPOKEN = [/\bstatus: \d{3}, code: '([^']+)'/g, /\bnew Refusal\(\{[^}]*?\bcode: '([^']+)'/g, /\brefus(?:e|al)\((?:\d{3}, )?'([^']+)'/g, /\bcode: '([a-z]+(?:-[a-z]+)+)'/g];

const spoken = new Map<string, string>();
for (const file of files) {
  const text = readFileSync(join(SOURCES, file), 'utf8');
  for (const [, code = ''] of SPOKEN.flatMap((form) => [...text.matchAll(form)])) spoken.set(code, file);
}

test('every code the gateway speaks stands in the table', () => {
  assert.ok(spoken.size > 15, `only ${spoken.size} codes found: the way they are written has changed`);
  for (const [code, file] of spoken) assert.ok(Object.hasOwn(problemCodes, code), `${code} of ${file} is not in docs/problem-codes.ts`);
});

test('every obstacle to an offer has its code', () => {
  const eligibility = readFileSync(new URL('../../../../shared/domain/src/eligibility.ts', import.meta.url), 'utf8');
  const codes = Array.from(eligibility.matchAll(/\bcode: '([^']+)'/g), ([, code = '']) => `offer-${code}`);
  assert.ok(codes.length > 3);
  for (const code of codes) assert.ok(Object.hasOwn(problemCodes, code), `${code} is not in docs/problem-codes.ts`);
});

test('every code says what it means and what to do', () => {
  for (const [code, { status, title, meaning, remedy }] of Object.entries(problemCodes)) {
    assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(status >= 400 && status < 600, code);
    assert.match(title, /\.$/, code);
    assert.match(meaning, /\.$/, code);
    assert.match(remedy, /\.$/, code);
  }
});
