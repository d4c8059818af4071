import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { ArchivePart, type Bill, type BillList } from '@faceplate/contracts';
import { toDecimal } from '@faceplate/domain';
import { anOperator } from '../testing/operator.ts';
import { readUbl } from './en16931/read-ubl.ts';
import { validate } from './en16931/validate.ts';

const pdf = () => Promise.resolve(new TextEncoder().encode('%PDF'));
const printer = { pdf, receipt: pdf, print: pdf };
const operator = await anOperator();
const ada = operator.as('ada');
const bills = (await ada<BillList>('/bills?limit=200')).body.items;
const newest = (await ada<Bill>(`/bills/${bills[0]?.id}`)).body;
const textOf = async (path: string, name: 'ada' | 'bilal' = 'ada') => (await operator.as(name)(path)).response.text();

test('the electronic invoice keeps every rule, and says what the bill says', async () => {
  for (const { id } of bills) {
    const bill = (await ada<Bill>(`/bills/${id}`)).body;
    const xml = await textOf(`/bills/${id}/invoice.xml`);
    assert.deepEqual(validate(xml), [], bill.number);
    const invoice = readUbl(xml);
    assert.equal(invoice.number, bill.number);
    assert.equal(invoice.totals.gross?.value, toDecimal(bill.total));
    assert.equal(invoice.totals.payable?.value, toDecimal(bill.remaining));
    assert.equal(invoice.lines.length, bill.charges.length);
  }
});

test('it claims Peppol where both can be reached there, and names the holder', async () => {
  const invoice = readUbl(await textOf(`/bills/${newest.id}/invoice.xml`));
  assert.match(invoice.customization ?? '', /peppol/);
  assert.equal(invoice.buyer.name, 'Ada Lindqvist');
  assert.deepEqual(invoice.buyer.address, { street: 'Kastanienhof 12', city: 'Berlin', postCode: '10437', country: 'DE' });
  assert.equal(invoice.typeCode, '380');
});

test('papers are files that no browser shows as a page, made of what is theirs', async () => {
  for (const [path, type] of [['page.html', 'text/html; charset=utf-8'], ['invoice.xml', 'application/xml'], ['charges/export.csv', 'text/csv; charset=utf-8; header=present']] as const) {
    const { response } = await ada(`/bills/${newest.id}/${path}`);
    assert.equal(response.headers.get('content-type'), type);
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="bill-\d{4}-\d\d-\d\d-[a-z0-9]+\.(html|xml|csv)"$/);
    assert.equal(response.headers.get('content-security-policy'), 'sandbox');
    assert.equal((await operator.as('bilal')(`/bills/${newest.id}/${path}`)).status, 404);
  }
});

test('the table of lines has each of them once, and adds up to the bill', async () => {
  const [heading = '', ...rows] = (await textOf(`/bills/${newest.id}/charges/export.csv`)).trim().split('\r\n');
  const net = heading.replace('\uFEFF', '').split(',').indexOf('"net"');
  assert.equal(rows.length, newest.charges.length);
  const cells = rows.map((row) => Array.from(row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g), ([, cell = '']) => cell));
  assert.equal(cells.reduce((sum, row) => sum + Math.round(Number(row[net]) * 100), 0), newest.net.amount);
});

test('a page speaks the language it is asked in, and none that it does not know', async () => {
  assert.match(await textOf(`/bills/${newest.id}/page.html`), /<html lang="en" dir="ltr">/);
  assert.match(await textOf(`/bills/${newest.id}/page.html?locale=de`), /Rechnung vom/);
  assert.match(await textOf(`/bills/${newest.id}/page.html?locale=ar`), /<html lang="ar" dir="rtl">/);
  assert.equal((await ada(`/bills/${newest.id}/page.html?locale=fr`)).status, 400);
});

test('a bill whose tax does not follow from its lines gets no electronic invoice, and says why', async () => {
  const wrong = await anOperator({
    change: ({ resource, body }) => {
      if (resource === 'customerBill' && body['billNo'] === newest.number) Object.assign(body, { taxItem: [], taxExcludedAmount: undefined });
    },
  });
  const { status, body } = await wrong.as('ada')<{ code?: string; detail?: string }>(`/bills/${newest.id}/invoice.xml`);
  assert.equal(status, 409);
  assert.equal(body.code, 'invoice-unfit');
  assert.match(body.detail ?? '', /BR-/);
});

test('a year of papers comes in parts, oldest first, each with its sum', async () => {
  const printing = await anOperator({ documents: printer });
  const ours = bills.filter(({ date }) => date.startsWith('2026-'));
  const parts: ArchivePart[] = [];
  for (let from: number | undefined = 0; from !== undefined; from = parts.at(-1)?.next) {
    const { body } = await printing.as('ada')<ArchivePart>(`/bills/archive?year=2026&from=${from}`);
    parts.push(ArchivePart.parse(body));
  }
  assert.ok(parts.length > 1 && parts.every(({ of }) => of === ours.length));
  const files = parts.flatMap((part) => part.files);
  assert.equal(files.length, 3 * ours.length);
  assert.deepEqual(files.map(({ name }) => name.slice(0, 10)), files.map(({ name }) => name.slice(0, 10)).toSorted());
  for (const { sha256, content } of files) assert.equal(createHash('sha256').update(Buffer.from(content, 'base64')).digest('hex'), sha256);
  const [account] = operator.subjects.bilal.accountIds;
  assert.equal((await printing.as('ada')(`/bills/archive?year=2026&account=${account}`)).status, 404);
});
