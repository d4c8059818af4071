import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { meets } from './pattern.ts';

describe('a pattern of the catalogue', () => {
  const cases: readonly [string, string, boolean][] = [
    ['', '', true], ['', 'a', false], ['abc', 'abc', true], ['abc', 'abcd', false], ['^abc$', 'abc', true],
    ['[0-9]{5}', '10437', true], ['[0-9]{5}', '1043', false], ['\\d{2,4}', '123', true], ['\\d{2,4}', '12345', false], ['\\d{2,}', '1', false],
    ['a|bc|', 'bc', true], ['a|bc|', '', true], ['(ab)+c?', 'ababc', true], ['(?:ab)*', '', true], ['(ab)+', 'aba', false],
    ['[^a-c]', 'd', true], ['[^a-c]', 'b', false], ['[a-]', '-', true], ['[\\d_]+', '1_2', true], ['\\+49 ?1\\d+', '+49 151', true],
    ['.*', 'anything', true], ['.', '\n', false], ['\\s', '\t', true], ['x??', 'x', true], ['ä+', 'ää', true], ['[😀-😂]', '😁', true],
  ];
  for (const [pattern, text, expected] of cases) {
    it(`/${pattern}/ ${expected ? 'takes' : 'refuses'} "${text.replace(/\s/g, ' ')}"`, () => assert.equal(meets(pattern, text), expected));
  }

  it('is judged as JavaScript judges it, for every pattern both can read', () => {
    const part = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\d', '(a|b)', '(?:ab)', 'a*', 'b+', 'a?', '(ab){1,2}', '[a-c]{2}', '1');
    const patterns = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' '), maxLength: 8 });
    fc.assert(fc.property(patterns, texts, (pattern, text) => assert.equal(meets(pattern, text), new RegExp(`^(?:${pattern})$`, 'u').test(text), pattern)), { numRuns: 2000 });
  });

  it('is left alone where it asks for more than we read', () => {
    for (const pattern of ['(?=a)', '(a)\\1', '[a', '(a', 'a)', '*', 'a{x}', '\\p{L}', 'a^b', '\\', '(a{999}){999}']) {
      assert.equal(meets(pattern, 'a'), undefined, pattern);
    }
    assert.equal(meets('a*', 'a'.repeat(2000)), undefined);
  });

  it('never keeps us busy: what takes others for ever is over at once', () => {
    const begun = performance.now();
    for (const pattern of ['(a+)+', '(a|a)*', '(a*)*b', '([a-z]+)*@']) meets(pattern, `${'a'.repeat(900)}!`);
    assert.ok(performance.now() - begun < 2000);
  });
});
