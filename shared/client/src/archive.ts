import type { ArchivePart } from '@faceplate/contracts';
import { makeZip } from 'client-zip';
import type { RequestOptions } from './send.ts';

export interface ArchiveWish {
  /** `2026` */
  year: string;
  accountId?: string;
  /** Language of the papers: `de`. */
  locale?: string;
}

export interface ArchiveOptions extends RequestOptions {
  progress?: (done: number, of: number) => void;
  /** Resolves after the milliseconds given; tests hand in their own. */
  pause?: (milliseconds: number) => Promise<void>;
}

/**
 * What the page has anyway, lent by it: imported here, it would be a file of its own that every page waits for, though few
 * ever ask for a year.
 */
export interface Lent {
  download(path: `/${string}`, options?: RequestOptions): Promise<Blob>;
  /** @throws {ContractMismatch} */
  read(json: string): ArchivePart;
  mismatch(what: string): Error;
  /** The same call may succeed later. */
  mayPass(cause: unknown): boolean;
}

/** The papers of an archive that is not finished. */
export interface Gathered {
  files: Map<string, { bytes: Uint8Array<ArrayBuffer>; sha256: string }>;
  missing: string[];
  next: number | undefined;
  of: number;
}

/** Of one part. The gateway makes papers at its own pace, and says 429 or 503 when that is too fast. */
const MOST_TRIES = 8;
const LONGEST_PAUSE = 8_000;

/** The papers part by part, then the ZIP: PDF is packed already, so nothing is packed again. `kept`: what was there when an archive failed, by what was wanted. */
export async function archive(lent: Lent, kept: Map<string, Gathered>, wanted: ArchiveWish, { signal, progress, pause = waiting }: ArchiveOptions = {}): Promise<Blob> {
  const name = JSON.stringify([wanted.year, wanted.accountId, wanted.locale]);
  const gathered = kept.get(name) ?? { files: new Map(), missing: [], next: 0, of: 0 };
  kept.set(name, gathered);
  try {
    await gather(lent, gathered, (from) => partOf(lent, wanted, from, { ...(signal && { signal }), pause }), progress);
  } catch (cause) {
    // Who leaves off wants it no more; who lost the line goes on from here.
    if (signal?.aborted) kept.delete(name);
    throw cause;
  }
  kept.delete(name);
  return zipOf(gathered, wanted.year);
}

async function gather(lent: Lent, gathered: Gathered, part: (from: number) => Promise<ArchivePart>, progress: ArchiveOptions['progress']): Promise<void> {
  while (gathered.next !== undefined) {
    await take(lent, gathered, await part(gathered.next));
    progress?.(gathered.next ?? gathered.of, gathered.of);
  }
}

type Trying = RequestOptions & { pause: (milliseconds: number) => Promise<void> };

async function partOf({ download, read, mayPass }: Lent, wanted: ArchiveWish, from: number, { signal, pause }: Trying): Promise<ArchivePart> {
  const path = `/bills/archive?${queryOf(wanted, from)}` as const;
  for (let tries = 1; ; tries += 1) {
    try {
      signal?.throwIfAborted();
      return read(await (await download(path, signal && { signal })).text());
    } catch (cause) {
      if (!mayPass(cause) || tries === MOST_TRIES || signal?.aborted) throw cause;
      await pause(Math.min(LONGEST_PAUSE, 500 * 2 ** tries));
    }
  }
}

const queryOf = ({ year, accountId, locale }: ArchiveWish, from: number): URLSearchParams =>
  new URLSearchParams({ year, from: String(from), ...(accountId !== undefined && { account: accountId }), ...(locale !== undefined && { locale }) });

/** @throws {ContractMismatch} when a paper is not the one that was sent. */
async function take({ mismatch }: Lent, gathered: Gathered, { files, missing, next, of }: ArchivePart): Promise<void> {
  for (const { name, sha256, content } of files) {
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    if (Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('') !== sha256) throw mismatch(`${name}: not what was sent`);
    gathered.files.set(name, { bytes, sha256 });
  }
  gathered.missing.push(...missing);
  Object.assign(gathered, { next, of });
}

/** The sums are in the form that `sha256sum --check` reads. */
function zipOf({ files, missing }: Gathered, year: string): Promise<Blob> {
  const folder = `bills-${year}`;
  const all = [...files];
  const sums = all.map(([name, { sha256 }]) => `${sha256}  ${name}\n`).join('');
  const entries = [
    ...all.map(([name, { bytes }]) => ({ name: `${folder}/${name}`, input: bytes })),
    { name: `${folder}/SHA256SUMS`, input: sums },
    ...(missing.length > 0 ? [{ name: `${folder}/MISSING.txt`, input: `${missing.join('\n')}\n` }] : []),
  ];
  return new Response(makeZip(entries), { headers: { 'content-type': 'application/zip' } }).blob();
}

function waiting(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
