import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Invoice } from './invoice.ts';
import { readUbl } from './read-ubl.ts';
import { BREAKAGES } from './testing/breakages.ts';
import { CATEGORY_BREAKAGES, CATEGORY_INVOICES } from './testing/categories.ts';
import { richInvoice } from './testing/rich-invoice.ts';
import { brokenBy, PEPPOL_RULES, validate } from './validate.ts';
import { writeUbl } from './write-ubl.ts';

/** Over the wire and back: a rule sees what stands in the document, not what stood in memory. */
const idsOf = (invoice: Invoice) => brokenBy(readUbl(writeUbl(invoice)), PEPPOL_RULES).map(({ id }) => id);

const broken = [
  ...Object.entries(BREAKAGES).map(([id, breakage]) => ({ id, from: richInvoice, breakage })),
  ...CATEGORY_BREAKAGES,
];

test('every rule has a number and a sentence of its own, and an invoice that breaks it', () => {
  const ids = PEPPOL_RULES.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(broken.map(({ id }) => id).toSorted(), ids.toSorted());
  for (const { id, says } of PEPPOL_RULES) assert.match(says, /^[A-Z].+\.$/, id);
});

test('a document comes back from UBL as it was', () => {
  assert.deepEqual(readUbl(writeUbl(richInvoice())), richInvoice());
});

test('what is right breaks no rule', () => {
  assert.deepEqual(validate(writeUbl(richInvoice())), []);
  for (const [code, invoice] of CATEGORY_INVOICES) assert.deepEqual(validate(writeUbl(invoice())), [], code);
});

for (const { id, from, breakage } of broken) {
  test(`${id} fires`, () => {
    const invoice = from();
    breakage(invoice);
    const fired = idsOf(invoice);
    assert.ok(fired.includes(id), `only ${fired.join(' ')}`);
  });
}

test('an invoice that does not claim Peppol is held to the norm alone', () => {
  const invoice: Invoice = { ...richInvoice(), customization: 'urn:cen.eu:en16931:2017' };
  Reflect.deleteProperty(invoice.buyer, 'electronic');
  assert.deepEqual(validate(writeUbl(invoice)), []);
});

for (const [what, xml] of [
  ['no XML', '{"invoice":1}'],
  ['cut short', writeUbl(richInvoice()).slice(0, -20)],
  ['another document', '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'],
  ['an invoice of another namespace', writeUbl(richInvoice()).replace('xsd:Invoice-2', 'xsd:Invoice-3')],
] as const) {
  test(`${what} is no invoice`, () => assert.deepEqual(validate(xml).map(({ id }) => id), ['XML']));
}

test('what somebody wrote can neither end an element nor begin one', () => {
  const invoice = richInvoice();
  const name = 'Ada </cbc:Name><cbc:ID>0</cbc:ID> & "sons" \u0001';
  invoice.buyer.name = name;
  assert.equal(readUbl(writeUbl(invoice)).buyer.name, name.replace(' \u0001', ''));
});
