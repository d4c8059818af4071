import { fitsPixels, joined } from './pixels.ts';

/** What makes the picture and its colours (W3C PNG, 5.6). Times, places, words, profiles and whatever follows the end are left out. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT']);
const SIGNATURE = 8;

/** The picture without its metadata; `undefined` when it is damaged or too large. */
export function cleanPng(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [bytes.subarray(0, SIGNATURE)];
  let at = SIGNATURE;
  for (let chunk = 0; at + 12 <= bytes.byteLength; chunk += 1) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.byteLength) return undefined;
    if (chunk === 0 && !(name === 'IHDR' && length === 13 && fitsPixels(view.getUint32(at + 8), view.getUint32(at + 12)))) return undefined;
    if (KEPT.has(name)) pieces.push(bytes.subarray(at, end));
    if (name === 'IEND') return joined(pieces);
    at = end;
  }
  return undefined;
}
