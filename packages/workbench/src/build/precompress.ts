import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes of a file as it lies, and as it travels. */
export interface Sizes {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

const TEXT = /\.(js|css|html|json|svg|txt|webmanifest)$/;

function squeeze(content: Buffer): { gzip: Buffer; brotli: Buffer } {
  return {
    gzip: gzipSync(content, { level: 9 }),
    brotli: brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  };
}

/** Writes `<file>.br` and `<file>.gz` beside each text file. */
export function precompress(files: readonly string[]): void {
  for (const file of files) {
    if (!TEXT.test(file)) continue;
    const { gzip, brotli } = squeeze(readFileSync(file));
    writeFileSync(`${file}.gz`, gzip);
    writeFileSync(`${file}.br`, brotli);
  }
}

export function deletePrecompressed(file: string): void {
  for (const ending of ['.gz', '.br']) rmSync(file + ending, { force: true });
}

/** Sizes of these files together, each compressed by itself as a server sends it. */
export function sizesOf(files: readonly string[]): Sizes {
  const each = files.map((file) => {
    const content = readFileSync(file);
    const { gzip, brotli } = squeeze(content);
    return { raw: content.length, gzip: gzip.length, brotli: brotli.length };
  });
  return each.reduce(
    (sum, one) => ({ raw: sum.raw + one.raw, gzip: sum.gzip + one.gzip, brotli: sum.brotli + one.brotli }),
    { raw: 0, gzip: 0, brotli: 0 },
  );
}
