import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Bill, Charge, Payment } from '@faceplate/contracts';
import { aTenant } from '../testing/fixtures.ts';
import { pdfTexts } from '../testing/pdf-text.ts';
import { Refusal } from '../problem.ts';
import { billPaper } from '../papers/bill-paper.ts';
import { billPrinter } from './bill-pdf.ts';

const printer = billPrinter();
after(() => printer.close());

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const aCharge = (facts: Partial<Charge> = {}): Charge => ({ id: 'c1', kind: 'recurring', name: 'Home 250', net: euros(103_740), taxRate: 19, ...facts });

const aBill = (facts: Partial<Bill> = {}): Bill => ({
  id: 'b1', number: '202610-101047', account: { id: 'a1', name: 'Home' }, origin: 'Meridian Billing', date: '2026-11-01',
  period: { from: '2026-10-01', to: '2026-10-31' }, due: '2026-11-15', status: 'due', total: euros(123_451), remaining: euros(123_451),
  net: euros(103_740), taxes: [{ name: 'VAT', rate: 19, amount: euros(19_711) }], charges: [aCharge()], ...facts,
});

const print = async (bill: Bill) => Buffer.from(await printer.pdf(bill, aTenant({ name: 'Meridian Telecom' })));
const says = (pdf: Uint8Array, words: string) => pdfTexts(pdf).some((text) => text.includes(words));

test('the paper says what the screen says', async () => {
  const pdf = await print(aBill());
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  for (const words of ['€1,234.51', '€1,037.40', '€197.11', 'Meridian Telecom', '202610-101047', 'Home 250', '15 November 2026', '1 October 2026 to 31 October 2026'])
    assert.ok(says(pdf, words), `the bill does not say ${words}`);
  assert.ok(!says(pdf, '€1,234.52'));
});

test('it can be read aloud: tagged, in a language, with tables that have heads', async () => {
  const text = (await print(aBill())).toString('latin1');
  for (const mark of ['/StructTreeRoot', '/Marked true', '/Lang', '/S /Table', '/S /TH']) assert.ok(text.includes(mark), mark);
  assert.match(text, /<pdfuaid:part>1<|pdfuaid:part="1"/);
});

test('it is addressed, as text and tagged, in every language', async () => {
  const recipient = { name: 'Ada #strong[Lindqvist]', address: { street: 'Ring 1', more: 'Stiege 2', postCode: '1010', city: 'Wien', country: 'AT' } };
  for (const [locale, country] of [['en', 'Austria'], ['de', 'Österreich'], ['ar', '1010 Wien']] as const) {
    const pdf = await printer.pdf(aBill(), aTenant({ name: 'Meridian Telecom' }), locale, recipient);
    for (const words of ['Ada #strong[Lindqvist]', 'Ring 1', 'Stiege 2', '1010 Wien', country]) assert.ok(says(pdf, words), `${locale} ${words}`);
    assert.match(Buffer.from(pdf).toString('latin1'), /<pdfuaid:part>1<|pdfuaid:part="1"/);
  }
});

test('what others wrote is text, never markup, script or link', async () => {
  const name = '#read("/etc/hosts") *x* $y$ https://evil.example';
  const pdf = await print(aBill({ charges: [aCharge({ name })] }));
  assert.ok(says(pdf, '#read("/etc/hosts") *x* $y$'));
  for (const live of ['/URI', '/JavaScript', '/OpenAction', '/Launch', '/EmbeddedFile']) assert.ok(!pdf.includes(live), live);
});

test('a sign without a font costs nobody the bill', async () => {
  const pdf = await print(aBill({ charges: [aCharge({ name: 'Plan \u{10FFFF} \u7532\u9AA8' })] }));
  assert.ok(says(pdf, '€1,234.51'));
});

