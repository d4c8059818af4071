import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../root.ts';
import { lint } from './lint.ts';

let tree = '';

before(() => {
  tree = mkdtempSync(join(tmpdir(), 'faceplate-lint-'));
  cpSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'));
  mkdirSync(join(tree, 'portlets/x/src'), { recursive: true });
  // The rules' plugins are named by their place in the checkout.
  mkdirSync(join(tree, 'packages'));
  symlinkSync(join(root, 'packages/workbench'), join(tree, 'packages/workbench'));
  writeFileSync(join(tree, 'portlets/x/tsconfig.json'), '{ "compilerOptions": { "strict": true, "noEmit": true }, "include": ["src"] }');
});

after(() => {
  rmSync(tree, { recursive: true });
});

/** Codes of the rules that the source breaks. */
async function broken(source: string): Promise<string[]> {
  writeFileSync(join(tree, 'portlets/x/src/x.ts'), source);
  const { findings } = await lint.run({ root: tree, room: 'portlets/x' });
  return findings.map(({ message }) => /\[(.+)\]$/.exec(message)?.[1] ?? message);
}

const template = (text: string) => `declare const html: (texts: TemplateStringsArray) => unknown;\nexport const shown = () => html\`${text}\`;\n`;

test('plain code is in order', async () => {
  assert.deepEqual(await broken(template('<p class="style">No style=“here”.</p>')), []);
});

test('what a strict policy would refuse is told', async () => {
  assert.deepEqual(await broken(template('<p style="color: red">x</p>')), ['faceplate(strict-templates)']);
  assert.ok((await broken(template('<style>p { color: red }</style>'))).includes('faceplate(strict-templates)'));
  assert.deepEqual(await broken("export { unsafeHTML } from 'lit/directives/unsafe-html.js';\n"), ['faceplate(strict-imports)']);
  const styles = "import { styleMap } from 'lit/directives/style-map.js';\nexport const map = styleMap;\n";
  assert.ok((await broken(styles)).includes('faceplate(strict-imports)'));
});

test('a noun of the client that the file does not load is told', async () => {
  const uses = (first: string) => `${first}
interface Client { bills: { list: () => unknown }; serviceLevels: { grid: () => unknown } }
export class Part {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }
  list(): unknown {
    return this.#client.bills.list();
  }
  grid(): unknown {
    const { serviceLevels } = this.#client;
    return serviceLevels.grid();
  }
}
`;
  const both = "import '@faceplate/client/nouns/bills.js';\nimport '@faceplate/client/nouns/service-levels.js';";
  assert.deepEqual(await broken(uses('')), ['nouns(loaded)', 'nouns(loaded)']);
  assert.deepEqual(await broken(uses(both)), []);
});

test('a template that shuts people out is told', async () => {
  assert.deepEqual(await broken(template('<img src="/x.png">')), ['lit-a11y(alt-text)']);
});

test('a promise that nobody waits for is told, so types are known', async () => {
  assert.deepEqual(await broken('export const go = (): void => {\n  Promise.resolve(1);\n};\n'), ['typescript(no-floating-promises)']);
});

test('a file and a function that grew too long are told, and so is a default export', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, line) => `  console.log(${line});`).join('\n');
  assert.deepEqual(await broken(`export function long(): void {\n${lines(60)}\n}\n`), ['eslint(max-lines-per-function)']);
  assert.ok((await broken(`${lines(260)}\nexport {};\n`)).includes('eslint(max-lines)'));
  assert.deepEqual(await broken('export default 1;\n'), ['import(no-default-export)']);
});
