import { decimal, near, over, percent, times, total } from './decimal.ts';
import { isDay } from './document-rules.ts';
import { type AllowanceCharge, type Invoice, type Line, vatGroups } from './invoice.ts';
import { adjustmentsOf, amountsOf, isThere, ofEachLine, ofEachMeans, type Rule, rule, whereThere } from './rule.ts';

export const PEPPOL = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
export const PEPPOL_PROCESS = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

const id = (name: string) => `PEPPOL-EN16931-${name}`;
const value = (amount: { value: string } | undefined) => decimal(amount?.value);
const every = (invoice: Invoice): AllowanceCharge[] => [...invoice.adjustments, ...invoice.lines.flatMap(({ adjustments }) => adjustments)];

/** Where two amounts can be compared, they are within two cents. */
const close = (one: bigint | undefined, other: bigint | undefined): boolean => one === undefined || other === undefined || near(one, other);

const reckoned = ({ amount, base, percent: rate }: AllowanceCharge): boolean => {
  const [on, at] = [value(base), decimal(rate)];
  return on === undefined || at === undefined || close(value(amount), percent(on, at));
};

/** Quantity times price, a price being of so many, less the line's allowances and with its charges. */
function lineFits(line: Line): boolean {
  const [quantity, price, of] = [decimal(line.quantity), value(line.price.net), decimal(line.price.baseQuantity ?? '1')];
  const charges = total(adjustmentsOf(line, true).map(({ amount }) => amount?.value));
  const allowances = total(adjustmentsOf(line, false).map(({ amount }) => amount?.value));
  if (quantity === undefined || price === undefined || of === undefined || charges === undefined || allowances === undefined) return true;
  const one = over(price, of);
  return one === undefined || close(value(line.net), times(quantity, one) + charges - allowances);
}

const within = ({ period }: Invoice, day: string | undefined): boolean => day === undefined || ((period?.from ?? day) <= day && day <= (period?.to ?? day));

const daysOf = (invoice: Invoice) => [
  invoice.issued, invoice.due, invoice.taxPointDate, invoice.period?.from, invoice.period?.to, invoice.delivery?.date,
  ...invoice.lines.flatMap(({ period }) => [period?.from, period?.to]), ...invoice.preceding.map(({ issued }) => issued),
];

/** A reason that belongs to one category is given there alone. */
const reserved = (number: number, code: string, category: string): Rule =>
  rule(id(`P0${number}`), `The reason ${code} stands with category ${category} alone.`, (invoice) => vatGroups(invoice).every((group) => group.exemptionCode?.toUpperCase() !== code || group.category === category));

const RESERVED: readonly (readonly [number, string, string])[] = [[104, 'G', 'G'], [105, 'O', 'O'], [106, 'IC', 'K'], [107, 'AE', 'AE'], [108, 'D', 'E'], [109, 'F', 'E'], [110, 'I', 'E'], [111, 'J', 'E']];

