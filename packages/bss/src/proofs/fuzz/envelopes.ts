import { type Attack, collectionOf, existing, type Terrain } from './terrain.ts';
import { minimalBody } from '../conformance/bodies.ts';
import type { Dice } from '../../world/random.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** A good body for a resource that can be made, to be spoilt. */
function good(dice: Dice, { targets }: Terrain): { path: string; text: string } {
  const makeable = targets.filter(([definition, view]) => view.operations.includes('create') && !definition.under);
  const target = dice.pick(makeable);
  return { path: collectionOf(target), text: JSON.stringify({ ...minimalBody(target[0], target[1], dice), description: 'fine' }) };
}

const broken: Attack = (dice, terrain) => {
  const { path, text } = good(dice, terrain);
  const at = dice.between(0, text.length - 1);
  const body = dice.pick([
    text.slice(0, at),
    `${text.slice(0, at)}${dice.pick(['"', '{', '}', ',', ':', '\\', '\u0000', 'NaN', '//', "'"])}${text.slice(at)}`,
    `${text}${text}`,
    `﻿${text}`,
    text.replace('"fine"', dice.pick(['Infinity', '0x10', '01', '+1', '.5', 'undefined', "'x'", '1e', '"\\x"', '"\t"'])),
  ]);
  return { method: 'POST', path, headers: JSON_TYPE, body };
};

const deep: Attack = (dice, terrain) => {
  const { path, text } = good(dice, terrain);
  const depth = dice.pick([20, 31, 32, 33, 100, 1000, 20_000]);
  const [open, close] = dice.pick([['[', ']'], ['{"a":', '}']] as const);
  const nest = `${open.repeat(depth)}1${close.repeat(dice.chance(0.9) ? depth : 0)}`;
  return { method: 'POST', path, headers: JSON_TYPE, body: text.replace('"fine"', nest) };
};

const numbers: Attack = (dice, terrain) => {
  const { path, text } = good(dice, terrain);
  const number = dice.pick(['1e400', '-1e400', '1e-400', '9'.repeat(5000), `0.${'0'.repeat(5000)}1`, '-0', '1e308', '9007199254740993', `1e${'9'.repeat(20)}`]);
  return { method: 'POST', path, headers: JSON_TYPE, body: text.replace('"fine"', number) };
};

const characters: Attack = (dice, terrain) => {
  const { path, text } = good(dice, terrain);
  const spoilt = dice.pick(['\\u0000', '\\ud800', '\\udc00\\ud800', 'a\\u0000b', '\\uffff', '\\u202e', '\\b']);
  const asName = dice.chance(0.5);
  return { method: 'POST', path, headers: JSON_TYPE, body: asName ? text.replace('"description"', `"${spoilt}"`) : text.replace('fine', spoilt) };
};

const bytes: Attack = (dice, terrain) => {
  const { path, text } = good(dice, terrain);
  const [before = '', after = ''] = text.split('fine');
  const spoilt = dice.pick([[0xff, 0xfe], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x80], [0xe2, 0x82], [0x00]]);
  const noise = Buffer.from(Array.from({ length: dice.between(1, 200) }, () => dice.between(0, 255)));
  const body = dice.chance(0.3) ? noise : Buffer.concat([Buffer.from(before), Buffer.from(spoilt), Buffer.from(after)]);
  return { method: 'POST', path, headers: JSON_TYPE, body };
};

const media: Attack = (dice, terrain) => {
  const { path, text } = good(dice, terrain);
  const type = dice.pick(['', 'text/plain', 'application/xml', 'application/json; charset=utf-16', 'APPLICATION/JSON', 'application/json,text/html', 'multipart/form-data', ';', 'application/json-patch+json', 'a'.repeat(4000)]);
  const coding = dice.chance(0.3) ? { 'content-encoding': dice.pick(['gzip', 'br', 'nonsense']) } : {};
  return { method: dice.pick(['POST', 'PATCH']), path: dice.chance(0.5) ? path : existing(dice, terrain), headers: { 'content-type': type, ...coding }, body: text };
};

