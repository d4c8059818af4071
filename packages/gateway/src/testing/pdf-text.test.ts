import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { pdfTexts } from './pdf-text.ts';

const CMAP = 'begincmap endcodespacerange <0001> <0041>\n';
const packed = (text: string) => deflateSync(Buffer.from(text, 'latin1')).toString('latin1');

/** Content that shows an A, packed so that it ends as asked. */
function contentEndingWith(byte: number): string {
  for (let count = 0; count < 676; count += 1) {
    const bytes = packed(`[<0001>] TJ % ${String.fromCharCode(97 + (count % 26), 97 + Math.floor(count / 26), 33 + (count % 90))}`);
    if (bytes.charCodeAt(bytes.length - 1) === byte) return bytes;
  }
  throw new Error('no such content');
}

for (const [name, byte] of [['a carriage return', 0x0d], ['a line feed', 0x0a], ['any other byte', 0x41]] as const) {
  test(`text is read from a stream whose last byte is ${name}`, () => {
    const pdf = `%PDF-1.7\nstream\n${packed(CMAP)}\nendstream\nstream\n${contentEndingWith(byte)}\nendstream\n`;
    assert.deepEqual(pdfTexts(Buffer.from(pdf, 'latin1')), ['A']);
  });
}
