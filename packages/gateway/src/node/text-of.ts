import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { SendFailure } from '../upstream/send.ts';

type Unpack = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

/** Nothing is asked for packed; servers that pack all the same are understood. */
const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * The text of a body. At once when it came plain; a promise when it came packed.
 *
 * @throws {SendFailure} (by the promise) when more than `most` bytes come out of it, or it is packed in a way we do not know.
 */
export function textOf(bytes: Buffer, encoding: string | null, most: number): string | Promise<string> {
  if (encoding === null || encoding === 'identity') return plain(bytes);
  return unpacked(bytes, encoding.trim().toLowerCase(), most);
}

async function unpacked(bytes: Buffer, encoding: string, most: number): Promise<string> {
  const unpack = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined;
  if (!unpack) throw new SendFailure('unreadable');
  try {
    return plain(await unpack(bytes, { maxOutputLength: most }));
  } catch (error) {
    // A few bytes can hold gigabytes.
    const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new SendFailure(large ? 'too-large' : 'unreadable', error);
  }
}

/** The mark that some servers put in front of UTF-8 is no part of the text. */
const plain = (bytes: Buffer): string => bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
