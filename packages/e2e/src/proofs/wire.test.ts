import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { bytesOnTheWire, importsOf, wireSum } from './wire.ts';

const text = 'a page of some length, a page of some length, a page of some length';
const packed = brotliCompressSync(text);
const server = createServer(({ headers }, response) => {
  const br = headers['accept-encoding'] === 'br';
  response.writeHead(200, br ? { 'content-encoding': 'br' } : {}).end(br ? packed : text);
});
await once(server.listen(0, '127.0.0.1'), 'listening');
after(() => server.close());
const url = `http://127.0.0.1:${(server.address() as AddressInfo | null)?.port ?? 0}/`;

test('counts what travels, not what it unpacks to', async () => {
  assert.equal(await bytesOnTheWire(url, 'br'), packed.length);
  assert.equal(await wireSum([url, url], 'br'), 2 * packed.length);
});

test('a file that is not compressed as asked is no measurement', async () => {
  await assert.rejects(bytesOnTheWire(url, 'gzip'), /not compressed/);
});

test('finds what is imported at once, and not what may come later', () => {
  const code = 'import{a}from"./runtime-1.js";import"./side.js";const b=()=>import("./later.js");export{c}from\'./other.js\'';
  assert.deepEqual(importsOf(code), ['./runtime-1.js', './side.js', './other.js']);
});
