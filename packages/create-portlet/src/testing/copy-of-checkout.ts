import { cpSync, existsSync, globSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';

/** What a clone would not have. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.cache', '.data', 'coverage']);

const ROOMS = ['', 'shared/*', 'portlets/*', 'shell', 'mocks', 'packages/*'];

/**
 * A copy of the checkout in the system's temporary folder, as a fresh clone has it, with what is installed linked in:
 * packages of others point to where they lie, rooms to the copy's own.
 */
export function copyOfCheckout(checkout: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'faceplate-copy-')));
  cpSync(checkout, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  const rooms = ROOMS.flatMap((pattern) => (pattern ? globSync(pattern, { cwd: checkout }) : ['']));
  for (const room of rooms) linkDependencies(join(checkout, room, 'node_modules'), join(copy, room, 'node_modules'), checkout, copy);
  return copy;
}

/** Gives a room that is not in the checkout what another one has installed. */
export function lendDependencies(copy: string, from: string, to: string): void {
  cpSync(join(copy, from, 'node_modules'), join(copy, to, 'node_modules'), { recursive: true, verbatimSymlinks: true });
}

function linkDependencies(from: string, to: string, checkout: string, copy: string): void {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from)) {
    const path = join(from, entry);
    if (entry.startsWith('@')) linkDependencies(path, join(to, entry), checkout, copy);
    else if (lstatSync(path).isSymbolicLink()) link(realpathSync(path), join(to, entry), checkout, copy);
    else if (entry === '.bin') link(path, join(to, entry), checkout, copy);
  }
}

function link(target: string, at: string, checkout: string, copy: string): void {
  const inside = relative(checkout, target);
  const isRoom = !inside.startsWith('..') && !inside.split(sep).includes('node_modules');
  mkdirSync(dirname(at), { recursive: true });
  symlinkSync(isRoom ? join(copy, inside) : target, at);
}
