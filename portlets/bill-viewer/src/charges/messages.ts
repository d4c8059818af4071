import type { ChargeKind } from '@faceplate/contracts';
import { msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  charges: () => msg('Charges', { id: 'bill-viewer.charges', desc: 'Caption of the table of charges' }),
  charge: () => msg('Charge', { id: 'bill-viewer.charge', desc: 'Column: name of a charge' }),
  amount: () => msg('Amount', { id: 'bill-viewer.amount', desc: 'Column: amount of a charge before tax' }),
  quantity: () => msg('Quantity', { id: 'bill-viewer.quantity', desc: 'Column: how much was used' }),
  wholeAccount: () => msg('For the whole account', { id: 'bill-viewer.whole-account', desc: 'Group of charges that belong to no service' }),
  net: () => msg('Before tax', { id: 'bill-viewer.net', desc: 'Row: sum of the charges' }),
  tax: (name: string, rate: string) => msg(str`${name} ${rate}`, { id: 'bill-viewer.tax', desc: 'Row: a tax and its rate' }),
  total: () => msg('Total', { id: 'bill-viewer.bill-total', desc: 'Row: amount of the bill, tax included' }),
  paidSoFar: () => msg('Paid so far', { id: 'bill-viewer.paid', desc: 'Row: what was paid of this bill' }),
};

const kinds: Record<ChargeKind, () => string> = {
  recurring: () => msg('Monthly', { id: 'bill-viewer.kind.recurring', desc: 'Kind of charge: every month' }),
  usage: () => msg('Usage', { id: 'bill-viewer.kind.usage', desc: 'Kind of charge: by use' }),
  'one-off': () => msg('Once', { id: 'bill-viewer.kind.one-off', desc: 'Kind of charge: one time' }),
  discount: () => msg('Discount', { id: 'bill-viewer.kind.discount', desc: 'Kind of charge: a reduction' }),
  credit: () => msg('Credit', { id: 'bill-viewer.kind.credit', desc: 'Kind of charge: money given back' }),
  penalty: () => msg('Late fee', { id: 'bill-viewer.kind.penalty', desc: 'Kind of charge: for paying late' }),
  instalment: () => msg('Instalment', { id: 'bill-viewer.kind.instalment', desc: 'Kind of charge: a part of a sum agreed on earlier' }),
};
export const kindWord = (kind: ChargeKind) => kinds[kind]();
