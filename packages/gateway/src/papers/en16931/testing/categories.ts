import type { Invoice, Vat, VatGroup } from '../invoice.ts';
import type { Breakage } from './breakages.ts';
import { eur, richInvoice } from './rich-invoice.ts';

/** A category, the rate that a right invoice of it has, one that is wrong, and whether it bears tax. */
interface Kind {
  mark: string;
  code: string;
  rate: string | undefined;
  wrong: string | undefined;
  tax: string;
  exemption?: string;
}

const KINDS: readonly Kind[] = [
  { mark: 'S', code: 'S', rate: '19', wrong: '0', tax: '19.19' },
  { mark: 'Z', code: 'Z', rate: '0', wrong: '5', tax: '0.00' },
  { mark: 'E', code: 'E', rate: '0', wrong: '5', tax: '0.00', exemption: 'Exempt' },
  { mark: 'AE', code: 'AE', rate: '0', wrong: '5', tax: '0.00', exemption: 'Reverse charge' },
  { mark: 'IC', code: 'K', rate: '0', wrong: '5', tax: '0.00', exemption: 'Within the union' },
  { mark: 'G', code: 'G', rate: '0', wrong: '5', tax: '0.00', exemption: 'Export' },
  { mark: 'O', code: 'O', rate: undefined, wrong: '0', tax: '0.00', exemption: 'Outside the tax' },
  { mark: 'AF', code: 'L', rate: '7', wrong: '-1', tax: '7.07' },
  { mark: 'AG', code: 'M', rate: '4', wrong: '-1', tax: '4.04' },
];

const group = ({ taxTotals }: Invoice): VatGroup => taxTotals[0]?.groups[0] as VatGroup;

/** The rich invoice with everything in one category. */
function inCategory({ code, rate, tax, exemption }: Kind): Invoice {
  const invoice = richInvoice();
  const vat = (): Vat => ({ category: code, ...(rate !== undefined && { rate }) });
  for (const line of invoice.lines) line.item.vat = vat();
  for (const adjustment of invoice.adjustments) adjustment.vat = vat();
  invoice.taxTotals[0] = { amount: eur(tax), groups: [{ base: eur('101.00'), tax: eur(tax), ...vat(), ...(exemption !== undefined && { exemption }) }] };
  invoice.taxTotals[1] = { amount: { value: tax, currency: 'USD' }, groups: [] };
  const gross = (101 + Number(tax)).toFixed(2);
  invoice.totals = { ...invoice.totals, gross: eur(gross), prepaid: eur((Number(gross) - 100).toFixed(2)) };
  if (code === 'O') hideNumbers(invoice);
  return invoice;
}

/** Outside the tax nobody's number for it is told, and who has no such number has no representative. */
function hideNumbers(invoice: Invoice): void {
  for (const party of [invoice.seller, invoice.buyer]) Reflect.deleteProperty(party, 'vatId');
  Reflect.deleteProperty(invoice, 'taxRepresentative');
}

function unidentified(code: string): Breakage {
  return (invoice) => {
    if (code === 'O') invoice.seller.vatId = 'DE123456789';
    else hideNumbers(invoice);
  };
}

function wrongRate(wrong: string | undefined, of: (invoice: Invoice) => (Vat | undefined)[]): Breakage {
  return (invoice) => {
    for (const vat of of(invoice)) Object.assign(vat ?? {}, { rate: wrong });
  };
}

interface Broken {
  id: string;
  from: () => Invoice;
  breakage: Breakage;
}

function breakagesOf(kind: Kind): Broken[] {
  const { mark, code, wrong, exemption } = kind;
  const breakages: readonly Breakage[] = [
    (invoice) => void (group(invoice).category = code === 'Z' ? 'S' : 'Z'),
    unidentified(code),
    unidentified(code),
    unidentified(code),
    wrongRate(wrong, ({ lines }) => lines.map(({ item }) => item.vat)),
    wrongRate(wrong, ({ adjustments }) => [adjustments[0]?.vat]),
    wrongRate(wrong, ({ adjustments }) => [adjustments[1]?.vat]),
    (invoice) => void (group(invoice).base = eur('101.01')),
    (invoice) => void (group(invoice).tax = eur('0.01')),
    (invoice) => (exemption === undefined ? void (group(invoice).exemption = 'Because') : void Reflect.deleteProperty(group(invoice), 'exemption')),
  ];
  return breakages.map((breakage, index) => ({ id: `BR-${mark}-${String(index + 1).padStart(2, '0')}`, from: () => inCategory(kind), breakage }));
}

const kindOf = (code: string) => KINDS.find((kind) => kind.code === code) as Kind;
const ordinary: Vat = { category: 'S', rate: '19' };
const from = (code: string) => () => inCategory(kindOf(code));

const MIXED: readonly Broken[] = [
  { id: 'BR-IC-11', from: from('K'), breakage: (invoice) => void (Reflect.deleteProperty(invoice, 'period') && Reflect.deleteProperty(invoice.delivery ?? {}, 'date')) },
  { id: 'BR-IC-12', from: from('K'), breakage: ({ delivery }) => void Reflect.deleteProperty(delivery ?? {}, 'address') },
  { id: 'BR-O-11', from: from('O'), breakage: ({ taxTotals }) => void taxTotals[0]?.groups.push({ ...ordinary, base: eur('0.00'), tax: eur('0.00') }) },
  { id: 'BR-O-12', from: from('O'), breakage: ({ lines }) => Object.assign(lines[1]?.item ?? {}, { vat: ordinary }) },
  { id: 'BR-O-13', from: from('O'), breakage: ({ adjustments }) => Object.assign(adjustments[0] ?? {}, { vat: ordinary }) },
  { id: 'BR-O-14', from: from('O'), breakage: ({ adjustments }) => Object.assign(adjustments[1] ?? {}, { vat: ordinary }) },
  { id: 'BR-B-01', from: richInvoice, breakage: ({ lines }) => Object.assign(lines[1]?.item ?? {}, { vat: { category: 'B', rate: '22' } }) },
  { id: 'BR-B-02', from: richInvoice, breakage: ({ lines }) => Object.assign(lines[1]?.item ?? {}, { vat: { category: 'B', rate: '22' } }) },
];

/** A right invoice of each category. */
export const CATEGORY_INVOICES: readonly (readonly [code: string, invoice: () => Invoice])[] = KINDS.map((kind) => [kind.code, () => inCategory(kind)]);

/** A breakage for each rule of a category. */
export const CATEGORY_BREAKAGES: readonly Broken[] = [...KINDS.flatMap(breakagesOf), ...MIXED];
