import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../root.ts';
import type { Runtime } from './shared.ts';
import { squeezeTemplates } from './squeeze.ts';
import { COMMON, OUTPUT, written } from './toolkit.ts';
import { useRuntime } from './use-runtime.ts';

/**
 * Builds the portal into `folder`. It takes what is shared from the very runtime file the portlets use, so that a page
 * has one Lit, and its HTML names that file, so that it is under way before any script has run.
 */
export async function buildShell(runtime: Runtime, folder: string): Promise<string[]> {
  const { build } = await import('vite');
  const outputs = written(
    await build({
      ...COMMON,
      root: join(root, 'shell'),
      plugins: [useRuntime(runtime, '/embed/'), squeezeTemplates(), plainImports(), preload(runtime)],
      build: {
        target: 'es2022',
        outDir: folder,
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { output: OUTPUT },
      },
    }),
  );
  return outputs.map(({ fileName }) => fileName);
}

/** The runtime, and the parts that the page's own script asks for before it runs. */
function preload({ file, parts }: Runtime): Plugin {
  return {
    name: 'faceplate:preload-runtime',
    transformIndexHtml: (_html, { chunk }) =>
      [file, ...Object.values(parts).filter((part) => chunk?.code.match(`(?:from|import) ?"/embed/${part}"`))].map((name) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/embed/${name}`, crossorigin: true },
        injectTo: 'head' as const,
      })),
  };
}

/** What loads later, translations, has no dependencies to preload: an import is just an import, 0.7 kB lighter. */
function plainImports(): Plugin {
  return {
    name: 'faceplate:plain-imports',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
