import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { definitions } from '../definitions/definitions.ts';
import { valuesOf } from '../testing/shaped.ts';
import type { JsonObject } from '../surface/body.ts';
import { misfit } from './check.ts';
import { isInstant } from './instant.ts';
import { v4Shapes, v4ShapesOf } from './v4/shapes.ts';
import { v5Shapes } from './v5/shapes.ts';

const ofOrder = (body: JsonObject) => misfit(v4Shapes, 'ProductOrder', body);

test('a value of the wrong kind is named by its path', () => {
  assert.equal(ofOrder({ relatedParty: {} }), '"relatedParty" must be a list.');
  assert.equal(ofOrder({ billingAccount: 'acc-1' }), '"billingAccount" must be an object.');
  assert.equal(ofOrder({ description: {} }), '"description" must be text.');
  assert.equal(ofOrder({ productOrderItem: [{ quantity: 1 }, { quantity: 1.5 }] }), '"productOrderItem[1].quantity" must be a whole number.');
  assert.equal(ofOrder({ note: [{ id: 7 }] }), '"note[0].id" must be text.');
  assert.equal(ofOrder({ note: [null] }), '"note[0]" must be an object.');
  assert.match(ofOrder({ requestedStartDate: '21.11.2026' }) ?? '', /^"requestedStartDate" must be a moment as RFC 3339 writes it/);
  const item = { product: { isBundle: 'yes' } };
  assert.equal(ofOrder({ productOrderItem: [{ ours: item }] }), undefined, 'what an item does not know is an extension');
  assert.equal(ofOrder({ productOrderItem: [item] }), '"productOrderItem[0].product.isBundle" must be true or false.');
});

test('what is unsaid or unknown fits', () => {
  assert.equal(ofOrder({}), undefined);
  assert.equal(ofOrder({ relatedParty: null, note: [], toString: 5, constructor: [], faceplateNote: { any: ['thing'] } }), undefined);
});

test('@type chooses the kinds, where it may', () => {
  const characteristic = (type: string, value: unknown) =>
    misfit(v5Shapes, 'Product', { productCharacteristic: [{ '@type': type, name: 'speed', value }] });
  assert.equal(characteristic('StringCharacteristic', 5), '"productCharacteristic[0].value" must be text.');
  assert.equal(characteristic('NumberCharacteristic', 5), undefined);
  assert.equal(characteristic('OurCharacteristic', 5), undefined);
  const card = { '@type': 'tokenizedCard', name: 'Card', lastFourDigits: 4242 };
  assert.equal(misfit(v4Shapes, 'PaymentMethod', card), '"lastFourDigits" must be text.');
});

test("a bill's own file has a list where an account's has one balance", () => {
  const bill = { financialAccount: { id: '1', accountBalance: [{ balanceType: 'due' }] } };
  assert.equal(misfit(v4ShapesOf('TMF678'), 'CustomerBill', bill), undefined);
  assert.equal(misfit(v4ShapesOf('TMF666'), 'BillingAccount', bill), '"financialAccount.accountBalance" must be an object.');
});

test('a moment is on a day there is', () => {
  const good = ['2026-11-21T10:00:00Z', '2026-11-21t10:00:00.123456z', '2024-02-29T00:00:00+01:00', '2016-12-31T23:59:60Z', '0000-01-01T00:00:00Z'];
  for (const text of good) assert.ok(isInstant(text), text);
  const bad = ['2026-02-29T00:00:00Z', '2026-11-21', '2026-11-21T10:00:00', '2026-13-01T00:00:00Z', '2026-11-00T00:00:00Z', '2026-11-21T24:00:00Z', '', 7];
  for (const value of bad) assert.ok(!isInstant(value), String(value));
});

test('all that the tables allow fits, in v4 and in v5', () => {
  for (const { api, views } of definitions) {
    for (const { version, type } of views) {
      const dictionary = version === 'v4' ? v4ShapesOf(api) : v5Shapes;
      const fits = fc.property(valuesOf(dictionary, type, 3), (body) => misfit(dictionary, type, body as JsonObject) === undefined);
      fc.assert(fits, { numRuns: 20, seed: 3 });
    }
  }
});

test('no body makes the check throw', () => {
  const names = fc.constantFrom('productOrderItem', 'product', 'relatedParty', 'id', '@type', '@referredType', 'toString', 'partyOrPartyRole', 'note', '__proto__', 'constructor', 'x');
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, fc.jsonValue({ maxDepth: 1 }), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(names, tie('value'), { maxKeys: 4 })),
  }));
  fc.assert(
    fc.property(fc.dictionary(names, value), (body) => {
      for (const dictionary of [v4Shapes, v5Shapes]) {
        const problem = misfit(dictionary, 'ProductOrder', body);
        assert.ok(problem === undefined || /^".+" must be .+\.$/.test(problem), problem);
      }
    }),
    { numRuns: 2000 },
  );
});
