import type { BillStatus } from '@faceplate/contracts';
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
  from: (origin: string) => msg(str`From ${isolated(origin)}`, { id: 'bill-viewer.origin', desc: 'Names the billing system' }),
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
