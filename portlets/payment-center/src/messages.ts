import { isolated, msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

/** Words of the first view and the card, and those that more than one part says. */
export const words = {
  heading: () => msg('Payments', { id: 'payment-center.heading', desc: 'Heading of the portlet' }),
  toPay: () => msg('To pay now', { id: 'payment-center.to-pay', desc: 'Before the sum that can be paid' }),
  toPayAtLeast: () => msg('To pay now, at least', { id: 'payment-center.to-pay.at-least', desc: 'Before the sum when some bills could not be read' }),
  nothing: () => msg('Nothing to pay', { id: 'payment-center.nothing', desc: 'When no bill is open' }),
  nothingHelp: () => msg('When a bill comes, you can pay it here.', { id: 'payment-center.nothing.help', desc: 'Under: nothing to pay' }),
  pay: (amount: string) => msg(str`Pay ${amount}`, { id: 'payment-center.pay', desc: 'Button that pays; an amount' }),
  lateOf: (amount: string) => msg(str`${amount} of it is overdue`, { id: 'payment-center.late-of', desc: 'How much of the sum is past its date' }),
  inTime: () => msg('Nothing is overdue', { id: 'payment-center.in-time', desc: 'When all that is open is still in time' }),
  seeAll: () => msg('See what is open', { id: 'payment-center.see-all', desc: 'Button on the card when nothing is to be paid' }),
  amount: () => msg('Amount', { id: 'payment-center.amount', desc: 'Field and column: an amount of money' }),
  bill: () => msg('Bill', { id: 'payment-center.bill', desc: 'Column: number of the bill' }),
  billNumber: (number: string) => msg(str`Bill ${isolated(number)}`, { id: 'payment-center.bill-number', desc: 'Button that opens a bill, by its number' }),
  total: () => msg('Together', { id: 'payment-center.total', desc: 'Row: the sum' }),
  reference: (reference: string) => msg(str`Reference ${isolated(reference)}`, { id: 'payment-center.reference', desc: 'What to quote about a payment' }),
  back: () => msg('All payments', { id: 'payment-center.back', desc: 'Button back to the first page' }),
};
