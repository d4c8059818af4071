import assert from 'node:assert/strict';
import { get, type IncomingMessage } from 'node:http';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { PlainAnswer } from '../options.ts';
import { acceptedCoding } from './compress.ts';
import { serve } from './serve.ts';

const words = (bytes: number) => JSON.stringify({ text: 'Grüße aus Wörth, '.repeat(bytes / 17) });
const answers: Record<string, PlainAnswer> = {
  '/small': { status: 200, headers: { 'content-type': 'application/json' }, body: words(500) },
  '/large': { status: 200, headers: { 'content-type': 'application/json', vary: 'Origin' }, body: words(20_000) },
  '/huge': { status: 200, headers: { 'content-type': 'application/problem+json' }, body: words(200_000) },
  '/paper': { status: 200, headers: { 'content-type': 'application/pdf' }, body: new TextEncoder().encode(words(20_000)) },
  '/table': { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, body: new TextEncoder().encode(words(20_000)) },
};
const server = await serve({ host: '127.0.0.1', port: 0, fetch: (request, env) => env?.write?.(answers[new URL(request.url).pathname]!) ?? new Response('?') });
after(() => server.stop());

const ask = (path: string, accepted?: string): Promise<{ message: IncomingMessage; bytes: Buffer }> =>
  new Promise((resolve, reject) => {
    get({ port: server.port, path, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } }, (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ message, bytes: Buffer.concat(chunks) }));
    }).on('error', reject);
  });

for (const [path, accepted, coding] of [
  ['/large', 'gzip, deflate, br', 'br'],
  ['/large', 'gzip', 'gzip'],
  ['/large', 'br;q=0, gzip;q=0.5', 'gzip'],
  ['/huge', 'gzip, br', 'br'],
  ['/table', 'br', 'br'],
  ['/large', undefined, undefined],
  ['/large', 'identity, deflate, zstd', undefined],
  ['/small', 'gzip, br', undefined],
  ['/paper', 'gzip, br', undefined],
] as const) {
  test(`${path} for whoever takes ${accepted ?? 'nothing said'}: ${coding ?? 'as it is'}`, async () => {
    const { message, bytes } = await ask(path, accepted);
    assert.equal(message.headers['content-encoding'], coding);
    assert.equal(Number(message.headers['content-length']), bytes.byteLength);
    const whole = coding === 'br' ? brotliDecompressSync(bytes) : coding === 'gzip' ? gunzipSync(bytes) : bytes;
    const body = answers[path]?.body ?? '';
    assert.equal(whole.toString(), typeof body === 'string' ? body : new TextDecoder().decode(body));
    assert.equal(message.headers.vary?.includes('Accept-Encoding') ?? false, coding !== undefined);
  });
}

test('what else varies by still does', async () => {
  assert.equal((await ask('/large', 'br')).message.headers.vary, 'Origin, Accept-Encoding');
});

test('heeds what is forbidden', () => {
  assert.equal(acceptedCoding('gzip;q=0, br;q=0.0'), undefined);
  assert.equal(acceptedCoding('gzip; q=0.8, br ; q=0'), 'gzip');
});
