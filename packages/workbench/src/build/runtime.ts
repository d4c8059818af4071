import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../root.ts';
import { privateGlobals } from './private-globals.ts';
import { PARTS, type Runtime, SHARED, type SharedModule } from './shared.ts';
import { squeezeTemplates } from './squeeze.ts';
import { COMMON, LIBRARY, OUTPUT, virtual, written } from './toolkit.ts';
import { useRuntime } from './use-runtime.ts';

/** The embed room depends on everything that is shared, so its folder is where all of it can be found. */
const FROM = join(root, 'packages/embed');

/** Builds the runtime and its late parts into `folder`. */
export async function buildRuntime(folder: string): Promise<Runtime & { files: string[] }> {
  const { build } = await import('vite');
  const surface = await surfaceOf(SHARED);
  const code = SHARED.map(({ id, prefix }) => reExport(id, prefix, surface[id] ?? [])).join('\n');
  const result = await build({
    ...COMMON,
    root: FROM,
    plugins: [virtual('faceplate:runtime', code), fromEmbed(SHARED), privateGlobals(), squeezeTemplates()],
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: LIBRARY,
      rolldownOptions: {
        input: { runtime: 'faceplate:runtime' },
        output: { ...OUTPUT, entryFileNames: 'runtime-[hash].js', chunkFileNames: 'runtime-[name]-[hash].js' },
      },
    },
  });
  const outputs = written(result);
  const entry = outputs.find((output) => output.type === 'chunk' && output.isEntry);
  if (!entry) throw new Error('The runtime was built into nothing.');
  const runtime = { file: entry.fileName, surface, parts: {} };
  const { parts, files } = await buildParts(runtime, folder);
  return { ...runtime, parts, files: [...outputs.map(({ fileName }) => fileName), ...files] };
}

/** Each part by itself, with the schemas that it alone needs. */
async function buildParts(runtime: Runtime, folder: string): Promise<{ parts: Runtime['parts']; files: string[] }> {
  const { build } = await import('vite');
  const parts: Record<string, string> = {};
  const files: string[] = [];
  for (const { id, prefix } of PARTS) {
    const result = await build({
      ...COMMON,
      root: FROM,
      plugins: [fromEmbed(PARTS), useRuntime({ ...runtime, parts }, './', ['@faceplate/contracts']), squeezeTemplates()],
      build: {
        target: 'es2022',
        outDir: folder,
        emptyOutDir: false,
        copyPublicDir: false,
        lib: LIBRARY,
        rolldownOptions: { input: { [prefix]: id }, output: { ...OUTPUT, entryFileNames: 'part-[name]-[hash].js', chunkFileNames: `part-${prefix}-[name]-[hash].js` } },
      },
    });
    const outputs = written(result);
    files.push(...outputs.map(({ fileName }) => fileName));
    const entry = outputs.find((output) => output.type === 'chunk' && output.isEntry);
    if (!entry) throw new Error(`${id} was built into nothing.`);
    parts[id] = entry.fileName;
  }
  return { parts, files };
}

function reExport(id: string, prefix: string, names: readonly string[]): string {
  return `export { ${names.map((name) => `${name} as ${prefix}_${name}`).join(', ')} } from '${id}';`;
}

/** What each module exports, as the bundler sees it; names it does not have are a mistake in the list. */
async function surfaceOf(modules: readonly SharedModule[]): Promise<Record<string, readonly string[]>> {
  const { build } = await import('vite');
  const result = await build({
    ...COMMON,
    root: FROM,
    plugins: [fromEmbed(SHARED)],
    build: {
      write: false,
      minify: false,
      lib: LIBRARY,
      rolldownOptions: { input: Object.fromEntries(modules.map(({ id, prefix }) => [prefix, id])) },
    },
  });
  const entries = written(result).flatMap((output) => (output.type === 'chunk' && output.isEntry ? [output] : []));
  return Object.fromEntries(
    modules.map(({ id, prefix, names }) => {
      const exported = entries.find((entry) => entry.name === prefix)?.exports ?? [];
      const missing = names?.filter((name) => !exported.includes(name)) ?? [];
      if (missing.length > 0) throw new Error(`${id} has no ${missing.join(', ')} (packages/workbench/src/build/shared.ts).`);
      return [id, names ?? exported.filter((name) => name !== 'default').toSorted()];
    }),
  );
}

/** Entries that are bare names are found where the embed room finds them. */
function fromEmbed(entries: readonly { id: string }[]): Plugin {
  const known = new Set(entries.map(({ id }) => id));
  return {
    name: 'faceplate:from-embed',
    enforce: 'pre',
    resolveId(source, _importer, options) {
      if (!known.has(source)) return undefined;
      return this.resolve(source, join(FROM, 'package.json'), { ...options, skipSelf: true });
    },
  };
}
