import type { Plugin } from 'vite';

interface Rule {
  /** End of the module's path. */
  readonly file: string;
  /** Stands before the module's own code. */
  readonly before?: string;
  /** Each must be found: what is replaced, by what. */
  readonly replace: readonly (readonly [pattern: RegExp, by: string])[];
}

const VERSION = /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g;

/** What libraries leave on `globalThis` for other copies of themselves. A page of ours has one copy, a foreign page is not ours. */
const RULES: readonly Rule[] = [
  { file: 'lit-html/lit-html.js', replace: [[VERSION, '0']] },
  { file: 'lit-element/lit-element.js', replace: [[VERSION, '0']] },
  {
    file: 'reactive-element/reactive-element.js',
    before: 'const litPropertyMetadata = new WeakMap(), decoratorMetadata = Symbol("metadata");',
    replace: [
      [VERSION, '0'],
      [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/g, '0'],
      [/Symbol\.metadata/g, 'decoratorMetadata'],
    ],
  },
  {
    file: 'zod/v4/core/core.js',
    replace: [
      [/\(_a = globalThis\)\.__zod_globalConfig \?\? \(_a\.__zod_globalConfig = \{\}\);/g, ''],
      [/export const globalConfig = globalThis\.__zod_globalConfig;/g, 'export const globalConfig = {};'],
      [/globalThis\.__zod_globalConfig/g, 'globalConfig'],
    ],
  },
];

/** Keeps the names that libraries would put on the page's `globalThis` inside the runtime: a host finds no name added. */
export function privateGlobals(): Plugin {
  return {
    name: 'faceplate:private-globals',
    enforce: 'pre',
    transform(code, id) {
      const rule = RULES.find(({ file }) => id.replaceAll('\\', '/').endsWith(`/${file}`));
      return rule && { code: applied(rule, code), map: null };
    },
  };
}

function applied({ file, before = '', replace }: Rule, code: string): string {
  return replace.reduce((text, [pattern, by]) => {
    // A new version that says it otherwise would put its name back on every host's page.
    if (text.search(pattern) < 0) throw new Error(`${file} has no ${pattern}: packages/workbench/src/build/private-globals.ts`);
    return text.replaceAll(pattern, by);
  }, before + code);
}
