import type { AllowanceCharge, Amount, Invoice, Line, Party, PaymentMeans } from './invoice.ts';
import { decimal } from './decimal.ts';

/** A business rule: what an invoice must be, under the number that the norm or Peppol gives it. The sentence is ours. */
export interface Rule {
  id: string;
  says: string;
  holds(invoice: Invoice): boolean;
}

export const rule = (id: string, says: string, holds: (invoice: Invoice) => boolean): Rule => ({ id, says, holds });

export const ofEachLine = (id: string, says: string, holds: (line: Line, invoice: Invoice) => boolean): Rule =>
  rule(id, says, (invoice) => invoice.lines.every((line) => holds(line, invoice)));

const kind = (charge: boolean) => ({ isCharge }: AllowanceCharge) => (isCharge === 'true') === charge;

/** Allowances or charges of the document. */
export const adjustmentsOf = ({ adjustments }: Pick<Invoice | Line, 'adjustments'>, charge: boolean): AllowanceCharge[] => adjustments.filter(kind(charge));

export const ofEachAdjustment = (id: string, says: string, charge: boolean, holds: (one: AllowanceCharge, invoice: Invoice) => boolean): Rule =>
  rule(id, says, (invoice) => adjustmentsOf(invoice, charge).every((one) => holds(one, invoice)));

export const ofEachLineAdjustment = (id: string, says: string, charge: boolean, holds: (one: AllowanceCharge, invoice: Invoice) => boolean): Rule =>
  ofEachLine(id, says, (line, invoice) => adjustmentsOf(line, charge).every((one) => holds(one, invoice)));

export const ofEachMeans = (id: string, says: string, holds: (means: PaymentMeans) => boolean): Rule => rule(id, says, ({ payment }) => payment.every(holds));

export const isThere = (value: unknown): boolean => value !== undefined && value !== '';

export const isAmount = (amount: Amount | undefined): boolean => decimal(amount?.value) !== undefined;

/** For what may be left out, and is right where it stands. */
export const whereThere = <T>(value: T | undefined, holds: (there: T) => boolean): boolean => value === undefined || holds(value);

export const addressed = (party: Party | undefined): boolean => isThere(party?.address);

/** Every amount of the document, by the element it stands in. */
export function amountsOf(invoice: Invoice): Amount[] {
  const { totals, taxTotals, adjustments, lines } = invoice;
  const ofAdjustment = ({ amount, base }: AllowanceCharge) => [amount, base];
  return [
    ...Object.values(totals) as (Amount | undefined)[],
    ...taxTotals.flatMap(({ groups }) => groups.flatMap(({ base, tax }) => [base, tax])),
    ...adjustments.flatMap(ofAdjustment),
    ...lines.flatMap((line) => [line.net, line.price.net, line.price.gross, line.price.discount, ...line.adjustments.flatMap(ofAdjustment)]),
  ].filter((one): one is Amount => one !== undefined);
}
