import type { BillStatus, ChargeKind } from '@faceplate/contracts';
import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Bills', { id: 'bill-viewer.heading', desc: 'Heading over the list of bills' }),
  owed: () => msg('You owe', { id: 'bill-viewer.owed', desc: 'Before the sum of all unpaid bills' }),
  owedAtLeast: () => msg('You owe at least', { id: 'bill-viewer.owed-at-least', desc: 'Before the sum of the unpaid bills when some bills could not be read' }),
  nothingOwed: () => msg('All bills are paid', { id: 'bill-viewer.nothing-owed', desc: 'When no bill is open' }),
  nextDue: (date: string) => msg(str`Next payment due ${date}`, { id: 'bill-viewer.next-due', desc: 'Date of the earliest unpaid bill' }),
  overdue: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# bill is overdue} other {# bills are overdue}}', { id: 'bill-viewer.overdue-count', desc: 'How many bills are past their date' }), locale),
  seeAll: () => msg('See all bills', { id: 'bill-viewer.see-all', desc: 'Button on the card' }),
  none: () => msg('No bills yet', { id: 'bill-viewer.none', desc: 'Heading when there is no bill' }),
  noneHelp: () => msg('Your first bill appears here after your first month with us.', { id: 'bill-viewer.none.help', desc: 'How the first bill comes about' }),
  open: (number: string) => msg(str`Bill ${isolated(number)}`, { id: 'bill-viewer.open', desc: 'Button that opens a bill, by its number' }),
  bill: () => msg('Bill', { id: 'bill-viewer.bill', desc: 'Column: number of the bill' }),
  account: () => msg('Account', { id: 'bill-viewer.account', desc: 'Column: billing account' }),
  period: () => msg('Period', { id: 'bill-viewer.period', desc: 'Column: months the bill covers' }),
  due: () => msg('Due', { id: 'bill-viewer.due', desc: 'Column: date until which to pay' }),
  status: () => msg('Status', { id: 'bill-viewer.status', desc: 'Column: paid or not' }),
  total: () => msg('Total', { id: 'bill-viewer.total', desc: 'Column and row: amount of the bill, tax included' }),
  older: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Show # older bill} other {Show # older bills}}', { id: 'bill-viewer.older', desc: 'Button that shows more bills' }), locale),
  month: () => msg('Month', { id: 'bill-viewer.month', desc: 'Column of the chart as a table' }),
  trendSame: (month: string) => msg(str`The same as in ${month}`, { id: 'bill-viewer.trend.same', desc: 'Title of the chart when two months are equal' }),
  trendMore: (amount: string, month: string) => msg(str`${amount} more than in ${month}`, { id: 'bill-viewer.trend.more', desc: 'Title of the chart: difference to the month before' }),
  trendLess: (amount: string, month: string) => msg(str`${amount} less than in ${month}`, { id: 'bill-viewer.trend.less', desc: 'Title of the chart: difference to the month before' }),
  trendOnly: () => msg('Your last twelve months', { id: 'bill-viewer.trend.only', desc: 'Title of the chart when there is nothing to compare' }),
  back: () => msg('All bills', { id: 'bill-viewer.back', desc: 'Button back to the list' }),
  pdf: () => msg('Download PDF', { id: 'bill-viewer.pdf', desc: 'Button: the bill as a file' }),
  pdfRunning: () => msg('Preparing the PDF…', { id: 'bill-viewer.pdf.running', desc: 'While the file is made' }),
  pdfDone: () => msg('The PDF is in your downloads.', { id: 'bill-viewer.pdf.done', desc: 'After the file was saved' }),
  pdfFailed: () => msg('The PDF could not be made. Try again.', { id: 'bill-viewer.pdf.failed', desc: 'When the file could not be had' }),
  billHeading: (number: string) => msg(str`Bill ${isolated(number)}`, { id: 'bill-viewer.bill.heading', desc: 'Heading of one bill' }),
  toPay: () => msg('To pay', { id: 'bill-viewer.to-pay', desc: 'What is still owed of this bill' }),
  until: (date: string) => msg(str`Due ${date}`, { id: 'bill-viewer.until', desc: 'After the amount to pay: date until which to pay it' }),
  from: (origin: string) => msg(str`From ${isolated(origin)}`, { id: 'bill-viewer.origin', desc: 'Names the billing system' }),
  charges: () => msg('Charges', { id: 'bill-viewer.charges', desc: 'Caption of the table of charges' }),
  charge: () => msg('Charge', { id: 'bill-viewer.charge', desc: 'Column: name of a charge' }),
  amount: () => msg('Amount', { id: 'bill-viewer.amount', desc: 'Column: amount of a charge before tax' }),
  quantity: () => msg('Quantity', { id: 'bill-viewer.quantity', desc: 'Column: how much was used' }),
  wholeAccount: () => msg('For the whole account', { id: 'bill-viewer.whole-account', desc: 'Group of charges that belong to no service' }),
  net: () => msg('Before tax', { id: 'bill-viewer.net', desc: 'Row: sum of the charges' }),
  tax: (name: string, rate: string) => msg(str`${name} ${rate}`, { id: 'bill-viewer.tax', desc: 'Row: a tax and its rate' }),
  paidSoFar: () => msg('Paid so far', { id: 'bill-viewer.paid', desc: 'Row: what was paid of this bill' }),
  notFound: () => msg('We cannot find this bill', { id: 'bill-viewer.missing', desc: 'Heading when there is no such bill' }),
};

const statuses: Record<BillStatus, { tone: Tone; word: () => string }> = {
  due: { tone: 'info', word: () => msg('Due', { id: 'bill-viewer.status.due', desc: 'Status of a bill: to be paid' }) },
  overdue: { tone: 'critical', word: () => msg('Overdue', { id: 'bill-viewer.status.overdue', desc: 'Status of a bill: past its date' }) },
  'part-paid': { tone: 'notice', word: () => msg('Part paid', { id: 'bill-viewer.status.part-paid', desc: 'Status of a bill: some of it was paid' }) },
  paid: { tone: 'positive', word: () => msg('Paid', { id: 'bill-viewer.status.paid', desc: 'Status of a bill' }) },
  'on-hold': { tone: 'neutral', word: () => msg('On hold', { id: 'bill-viewer.status.on-hold', desc: 'Status of a bill: nothing to pay for now' }) },
};
export const statusOf = (status: BillStatus) => ({ tone: statuses[status].tone, word: statuses[status].word() });

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
