import type { ChargeKind } from '@faceplate/contracts';
import { msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  fromAccount: (account: string) => msg(str`from account ${account}`, { id: 'bill-viewer.charge.from-account', desc: 'In small beside a charge: its account, on a bill for several accounts' }),
  charges: () => msg('Charges', { id: 'bill-viewer.charges', desc: 'Caption of the table of charges' }),
  charge: () => msg('Charge', { id: 'bill-viewer.charge', desc: 'Column: name of a charge' }),
  amount: () => msg('Amount', { id: 'bill-viewer.amount', desc: 'Column: amount of a charge before tax' }),
  quantity: () => msg('Quantity', { id: 'bill-viewer.quantity', desc: 'Column: how much was used' }),
  wholeAccount: () => msg('For the whole account', { id: 'bill-viewer.whole-account', desc: 'Group of charges that belong to no service' }),
  net: () => msg('Before tax', { id: 'bill-viewer.net', desc: 'Row: sum of the charges' }),
  tax: (name: string, rate: string) => msg(str`${name} ${rate}`, { id: 'bill-viewer.tax', desc: 'Row: a tax and its rate' }),
  total: () => msg('Total', { id: 'bill-viewer.bill-total', desc: 'Row: amount of the bill, tax included' }),
  paidSoFar: () => msg('Paid so far', { id: 'bill-viewer.paid', desc: 'Row: what was paid of this bill' }),
  disputedSum: () => msg('Disputed, not to be paid now', { id: 'bill-viewer.disputed-sum', desc: 'Row: the part of the bill that is held back while a dispute lasts' }),
  stillDue: () => msg('To pay', { id: 'bill-viewer.still-due', desc: 'Row: what is left to pay of the bill now' }),
  credited: () => msg('Credit', { id: 'bill-viewer.credited', desc: 'Row: a credit that was set off against the bill, where it has no name' }),
  find: () => msg('Find a line of this bill', { id: 'bill-viewer.find-line', desc: 'Field that searches the lines of one bill' }),
  foundNone: () => msg('No line of this bill says that.', { id: 'bill-viewer.found-no-line', desc: 'The search in one bill found nothing' }),
  lineMissing: () => msg('We cannot find that line on this bill.', { id: 'bill-viewer.line-missing', desc: 'Somebody came by the address of one line of the bill, and it is not there' }),
  linesTold: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# line} other {# lines}}', { id: 'bill-viewer.lines', desc: 'How many lines the bill has' }), locale),
  poolHint: () => msg('Arrow keys move through the lines, Enter opens one.', { id: 'bill-viewer.pool-hint', desc: 'Above a list of thousands of lines: how the keyboard works in it' }),
  loadingLine: () => msg('…', { id: 'bill-viewer.loading-line', desc: 'Stands in a line that is still being loaded' }),
  linesMissing: () => msg('Some lines could not be loaded.', { id: 'bill-viewer.lines-missing', desc: 'A part of a long bill could not be read' }),
  again: () => msg('Try again', { id: 'bill-viewer.again', desc: 'Button after something could not be loaded' }),
  printed: (some: string, all: string) => msg(str`The first ${some} of ${all} lines. The PDF and the table file have all of them.`, { id: 'bill-viewer.printed', desc: 'On paper, below the first lines of a very long bill' }),
  inDispute: () => msg('In dispute', { id: 'bill-viewer.line-in-dispute', desc: 'Beside a line that the customer has disputed and that is being looked at' }),
  before: (amount: string) => msg(str`${amount} before tax`, { id: 'bill-viewer.before-tax', desc: 'Sum of one line: what it is before tax' }),
  gross: (amount: string, rate: string) => msg(str`${amount} with ${rate} tax`, { id: 'bill-viewer.gross', desc: 'What one line costs with its tax; the second is the rate' }),
  days: (charged: string, of: string) => msg(str`${charged} of ${of} days`, { id: 'bill-viewer.days', desc: 'A monthly price charged by the day: so many days of the period' }),
  included: (quantity: string) => msg(str`In your plan, at no extra cost: ${quantity}`, { id: 'bill-viewer.included', desc: 'The part of a use that an allowance had room for' }),
  used: (quantity: string) => msg(str`Charged: ${quantity}`, { id: 'bill-viewer.used', desc: 'How much was charged for, beyond what was included' }),
  tier: (quantity: string, each: string, amount: string) => msg(str`${quantity} × ${each} = ${amount}`, { id: 'bill-viewer.tier', desc: 'One step of a price: quantity times price each is the amount, tax included' }),
  howCome: () => msg('How this came about', { id: 'bill-viewer.how-come', desc: 'Heading above quantity, price and days of one line' }),
  uses: () => msg('Every single use', { id: 'bill-viewer.uses', desc: 'Heading and button: the single uses behind a line of the bill' }),
  when: () => msg('When', { id: 'bill-viewer.when', desc: 'Column: date and time of one use' }),
  what: () => msg('What', { id: 'bill-viewer.what', desc: 'Column: what one use was' }),
  inPlan: () => msg('In your plan', { id: 'bill-viewer.in-plan', desc: 'In place of an amount: an allowance had room for this use' }),
  usesCsv: () => msg('Download these uses as a table', { id: 'bill-viewer.uses-csv', desc: 'Button: a CSV file of the single uses behind a line' }),
  saving: () => msg('Getting the file …', { id: 'bill-viewer.saving-file', desc: 'A file is on its way' }),
  saved: () => msg('The file is in your downloads.', { id: 'bill-viewer.saved-file', desc: 'A file was saved' }),
  saveFailed: () => msg('The file could not be fetched. Try again.', { id: 'bill-viewer.save-failed', desc: 'A file could not be fetched' }),
  noUses: () => msg('Single uses are not kept for this line.', { id: 'bill-viewer.no-uses', desc: 'There are no single uses behind a line' }),
  moreUses: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Show # more} other {Show # more}}', { id: 'bill-viewer.more-uses', desc: 'Button below a long table of uses: how many are left' }), locale),
};

