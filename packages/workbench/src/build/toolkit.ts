import type { InlineConfig, LibraryOptions, Plugin, Rolldown } from 'vite';

/** What every build of ours has in common. `vite` is loaded only by those who build: a start that has nothing to do is quick. */
export const COMMON: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  mode: 'production',
  resolve: { conditions: ['@faceplate/source', 'module', 'browser', 'production'] },
};

/**
 * Library mode keeps exports and adds no preloading of its own. Its `entry` would be taken for a path, so builds name
 * theirs in `rolldownOptions.input`, which wins.
 */
export const LIBRARY: LibraryOptions = { entry: '', formats: ['es'] };

export const OUTPUT: Rolldown.OutputOptions = { minify: true, comments: false };

/** A module made of text, for the builds whose entry is written by us. */
export function virtual(id: string, code: string): Plugin {
  return {
    name: `faceplate:${id}`,
    enforce: 'pre',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (loaded) => (loaded === `\0${id}` ? { code, moduleSideEffects: true } : undefined),
  };
}

/** Files that a build wrote, relative to its folder. */
export function written(result: Awaited<ReturnType<typeof import('vite').build>>): Rolldown.RolldownOutput['output'][number][] {
  const outputs = Array.isArray(result) ? result : [result];
  return outputs.flatMap((output) => ('output' in output ? output.output : []));
}
