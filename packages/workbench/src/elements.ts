import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** What the custom elements manifest says of one element class; the words are the standard's. */
export interface ElementDeclaration {
  readonly kind: string;
  readonly name: string;
  readonly customElement?: boolean;
  readonly tagName?: string;
  readonly description?: string;
  readonly summary?: string;
  readonly superclass?: { readonly name: string };
  readonly attributes?: readonly Documented[];
  /** Without a name where the analyser could not tell it. */
  readonly events?: readonly (Omit<Documented, 'name'> & { readonly name?: string })[];
  readonly slots?: readonly Documented[];
  readonly cssParts?: readonly Documented[];
  readonly cssProperties?: readonly Documented[];
  readonly members?: readonly (Documented & { readonly kind: string; readonly privacy?: string })[];
}

export interface Documented {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

export interface ElementModule {
  readonly path: string;
  readonly declarations: readonly ElementDeclaration[];
}

export interface ElementsManifest {
  readonly schemaVersion: string;
  readonly readme: string;
  readonly modules: readonly ElementModule[];
}

/** Where every portlet's common attributes are declared. */
const BASE = 'shared/portlet-kit/src/portlet.element.ts';

/** Custom elements manifest of the element files in a room; `path` is relative to the checkout. */
export async function elementsOf(path: string, from = root): Promise<ElementsManifest> {
  const files = globSync('src/**/*.element.ts', { cwd: join(from, path) }).toSorted();
  return analyze(files.map((file) => ({ name: file, text: readFileSync(join(from, path, file), 'utf8') })));
}

/** Attributes that every portlet has because of what it extends. */
export async function portletAttributes(): Promise<readonly Documented[]> {
  const { modules } = await analyze([{ name: BASE, text: readFileSync(join(root, BASE), 'utf8') }]);
  return modules.flatMap(({ declarations }) => declarations).flatMap(({ attributes }) => attributes ?? []);
}

interface Source {
  readonly name: string;
  readonly text: string;
}

async function analyze(sources: readonly Source[]): Promise<ElementsManifest> {
  const { create, ts } = await import('@custom-elements-manifest/analyzer/index.js');
  const { litPlugin } = await import('@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js');
  const modules = sources.map(({ name, text }) => ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true));
  return create({ modules, plugins: litPlugin() }) as ElementsManifest;
}
