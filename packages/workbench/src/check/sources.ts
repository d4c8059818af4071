import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inScope, type Scope } from './finding.ts';

/** A file's text with its path relative to the checkout. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Rooms that draw something in a browser. */
export const DRAWING_ROOMS = ['shared/ui', 'shared/portlet-kit', 'shell', 'portlets/*'];

const NOT_SHIPPED = /\.(test|page)\.ts$|\/testing(\/|\.ts$)|\.d\.ts$/;

/** Files of rooms that ship: tests and what only they use are left out. */
export function shippedSources(scope: Scope, patterns: readonly string[]): Source[] {
  return patterns
    .flatMap((pattern) => globSync(pattern, { cwd: scope.root }).toSorted())
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !NOT_SHIPPED.test(path) && inScope(scope, path))
    .map((path) => ({ path, text: readFileSync(join(scope.root, path), 'utf8') }));
}

/** Line of a place in a text, counted from one. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