const units: Readonly<Record<string, () => string>> = {
  days: () => msg('{count, plural, one {# day} other {# days}}', { id: 'bill-viewer.unit.days', desc: 'Quantity: days abroad' }),
  minutes: () => msg('{count, plural, one {# minute} other {# minutes}}', { id: 'bill-viewer.unit.minutes', desc: 'Quantity of calls' }),
  calls: () => msg('{count, plural, one {# call} other {# calls}}', { id: 'bill-viewer.unit.calls', desc: 'Quantity: calls to special numbers' }),
  films: () => msg('{count, plural, one {# film} other {# films}}', { id: 'bill-viewer.unit.films', desc: 'Quantity: rented films' }),
  messages: () => msg('{count, plural, one {# text} other {# texts}}', { id: 'bill-viewer.unit.messages', desc: 'Quantity: text messages' }),
};
/** The words of a counted unit; nothing for one that is a symbol (GB), or that only the operator knows. */
export const unitWords = (unit: string): string | undefined => (Object.hasOwn(units, unit) ? units[unit]?.() : undefined);

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

type Linked = 'ticket' | 'service-level' | 'payment' | 'bill' | 'charge' | 'order';
const reasons: Record<Linked, () => string> = {
  ticket: () => msg('See the ticket it goes back to', { id: 'bill-viewer.reason.ticket', desc: 'Button: opens the ticket that a credit or charge goes back to' }),
  'service-level': () => msg('See the service level that was missed', { id: 'bill-viewer.reason.service-level', desc: 'Button: opens the service levels that a credit goes back to' }),
  payment: () => msg('See the payment it goes back to', { id: 'bill-viewer.reason.payment', desc: 'Button: opens the payment that a charge goes back to' }),
  bill: () => msg('See the bill it goes back to', { id: 'bill-viewer.reason.bill', desc: 'Button: opens the bill that a charge goes back to, a late one say' }),
  charge: () => msg('See the charge it goes back to', { id: 'bill-viewer.reason.charge', desc: 'Button: opens the charge that a credit goes back to' }),
  order: () => msg('See the order it goes back to', { id: 'bill-viewer.reason.order', desc: 'Button: opens the order that a charge goes back to' }),
};
export const reasonWord = (kind: Linked) => reasons[kind]();