test('a long bill runs over pages, the head of its table on each', async () => {
  const charges = Array.from({ length: 200 }, (_, index) => aCharge({ id: `c${index}`, name: `Line ${index}` }));
  const pdf = await print(aBill({ charges }));
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  assert.ok(pages > 3);
  const heads = Math.max(...pdfTexts(pdf).map((text) => text.match(/^Period$/gm)?.length ?? 0));
  assert.ok(heads >= pages - 1, `${heads} heads on ${pages} pages`);
});

test('a very long bill is printed by what was charged for, and adds up', async () => {
  const charges = Array.from({ length: 9_000 }, (_, index) => aCharge({ id: `c${index}`, name: index % 3 === 0 ? 'Calls abroad' : 'Text messages', net: euros(1) }));
  const pdf = await print(aBill({ charges }));
  for (const words of ['Calls abroad', '3000 lines', '€30.00', 'Text messages', '6000 lines', '€60.00']) assert.ok(says(pdf, words), words);
});

test('a bill that takes too long is the only one given up', async () => {
  const patient = billPrinter({ mostMilliseconds: 2_000 });
  const charges = Array.from({ length: 2_000 }, (_, index) => aCharge({ id: `c${index}`, name: `Line ${index} `.repeat(400) }));
  const [endless, next] = await Promise.allSettled([patient.pdf(aBill({ charges }), aTenant()), patient.pdf(aBill(), aTenant())]);
  assert.deepEqual([endless.status, next.status], ['rejected', 'fulfilled']);
  await patient.close();
});

test('the queue has an end, and who finds it full is told to come again', async () => {
  const settled = await Promise.allSettled(Array.from({ length: 20 }, () => print(aBill())));
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  assert.equal(refused.length, 4);
  for (const reason of refused) assert.ok(reason instanceof Refusal && reason.problem.status === 503 && reason.headers['retry-after']);
});

test('a bill paid twice has nothing left to pay', () => {
  for (const [left, words] of [[1, 'Left to pay'], [0, 'Paid. Nothing is left to pay.'], [-500, 'Paid. Nothing is left to pay.']] as const)
    assert.equal(billPaper(aBill({ remaining: euros(left) }), aTenant()).tables[0]?.rows.at(-1)?.cells[0]?.text, words);
});

for (const [locale, words] of [['de', ['Rechnung vom', '1.234,51', 'Noch offen', 'Zusammenfassung']], ['ar', ['1,234.51', '202610-101047', 'Home 250']]] as const) {
  test(`it speaks ${locale}, and is as accessible there`, async () => {
    const pdf = Buffer.from(await printer.pdf(aBill(), aTenant({ name: 'Meridian Telecom' }), locale));
    for (const word of words) assert.ok(says(pdf, word), word);
    const text = pdf.toString('latin1');
    assert.match(text, /<pdfuaid:part>1<|pdfuaid:part="1"/);
    assert.ok(text.includes(`/Lang (${locale}`));
  });
}

test('a receipt says what was paid, and for what', async () => {
  const part = { account: { id: 'a1', name: 'Home' }, bill: { id: 'b1', number: '202610-101047' }, amount: euros(5000) };
  const payment = { id: 'p1', reference: 'P-4711', status: 'paid', amount: euros(7500), parts: [part, { ...part, bill: undefined, amount: euros(2500) }], means: { kind: 'card', name: 'Card ending in 8640' }, at: '2026-11-20T23:30:00.000Z' } as const;
  const pdf = await printer.receipt(payment as unknown as Payment, aTenant({ name: 'Meridian Telecom' }), 'en');
  for (const words of ['€75.00', '€50.00', '€25.00', 'P-4711', '202610-101047', 'On account', '21 November 2026', 'Card ending in 8640']) assert.ok(says(pdf, words), words);
});

test('a bill that takes too long is given up, and the next is printed', async () => {
  const hasty = billPrinter({ mostMilliseconds: 1 });
  await assert.rejects(hasty.pdf(aBill(), aTenant()), (refused: unknown) => refused instanceof Refusal && refused.problem.status === 503);
  await hasty.close();
  assert.ok(says(await print(aBill()), '€1,234.51'));
});
