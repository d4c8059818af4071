import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommand } from './command.ts';

/** Beside this program's own files, where the container's recipe puts what was built. */
const folderOf = (name: string) => fileURLToPath(new URL(`../portal/${name}/`, import.meta.url));

// The product with a portal that was built before: what containers run. Nothing is built, so nothing that builds is needed.
await runCommand({
  files: async () =>
    ['embed', 'shell'].map((name) => {
      const folder = folderOf(name);
      if (!existsSync(folder)) throw new Error(`The portal's files are not at ${folder}.`);
      return { at: name === 'embed' ? '/embed/' : '/', folder };
    }),
});
