import { asked, type Case, chunked, hidden, list, raising, ticketOf } from './cases.ts';
import { lines, type Scene, usual } from './wire.ts';

const raised = (name: string, bytes: (scene: Scene, body: string) => string, unfinished?: true): Case =>
  asked(name, 'a new ticket', (scene) => bytes(scene, ticketOf(scene)), unfinished);

/** A body of the right length under headers that say so in another way. */
const length = (name: string, headers: (bytes: number) => readonly string[], unfinished?: true): Case =>
  raised(name, (scene, body) => raising(scene, headers(body.length), body), unfinished);

/** The ticket in a chunk, under headers that say so in another way. */
const coded = (name: string, ...headers: readonly string[]): Case => raised(name, (scene, body) => raising(scene, headers, chunked(body)));

/** The ticket in chunks of another make. */
const inChunks = (name: string, make: (body: string) => string, unfinished?: true): Case =>
  raised(name, (scene, body) => raising(scene, ['Transfer-Encoding: chunked'], make(body)), unfinished);

/** Somebody else's reading of the length leaves a request of the attacker's over. */
const leftOver = (name: string, headers: (bytes: number) => readonly string[]): Case =>
  asked(name, 'a new ticket', (scene) => {
    const body = `0\r\n\r\n${hidden(scene)}`;
    return raising(scene, headers(body.length), body);
  });

const size = (body: string): string => body.length.toString(16);

export const LENGTHS: readonly Case[] = [
  leftOver('Content-Length and Transfer-Encoding', (bytes) => [`Content-Length: ${bytes}`, 'Transfer-Encoding: chunked']),
  leftOver('Transfer-Encoding and Content-Length', (bytes) => ['Transfer-Encoding: chunked', `Content-Length: ${bytes}`]),
  leftOver('Content-Length, and Transfer-Encoding with a space before the colon', (bytes) => [`Content-Length: ${bytes}`, 'Transfer-Encoding : chunked']),
  leftOver('Content-Length, and Transfer-Encoding on a folded line', (bytes) => [`Content-Length: ${bytes}`, 'Transfer-Encoding:', ' chunked']),
  leftOver('Content-Length, and Transfer-Encoding after a bare LF', (bytes) => [`Content-Length: ${bytes}`, 'X-A: b\nTransfer-Encoding: chunked']),
  leftOver('Content-Length, and Transfer-Encoding after a bare CR', (bytes) => [`Content-Length: ${bytes}`, 'X-A: b\rTransfer-Encoding: chunked']),
  leftOver('Content-Length, and Transfer_Encoding', (bytes) => [`Content-Length: ${bytes}`, 'Transfer_Encoding: chunked']),
  leftOver('Content-Length, and Transfer-Encoding named in Connection', (bytes) => ['Connection: transfer-encoding', `Content-Length: ${bytes}`, 'Transfer-Encoding: chunked']),
  length('Content-Length twice, alike', (bytes) => [`Content-Length: ${bytes}`, `Content-Length: ${bytes}`]),
  length('Content-Length twice, the first shorter', (bytes) => ['Content-Length: 2', `Content-Length: ${bytes}`]),
  length('Content-Length twice, the last shorter', (bytes) => [`Content-Length: ${bytes}`, 'Content-Length: 2']),
  length('Content-Length: a list', (bytes) => [`Content-Length: ${bytes}, ${bytes}`]),
  length('Content-Length: with a plus', (bytes) => [`Content-Length: +${bytes}`]),
  length('Content-Length: negative', () => ['Content-Length: -1']),
  length('Content-Length: hexadecimal', (bytes) => [`Content-Length: 0x${bytes.toString(16)}`]),
  length('Content-Length: with an exponent', () => ['Content-Length: 1e2']),
  length('Content-Length: with a fraction', (bytes) => [`Content-Length: ${bytes}.0`]),
  length('Content-Length: with a space in it', () => ['Content-Length: 1 2']),
  length('Content-Length: more than 64 bits', () => ['Content-Length: 99999999999999999999']),
  length('Content-Length: a terabyte', () => ['Content-Length: 1099511627776'], true),
  length('Content-Length: a byte too many', (bytes) => [`Content-Length: ${bytes + 1}`], true),
  length('Content-Length: too few', (bytes) => [`Content-Length: ${bytes - 9}`]),
  length('Content-Length: nothing', () => ['Content-Length:']),
  length('Content-Length with a space before the colon', (bytes) => [`Content-Length : ${bytes}`]),
  length('Content_Length', (bytes) => [`Content_Length: ${bytes}`]),
  length('no length at all', () => []),
];

