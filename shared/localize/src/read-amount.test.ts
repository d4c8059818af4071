import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMoney, readAmount } from './index.ts';

const cases: [string, string, string, number | undefined][] = [
  ['12', 'EUR', 'en', 1200],
  ['12.5', 'EUR', 'en', 1250],
  ['12,50', 'EUR', 'de', 1250],
  // Which of the two is meant is plain all the same.
  ['12,50', 'EUR', 'en', 1250],
  ['12.50', 'EUR', 'de', 1250],
  ['€ 12.50', 'EUR', 'en', 1250],
  ['12,50 EUR', 'EUR', 'de', 1250],
  ['1.234,56 €', 'EUR', 'de', 123456],
  ['1,234.56', 'EUR', 'en', 123456],
  ['1 234,56', 'EUR', 'fr', 123456],
  ['1’234.50', 'CHF', 'de-CH', 123450],
  ['1.234', 'EUR', 'de', 123400],
  ['1,234', 'EUR', 'en', 123400],
  ['1.234', 'EUR', 'en', undefined],
  ['1.234.56', 'EUR', 'en', undefined],
  ['١٢٫٥٠', 'EUR', 'ar-EG', 1250],
  ['١٬٢٣٤٫٥٠', 'EUR', 'ar-EG', 123450],
  ['۱۲', 'EUR', 'fa', 1200],
  ['1200', 'JPY', 'en', 1200],
  ['1,200', 'JPY', 'en', 1200],
  ['1.5', 'JPY', 'en', undefined],
  ['1.234', 'KWD', 'en', 1234],
  ['12.345', 'EUR', 'en', undefined],
  ['0', 'EUR', 'en', 0],
  ['-5', 'EUR', 'en', undefined],
  ['1e5', 'EUR', 'en', undefined],
  ['', 'EUR', 'en', undefined],
  ['.5', 'EUR', 'en', undefined],
  ['five', 'EUR', 'en', undefined],
  ['12,', 'EUR', 'de', 1200],
  ['99999999999999999', 'EUR', 'en', undefined],
];

for (const [typed, currency, locale, minor] of cases) {
  test(`“${typed}” ${currency} in ${locale} is ${minor ?? 'not taken'}`, () => {
    assert.equal(readAmount(typed, currency, locale), minor);
  });
}

test('reads back what is written on screen', () => {
  for (const locale of ['en', 'de', 'ar', 'fr', 'de-CH', 'hi'])
    for (const currency of ['EUR', 'JPY', 'USD'])
      for (const amount of [0, 1, 99, 100, 123456, 98765432])
        assert.equal(readAmount(formatMoney({ amount, currency }, locale), currency, locale), amount, `${locale} ${currency} ${amount}: ${formatMoney({ amount, currency }, locale)}`);
});
