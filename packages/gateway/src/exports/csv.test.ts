import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amount, csvOf } from './csv.ts';

const cell = (text: string) => csvOf(['a'], [[text]]).slice('\uFEFF"a"\r\n'.length, -2);

test('writes a heading and rows as RFC 4180 has them', () => {
  const csv = csvOf(['number', 'total'], [['B-1, of "May"', amount({ amount: -1234, currency: 'EUR' })], [undefined, 3]]);
  assert.equal(csv, '\uFEFF"number","total"\r\n"B-1, of ""May""",-12.34\r\n,3\r\n');
});

for (const lead of ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', ' =', '\u00A0+', '\u200B@', '\uFEFF=', '﹦', '−']) {
  test(`a text that starts with ${JSON.stringify(lead)} is no formula`, () => {
    assert.match(cell(`${lead}cmd|'/c calc'!A1`), /^"'/);
  });
}

test('what only holds such a character is left as it is', () => {
  assert.equal(cell('a=b'), '"a=b"');
  assert.equal(cell("it's +49"), `"it's +49"`);
});

test('no separator of any country and no line end starts a new cell', () => {
  assert.equal(cell('x;=1+1'), '"x;=1+1"');
  assert.equal(cell('x","=1+1'), '"x"",""=1+1"');
  assert.equal(cell('x\r\n=1+1'), '"x\r\n=1+1"');
});

test('a NUL inside ends nothing', () => {
  assert.equal(cell('a\0=1'), '"a\uFFFD=1"');
});

test('a number is a number, and what is none is text', () => {
  assert.equal(csvOf(['a'], [[-5], [Number.NaN], [1e30], [{ decimal: '=1' }]]), '\uFEFF"a"\r\n-5\r\n"NaN"\r\n"1e+30"\r\n"\'=1"\r\n');
});
