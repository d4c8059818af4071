import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoSeller, SellerSetting } from './seller.ts';

const seller = demoSeller('Meridian');

test('the operator of an evaluation is a company that an invoice can name', () => {
  assert.deepEqual(SellerSetting.parse(seller), seller);
});

for (const [what, change] of [
  ['no number of its own', { legalId: undefined, vatId: undefined }],
  ['a VAT number without a country', { vatId: '999999999' }],
  ['an account number with a wrong digit', { iban: 'DE02120300000000202052' }],
  ['a country by name', { address: { ...seller.address, country: 'Germany' } }],
  ['an e-mail address that is none', { contact: { name: 'Billing', phone: '112', email: 'billing' } }],
  ['something nobody knows', { colour: 'blue' }],
] as const) {
  test(`a seller with ${what} is refused`, () => assert.equal(SellerSetting.safeParse({ ...seller, ...change }).success, false));
}
