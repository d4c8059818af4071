import { cents, decimal, percent, total, within } from './decimal.ts';
import { type AllowanceCharge, type Invoice, type Line, type Party, type Vat, type VatGroup, vatGroups } from './invoice.ts';
import { adjustmentsOf, isThere, type Rule, rule } from './rule.ts';

/** A category of tax and what is peculiar to it. */
interface Category {
  /** As rules are numbered: `BR-IC-02`. */
  mark: string;
  code: string;
  name: string;
  /** Which rates it may have. */
  rate: 'above nothing' | 'nothing' | 'any' | 'none';
  /** One group a rate, or one group in all. */
  byRate: boolean;
  /** Whether a group must say why it bears no tax, or must not. */
  reason: 'must' | 'must not';
  identified(invoice: Invoice): boolean;
  identification: string;
}

const taxed = (party: Party | undefined): boolean => isThere(party?.vatId);
const sellerTaxed = ({ seller, taxRepresentative }: Invoice): boolean => taxed(seller) || isThere(seller.taxId) || taxed(taxRepresentative);
const sellerVat = ({ seller, taxRepresentative }: Invoice): boolean => taxed(seller) || taxed(taxRepresentative);
const SELLER = 'the seller or its representative is known to the tax authority';

const ordinary = (mark: string, code: string, name: string, rate: Category['rate'], byRate: boolean, reason: Category['reason']): Category => ({ mark, code, name, rate, byRate, reason, identified: sellerTaxed, identification: SELLER });

const CATEGORIES: readonly Category[] = [
  ordinary('S', 'S', 'at the standard or a reduced rate', 'above nothing', true, 'must not'),
  ordinary('Z', 'Z', 'at the rate of zero', 'nothing', false, 'must not'),
  ordinary('E', 'E', 'exempt from tax', 'nothing', false, 'must'),
  { mark: 'AE', code: 'AE', name: 'taxed at the buyer’s', rate: 'nothing', byRate: false, reason: 'must', identified: (invoice) => sellerTaxed(invoice) && (taxed(invoice.buyer) || isThere(invoice.buyer.legalId)), identification: 'seller and buyer are known to the tax authorities or a register' },
  { mark: 'IC', code: 'K', name: 'supplied to another state of the union', rate: 'nothing', byRate: false, reason: 'must', identified: (invoice) => sellerVat(invoice) && taxed(invoice.buyer), identification: 'seller and buyer have VAT numbers' },
  { mark: 'G', code: 'G', name: 'exported', rate: 'nothing', byRate: false, reason: 'must', identified: sellerVat, identification: 'the seller or its representative has a VAT number' },
  { mark: 'O', code: 'O', name: 'outside the tax', rate: 'none', byRate: false, reason: 'must', identified: ({ seller, buyer, taxRepresentative }) => ![seller, buyer, taxRepresentative].some(taxed), identification: 'nobody’s VAT number is told' },
  ordinary('AF', 'L', 'taxed as on the Canary Islands', 'any', true, 'must not'),
  ordinary('AG', 'M', 'taxed as in Ceuta and Melilla', 'any', true, 'must not'),
];

const linesIn = ({ lines }: Invoice, code: string): Line[] => lines.filter(({ item }) => item.vat?.category === code);
const adjustmentsIn = (invoice: Invoice, code: string, charge: boolean): AllowanceCharge[] => adjustmentsOf(invoice, charge).filter(({ vat }) => vat?.category === code);
const groupsIn = (invoice: Invoice, code: string): VatGroup[] => vatGroups(invoice).filter(({ category }) => category === code);
const vatsIn = (invoice: Invoice, code: string): Vat[] =>
  [...linesIn(invoice, code).map(({ item }) => item.vat), ...adjustmentsIn(invoice, code, false).map(({ vat }) => vat), ...adjustmentsIn(invoice, code, true).map(({ vat }) => vat)].flatMap((vat) => vat ?? []);

function rateFits(kind: Category['rate'], rate: string | undefined): boolean {
  const value = decimal(rate);
  if (kind === 'none') return rate === undefined;
  if (value === undefined) return false;
  if (kind === 'nothing') return value === 0n;
  return kind === 'any' ? value >= 0n : value > 0n;
}

const RATES = { 'above nothing': 'a rate above nothing', nothing: 'a rate of nothing', any: 'a rate', none: 'no rate' } as const;

const sameRate = (one: string | undefined, other: string | undefined): boolean => decimal(one) === decimal(other);

/** What is taxed in a group: lines and charges of its category (and rate) less allowances. */
function baseOf(invoice: Invoice, { code, byRate }: Category, rate: string | undefined): bigint | undefined {
  const fits = (vat: Vat | undefined) => !byRate || sameRate(vat?.rate, rate);
  const lines = total(linesIn(invoice, code).filter(({ item }) => fits(item.vat)).map(({ net }) => net?.value));
  const charges = total(adjustmentsIn(invoice, code, true).filter(({ vat }) => fits(vat)).map(({ amount }) => amount?.value));
  const allowances = total(adjustmentsIn(invoice, code, false).filter(({ vat }) => fits(vat)).map(({ amount }) => amount?.value));
  return lines === undefined || charges === undefined || allowances === undefined ? undefined : lines + charges - allowances;
}

