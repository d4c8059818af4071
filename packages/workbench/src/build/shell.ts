import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../root.ts';
import type { EmbedEntry } from './manifest.ts';
import { useRuntime, type Runtime } from './runtime.ts';
import { COMMON, OUTPUT, written } from './toolkit.ts';

/**
 * Builds the portal into `folder`. It takes what is shared from the very runtime file the portlets use, so that a page
 * has one Lit, and its HTML names that file and the list of portlets, so that nothing has to be asked for first.
 */
export async function buildShell(runtime: Runtime, portlets: readonly EmbedEntry[], folder: string): Promise<string[]> {
  const { build } = await import('vite');
  const address = `/embed/${runtime.file}`;
  const outputs = written(
    await build({
      ...COMMON,
      root: join(root, 'shell'),
      plugins: [useRuntime(runtime, address), firstBytes(address, portlets)],
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

/** A JSON block is data, not script: it is read under the strictest policy. `<` is escaped so that no text can end it. */
function firstBytes(runtime: string, portlets: readonly EmbedEntry[]): Plugin {
  const registry = portlets.map(({ name, tag, file, portlet }) => ({ name, tag, module: `/embed/${file}`, portlet }));
  return {
    name: 'faceplate:first-bytes',
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'modulepreload', href: runtime, crossorigin: true }, injectTo: 'head' },
      {
        tag: 'script',
        attrs: { type: 'application/json', id: 'faceplate-portlets' },
        children: JSON.stringify(registry).replaceAll('<', '\\u003c'),
        injectTo: 'head',
      },
    ],
  };
}
