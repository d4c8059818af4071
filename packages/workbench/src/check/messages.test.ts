import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { messages } from './messages.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'faceplate-messages-'));
  write('messages.ts', "import { msg, str } from '@faceplate/localize';\nexport const due = (day: string) => msg(str`Due ${day}`, { id: 'x.due', desc: 'A date' });\n");
  for (const locale of ['de', 'ar']) write(`locales/${locale}.ts`, "export const templates = { 'x.due': str`Bis ${0}` };\n");
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  const path = join(root, 'portlets/x/src', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function told(): Promise<string[]> {
  const { findings } = await messages.run({ root, room: undefined });
  return findings.map(({ message }) => message);
}

test('a room whose words are all in every language is in order', async () => {
  assert.deepEqual(await told(), []);
});

test('a message that a language lacks is told', async () => {
  write('locales/de.ts', 'export const templates = {};\n');
  assert.deepEqual(await told(), ['"x.due" is not translated.']);
});

test('a translation of nothing is told', async () => {
  write('locales/de.ts', "export const templates = { 'x.due': str`Bis ${0}`, 'x.old': 'Alt' };\n");
  assert.deepEqual(await told(), ['"x.old" translates no message.']);
});

test('a translation that loses a value is told', async () => {
  write('locales/de.ts', "export const templates = { 'x.due': 'Bald' };\n");
  assert.deepEqual(await told(), ['"x.due" has other placeholders than the English text.']);
});

test('a message without an id, and one without a word for translators, are told', async () => {
  write('more.ts', "import { msg } from '@faceplate/localize';\nexport const a = msg('A');\n");
  assert.deepEqual(await told(), ['A message needs an id of its own.', 'A translator needs a desc.']);
});

test('a translation may say a value as often as its forms need, and only one there is', async () => {
  write('locales/de.ts', "export const templates = { 'x.due': str`Bis ${0}, ja bis ${0}` };\n");
  assert.deepEqual(await told(), []);
  write('locales/de.ts', "export const templates = { 'x.due': str`Bis ${1}` };\n");
  assert.deepEqual(await told(), ['"x.due" has other placeholders than the English text.']);
});

test('a part that loads by itself may bring its words in a folder of its own', async () => {
  write('later/messages.ts', "import { msg } from '@faceplate/localize';\nexport const paid = () => msg('Paid', { id: 'x.paid', desc: 'A status' });\n");
  for (const locale of ['de', 'ar']) write(`later/locales/${locale}.ts`, "export const templates = { 'x.paid': 'Bezahlt' };\n");
  assert.deepEqual(await told(), []);
});
