import { basename, join } from 'node:path';
import type { Rolldown, UserConfig } from 'vite';
import type { Runtime } from './shared.ts';
import { squeezeTemplates } from './squeeze.ts';
import { COMMON, LIBRARY, OUTPUT, virtual, written } from './toolkit.ts';
import { useRuntime } from './use-runtime.ts';

/** What building a portlet left in the folder of drop-in files. */
export interface PortletFiles {
  readonly entry: string;
  /** The entry and what it imports before anything can be shown; the runtime is not the portlet's. */
  readonly firstView: readonly string[];
  /** All code of its own, translations left out: of those a customer loads one. */
  readonly code: readonly string[];
  readonly files: readonly string[];
}

/** Vite's configuration for the portlet in `dir`, to stand beside the runtime in `into`. */
export function portletConfig(dir: string, shared: Runtime, into: string): UserConfig {
  const name = basename(dir);
  const door = `import '${join(dir, 'src/define.ts')}';\nexport * from '${join(dir, 'src/index.ts')}';`;
  return {
    root: dir,
    resolve: COMMON.resolve ?? {},
    plugins: [virtual('faceplate:portlet', door), useRuntime(shared, './'), squeezeTemplates()],
    build: {
      target: 'es2022',
      outDir: into,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: LIBRARY,
      rolldownOptions: {
        input: { [name]: 'faceplate:portlet' },
        output: { ...OUTPUT, entryFileNames: '[name].js', chunkFileNames: `${name}-[name]-[hash].js` },
      },
    },
  };
}

type Chunk = Extract<Rolldown.RolldownOutput['output'][number], { type: 'chunk' }>;

export async function buildPortlet(dir: string, shared: Runtime, into: string): Promise<PortletFiles> {
  const { build } = await import('vite');
  const outputs = written(await build({ ...COMMON, ...portletConfig(dir, shared, into) }));
  const chunks = outputs.filter((output) => output.type === 'chunk');
  const entry = chunks.find((chunk) => chunk.isEntry);
  if (!entry) throw new Error(`${dir} was built into nothing.`);
  return {
    entry: entry.fileName,
    firstView: statics(entry, chunks),
    code: chunks.filter((chunk) => !isTranslation(chunk)).map((chunk) => chunk.fileName),
    files: outputs.map((output) => output.fileName),
  };
}

function statics(entry: Chunk, chunks: readonly Chunk[]): string[] {
  const seen = new Set([entry.fileName]);
  for (const file of seen) for (const next of chunks.find((chunk) => chunk.fileName === file)?.imports ?? []) seen.add(next);
  return chunks.map((chunk) => chunk.fileName).filter((file) => seen.has(file));
}

const isTranslation = ({ facadeModuleId }: Chunk) => /[\\/]locales[\\/]/.test(facadeModuleId ?? '');
