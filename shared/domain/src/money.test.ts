import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  add, CurrencyMismatch, fromDecimal, minorDigits, money, netOf, share, split, subtract, sum, taxOn, toDecimal, UnreadableAmount,
} from './money.ts';

const cents = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const currency = fc.constantFrom('EUR', 'JPY', 'KWD');

test('reads decimals by their digits, not by their binary neighbours', () => {
  assert.equal(fromDecimal(0.1, 'EUR').amount, 10);
  assert.equal(fromDecimal('1.005', 'EUR').amount, 101);
  assert.equal(fromDecimal(-1.005, 'EUR').amount, -101);
  assert.equal(fromDecimal('1.0049999', 'EUR').amount, 100);
  assert.equal(fromDecimal(12.340000000000002, 'EUR').amount, 1234);
  assert.equal(fromDecimal('1e3', 'EUR').amount, 100_000);
  assert.equal(fromDecimal(1e-7, 'EUR').amount, 0);
  assert.equal(fromDecimal('.5', 'JPY').amount, 1);
  assert.equal(fromDecimal('1.2345', 'KWD').amount, 1235);
});

test('refuses what is not an amount', () => {
  for (const value of ['', '.', 'abc', '1,50', '0x10', '1.2.3', NaN, Infinity, '99999999999999999999'])
    assert.throws(() => fromDecimal(value, 'EUR'), UnreadableAmount, String(value));
  assert.throws(() => money(1.5, 'EUR'), UnreadableAmount);
});

test('writes what it reads', () => {
  fc.assert(fc.property(cents, currency, (amount, unit) => {
    const value = money(amount, unit);
    assert.deepEqual(fromDecimal(toDecimal(value), unit), value);
  }));
  assert.equal(toDecimal(money(-5, 'EUR')), '-0.05');
  assert.equal(toDecimal(money(1234, 'JPY')), '1234');
});

test('never mixes currencies', () => {
  assert.throws(() => add(money(1, 'EUR'), money(1, 'USD')), CurrencyMismatch);
  assert.throws(() => sum([money(1, 'EUR')], 'USD'), CurrencyMismatch);
  assert.deepEqual(sum([], 'EUR'), { amount: 0, currency: 'EUR' });
});

test('never answers minus zero', () => {
  assert.ok(Object.is(fromDecimal('-0', 'EUR').amount, 0));
  assert.ok(Object.is(taxOn(money(-1, 'EUR'), 19).amount, 0));
});

test('a share is the nearest cent, halves away from zero', () => {
  assert.equal(share(money(2999, 'EUR'), 8, 30).amount, 800);
  assert.equal(share(money(1, 'EUR'), 1, 2).amount, 1);
  assert.equal(share(money(-1, 'EUR'), 1, 2).amount, -1);
  assert.throws(() => share(money(1, 'EUR'), 1, 0), RangeError);
  fc.assert(fc.property(cents, fc.integer({ min: 1, max: 400 }), fc.nat(400), (amount, days, used) => {
    const part = share(money(amount, 'EUR'), Math.min(used, days), days);
    assert.equal(add(part, subtract(money(amount, 'EUR'), part)).amount, amount);
    assert.ok(Math.abs(part.amount * days - amount * Math.min(used, days)) * 2 <= days);
  }));
});

test('a split loses nothing', () => {
  assert.deepEqual(split(money(100, 'EUR'), [1, 1, 1]).map((part) => part.amount), [34, 33, 33]);
  assert.deepEqual(split(money(-100, 'EUR'), [1, 1, 1]).map((part) => part.amount), [-34, -33, -33]);
  const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }).filter((all) => all.some((weight) => weight > 0));
  fc.assert(fc.property(cents, weights, (amount, all) => {
    assert.equal(sum(split(money(amount, 'EUR'), all), 'EUR').amount, amount);
  }));
});

test('tax is rounded once, to the cent', () => {
  assert.equal(taxOn(money(2520, 'EUR'), 19).amount, 479);
  assert.equal(taxOn(money(1000, 'EUR'), 5.5).amount, 55);
  assert.equal(taxOn(money(50, 'EUR'), 19).amount, 10);
  assert.throws(() => taxOn(money(1, 'EUR'), -1), UnreadableAmount);
});

test('net and tax of a price add up to it', () => {
  assert.equal(netOf(money(2999, 'EUR'), 19).amount, 2520);
  fc.assert(fc.property(cents, fc.constantFrom(0, 5.5, 7, 19, 20), (amount, rate) => {
    const net = netOf(money(amount, 'EUR'), rate);
    const tax = taxOn(net, rate);
    assert.ok(Math.abs(amount - net.amount - tax.amount) <= 1);
  }));
});

test('the minor unit of a currency is that of ISO 4217', () => {
  assert.deepEqual(['EUR', 'JPY', 'KWD', 'CHF'].map(minorDigits), [2, 0, 3, 2]);
});
