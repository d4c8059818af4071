import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quickDigest, tagged } from './etag.ts';

const answer = { status: 200, contentType: 'application/json', body: '{"a":1}' };
const tag = () => tagged(answer, null, quickDigest).headers?.['etag'] ?? '';

test('gives an answer a tag that follows its bytes', () => {
  assert.match(tag(), /^W\/"[a-z0-9]+"$/);
  assert.notEqual(tag(), tagged({ ...answer, body: '{"a":2}' }, null, quickDigest).headers?.['etag']);
});

for (const [what, header, status] of [
  ['its own tag', () => tag(), 304],
  ['its tag among others', () => `"x", ${tag()}`, 304],
  ['its tag without the mark of weakness', () => tag().slice(2), 304],
  ['any', () => '*', 304],
  ['another tag', () => '"x"', 200],
  ['a part of it', () => tag().slice(0, -2), 200],
] as const) {
  test(`answers ${status} to whoever has ${what}`, () => {
    const ready = tagged(answer, header(), quickDigest);
    assert.equal(ready.status, status);
    assert.equal(ready.body, status === 304 ? '' : answer.body);
  });
}

test('tags nothing but JSON that was found', () => {
  for (const other of [{ ...answer, status: 201 }, { ...answer, contentType: 'text/csv' }, { status: 200, contentType: 'application/pdf', body: new Uint8Array([1]) }]) {
    assert.equal(tagged(other, '*', quickDigest), other);
  }
});

test('two texts alike but for their order have two marks', () => {
  const marks = new Set(Array.from({ length: 5_000 }, (_, index) => quickDigest(`{"id":"${index}","n":${index * 7}}`)));
  assert.equal(marks.size, 5_000);
});