/** GS1: the last digit makes the sum of all, every second of them from the right three times, a multiple of ten. */
export function isGln(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  return Array.from(text, Number).reduce((sum, digit, index) => sum + digit * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

const endpoints = ({ seller, buyer }: Invoice) => [seller, buyer].flatMap(({ electronic, ids, legalId }) => [electronic, legalId, ...ids]).filter((one) => one !== undefined);

const numbered = (name: string, says: string, scheme: string, fits: (text: string) => boolean): Rule =>
  rule(`PEPPOL-COMMON-${name}`, says, (invoice) => endpoints(invoice).every((one) => one.scheme !== scheme || fits(one.value)));

/** What Peppol BIS Billing 3 asks for beyond the norm. */
export const peppolRules: readonly Rule[] = [
  rule(id('R001'), 'The process is named.', ({ profile }) => isThere(profile)),
  rule(id('R002'), 'There is at most one note, unless seller and buyer are both in Germany.', ({ notes, seller, buyer }) => notes.length <= 1 || (seller.address?.country === 'DE' && buyer.address?.country === 'DE')),
  rule(id('R003'), 'The buyer’s reference or the order is named.', ({ buyerReference, order }) => isThere(buyerReference) || isThere(order)),
  rule(id('R004'), 'The specification named is Peppol’s.', ({ customization }) => customization === PEPPOL),
  rule(id('R005'), 'Tax is accounted in another currency, or none is named for it.', ({ currency, taxCurrency }) => taxCurrency === undefined || taxCurrency !== currency),
  rule(id('R006'), 'At most one thing is invoiced by its number.', ({ documents }) => documents.filter(({ kind }) => kind === '130').length <= 1),
  rule(id('R007'), 'The process is one of Peppol’s.', ({ profile }) => whereThere(profile, (name) => /^urn:fdc:peppol\.eu:2017:poacc:billing:\d\d:1\.0$/.test(name))),
  rule(id('R008'), 'No element is empty.', ({ empty }) => empty.length === 0),
  rule(id('R010'), 'The buyer has an electronic address.', ({ buyer }) => isThere(buyer.electronic?.value)),
  rule(id('R020'), 'The seller has an electronic address.', ({ seller }) => isThere(seller.electronic?.value)),
  rule(id('R040'), 'An allowance or charge by per cent is that part of its base.', (invoice) => every(invoice).every(reckoned)),
  rule(id('R041'), 'Where there is a percentage there is a base.', (invoice) => every(invoice).every(({ base, percent: rate }) => rate === undefined || base !== undefined)),
  rule(id('R042'), 'Where there is a base there is a percentage.', (invoice) => every(invoice).every(({ base, percent: rate }) => base === undefined || rate !== undefined)),
  rule(id('R043'), 'What lowers and what raises is told by true and false.', (invoice) => every(invoice).every(({ isCharge }) => ['true', 'false'].includes(isCharge))),
  ofEachLine(id('R044'), 'A price is lowered, never raised.', ({ price }) => price.discountIsCharge !== 'true'),
  ofEachLine(id('R046'), 'A net price is the gross price less what it is lowered by.', ({ price }) => {
    const [net, gross, less] = [value(price.net), value(price.gross), value(price.discount)];
    return net === undefined || gross === undefined || less === undefined || net === gross - less;
  }),
  rule(id('R051'), 'All amounts are in the invoice’s currency.', (invoice) => amountsOf(invoice).every(({ currency }) => currency === invoice.currency)),
  rule(id('R053'), 'Tax is broken down once.', ({ taxTotals }) => taxTotals.filter(({ groups }) => groups.length > 0).length === 1),
  rule(id('R054'), 'Tax in another currency stands once, and only where one is named.', ({ taxTotals, taxCurrency }) => taxTotals.filter(({ groups }) => groups.length === 0).length === (taxCurrency === undefined ? 0 : 1)),
  rule(id('R055'), 'Tax has the same sign in both currencies.', ({ taxTotals }) => {
    const signs = taxTotals.flatMap(({ amount }) => value(amount) ?? []).filter((one) => one !== 0n).map((one) => one > 0n);
    return new Set(signs).size <= 1;
  }),
  ofEachMeans(id('R061'), 'A direct debit names its mandate.', ({ code, mandate }) => !['49', '59'].includes(code ?? '') || isThere(mandate?.id)),
  rule(id('R080'), 'At most one project is named.', ({ projects }) => projects.length <= 1),
  ofEachLine(id('R100'), 'A line is about one thing at most.', ({ references }) => references.length <= 1),
  ofEachLine(id('R101'), 'A line refers to the thing invoiced only.', ({ references }) => references.every(({ kind }) => kind === '130')),
  ofEachLine(id('R110'), 'A line’s period begins within the invoice’s.', ({ period }, invoice) => within(invoice, period?.from)),
  ofEachLine(id('R111'), 'A line’s period ends within the invoice’s.', ({ period }, invoice) => within(invoice, period?.to)),
  ofEachLine(id('R120'), 'A line’s net amount is quantity times price, with its charges and less its allowances.', lineFits),
  ofEachLine(id('R121'), 'A price is of more than nothing.', ({ price }) => whereThere(price.baseQuantity, (text) => (decimal(text) ?? 0n) > 0n)),
  ofEachLine(id('R130'), 'A price is of the unit that is invoiced.', ({ price, unit }) => whereThere(price.baseUnit, (base) => base === unit)),
  rule(id('F001'), 'Days are written as 2026-11-01.', (invoice) => daysOf(invoice).every((day) => whereThere(day, isDay))),
  rule(id('P0100'), 'An invoice is of a type that Peppol takes.', ({ root, typeCode }) => root !== 'Invoice' || ['71', '80', '82', '84', '102', '218', '219', '326', '331', '380', '382', '383', '384', '386', '388', '393', '395', '553', '575', '623', '780', '817', '870', '875', '876', '877'].includes(typeCode ?? '')),
  rule(id('P0101'), 'A credit note is of a type that Peppol takes.', ({ root, typeCode }) => root !== 'CreditNote' || ['381', '396', '81', '83', '532'].includes(typeCode ?? '')),
  ...RESERVED.map(([number, code, category]) => reserved(number, `VATEX-EU-${code}`, category)),
  numbered('R040', 'A GLN has the right check digit.', '0088', isGln),
  numbered('R041', 'A Norwegian organisation’s number has nine digits.', '0192', (text) => /^\d{9}$/.test(text)),
  numbered('R043', 'A Belgian enterprise’s number has the right check digits.', '0208', (text) => /^[01]\d{9}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8))),
  numbered('R049', 'A Swedish organisation’s number has ten digits.', '0007', (text) => /^\d{10}$/.test(text)),
];
