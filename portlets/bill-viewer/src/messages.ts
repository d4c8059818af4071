import type { BillStatus } from '@faceplate/contracts';
import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';
import type { WantedStatus } from './wanted.ts';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Bills', { id: 'bill-viewer.heading', desc: 'Heading over the list of bills' }),
  owed: () => msg('To pay now', { id: 'bill-viewer.owed', desc: 'Before the sum of all that is to be paid' }),
  owedAtLeast: () => msg('To pay now, at least', { id: 'bill-viewer.owed-at-least', desc: 'Before the sum of what is to be paid when some of it could not be read' }),
  nothingOwed: () => msg('Nothing to pay now', { id: 'bill-viewer.nothing-owed', desc: 'When nothing is to be paid' }),
  nextDue: (date: string) => msg(str`Next payment due ${date}`, { id: 'bill-viewer.next-due', desc: 'Date of the earliest unpaid bill' }),
  overdue: (amount: string) => msg(str`${amount} of it is overdue`, { id: 'bill-viewer.overdue-part', desc: 'Under the sum of what is to be paid: the part that is late' }),
  allOverdue: () => msg('All of it is overdue', { id: 'bill-viewer.overdue-all', desc: 'Under the sum of what is to be paid, when all of it is late' }),
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
  back: () => msg('All bills', { id: 'bill-viewer.back', desc: 'Button back to the list' }),
  from: (origin: string) => msg(str`From ${isolated(origin)}`, { id: 'bill-viewer.origin', desc: 'Names the billing system' }),
  pay: (amount: string) => msg(str`Pay ${amount}`, { id: 'bill-viewer.pay', desc: 'Button: goes to where it is paid' }),
  noSum: () => msg('We cannot show how it adds up right now.', { id: 'bill-viewer.sum.none', desc: 'In place of the six figures when they could not be read; a button to try again follows' }),
  again: () => msg('Try again', { id: 'bill-viewer.again', desc: 'Button after a failure' }),
  sumOfBills: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# bill} other {# bills}}', { id: 'bill-viewer.sum-of-bills', desc: 'Row under the list: how many bills, then what they come to' }), locale),
  stillOpen: (amount: string) => msg(str`${amount} still open`, { id: 'bill-viewer.still-open', desc: 'Under the sum of bills: what is not paid of it' }),
  inDispute: (amount: string) => msg(str`${amount} in dispute`, { id: 'bill-viewer.in-dispute', desc: 'Under the status of a bill: the part that is held back' }),
  search: () => msg('Search on all bills, for instance “roaming”', { id: 'bill-viewer.search', desc: 'Label of the search over the lines of all bills' }),
  find: () => msg('Search', { id: 'bill-viewer.find', desc: 'Button of the search' }),
  anyAccount: () => msg('All accounts', { id: 'bill-viewer.any-account', desc: 'Choice of a filter' }),
  anyStatus: () => msg('All', { id: 'bill-viewer.any-status', desc: 'Choice of a filter: whatever the status' }),
  year: () => msg('Year', { id: 'bill-viewer.year', desc: 'Filter: year of the bills' }),
  anyYear: () => msg('All years', { id: 'bill-viewer.any-year', desc: 'Choice of a filter' }),
  spending: () => msg('Where the money goes', { id: 'bill-viewer.spending', desc: 'Button: what was spent by service, person, site' }),
  noMatch: () => msg('No bill fits', { id: 'bill-viewer.no-match', desc: 'Heading when the filters leave no bill' }),
  noMatchHelp: () => msg('Choose less, and more bills appear.', { id: 'bill-viewer.no-match.help', desc: 'What to do when the filters leave no bill' }),
  showAll: () => msg('Show all bills', { id: 'bill-viewer.show-all', desc: 'Button: takes all filters back' }),
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

const choices: Record<WantedStatus, () => string> = {
  open: () => msg('To pay', { id: 'bill-viewer.choice.open', desc: 'Choice of a filter: bills of which something is to be paid' }),
  overdue: () => statuses.overdue.word(),
  disputed: () => msg('In dispute', { id: 'bill-viewer.choice.disputed', desc: 'Choice of a filter: bills of which a part is held back' }),
  paid: () => statuses.paid.word(),
};
export const statusChoice = (status: WantedStatus) => choices[status]();
