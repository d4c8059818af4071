import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { tokens } from './tokens.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'faceplate-tokens-'));
  write('shared/tokens/src/tokens.css', ':root { --fp-p-blue: blue; --fp-text: black; }\n/* A brand sets --fp-font-family. */');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function told(styles: string): Promise<string[]> {
  write('portlets/x/src/x.styles.ts', styles);
  const { findings } = await tokens.run({ root, room: undefined });
  return findings.map(({ message }) => message);
}

test('a component may read what is for something, and what it offers itself', async () => {
  const styles = 'css`p { color: var(--fp-text); font-family: var(--fp-font-family); fill: var(--fp-x-line, currentColor) }`';
  assert.deepEqual(await told(`/** @cssprop [--fp-x-line] - A line. */\n${styles}`), []);
});

test('a token that does not exist is told', async () => {
  assert.match((await told('css`p { color: var(--fp-txt) }`'))[0] ?? '', /--fp-txt is no semantic token/);
});

test('a primitive is told', async () => {
  assert.match((await told('css`p { color: var(--fp-p-blue) }`'))[0] ?? '', /private to tokens.css/);
});

test('a colour of its own is told', async () => {
  for (const colour of ['#ff0000', 'rgb(1 2 3)', 'oklch(50% 0.1 20)']) {
    assert.equal((await told(`css\`p { color: ${colour}; }\``)).length, 1, colour);
  }
});

test('a theme that adds a token is told', async () => {
  write('shared/tokens/src/themes/loud.css', ':root { --fp-text: red; --fp-shout: 1; }');
  assert.deepEqual(await told(''), ['--fp-shout is no semantic token; a theme overrides those that exist.']);
});
