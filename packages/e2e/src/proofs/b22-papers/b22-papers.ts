import type { Bill, ChargeList } from '@faceplate/contracts';
import { PEPPOL_RULES, validate } from '@faceplate/gateway/testing';
import { type BssProof, finding } from '../proof.ts';
import { accessiblePages } from './accessible.ts';
import { unaddressed } from './address.ts';
import { disagreement, type Forms } from './figures.ts';
import { type BillOf, type House, openHouse } from './house.ts';

const CUSTOMERS = { small: 6, full: 40 };
/** Of a short run; a full one takes every bill of the world. */
const SOME = 60;
/** So many bills have a cent moved in each of their forms. */
const MOVED = 8;
const PAGE = 500;

async function formsOf(house: House, { id, account }: BillOf): Promise<Forms> {
  const take = (path: string) => house.take(account, `/bills/${id}${path}`);
  const bill = (await (await take('')).json()) as Bill;
  const charges: Bill['charges'] = [...bill.charges];
  while (bill.lines !== undefined && charges.length < bill.lines) {
    const { items } = (await (await take(`/charges?offset=${charges.length}&limit=${PAGE}`)).json()) as ChargeList;
    if (items.length === 0) break;
    charges.push(...items);
  }
  const [xml, csv, html, pdf] = [await take('/invoice.xml'), await take('/charges/export.csv'), await take('/page.html'), await take('/document')];
  return { json: { ...bill, charges }, xml: await xml.text(), csv: await csv.text(), html: await html.text(), pdf: new Uint8Array(await pdf.arrayBuffer()) };
}

/** The next cent up, wherever the amount stands. */
const cent = (text: string): string => (Number(text) + 0.01).toFixed(2);
const one = (from: string, pattern: RegExp): string => from.replace(pattern, (_, before: string, amount: string) => before + cent(amount));

/** The same bill with a cent moved in one of its forms. */
async function* sabotaged({ printer }: House, forms: Forms): AsyncGenerator<[place: string, forms: Forms]> {
  const { json, xml, csv, html } = forms;
  yield ['the invoice’s payable', { ...forms, xml: one(xml, /(<cbc:PayableAmount[^>]*>)([\d.]+)/) }];
  yield ['the invoice’s tax', { ...forms, xml: one(xml, /(<cac:TaxTotal><cbc:TaxAmount[^>]*>)([\d.]+)/) }];
  yield ['a line of the invoice', { ...forms, xml: one(xml, /(<cac:InvoiceLine>.*?<cbc:LineExtensionAmount[^>]*>)(\d+\.\d\d)/s) }];
  yield ['a line of the table', { ...forms, csv: one(csv, /(\r\n.*?,)(\d+\.\d\d)(?=,)/s) }];
  yield ['the page’s total', { ...forms, html: html.replace(/(>Total<.*?<bdi dir="ltr">€[\d,]*)(\d\.\d\d)/s, (_, before: string, end: string) => before + cent(end)) }];
  const total = { ...json.total, amount: json.total.amount + 1 };
  const tenant = { name: 'Meridian', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: '', embedOrigins: [] };
  yield ['the PDF’s total', { ...forms, pdf: await printer.pdf({ ...json, total }, tenant) }];
  const [first, ...others] = json.charges;
  if (first) yield ['a line of the PDF', { ...forms, pdf: await printer.pdf({ ...json, charges: [{ ...first, net: { ...first.net, amount: first.net.amount + 1 } }, ...others] }, tenant) }];
}

type Cases = (string | undefined)[];

/** What one bill says in its forms, which rules its invoice breaks, and which moved cents nobody saw. */
async function look(house: House, bill: BillOf, isSpoilt: boolean): Promise<{ agree: Cases; rules: Cases; addressed: Cases; moved: Cases }> {
  const forms = await formsOf(house, bill);
  const named = (what: string | undefined) => (what === undefined || what === '' ? undefined : `${bill.number}: ${what}`);
  const moved: Cases = [];
  if (isSpoilt) for await (const [place, spoilt] of sabotaged(house, forms)) moved.push(named(disagreement(spoilt) === undefined ? `a cent moved in ${place} was not seen` : undefined));
  if (isSpoilt && unaddressed({ ...forms, html: forms.html.replace(/(class="recipient">.*?<bdi>)./s, '$1') }) === undefined) moved.push(named('another recipient on the page was not seen'));
  return { agree: [named(disagreement(forms))], addressed: [named(unaddressed(forms))], rules: [named(validate(forms.xml).map(({ id }) => id).join(' '))], moved };
}

/** B22, B12: whatever form a bill is taken in, it says the same, and the electronic one keeps the rules. */
export const papers: BssProof = {
  on: 'bss',
  id: 'B22',
  title: 'A bill says the same in every form',
  run: async ({ seed, full, tell }) => {
    await using house = openHouse(seed, full ? CUSTOMERS.full : CUSTOMERS.small);
    // A share of every account's.
    const step = full ? 1 : Math.max(1, Math.floor(house.bills.length / SOME));
    const chosen = house.bills.filter((_, index) => index % step === step - 1);
    const looked: Awaited<ReturnType<typeof look>>[] = [];
    for (const [index, bill] of chosen.entries()) {
      tell?.(`${index + 1} of ${chosen.length} bills`);
      looked.push(await look(house, bill, index % Math.ceil(chosen.length / MOVED) === 0));
    }
    const moved = looked.flatMap((one) => one.moved);
    return [
      finding('a bill as JSON, PDF, page, table and electronic invoice: equal', `${chosen.length} bills, 5 forms`, looked.flatMap(({ agree }) => agree)),
      finding('PDF, page and invoice are sent to the same address', 'name, street, post code, city', looked.flatMap(({ addressed }) => addressed)),
      finding('an electronic invoice keeps EN 16931 and Peppol BIS 3', `${PEPPOL_RULES.length} rules`, looked.flatMap(({ rules }) => rules)),
      finding('a cent moved in any form is seen', `${moved.length} cents`, moved),
      await accessiblePages(house),
    ];
  },
};
