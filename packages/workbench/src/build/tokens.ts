import { cpSync, globSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';

const FROM = join(root, 'shared/tokens/src');

/** Lays the tokens and example brands beside the drop-in files, for pages that want our look. */
export function copyTokens(folder: string): string[] {
  const files = globSync('**/*.css', { cwd: FROM }).toSorted();
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(FROM, file), join(folder, file));
  }
  return files;
}
