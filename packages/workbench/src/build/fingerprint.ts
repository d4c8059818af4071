import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** Tests and what only tests read do not change what is built. */
const NOT_BUILT = /\.(test|page)\.ts$/;

/** One hash over the contents of everything the patterns find, and over `also`. */
export function fingerprint(patterns: readonly string[], also: readonly string[] = []): string {
  const hash = createHash('sha1');
  for (const part of also) hash.update(`${part}\0`);
  for (const path of patterns.flatMap((pattern) => globSync(pattern, { cwd: root }).toSorted())) {
    if (NOT_BUILT.test(path) || !statSync(join(root, path)).isFile()) continue;
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}
