import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAst } from 'vite';
import { squeezeTemplates } from './squeeze.ts';

function squeezed(code: string): string {
  const { transform } = squeezeTemplates();
  const run = transform as unknown as (this: object, code: string, id: string) => { code: string };
  return run.call({ parse: (text: string) => parseAst(text) }, code, 'x.ts').code;
}

test('markup keeps one space where it had many', () => {
  assert.equal(squeezed('html`\n  <p>\n    ${name}\n  </p>\n`;'), 'html` <p> ${name} </p> `;');
});

test('a style sheet loses its comments and the space around its signs, and keeps what a value needs', () => {
  const sheet = 'css`\n  /* why */\n  p > a {\n    margin: 0 auto;\n    width: calc(1px + 2px);\n  }\n`;';
  assert.equal(squeezed(sheet), 'css` p > a{margin: 0 auto;width: calc(1px + 2px);}`;');
});

test('text whose lines are to be shown is left alone', () => {
  const shown = 'html`<pre>\n  ${text}\n</pre>`;';
  assert.equal(squeezed(shown), shown);
});

test('what a message tells its translators stays at home', () => {
  assert.doesNotMatch(squeezed("msg('Due', { id: 'x.due', desc: 'A date' });"), /A date/);
});
