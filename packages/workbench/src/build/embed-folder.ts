import { join } from 'node:path';
import { root } from '../root.ts';
import { fingerprint } from './fingerprint.ts';
import { precompress } from './precompress.ts';
import { step, type Outcome } from './record.ts';
import { buildRuntime } from './runtime.ts';
import type { Runtime } from './shared.ts';

/** Everything the gateway serves below `/embed/`. */
export const embedFolder = join(root, 'packages/embed/dist/public');

/** Everything the gateway serves below `/`. */
export const shellFolder = join(root, 'shell/dist/public');

let shared: string | undefined;

/** What all builds depend on: the shared rooms, the versions of what is installed, and the way we build. */
export function sharedFingerprint(): string {
  return (shared ??= fingerprint([
    'pnpm-lock.yaml',
    'shared/*/package.json',
    'shared/*/src/**/*.*',
    'packages/workbench/src/build/*.ts',
    'packages/workbench/src/{build,portlet-build,elements}.ts',
  ]));
}

/** The runtime in `folder`, built if the one there is not today's. */
export function runtimeStep(folder: string): Promise<Outcome<Runtime>> {
  return step({
    target: `runtime:${folder}`,
    folder,
    fingerprint: sharedFingerprint(),
    run: async () => {
      const { files, ...result } = await buildRuntime(folder);
      precompress(files.map((file) => join(folder, file)));
      return { files, result };
    },
  });
}
