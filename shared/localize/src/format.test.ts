import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  directionOf,
  formatDate,
  formatDuration,
  formatInstant,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatRelative,
  usableLocale,
} from './index.ts';

/** Locales part their words with spaces of many kinds; how wide they are is not ours. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ').replaceAll(/[\u200e\u200f\u061c]/g, '');

describe('money', () => {
  const cases: [number, string, string, string][] = [
    [5200, 'EUR', 'en', '€52.00'],
    [5200, 'EUR', 'de', '52,00 €'],
    [-1240, 'EUR', 'en', '−€12.40'],
    [-1240, 'EUR', 'ar', '−12.40 €'],
    [5, 'EUR', 'en', '€0.05'],
    [0, 'EUR', 'en', '€0.00'],
    [-5, 'KWD', 'en', '−KWD 0.005'],
    [1200, 'JPY', 'en', '¥1,200'],
    [123456, 'LBP', 'en', 'LBP 1,234.56'],
    [1234, 'IQD', 'en', 'IQD 1.234'],
    [9007199254740991, 'EUR', 'en', '€90,071,992,547,409.91'],
  ];
  for (const [amount, currency, locale, shown] of cases) {
    test(`${amount} ${currency} reads ${shown} in ${locale}`, () => {
      assert.equal(plain(formatMoney({ amount, currency }, locale)), shown);
    });
  }
});

describe('numbers', () => {
  test('keep a true minus sign', () => assert.equal(formatNumber(-1.5, 'de'), '−1,5'));
  test('take a unit', () => {
    assert.equal(formatNumber(12, 'en', { style: 'unit', unit: 'gigabyte' }), '12 GB');
  });
  test('a share is never rounded up to all', () => assert.equal(formatPercent(0.99996, 'en', 2), '99.99%'));
  test('a share that a float cannot hold stays whole', () => {
    assert.deepEqual([0.29, 0.57, 0.07].map((share) => formatPercent(share, 'en')), ['29%', '57%', '7%']);
  });
});

describe('dates', () => {
  test('a day stays the day it is', () => {
    assert.equal(formatDate('2026-06-03', 'en-GB', 'weekday'), 'Wed 3 June');
    assert.equal(formatDate('2026-06-03', 'en-GB'), '3 Jun 2026');
    assert.equal(formatDate('2026-06-03', 'de', 'long'), '3. Juni 2026');
  });
  test('a moment is shown by the clocks of its zone', () => {
    const lateEvening = '2026-06-03T22:05:00.000Z';
    assert.equal(formatInstant(lateEvening, 'en-GB', 'Europe/Berlin', 'time'), '0:05');
    assert.equal(formatInstant(lateEvening, 'en-GB', 'Europe/Berlin', 'day'), '4 Jun 2026');
    assert.equal(plain(formatInstant(lateEvening, 'en-GB', 'UTC')), '3 Jun 2026, 22:05');
  });
  test('a period says once what its ends share', () => {
    assert.equal(plain(formatPeriod({ from: '2026-11-01', to: '2026-11-30' }, 'en-GB')), '1 – 30 Nov 2026');
  });
  test('a month is named', () => {
    assert.equal(formatMonth('2026-11', 'en'), 'November 2026');
    assert.equal(formatMonth('2026-03', 'de', 'short'), 'Mär');
  });
});

describe('lengths of time', () => {
  const cases: [number, string][] = [
    [0, '0 sec'],
    [59, '59 sec'],
    [90, '1 min 30 sec'],
    [4350, '1 hr 13 min'],
    [3600, '1 hr'],
    [86399, '1 day'],
    [90000, '1 day 1 hr'],
  ];
  for (const [seconds, words] of cases) {
    test(`${seconds} s is ${words}`, () => assert.equal(plain(formatDuration(seconds, 'en')), words));
  }
  test('are counted from now', () => {
    const now = new Date('2026-11-21T12:00:00Z');
    assert.equal(formatRelative('2026-11-20T12:00:00Z', 'en', now), 'yesterday');
    assert.equal(formatRelative('2026-11-21T15:00:00Z', 'de', now), 'in 3 Stunden');
  });
});

describe('locales', () => {
  test('written by hand are made usable', () => {
    assert.deepEqual(['en_GB', ' de ', '', 'x y', undefined].map(usableLocale), ['en-GB', 'de', 'en', 'en', 'en']);
  });
  test('have a direction', () => {
    assert.deepEqual(['ar', 'he-IL', 'ur', 'de', 'az-Arab'].map(directionOf), ['rtl', 'rtl', 'rtl', 'ltr', 'rtl']);
  });
  test('that nobody can read do not stop a figure', () => {
    assert.equal(formatMoney({ amount: 100, currency: 'EUR' }, 'not a locale'), '€1.00');
  });
});
