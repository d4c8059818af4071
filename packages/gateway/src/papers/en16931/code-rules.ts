import { ADDRESS_SCHEMES, AGENCIES, ALLOWANCE_REASONS, CATEGORIES, CHARGE_REASONS, COUNTRIES, CREDIT_TYPES, CURRENCIES, EXEMPTIONS, INVOICE_TYPES, ITEM_LISTS, MIME_TYPES, OBJECT_SCHEMES, PAYMENT_MEANS, TAX_POINTS, UNITS } from './code-lists.ts';
import { type Invoice, vatGroups } from './invoice.ts';
import { adjustmentsOf, amountsOf, ofEachLine, type Rule, rule } from './rule.ts';

type Codes = readonly (string | undefined)[];
const within = (known: ReadonlySet<string>, codes: Codes): boolean => codes.every((code) => code === undefined || known.has(code));
const coded = (id: string, says: string, known: ReadonlySet<string>, codes: (invoice: Invoice) => Codes): Rule => rule(id, says, (invoice) => within(known, codes(invoice)));

const everyAdjustment = (invoice: Invoice, charge: boolean) => [...adjustmentsOf(invoice, charge), ...invoice.lines.flatMap((line) => adjustmentsOf(line, charge))];
const partyIds = ({ seller, buyer, payee }: Invoice) => [...seller.ids, ...buyer.ids, ...(payee?.id ? [payee.id] : [])];

/** Codes are those of the lists the norm names. */
export const codeRules: readonly Rule[] = [
  rule('BR-CL-01', 'The type is one of an invoice, or of a credit note (UNTDID 1001).', ({ root, typeCode }) => within(root === 'Invoice' ? INVOICE_TYPES : CREDIT_TYPES, [typeCode])),
  coded('BR-CL-03', 'Each amount names a currency of ISO 4217.', CURRENCIES, (invoice) => amountsOf(invoice).map(({ currency }) => currency ?? 'none')),
  coded('BR-CL-04', 'The currency is one of ISO 4217.', CURRENCIES, ({ currency }) => [currency]),
  coded('BR-CL-05', 'The currency of the tax is one of ISO 4217.', CURRENCIES, ({ taxCurrency }) => [taxCurrency]),
  coded('BR-CL-06', 'What the tax point goes by is one of its codes (UNTDID 2475).', TAX_POINTS, ({ period }) => [period?.taxPoint]),
  coded('BR-CL-07', 'The number of the thing invoiced is of a known kind (UNTDID 1153).', OBJECT_SCHEMES, ({ documents }) => documents.filter(({ kind }) => kind === '130').map(({ scheme }) => scheme)),
  coded('BR-CL-10', 'Numbers of parties are given by an agency of ISO 6523, or SEPA.', new Set([...AGENCIES, 'SEPA']), (invoice) => partyIds(invoice).map(({ scheme }) => scheme)),
  coded('BR-CL-11', 'Numbers in registers are given by an agency of ISO 6523.', AGENCIES, ({ seller, buyer }) => [seller.legalId?.scheme, buyer.legalId?.scheme]),
  coded('BR-CL-13', 'Classes of items are of a known list (UNTDID 7143).', ITEM_LISTS, ({ lines }) => lines.flatMap(({ item }) => item.classes.map(({ scheme }) => scheme))),
  coded('BR-CL-14', 'Countries are those of ISO 3166-1.', COUNTRIES, ({ seller, buyer, taxRepresentative, delivery }) => [seller, buyer, taxRepresentative, delivery].map((one) => one?.address?.country)),
  coded('BR-CL-15', 'Countries of origin are those of ISO 3166-1.', COUNTRIES, ({ lines }) => lines.map(({ item }) => item.origin)),
  coded('BR-CL-16', 'The means of payment is one of UNTDID 4461.', PAYMENT_MEANS, ({ payment }) => payment.map(({ code }) => code)),
  coded('BR-CL-17', 'Categories of tax groups are those of UNTDID 5305.', CATEGORIES, (invoice) => vatGroups(invoice).map(({ category }) => category)),
  coded('BR-CL-18', 'Categories of lines, allowances and charges are those of UNTDID 5305.', CATEGORIES, ({ lines, adjustments }) => [...lines.map(({ item }) => item.vat?.category), ...adjustments.map(({ vat }) => vat?.category)]),
  coded('BR-CL-19', 'Reasons of allowances are those of UNTDID 5189.', ALLOWANCE_REASONS, (invoice) => everyAdjustment(invoice, false).map(({ reasonCode }) => reasonCode)),
  coded('BR-CL-20', 'Reasons of charges are those of UNTDID 7161.', CHARGE_REASONS, (invoice) => everyAdjustment(invoice, true).map(({ reasonCode }) => reasonCode)),
  coded('BR-CL-21', 'Standard numbers of items are given by an agency of ISO 6523.', AGENCIES, ({ lines }) => lines.map(({ item }) => item.standardId?.scheme)),
  coded('BR-CL-22', 'Reasons for no tax are those of VATEX.', EXEMPTIONS, (invoice) => vatGroups(invoice).map(({ exemptionCode }) => exemptionCode?.toUpperCase())),
  ofEachLine('BR-CL-23', 'Units are those of UN/ECE recommendation 20.', ({ unit, price }) => within(UNITS, [unit, price.baseUnit])),
  coded('BR-CL-24', 'A file inside is of a kind that may be there.', MIME_TYPES, ({ documents }) => documents.map(({ mime }) => mime)),
  coded('BR-CL-25', 'Electronic addresses are of a known scheme.', ADDRESS_SCHEMES, ({ seller, buyer }) => [seller.electronic?.scheme, buyer.electronic?.scheme]),
  coded('BR-CL-26', 'A place of delivery is numbered by an agency of ISO 6523.', AGENCIES, ({ delivery }) => [delivery?.location?.scheme]),
];