const taxFits = ({ rate: kind }: Category, { base, tax, rate }: VatGroup): boolean => {
  const [on, at, said] = [decimal(base?.value), decimal(rate), decimal(tax?.value)];
  if (kind === 'nothing' || kind === 'none') return said === 0n;
  return on === undefined || at === undefined || (said !== undefined && within(said, cents(percent(on, at))));
};

function grouped(invoice: Invoice, { code, byRate }: Category): boolean {
  const used = vatsIn(invoice, code);
  const groups = groupsIn(invoice, code);
  if (!byRate) return used.length === 0 ? groups.length === 0 : groups.length === 1;
  return used.every(({ rate }) => groups.filter((group) => sameRate(group.rate, rate)).length === 1);
}

function rulesOf(category: Category): Rule[] {
  const { mark, code, name, rate, reason, identified, identification } = category;
  const no = (number: number) => `BR-${mark}-${String(number).padStart(2, '0')}`;
  const fits = (vat: Vat | undefined) => rateFits(rate, vat?.rate);
  const explained = ({ exemption, exemptionCode }: VatGroup) => isThere(exemption) || isThere(exemptionCode);
  return [
    rule(no(1), `What is ${name} stands in its own tax group.`, (invoice) => grouped(invoice, category)),
    rule(no(2), `With a line ${name}, ${identification}.`, (invoice) => linesIn(invoice, code).length === 0 || identified(invoice)),
    rule(no(3), `With an allowance ${name}, ${identification}.`, (invoice) => adjustmentsIn(invoice, code, false).length === 0 || identified(invoice)),
    rule(no(4), `With a charge ${name}, ${identification}.`, (invoice) => adjustmentsIn(invoice, code, true).length === 0 || identified(invoice)),
    rule(no(5), `A line ${name} has ${RATES[rate]}.`, (invoice) => linesIn(invoice, code).every(({ item }) => fits(item.vat))),
    rule(no(6), `An allowance ${name} has ${RATES[rate]}.`, (invoice) => adjustmentsIn(invoice, code, false).every(({ vat }) => fits(vat))),
    rule(no(7), `A charge ${name} has ${RATES[rate]}.`, (invoice) => adjustmentsIn(invoice, code, true).every(({ vat }) => fits(vat))),
    rule(no(8), `What is ${name} adds up to what its group taxes.`, (invoice) => groupsIn(invoice, code).every((group) => decimal(group.base?.value) === baseOf(invoice, category, group.rate))),
    rule(no(9), `The tax on what is ${name} is what its rate makes it.`, (invoice) => groupsIn(invoice, code).every((group) => taxFits(category, group))),
    rule(no(10), `A group ${name} ${reason === 'must' ? 'says why there is no tax' : 'gives no reason for an exemption'}.`, (invoice) => groupsIn(invoice, code).every((group) => explained(group) === (reason === 'must'))),
  ];
}

/** Nothing else may be in an invoice with something outside the tax. */
const alone = (number: number, what: string, codes: (invoice: Invoice) => (string | undefined)[]): Rule =>
  rule(`BR-O-${number}`, `With a group outside the tax there is no ${what} of another category.`, (invoice) => groupsIn(invoice, 'O').length === 0 || codes(invoice).every((code) => code === 'O'));

const supplied = (invoice: Invoice): boolean => groupsIn(invoice, 'K').length > 0;
const splitPayment = (invoice: Invoice): boolean => vatsIn(invoice, 'B').length > 0;

/** What holds for each category of tax (EN 16931-1, 6.4.3). */
export const categoryRules: readonly Rule[] = [
  ...CATEGORIES.flatMap(rulesOf),
  rule('BR-IC-11', 'What goes to another state of the union has a day of delivery, or a period.', (invoice) => !supplied(invoice) || isThere(invoice.delivery?.date) || isThere(invoice.period?.from) || isThere(invoice.period?.to)),
  rule('BR-IC-12', 'What goes to another state of the union says to which.', (invoice) => !supplied(invoice) || isThere(invoice.delivery?.address?.country)),
  alone(11, 'tax group', (invoice) => vatGroups(invoice).map(({ category }) => category)),
  alone(12, 'line', ({ lines }) => lines.map(({ item }) => item.vat?.category)),
  alone(13, 'allowance', (invoice) => adjustmentsOf(invoice, false).map(({ vat }) => vat?.category)),
  alone(14, 'charge', (invoice) => adjustmentsOf(invoice, true).map(({ vat }) => vat?.category)),
  rule('BR-B-01', 'Split payment is within Italy only.', (invoice) => !splitPayment(invoice) || [invoice.seller, invoice.buyer].every(({ address }) => address?.country === 'IT')),
  rule('BR-B-02', 'Split payment and standard rate do not meet in one invoice.', (invoice) => !splitPayment(invoice) || vatsIn(invoice, 'S').length === 0),
];
