import type { SpendBy } from '@faceplate/contracts';
import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Reports', { id: 'report-center.heading', desc: 'Heading: what was spent, told apart by service, person, site' }),
  back: () => msg('All reports', { id: 'report-center.back', desc: 'Button back from one report' }),
  by: () => msg('Told apart by', { id: 'report-center.by', desc: 'Label of a choice: service, person, site' }),
  span: () => msg('Time', { id: 'report-center.span', desc: 'Label of a choice: how many months' }),
  months: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# month} other {# months}}', { id: 'report-center.months', desc: 'Choice: so many months up to the newest bill' }), locale),
  account: () => msg('Account', { id: 'report-center.account', desc: 'Label of a choice: billing account' }),
  anyAccount: () => msg('All accounts', { id: 'report-center.any-account', desc: 'Choice: no account in particular' }),
  otherAccount: () => msg('Another account', { id: 'report-center.other-account', desc: 'Choice: an account whose name is not known' }),
  none: () => msg('Nothing to tell apart', { id: 'report-center.none', desc: 'Heading when there is no group' }),
  noneHelp: () => msg('Nothing was billed in this time, or nothing says this about itself. Choose something else above.', { id: 'report-center.none.help', desc: 'When no line has a person, a site, a cost centre' }),
  missing: () => msg('We cannot find this report', { id: 'report-center.missing', desc: 'Heading when there is no such report' }),
  missingHelp: () => msg('It was removed, or it belongs to somebody else.', { id: 'report-center.missing.help', desc: 'Why a report may be missing' }),
  gone: (name: string) => msg(str`${isolated(name)} is not your account any more`, { id: 'report-center.gone', desc: 'Heading: the account of a saved report cannot be seen any more' }),
  goneHelp: () => msg('So there is nothing to show. Choose another account above, then save the report.', { id: 'report-center.gone.help', desc: 'What to do with a report whose account cannot be seen any more' }),
  spent: (month: string) => msg(str`Spent in ${month}, before tax`, { id: 'report-center.spent', desc: 'Before the sum on the card' }),
  spentAtLeast: (month: string) => msg(str`Spent in ${month}, before tax, at least`, { id: 'report-center.spent-at-least', desc: 'Before the sum on the card when some of it could not be read' }),
  more: (amount: string, month: string) => msg(str`${amount} more than in ${month}`, { id: 'report-center.more', desc: 'On the card: against the month before' }),
  less: (amount: string, month: string) => msg(str`${amount} less than in ${month}`, { id: 'report-center.less', desc: 'On the card: against the month before' }),
  same: (month: string) => msg(str`As much as in ${month}`, { id: 'report-center.same', desc: 'On the card: against the month before' }),
  nothingSpent: () => msg('Nothing spent yet', { id: 'report-center.nothing', desc: 'On the card, when there is no bill' }),
  nothingSpentHelp: () => msg('What you spend appears here with your first bill.', { id: 'report-center.nothing.help', desc: 'How the first report comes about' }),
  see: () => msg('See where it goes', { id: 'report-center.see', desc: 'Button on the card: opens the reports' }),
};

const bys: Record<SpendBy, () => string> = {
  service: () => msg('Service', { id: 'report-center.by.service', desc: 'Choice: what spending is told apart by' }),
  person: () => msg('Person', { id: 'report-center.by.person', desc: 'Choice: what spending is told apart by' }),
  site: () => msg('Site', { id: 'report-center.by.site', desc: 'Choice: what spending is told apart by' }),
  unit: () => msg('Unit of the company', { id: 'report-center.by.unit', desc: 'Choice: what spending is told apart by' }),
  'cost-centre': () => msg('Cost centre', { id: 'report-center.by.cost-centre', desc: 'Choice: what spending is told apart by' }),
  account: () => msg('Account', { id: 'report-center.by.account', desc: 'Choice: what spending is told apart by' }),
  kind: () => msg('Kind of charge', { id: 'report-center.by.kind', desc: 'Choice: what spending is told apart by' }),
};
export const BYS = Object.keys(bys) as SpendBy[];
export const byWord = (by: SpendBy) => bys[by]();
