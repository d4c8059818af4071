import { fitsPixels, joined } from './pixels.ts';

const [SOS, EOI, COMMENT] = [0xda, 0xd9, 0xfe];

/** Sizes stand in the start of a frame: C0 to CF without the tables DHT, JPG and DAC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** APP0 (JFIF) and APP14 (which colours Adobe means) draw the picture; EXIF with its place and time, profiles and comments do not. */
const isMetadata = (marker: number): boolean => marker === COMMENT || (marker > 0xe0 && marker <= 0xef && marker !== 0xee);

/** Where the coded picture after a start of scan ends: at the next marker that is neither a restart nor a stuffed FF. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.byteLength) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 1;
  }
  return bytes.byteLength;
}

interface Segment {
  marker: number;
  /** With its marker, its length and, after a start of scan, the coded picture. */
  bytes: Uint8Array;
}

/** The segment that begins here; `undefined` where none does, or where it is longer than the file. */
function segmentAt(file: Uint8Array, at: number): Segment | undefined {
  const [mark, marker = 0, high = 0, low = 0] = file.subarray(at, at + 4);
  if (mark !== 0xff) return undefined;
  if (marker === EOI) return { marker, bytes: file.subarray(at, at + 2) };
  const length = high * 256 + low;
  const header = at + 2 + length;
  if (length < 2 || header > file.byteLength) return undefined;
  return { marker, bytes: file.subarray(at, marker === SOS ? endOfScan(file, header) : header) };
}

/** Height and width stand behind the precision. */
function fits(frame: Uint8Array): boolean {
  const [, , , , , high = 0, low = 0, wide = 0, narrow = 0] = frame;
  return frame.byteLength >= 10 && fitsPixels(wide * 256 + narrow, high * 256 + low);
}

/** The picture without its metadata and without what follows its end; `undefined` when it is damaged or too large. */
export function cleanJpeg(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const pieces: Uint8Array[] = [file.subarray(0, 2)];
  let sized = false;
  for (let at = 2; ; ) {
    const segment = segmentAt(file, at);
    if (!segment) return undefined;
    const { marker, bytes } = segment;
    if (isFrame(marker) && !fits(bytes)) return undefined;
    sized ||= isFrame(marker);
    if (!isMetadata(marker)) pieces.push(bytes);
    if (marker === EOI) return sized ? joined(pieces) : undefined;
    at += bytes.byteLength;
  }
}