const large: Attack = (dice, terrain) => {
  const { path, text } = good(dice, terrain);
  const size = dice.pick([5000, 100_000, 900_000, 1_048_577, 3_000_000]);
  const filling = dice.pick(['x', '\\u0041', '[],', '1,', '{"a":1},']);
  const many = filling.repeat(Math.floor(size / filling.length));
  const inside = filling.endsWith(',') ? `[${many}1]` : `"${many}"`;
  const body = text.replace('"fine"', inside);
  // What is large and good is kept, and every list of it is large from then on: those are spoilt at their very end.
  return { method: 'POST', path, headers: JSON_TYPE, body: size > 5000 ? body.slice(0, -1) : body };
};

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['if-match', ['', '""', 'W/', '*', 'W/"1"', 'W/"-1"', '"'.repeat(500), ','.repeat(2000), 'W/"99999999999999999999"', "' or 1=1 --"]],
  ['if-none-match', ['*', '"', ','.repeat(3000), 'W/"1", W/"2"']],
  ['idempotency-key', ['', ' ', 'x'.repeat(201), 'x'.repeat(7000), 'clé', "'; drop table doc; --", '{"a":1}', '\t', '0']],
  ['accept', ['', 'image/png', '*/*;q=nonsense', 'a,'.repeat(1000)]],
  ['range', ['bytes=0-1', 'bytes=-1', 'items=0-9999999999']],
  ['x-http-method-override', ['DELETE', 'TRACE']],
  ['x-forwarded-host', ['evil.example', '"><script>']],
  ['host', ['evil.example', '', '[::1', 'a b', 'localhost:99999', '-', 'xn--']],
  ['authorization', ['Bearer', 'Basic !!!', `Bearer ${'a'.repeat(6000)}`]],
  ['expect', ['100-continue', 'nonsense']],
  ['content-length', ['0']],
  ['cookie', [`a=${'b'.repeat(6000)}`]],
];

const headers: Attack = (dice, terrain) => {
  const chosen = Array.from({ length: dice.between(1, 3) }, () => {
    const [name, values] = dice.pick(HEADERS);
    return [name, dice.pick(values)] as const;
  });
  const { path, text } = good(dice, terrain);
  const [method, at] = dice.pick([['GET', existing(dice, terrain)], ['PATCH', existing(dice, terrain)], ['POST', path], ['GET', path]] as const);
  const more = Object.fromEntries(chosen);
  if (method === 'GET') return { method, path: at, headers: more };
  return { method, path: at, headers: { ...JSON_TYPE, ...more }, body: method === 'PATCH' ? '{"description":"changed"}' : text };
};

const lines: Attack = (dice, terrain) => {
  const { path } = good(dice, terrain);
  const host = 'host: x\r\nconnection: close\r\n';
  const raw = dice.pick([
    `GET ${path} HTTP/1.1\r\n\r\n`,
    `GET ${path}?a=b c HTTP/1.1\r\n${host}\r\n`,
    `POST ${path} HTTP/1.1\r\n${host}content-type: application/json\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    `POST ${path} HTTP/1.1\r\n${host}content-type: application/json\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{} `,
    `POST ${path} HTTP/1.1\r\n${host}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    `GET ${path} HTTP/9.9\r\n${host}\r\n`,
    `GET \u0000 HTTP/1.1\r\n${host}\r\n`,
    `GET http://evil.example${path} HTTP/1.1\r\n${host}\r\n`,
    `GET //evil.example/${path} HTTP/1.1\r\n${host}\r\n`,
    `${'A'.repeat(dice.between(1, 9000))} ${path} HTTP/1.1\r\n${host}\r\n`,
    `GET ${path} HTTP/1.1\r\n${host}x: ${'y'.repeat(20_000)}\r\n\r\n`,
    `GET ${path} HTTP/1.1\r\n${host}x\u0001y: z\r\n\r\n`,
    `OPTIONS * HTTP/1.1\r\n${host}\r\n`,
    '\r\n\r\n\r\n',
    '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001',
  ]);
  return { method: 'RAW', path, raw: Buffer.from(raw, 'latin1') };
};

export const envelopes: Readonly<Record<string, Attack>> = { broken, deep, numbers, characters, bytes, media, large, headers, lines };
