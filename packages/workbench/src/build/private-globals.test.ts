import assert from 'node:assert/strict';
import { test } from 'node:test';
import { privateGlobals } from './private-globals.ts';

type Transform = (code: string, id: string) => { code: string } | undefined;
const transform = privateGlobals().transform as unknown as Transform;

test('a name that a library keeps on globalThis stays inside the module', () => {
  const code = 'class C{};(s.litElementVersions??=[]).push("4.2.2");export{C};';
  assert.equal(transform(code, '/x/node_modules/lit-element/lit-element.js')?.code, 'class C{};0;export{C};');
});

test('a version of the library that says it otherwise stops the build', () => {
  assert.throws(() => transform('globalThis.versions = []', '/x/lit-html/lit-html.js'), /lit-html\.js has no/);
});

test('every other module is left alone', () => {
  assert.equal(transform('globalThis.mine = 1', '/x/portlets/bill-viewer/src/define.ts'), undefined);
});
