import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bill, BillList } from '@faceplate/contracts';
import { aSeller } from '../testing/fixtures.ts';
import { anOperator, down } from '../testing/operator.ts';
import { readUbl } from './en16931/read-ubl.ts';
import { validate } from './en16931/validate.ts';
import type { Recipient } from './buyer.ts';
import { recipientLines } from './recipient.ts';

type How = NonNullable<Parameters<typeof anOperator>[0]>;

/** Ada's newest bill, on paper, as a page and as an invoice. */
async function papers(how: How = {}, name: 'ada' | 'bilal' = 'ada') {
  const to: (Recipient | undefined)[] = [];
  const pdf = (...given: unknown[]) => {
    to.push(given[3] as Recipient | undefined);
    return Promise.resolve(new TextEncoder().encode('%PDF'));
  };
  const operator = await anOperator({ ...how, documents: { pdf } });
  const caller = operator.as(name);
  const [bill] = (await caller<BillList>('/bills')).body.items;
  const at = async (path: string) => (await caller(`/bills/${bill!.id}/${path}`)).response.text();
  await at('document');
  return { to: to[0], html: await at('page.html'), xml: await at('invoice.xml'), bill: (await caller<Bill>(`/bills/${bill!.id}`)).body };
}

/** The account has a place of its own for its bills, another country's, in many words. */
const movedTo = (medium: object): NonNullable<How['change']> => ({ resource, body }) => {
  if (resource === 'billingAccount') body['contact'] = [{ contactType: 'billing', contactMedium: [medium] }];
};
const vienna = { mediumType: 'postalAddress', characteristic: { street1: 'Ring 1', street2: 'Stiege 2', postCode: '1010', city: 'Wien', stateOrProvince: 'Wien', country: 'Österreich' } };

test('a bill is addressed: on the PDF, on the page and in the invoice alike', async () => {
  const { to, html, xml } = await papers();
  const lines = recipientLines(to!, { seller: aSeller() }, 'en');
  assert.deepEqual(lines, ['Ada Lindqvist', 'Kastanienhof 12', '10437 Berlin']);
  for (const line of ['Bill to', ...lines]) assert.ok(html.includes(line), line);
  assert.deepEqual(readUbl(xml).buyer.address, { street: 'Kastanienhof 12', city: 'Berlin', postCode: '10437', country: 'DE' });
  assert.deepEqual(validate(xml), []);
});

test('to where the account has its bills sent, abroad with the country’s name', async () => {
  const { to, html, xml } = await papers({ change: movedTo(vienna) });
  assert.deepEqual(recipientLines(to!, { seller: aSeller() }, 'en'), ['Ada Lindqvist', 'Ring 1', 'Stiege 2', '1010 Wien', 'Wien', 'Austria']);
  assert.ok(html.includes('Stiege 2') && html.includes('Austria') && !html.includes('Kastanienhof'));
  assert.deepEqual(readUbl(xml).buyer.address, { street: 'Ring 1', more: 'Stiege 2', city: 'Wien', postCode: '1010', region: 'Wien', country: 'AT' });
  assert.deepEqual(validate(xml), []);
});

test('not to where it was sent once, or will be', async () => {
  for (const validFor of [{ endDateTime: '2026-06-01T00:00:00.000Z' }, { startDateTime: '2027-01-01T00:00:00.000Z' }]) {
    const { to } = await papers({ change: movedTo({ ...vienna, validFor }) });
    assert.equal(to?.address?.street, 'Kastanienhof 12');
  }
});

test('a country nobody knows is no invoice, by the rule that says so, and the paper stands', async () => {
  const { xml, html } = await papers({ change: movedTo({ ...vienna, characteristic: { ...vienna.characteristic, country: 'Atlantis' } }) });
  assert.match(xml, /invoice-unfit.*BR-CL-14/s);
  assert.ok(html.includes('Ring 1'));
});

test('without an address there is a name, and no invoice: the norm asks for one', async () => {
  const { to, xml, html } = await papers({ change: ({ resource, body }) => void (resource === 'individual' && delete body['contactMedium']) });
  assert.deepEqual(to, { name: 'Ada Lindqvist', accountNumber: to && 'accountNumber' in to ? to.accountNumber : '' });
  assert.match(xml, /invoice-unfit.*BR-10/s);
  assert.ok(html.includes('Ada Lindqvist'));
});

test('where customer records do not answer, the paper comes without', async () => {
  const { to, html, bill } = await papers({ meddle: down('/individual/') });
  assert.equal(to, undefined);
  assert.ok(html.includes(bill.number) && !html.includes('Bill to'));
});
