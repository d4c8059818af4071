import { readFile } from 'node:fs/promises';
import { type Asset, type Coding, codedFile, listAssets } from './assets.ts';
import { acceptedCoding } from './compress.ts';

export interface StaticFolder {
  /** `/` or `/embed/`. */
  at: string;
  folder: string;
}

/** Larger files are read each time they are asked for. */
const MOST_KEPT_BYTES = 512 * 1024;

/**
 * Serves built files: hashed names for ever, the rest asked anew each time;
 * compressed where a compressed twin lies beside the file. An address of the
 * shell's own (`/bills/…`) answers with `index.html`.
 */
export async function staticFiles(folders: readonly StaticFolder[]): Promise<(request: Request) => Promise<Response | undefined>> {
  const assets = new Map<string, Asset>();
  for (const { at, folder } of folders) for (const [path, asset] of await listAssets(folder, at)) assets.set(path, asset);
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return async (request) => {
    const asset = assets.get(pathOf(request)) ?? shellPage(request, assets);
    if (!asset) return undefined;
    const headers = new Headers({ 'content-type': asset.type, etag: asset.etag, vary: 'Accept-Encoding' });
    headers.set('cache-control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (request.headers.get('if-none-match')?.includes(asset.etag)) return new Response(null, { status: 304, headers });
    const coding = codingFor(request, asset);
    if (coding) headers.set('content-encoding', coding);
    const bytes = await contentOf(codedFile(asset, coding), kept);
    headers.set('content-length', String(bytes.byteLength));
    return new Response(request.method === 'HEAD' ? null : bytes, { headers });
  };
}

function pathOf(request: Request): string {
  const { pathname } = new URL(request.url);
  try {
    return decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  } catch {
    return '';
  }
}

/** A person opening or reloading an address of the portal; files and modules that are missing stay missing. */
function shellPage(request: Request, assets: ReadonlyMap<string, Asset>): Asset | undefined {
  const { pathname } = new URL(request.url);
  const isPage = request.headers.get('accept')?.includes('text/html') && !pathname.startsWith('/embed/') && !/\.\w+$/.test(pathname);
  return isPage ? assets.get('/index.html') : undefined;
}

function codingFor(request: Request, { codings }: Asset): Coding | undefined {
  return acceptedCoding(request.headers.get('accept-encoding') ?? undefined, (['br', 'gzip'] as const).filter((coding) => codings.has(coding)));
}

async function contentOf(file: string, kept: Map<string, Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const known = kept.get(file);
  if (known) return known;
  const bytes = new Uint8Array(await readFile(file));
  if (bytes.byteLength <= MOST_KEPT_BYTES) kept.set(file, bytes);
  return bytes;
}
