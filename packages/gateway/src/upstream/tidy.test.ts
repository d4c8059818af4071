import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isTidyText, tidied } from './tidy.ts';

const awkward = fc.string({ unit: fc.constantFrom(' ', '"', '\\', '\t', '\n', ':', 'n'), maxLength: 4 });
const name = fc.oneof(fc.constantFrom('id', 'partyId', 'name', 'value ', ' id', '__proto__ ', 'a\u0020'), fc.string({ maxLength: 6 }), awkward);
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, fc.constantFrom<unknown>(null, 0, -7, 1.5, 'null', '', true), fc.string({ maxLength: 8 }), fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(name, tie('any'), { maxKeys: 4 })),
})).any;

test('a text that looks tidy holds nothing to be put in order', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value, { maxKeys: 5 }), fc.constantFrom(undefined, 1, '\t'), (body, indent) => {
      const text = JSON.stringify(body, undefined, indent);
      const read = JSON.parse(text) as Record<string, unknown>;
      fc.pre(isTidyText(text));
      assert.equal(tidied(read), read);
    }),
    { numRuns: 2_000 },
  );
});

for (const [text, tidy] of [
  ['{"id":"a","name":"b"}', true],
  ['{"id":7}', false],
  ['{"relatedParty":[{"partyId": -1}]}', false],
  ['{"name":null}', false],
  ['{"InitiatePaymentDate ":"x"}', false],
  ['{"name\\u0020":"x"}', false],
  ['{" \\"":""}', false],
  ['{"name\\t":"x"}', false],
  ['{"\\nname":"x"}', false],
  ['{"note":"nullified"}', false],
] as const) {
  test(`${text} ${tidy ? 'is' : 'is not said to be'} tidy`, () => assert.equal(isTidyText(text), tidy));
}
