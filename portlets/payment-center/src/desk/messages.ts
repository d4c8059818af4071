import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';
import type { Wrong } from './choice.ts';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

const provider = (name: string | undefined) => (name ? isolated(name) : msg('the payment provider', { id: 'payment-center.provider', desc: 'In place of the name of whoever takes the payment, inside a sentence' }));

export const said = {
  bills: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# bill} other {# bills}}', { id: 'payment-center.bills', desc: 'How many bills are open' }), locale),
  accounts: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# account} other {# accounts}}', { id: 'payment-center.accounts', desc: 'How many accounts the open bills are on' }), locale),
  billsOf: (bills: string, accounts: string) => msg(str`${bills} on ${accounts}`, { id: 'payment-center.bills-of', desc: '“3 bills on 2 accounts”' }),
  late: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# bill is overdue} other {# bills are overdue}}', { id: 'payment-center.late', desc: 'How many bills are past their date' }), locale),
  nextDue: (date: string) => msg(str`The next is due ${date}`, { id: 'payment-center.next-due', desc: 'Date of the earliest open bill' }),
  later: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {One payment takes 100 bills: # more follows after it.} other {One payment takes 100 bills: # more follow after it.}}', { id: 'payment-center.later', desc: 'When there are more bills than go into one payment' }), locale),
  paying: () => msg('Sending…', { id: 'payment-center.paying', desc: 'On the button while the payment is sent' }),
  paysWith: (means: string) => msg(str`With ${means}`, { id: 'payment-center.pays-with', desc: 'Under the button: the means that is used' }),
  otherWay: () => msg('Pay less, in parts, or with something else', { id: 'payment-center.other-way', desc: 'Button that opens the choices' }),
  currency: () => msg('Currency', { id: 'payment-center.currency', desc: 'Choice: in which currency to pay' }),
  currencyHelp: () => msg('Each currency is a payment of its own.', { id: 'payment-center.currency.help', desc: 'Under the choice of the currency' }),
  howMuch: () => msg('How much', { id: 'payment-center.how-much', desc: 'Choice: all, an amount, or parts' }),
  all: (amount: string) => msg(str`All of it: ${amount}`, { id: 'payment-center.way.all', desc: 'Choice: pay everything' }),
  anAmount: () => msg('An amount, for the oldest bills first', { id: 'payment-center.way.amount', desc: 'Choice: pay an amount' }),
  parts: () => msg('Parts I choose', { id: 'payment-center.way.parts', desc: 'Choice: pay chosen bills' }),
  open: () => msg('Open bills', { id: 'payment-center.open', desc: 'Caption of the table of bills' }),
  due: () => msg('Due', { id: 'payment-center.due', desc: 'Column: date until which to pay' }),
  until: (date: string) => msg(str`Due ${date}`, { id: 'payment-center.until', desc: 'Date until which to pay' }),
  overdue: () => msg('Overdue', { id: 'payment-center.overdue', desc: 'Tag: past its date' }),
  isOpen: () => msg('Open', { id: 'payment-center.is-open', desc: 'Column: what is still to be paid of a bill' }),
  pays: () => msg('You pay', { id: 'payment-center.pays', desc: 'Column: what this payment pays of a bill' }),
  from: (origin: string) => msg(str`From ${isolated(origin)}`, { id: 'payment-center.origin', desc: 'Names the billing system' }),
  notNow: () => msg('Not now', { id: 'payment-center.not-now', desc: 'This payment pays nothing of the bill' }),
  leaves: (amount: string) => msg(str`leaves ${amount}`, { id: 'payment-center.leaves', desc: 'What stays open of a bill after this payment' }),
  payThis: (number: string) => msg(str`Pay bill ${isolated(number)}`, { id: 'payment-center.pay-this', desc: 'Name of a box to tick, for readers' }),
  amountOf: (number: string) => msg(str`Amount for bill ${isolated(number)}`, { id: 'payment-center.amount-of', desc: 'Name of a field, for readers' }),
  amountOfAccount: (name: string) => msg(str`Amount for ${isolated(name)}, oldest bill first`, { id: 'payment-center.amount-of-account', desc: 'Name of a field, for readers; an account' }),
  chooseSome: () => msg('Choose at least one bill.', { id: 'payment-center.choose-some', desc: 'When nothing is chosen to be paid' }),
  payWith: () => msg('Pay with', { id: 'payment-center.pay-with', desc: 'Choice of the means of payment' }),
  notUsable: () => msg('cannot be used here', { id: 'payment-center.not-usable', desc: 'After the name of a card that has expired, or that billing knows and the payment provider does not' }),
  newMeans: () => msg('Another card or account', { id: 'payment-center.new-means', desc: 'Choice: something the provider does not know yet' }),
  goOnAt: (name: string | undefined) => msg(str`You go on at ${provider(name)}. Your card never touches this page.`, { id: 'payment-center.go-on-at', desc: 'Where a new card is typed; a name' }),
  keep: (name: string | undefined) => msg(str`Keep it at ${provider(name)} for next time`, { id: 'payment-center.keep', desc: 'Box to tick: the provider remembers the card' }),
  noMeans: () => msg('There is no way to pay here yet', { id: 'payment-center.no-means', desc: 'When no means can be used and none added' }),
  noMeansHelp: () => msg('Your bill says how else you can pay it.', { id: 'payment-center.no-means.help', desc: 'When paying here is not possible' }),
  held: () => msg('Not to be paid now', { id: 'payment-center.held', desc: 'Heading over what is held back' }),
  thatPayment: () => msg('See that payment', { id: 'payment-center.that-payment', desc: 'Button that opens the payment which is on its way' }),
  past: () => msg('Your payments', { id: 'payment-center.past', desc: 'Heading over the list of payments' }),
  pastNone: () => msg('Your first payment appears here.', { id: 'payment-center.past.none', desc: 'In place of an empty list' }),
  day: () => msg('Payment', { id: 'payment-center.day', desc: 'Column: which payment' }),
  with: () => msg('With', { id: 'payment-center.with', desc: 'Column: the means of payment' }),
  status: () => msg('Status', { id: 'payment-center.status', desc: 'Column: how far a payment is' }),
  paymentOf: (day: string) => msg(str`Payment of ${day}`, { id: 'payment-center.payment-of', desc: 'Button that opens a payment, by its day' }),
  older: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Show # older payment} other {Show # older payments}}', { id: 'payment-center.older', desc: 'Button that shows more' }), locale),
};

const wrongs: Record<Wrong, (most: string) => string> = {
  missing: () => msg('Write how much.', { id: 'payment-center.wrong.missing', desc: 'An amount is missing' }),
  unreadable: () => msg('Write an amount in figures, such as 12.50.', { id: 'payment-center.wrong.unreadable', desc: 'What was typed is no amount; use the decimal mark of the language' }),
  'too-much': (most) => msg(str`At most ${most} is open.`, { id: 'payment-center.wrong.too-much', desc: 'The amount is more than what is open' }),
};
export const wrongWord = (wrong: Wrong, most: string) => wrongs[wrong](most);