export const CODINGS: readonly Case[] = [
  coded('Transfer-Encoding: Chunked', 'Transfer-Encoding: Chunked'),
  coded('Transfer-Encoding: xchunked', 'Transfer-Encoding: xchunked'),
  coded('Transfer-Encoding: identity', 'Transfer-Encoding: identity'),
  coded('Transfer-Encoding: chunked, identity', 'Transfer-Encoding: chunked, identity'),
  coded('Transfer-Encoding: gzip, chunked', 'Transfer-Encoding: gzip, chunked'),
  coded('Transfer-Encoding twice', 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'),
  coded('Transfer-Encoding twice, the last unknown', 'Transfer-Encoding: chunked', 'Transfer-Encoding: x'),
  coded('Transfer-Encoding after a vertical tab', 'Transfer-Encoding: \u000bchunked'),
  coded('Transfer-Encoding after a tab', 'Transfer-Encoding:\tchunked'),
  coded('Transfer-Encoding in quotes', 'Transfer-Encoding: "chunked"'),
  inChunks('a chunk with an extension', (body) => `${size(body)};a=b\r\n${body}\r\n0\r\n\r\n`),
  inChunks('a chunk whose extension ends in a bare LF', (body) => `${size(body)};a\n${body}\r\n0\r\n\r\n`),
  inChunks('a chunk whose extension holds a bare CR', (body) => `${size(body)};a\rb\r\n${body}\r\n0\r\n\r\n`),
  inChunks('a chunk of negative size', (body) => `-${size(body)}\r\n${body}\r\n0\r\n\r\n`),
  inChunks('a chunk whose size begins with 0x', (body) => `0x${size(body)}\r\n${body}\r\n0\r\n\r\n`),
  inChunks('a chunk whose size has an underscore', (body) => `_${size(body)}\r\n${body}\r\n0\r\n\r\n`),
  inChunks('a chunk whose size begins with a space', (body) => ` ${size(body)}\r\n${body}\r\n0\r\n\r\n`),
  inChunks('a chunk whose size ends with a space', (body) => `${size(body)} \r\n${body}\r\n0\r\n\r\n`),
  inChunks('a chunk of more than 64 bits', (body) => `1${'0'.repeat(16)}${size(body)}\r\n${body}\r\n0\r\n\r\n`),
  inChunks('a chunk without an end', (body) => `${size(body)}\r\n${body}0\r\n\r\n`),
  inChunks('chunks ended by bare LFs', (body) => `${size(body)}\n${body}\n0\n\n`),
  inChunks('chunks without a last one', (body) => `${size(body)}\r\n${body}\r\n`, true),
  inChunks('trailers that say who it is', (body) => chunked(body, '0\r\nX-User-Id: eve\r\nX-Fp-Parties: eve\r\n\r\n')),
  inChunks('trailers that give a length', (body) => chunked(body, '0\r\nContent-Length: 4\r\n\r\n')),
  raised('chunks in HTTP/1.0', (scene, body) => raising(scene, ['Transfer-Encoding: chunked'], chunked(body), 'POST /api/v1/tickets HTTP/1.0')),
];

const body = (name: string, method: string): Case =>
  asked(name, 'the list', (scene) => list(scene, [`Content-Length: ${hidden(scene).length}`], `${method} /api/v1/tickets HTTP/1.1`) + hidden(scene));

const bare = (name: string, bytes: (scene: Scene) => string, unfinished?: true): Case => asked(name, 'the list', bytes, unfinished);

export const LINES: readonly Case[] = [
  body('GET with a request for a body', 'GET'),
  body('HEAD with a request for a body', 'HEAD'),
  { ...body('OPTIONS with a request for a body', 'OPTIONS'), means: 'nothing' },
  bare('lines ended by bare LFs', (scene) => list(scene).replaceAll('\r\n', '\n')),
  bare('lines ended by bare CRs', (scene) => `${list(scene).replaceAll('\r\n', '\r')}\r\n\r\n`),
  bare('a header on a folded line', (scene) => list(scene, ['X-A: b', ' X-User-Id: eve'])),
  bare('the first header folded', (scene) => lines('GET /api/v1/tickets HTTP/1.1', ' X-User-Id: eve', ...usual(scene))),
  bare('a header without a colon', (scene) => list(scene, ['X-User-Id'])),
  bare('a header without a name', (scene) => list(scene, [': eve'])),
  bare('a header with a space in its name', (scene) => list(scene, ['X-User Id: eve'])),
  bare('a NUL in the name of a header', (scene) => list(scene, ['X-User\0Id: eve'])),
  bare('a NUL in a header', (scene) => list(scene, ['X-User-Id: e\0ve'])),
  bare('a header of Latin-1', (scene) => list(scene, ['X-User-Id: \u00e8ve'])),
  bare('a name of Latin-1', (scene) => list(scene, ['X-\u00dcser-Id: eve'])),
  bare('20 kB of header', (scene) => list(scene, [`X-A: ${'a'.repeat(20_000)}`])),
  bare('1500 headers', (scene) => list(scene, Array.from({ length: 1500 }, () => 'A: b'))),
  bare('two spaces in the request line', (scene) => list(scene, [], 'GET  /api/v1/tickets HTTP/1.1')),
  bare('a tab in the request line', (scene) => list(scene, [], 'GET\t/api/v1/tickets HTTP/1.1')),
  bare('two addresses in the request line', (scene) => list(scene, [], 'GET /api/v1/tickets /api/v1/tickets/SMUGGLED HTTP/1.1')),
  bare('HTTP/0.9', () => 'GET /api/v1/tickets\r\n\r\n'),
  bare('HTTP/1.9', (scene) => list(scene, [], 'GET /api/v1/tickets HTTP/1.9')),
  { ...bare('HTTP/2.0', (scene) => list(scene, [], 'GET /api/v1/tickets HTTP/2.0')), last: true },
  { ...bare('HTTP/1.0', (scene) => list(scene, [], 'GET /api/v1/tickets HTTP/1.0')), last: true },
  bare('the preface of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  bare('an upgrade to h2c', (scene) => list(scene, ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA']), true),
  bare('an upgrade to a web socket', (scene) => list(scene, ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13']), true),
  bare('a method in small letters', (scene) => list(scene, [], 'get /api/v1/tickets HTTP/1.1')),
  bare('a method nobody knows', (scene) => list(scene, [], 'GETS /api/v1/tickets HTTP/1.1')),
  bare('TRACE', (scene) => list(scene, [], 'TRACE /api/v1/tickets HTTP/1.1')),
  bare('CONNECT', ({ host, ...scene }) => list({ host, ...scene }, [], `CONNECT ${host} HTTP/1.1`), true),
  bare('an empty line before it', (scene) => `\r\n${list(scene)}`),
];
