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

/** The picture without its metadata and without what follows its end; `undefined` when it is damaged or too large. */
export function cleanJpeg(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [bytes.subarray(0, 2)];
  let sized = false;
  for (let at = 2; at + 4 <= bytes.byteLength + 2 && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) return sized ? joined([...pieces, bytes.subarray(at, at + 2)]) : undefined;
    if (at + 4 > bytes.byteLength) return undefined;
    const length = view.getUint16(at + 2);
    const header = at + 2 + length;
    if (length < 2 || header > bytes.byteLength) return undefined;
    if (isFrame(marker)) {
      if (length < 8 || !fitsPixels(view.getUint16(at + 7), view.getUint16(at + 5))) return undefined;
      sized = true;
    }
    const end = marker === SOS ? endOfScan(bytes, header) : header;
    if (!isMetadata(marker)) pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}
