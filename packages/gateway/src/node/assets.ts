import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const suffixes = { br: '.br', gzip: '.gz' } as const;
export type Coding = keyof typeof suffixes;

/** A file that may be served, under the one address it has. */
export interface Asset {
  file: string;
  type: string;
  /** From size and time of writing: a version, so no body is ever hashed. */
  etag: string;
  immutable: boolean;
  /** Compressed twins that lie beside it. */
  codings: ReadonlySet<Coding>;
}

/** `chart-B3xYq9_a.js`: a digit or a capital tells a content hash from a word such as "dashboard". */
const HASHED = /[.-](?=[\w-]*[A-Z0-9])[\w-]{8,}\.[a-z0-9]+$/;

/**
 * Lists a folder once. Only what was listed can be asked for, so no clever
 * path leads out of it; files that begin with a dot, and types unknown here,
 * are left out.
 */
export async function listAssets(folder: string, at = '/'): Promise<Map<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  const assets = new Map<string, Asset>();
  for (const file of files) {
    const type = types[extname(file)];
    const path = file.slice(folder.length).replaceAll('\\', '/').replace(/^\/*/, '');
    if (!type || path.split('/').some((part) => part.startsWith('.'))) continue;
    const { size, mtimeMs } = await stat(file);
    const codings = (Object.keys(suffixes) as Coding[]).filter((coding) => files.has(file + suffixes[coding]));
    const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
    assets.set(at + path, { file, type, etag, immutable: HASHED.test(path), codings: new Set(codings) });
  }
  return assets;
}

export const codedFile = ({ file }: Asset, coding: Coding | undefined): string => (coding ? file + suffixes[coding] : file);
