import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanFile } from './file-kind.ts';

const text = (words: string) => new TextEncoder().encode(words);
const all = (...parts: (Uint8Array | readonly number[])[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const has = (bytes: Uint8Array | undefined, words: string) => new TextDecoder('latin1').decode(bytes).includes(words);

const u32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const chunk = (name: string, data: readonly number[] | Uint8Array) => all(u32(data.length), text(name), data, [0, 0, 0, 0]);
const png = (width: number, height: number, ...between: Uint8Array[]) =>
  all([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], chunk('IHDR', [...u32(width), ...u32(height), 8, 2, 0, 0, 0]), ...between, chunk('IDAT', [1, 2, 3]), chunk('IEND', []));

const segment = (marker: number, data: readonly number[] | Uint8Array) => all([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255], data);
const jpeg = (width: number, height: number, ...between: Uint8Array[]) =>
  all([0xff, 0xd8], segment(0xe0, text('JFIF\0')), ...between, segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]), segment(0xda, [1, 1, 0, 0, 63, 0]), [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56], [0xff, 0xd9]);

const pdf = (inside: string) => text(`%PDF-1.7\n1 0 obj << ${inside} >> endobj\ntrailer\n%%EOF\n`);

test('keeps the four kinds, whatever they are called', () => {
  assert.equal(cleanFile(png(10, 10))?.type, 'image/png');
  assert.equal(cleanFile(jpeg(10, 10))?.type, 'image/jpeg');
  assert.equal(cleanFile(pdf('/Type /Catalog'))?.type, 'application/pdf');
  assert.equal(cleanFile(text('Der Router blinkt rot.\n\tSeit gestern.'))?.type, 'text/plain');
});

test('takes place, time and words out of pictures, and leaves the picture', () => {
  const photo = cleanFile(jpeg(10, 10, segment(0xe1, text('Exif\0\0GPS 52.5N')), segment(0xfe, text('my comment')), segment(0xee, text('Adobe'))))?.bytes;
  assert.ok(photo && !has(photo, 'GPS') && !has(photo, 'my comment') && has(photo, 'Adobe'));
  assert.deepEqual(photo, jpeg(10, 10, segment(0xee, text('Adobe'))));
  const shot = cleanFile(png(10, 10, chunk('tEXt', text('Author\0Ada')), chunk('eXIf', text('GPS')), chunk('gAMA', [0, 0, 177, 143])))?.bytes;
  assert.deepEqual(shot, png(10, 10, chunk('gAMA', [0, 0, 177, 143])));
});

test('cuts off what follows a picture: nothing travels behind it', () => {
  assert.deepEqual(cleanFile(all(png(2, 2), text('PK\u0003\u0004<script>')))?.bytes, png(2, 2));
  assert.deepEqual(cleanFile(all(jpeg(2, 2), text('<?php')))?.bytes, jpeg(2, 2));
});

const hostile: Record<string, Uint8Array<ArrayBuffer>> = {
  'a picture of too many pixels': png(60_000, 60_000),
  'a photo of too many pixels': jpeg(65_000, 65_000),
  'a picture without pixels': png(0, 10),
  'half a picture': png(10, 10).slice(0, 30),
  'half a photo': jpeg(10, 10).slice(0, 20),
  'a photo without a size': all([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1], [0xff, 0xd9]),
  'only the start of a picture': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  'a chunk longer than the file': all(png(2, 2).slice(0, 33), u32(0xffff_ffff), text('IDAT')),
  'an SVG': text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'a page': text('<!DOCTYPE html><script>alert(1)</script>'),
  'a page behind words': text('Hello\n<ScRiPt>alert(1)</script>'),
  'XML': text('<?xml version="1.0"?><x/>'),
  'an archive': text('PK\u0003\u0004xxxx'),
  'a program': all([0x7f], text('ELF')),
  'a GIF': text('GIF89a\u0001'),
  'words with a NUL': text('a\0b'),
  'no UTF-8': new Uint8Array([0xc3, 0x28]),
  nothing: new Uint8Array(),
  'a PDF with a script': pdf('/S /JavaScript /JS (app.alert(1))'),
  'a PDF with a hidden script': pdf('/S /J#61vaScript'),
  'a PDF that starts a program': pdf('/S /Launch'),
  'a PDF that acts when opened': pdf('/OpenAction 2 0 R'),
  'a PDF with a file in it': pdf('/Type /EmbeddedFile'),
  'a PDF that cannot be looked into': pdf('/Encrypt 3 0 R'),
  'a PDF with something behind its end': all(pdf('/Type /Catalog'), text('<html>'.repeat(20))),
  'a PDF without an end': text('%PDF-1.7 nothing'),
};
for (const [what, bytes] of Object.entries(hostile)) {
  test(`refuses ${what}`, () => assert.equal(cleanFile(bytes), undefined));
}
