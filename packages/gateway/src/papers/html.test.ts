import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Bill, Charge } from '@faceplate/contracts';
import { aSeller, aTenant } from '../testing/fixtures.ts';
import { billPaper } from './bill-paper.ts';
import { chargesCsv } from './charges-csv.ts';
import { paperHtml, STYLE, STYLE_HASH } from './html.ts';
import { invoiceOf } from './invoice/invoice-of.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const charge = (facts: Partial<Charge> = {}): Charge => ({ id: 'c1', kind: 'recurring', name: 'Home 250', net: euros(1000), taxRate: 19, ...facts });
const bill = (facts: Partial<Bill> = {}): Bill => ({
  id: 'b1', number: '202610-101047', account: { id: 'a1', name: 'Home' }, origin: 'Meridian', date: '2026-11-01', period: { from: '2026-10-01', to: '2026-10-31' }, due: '2026-11-15',
  status: 'due', total: euros(1190), remaining: euros(1190), net: euros(1000), taxes: [{ name: 'VAT', rate: 19, amount: euros(190) }], charges: [charge()], ...facts,
});
const page = (of: Bill, locale: 'en' | 'de' | 'ar' = 'en') => paperHtml(billPaper(of, aTenant({ seller: aSeller() }), { locale }));

test('its style is the one its policy names, and nothing else may come in', () => {
  assert.equal(STYLE_HASH, `sha256-${createHash('sha256').update(STYLE).digest('base64')}`);
  const html = page(bill());
  assert.ok(html.includes(`style-src '${STYLE_HASH}'`) && html.includes(`<style>${STYLE}</style>`));
  assert.doesNotMatch(html, /<script|<link|<img|<a |\sstyle=|\son\w+=|url\(/i);
});

test('what others wrote stays text', () => {
  const name = '<img src=x onerror=alert(1)> "quoted" & \'so\'';
  const html = page(bill({ charges: [charge({ name })], account: { id: 'a1', name } }));
  assert.ok(!html.includes('<img'));
  assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt; &quot;quoted&quot; &amp; &#39;so&#39;'));
});

test('says how each amount came about, what is disputed, and what is to be paid', () => {
  const each = { quantity: 100, each: euros(9), amount: euros(900) };
  const html = page(bill({
    charges: [charge({ service: { productId: 'p', name: '+49 171 1' }, quantity: { value: 100, unit: 'minutes' }, included: { value: 30, unit: 'minutes' }, tiers: [each], days: { charged: 3, of: 31 }, dispute: { id: 'd', amount: euros(500), open: true } })],
    remaining: euros(890), disputed: euros(500), applied: [{ kind: 'credit', amount: euros(300), name: 'Goodwill' }],
  }));
  for (const words of ['+49 171 1 · 100 minutes · 30 minutes included', '100 × €0.09 = €9.00, tax included', '3 of 31 days', '€5.00 of it disputed', 'Credited: Goodwill', '−€3.00', 'Held back while it is looked into', '€3.90', 'IBAN DE02 1203 0000 0000 2020 51'])
    assert.ok(html.includes(words), words);
});

test('reads from right to left in Arabic, and a telephone number does not', () => {
  const html = page(bill({ charges: [charge({ service: { productId: 'p', name: '+49 171 1' } })] }), 'ar');
  assert.ok(html.includes('<html lang="ar" dir="rtl">'));
  assert.ok(html.includes('\u2066+49 171 1\u2069'));
  assert.ok(html.includes('<bdi dir="ltr">10.00\u00A0€</bdi>'));
});

test('a bill for several accounts says of each line of another account which, in every form', () => {
  const shared = bill({ charges: [charge(), charge({ id: 'c2', account: { id: 'a2', name: 'Cabin' }, service: { productId: 'p', name: 'Cabin 50' } })], net: euros(2000), total: euros(2380), remaining: euros(2380), taxes: [{ name: 'VAT', rate: 19, amount: euros(380) }] });
  assert.ok(page(shared).includes('Cabin · Cabin 50'));
  const [heading = [], ...rows] = chargesCsv(shared).replaceAll(/[\uFEFF"]/g, '').trim().split('\r\n').map((line) => line.split(','));
  assert.deepEqual(rows.map((cells) => cells[heading.indexOf('account')]), ['Home', 'Cabin']);
  const { lines } = invoiceOf(shared, aSeller(), { name: 'Ada', accountNumber: '1' });
  assert.deepEqual(lines.map(({ item }) => item.attributes.find(({ name }) => name === 'Account')?.value), [undefined, 'Cabin']);
});
