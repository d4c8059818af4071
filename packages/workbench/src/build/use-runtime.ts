import type { Plugin } from 'vite';
import { type Runtime, SHARED, SHARED_FAMILIES } from './shared.ts';
import { nodesOf, replaced, type Node, type Replacement } from './tree.ts';

interface ImportFrom extends Node {
  readonly source: { readonly value: string };
  readonly specifiers: readonly (Node & { readonly local: Named; readonly imported?: Named })[];
}

interface Named {
  readonly name: string;
}

interface Member extends Node {
  readonly object: { readonly name?: string };
  readonly property: Named;
  readonly computed: boolean;
}

const shared = new Map(SHARED.map((module) => [module.id, module]));

/**
 * Takes what is shared from the runtime's file, and from those of its late parts, below `folder` (as the browser will
 * ask for it) instead of bundling it. The bundler leaves those imports alone; when a chunk is written, those of the
 * runtime become one import of its own names, and those of parts lead to their files. `own`: what is bundled all the same.
 */
export function useRuntime({ file, surface, parts }: Runtime, folder: string, own: readonly string[] = []): Plugin {
  return {
    name: 'faceplate:use-runtime',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer) {
      if (own.includes(source)) return undefined;
      if (shared.has(source) || parts[source] !== undefined) return { id: source, external: true };
      if (!SHARED_FAMILIES.test(source) || importer?.includes('node_modules')) return undefined;
      throw new Error(`${source} is not in the runtime; packages/workbench/src/build/shared.ts lists what is (${importer}).`);
    },
    renderChunk(code) {
      const tree = this.parse(code) as unknown as { body: readonly Node[] };
      const imports = tree.body.filter((node): node is ImportFrom => isShared(node));
      const writer = new RuntimeImport(surface);
      const places = imports.map((node) => ({ start: node.start, end: node.end, text: writer.take(node, tree.body) }));
      return { code: writer.statement(folder + file) + replaced(code, [...places, ...partsIn(tree.body, parts, folder)]), map: null };
    },
  };
}

function partsIn(body: readonly Node[], parts: Runtime['parts'], folder: string): Replacement[] {
  return [...nodesOf(body)].flatMap((node) => {
    const source = node['source'] as (Node & { readonly value?: unknown }) | null | undefined;
    const file = typeof source?.value === 'string' ? parts[source.value] : undefined;
    return source && file !== undefined ? [{ start: source.start, end: source.end, text: JSON.stringify(folder + file) }] : [];
  });
}

function isShared(node: Node): boolean {
  return node.type === 'ImportDeclaration' && shared.has((node as ImportFrom).source.value);
}

/** Gathers what a chunk takes from the runtime. */
class RuntimeImport {
  readonly #surface: Runtime['surface'];
  readonly #specifiers: string[] = [];

  constructor(surface: Runtime['surface']) {
    this.#surface = surface;
  }

  /** What stands in place of the import: nothing, or an object in place of a namespace. */
  take({ source, specifiers }: ImportFrom, body: readonly Node[]): string {
    const spaces = specifiers.filter(({ imported }) => !imported).map(({ local }) => local.name);
    for (const { imported, local } of specifiers) {
      if (imported) this.#specifiers.push(`${this.#name(source.value, imported.name)} as ${local.name}`);
    }
    return spaces.map((space) => this.#namespace(source.value, space, body)).join('');
  }

  #namespace(id: string, space: string, body: readonly Node[]): string {
    const names = [...new Set(membersOf(space, body))];
    for (const name of names) this.#specifiers.push(`${this.#name(id, name)} as ${space}$${name}`);
    return `const ${space} = { ${names.map((name) => `${name}: ${space}$${name}`).join(', ')} };`;
  }

  #name(id: string, name: string): string {
    if (this.#surface[id]?.includes(name)) return `${shared.get(id)?.prefix ?? ''}_${name}`;
    throw new Error(`The runtime does not carry "${name}" of ${id}: add it to packages/workbench/src/build/shared.ts.`);
  }

  statement(address: string): string {
    return this.#specifiers.length > 0 ? `import { ${this.#specifiers.join(', ')} } from '${address}';\n` : '';
  }
}

function* membersOf(space: string, body: readonly Node[]): Generator<string> {
  for (const node of nodesOf(body)) {
    const { object, property, computed } = node as Member;
    if (node.type === 'MemberExpression' && object.name === space && !computed) yield property.name;
  }
}
