import type { Bill, Charge, Money } from '@faceplate/contracts';
import { subtract, sum, toDecimal } from '@faceplate/domain';
import type { Seller } from '../../options.ts';
import type { Amount, Invoice, Line, Party, PaymentMeans, Span, Vat, VatGroup } from '../en16931/invoice.ts';
import { PEPPOL, PEPPOL_PROCESS } from '../en16931/peppol-rules.ts';
import type { Buyer } from '../buyer.ts';

/** UN/ECE recommendation 20: one, as of a thing. */
const ONE = 'C62';

/** What of a bill bears no tax, and why, in words for the tax authority. */
const LATE = 'Damages for late payment are not subject to VAT';
const BEFORE = 'Part of a sum invoiced before, with its VAT';
const UNTAXED = 'No VAT is charged on this';

const reasonOf = ({ kind }: Charge): string => (kind === 'penalty' ? LATE : kind === 'instalment' ? BEFORE : UNTAXED);

/**
 * The bill as EN 16931 has it. What the norm cannot say is said truthfully in its words (ADR 27): a line in the
 * customer's favour is a quantity below nothing at a price above; what is outside the tax stands as exempt beside
 * taxed lines, since the norm lets it stand only alone; a bill in the customer's favour is a credit note.
 */
export function invoiceOf(bill: Bill, seller: Seller, buyer: Buyer): Invoice {
  const credit = bill.total.amount < 0;
  const amount = amountsIn(bill, credit);
  const untaxed = bill.charges.every(({ taxRate }) => taxRate === 0) && bill.taxes.every((tax) => tax.amount.amount === 0);
  const vatOf = ({ taxRate }: Charge): Vat => (taxRate > 0 ? { category: 'S', rate: String(taxRate) } : untaxed ? { category: 'O' } : { category: 'E', rate: '0' });
  const paid = subtract(bill.total, bill.remaining);
  const tax = sum(bill.taxes.map((one) => one.amount), bill.total.currency);
  const period = spanOf(bill);
  return {
    root: credit ? 'CreditNote' : 'Invoice',
    customization: PEPPOL,
    profile: PEPPOL_PROCESS,
    number: bill.number,
    issued: bill.date,
    typeCode: credit ? '381' : '380',
    notes: [],
    currency: bill.total.currency,
    buyerReference: buyer.accountNumber,
    period,
    preceding: [],
    documents: [],
    projects: [],
    ...(!credit && { due: bill.due }),
    seller: sellerParty(seller, untaxed),
    buyer: buyerParty(buyer, untaxed),
    payment: [credit ? { code: '1' } : meansOf(seller, bill.number)],
    terms: credit ? 'This amount is in your favour.' : `Payable by ${bill.due}.`,
    adjustments: [],
    taxTotals: [{ amount: amount(tax), groups: groupsOf(bill, vatOf, amount) }],
    totals: {
      lines: amount(bill.net),
      net: amount(bill.net),
      gross: amount(bill.total),
      ...(paid.amount !== 0 && { prepaid: amount(paid) }),
      payable: amount(bill.remaining),
    },
    lines: bill.charges.map((charge) => lineOf(charge, vatOf(charge), amount)),
    empty: [],
  };
}

type Amounts = (money: Money) => Amount;

/** On a credit note everything has the other sign. */
const amountsIn = ({ total }: Bill, credit: boolean): Amounts => ({ amount }) => ({ value: toDecimal({ amount: credit ? 0 - amount : amount, currency: total.currency }), currency: total.currency });

/** From the first day that a line covers to the last: the norm lets no line reach beyond its invoice. */
function spanOf({ period, charges }: Bill): Span {
  const all = [period, ...charges.flatMap((charge) => charge.period ?? [])];
  return { from: all.map(({ from }) => from).toSorted()[0] ?? period.from, to: all.map(({ to }) => to).toSorted().at(-1) ?? period.to };
}

function sellerParty({ name, legalId, vatId, address, electronic, contact }: Seller, untaxed: boolean): Party {
  return {
    ids: [],
    name,
    ...(electronic && { electronic: { value: electronic.value, scheme: electronic.scheme } }),
    ...(legalId !== undefined && { legalId: { value: legalId } }),
    // Outside the tax no number of it may be told.
    ...(vatId !== undefined && !untaxed && { vatId }),
    address,
    ...(contact && { contact }),
  };
}

const buyerParty = ({ name, address, email, vatId }: Buyer, untaxed: boolean): Party => ({
  ids: [],
  name,
  ...(email !== undefined && { electronic: { value: email, scheme: 'EM' } }),
  ...(vatId !== undefined && !untaxed && { vatId }),
  ...(address && { address }),
});

const meansOf = ({ iban, bic, name }: Seller, number: string): PaymentMeans =>
  iban === undefined ? { code: '1', remittance: number } : { code: '58', remittance: number, account: { id: iban, name, ...(bic !== undefined && { bic }) } };

/** One group a category and rate. Its tax is the bill's own: what its prices have in them, and once a rate of the rest. */
function groupsOf({ charges, taxes, total }: Bill, vatOf: (charge: Charge) => Vat, amount: Amounts): VatGroup[] {
  const groups = Map.groupBy(charges, ({ taxRate }) => taxRate);
  // A tax without lines is a fault, and shall be seen as one.
  for (const { rate } of taxes) if (!groups.has(rate)) groups.set(rate, []);
  return [...groups].map(([rate, lines]) => {
    const base = sum(lines.map(({ net }) => net), total.currency);
    const tax = sum(taxes.filter((one) => one.rate === rate).map((one) => one.amount), total.currency);
    const [first] = lines;
    const vat = first ? vatOf(first) : { category: rate > 0 ? 'S' : 'E', rate: String(rate) };
    const exemption = [...new Set(lines.map(reasonOf))].join('; ');
    return { base: amount(base), tax: amount(tax), ...vat, ...(rate === 0 && { exemption: exemption === '' ? UNTAXED : exemption }) };
  });
}

/** One of what the line names, at its whole net: by unit a price would have to be rounded, and no longer be the bill's. */
function lineOf({ id, name, net, account, service, quantity, period }: Charge, vat: Vat, amount: Amounts): Line {
  const value = amount(net);
  const against = value.value.startsWith('-');
  const attributes = [
    ...(account ? [{ name: 'Account', value: account.name }] : []),
    ...(service ? [{ name: 'Service', value: service.name }] : []),
    ...(quantity ? [{ name: 'Quantity', value: `${quantity.value} ${quantity.unit}` }] : []),
  ];
  return {
    id,
    quantity: against ? '-1' : '1',
    unit: ONE,
    net: value,
    references: [],
    ...(period && { period: { from: period.from, to: period.to } }),
    adjustments: [],
    item: { name, classes: [], vat, attributes },
    price: { net: { ...value, value: value.value.replace(/^-/, '') } },
  };
}
