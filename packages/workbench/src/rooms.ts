import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './root.ts';

/** One workspace package. `path` is relative to the checkout, with forward slashes. */
export interface Room {
  readonly name: string;
  readonly path: string;
  readonly folder: string;
  readonly browser: boolean;
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The rooms whose tests need a document; every other room is tested by Node alone. */
const BROWSER_ROOM = /^(portlets\/.+|shell|shared\/(ui|portlet-kit))$/;

const PATTERNS = ['shared/*', 'portlets/*', 'shell', 'mocks', 'packages/*'];

/** Every room of the checkout at `folder`, in the order in which one stands on another. */
export function rooms(folder = root): Room[] {
  return PATTERNS.flatMap((pattern) => globSync(pattern, { cwd: folder }).toSorted())
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => existsSync(join(folder, path, 'package.json')))
    .map((path) => ({
      name: basename(path),
      path,
      folder: join(folder, path),
      browser: BROWSER_ROOM.test(path),
      manifest: JSON.parse(readFileSync(join(folder, path, 'package.json'), 'utf8')) as Manifest,
    }));
}

/**
 * The rooms that `names` mean: folder (`bill-viewer`), path (`portlets/bill-viewer`) or package name; all when empty.
 *
 * @throws Error when a name means no room.
 */
export function chosenRooms(names: readonly string[], all = rooms()): Room[] {
  if (names.length === 0) return all;
  return names.map((name) => {
    const asked = name.replace(/^\.\/|\/$/g, '');
    const room = all.find((one) => [one.name, one.path, one.manifest.name].includes(asked));
    if (!room) throw new Error(`There is no room "${name}". Rooms: ${all.map((one) => one.name).join(', ')}.`);
    return room;
  });
}

export interface TestFiles {
  readonly node: string[];
  readonly browser: string[];
}

/** Absolute paths of a room's tests, split by who runs them. `*.browser.test.ts` and `*.node.test.ts` say it themselves. */
export function testFiles(room: Room): TestFiles {
  const files = globSync('src/**/*.test.ts', { cwd: room.folder }).toSorted();
  const inBrowser = (file: string) =>
    file.endsWith('.browser.test.ts') || (room.browser && !file.endsWith('.node.test.ts'));
  const absolute = (file: string) => join(room.folder, file);
  return {
    node: files.filter((file) => !inBrowser(file)).map(absolute),
    browser: files.filter(inBrowser).map(absolute),
  };
}
