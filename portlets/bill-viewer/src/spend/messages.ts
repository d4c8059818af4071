import type { SpendBy } from '@faceplate/contracts';
import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Where the money goes', { id: 'bill-viewer.spend.heading', desc: 'Heading over spending told apart by service, person, site' }),
  by: () => msg('Told apart by', { id: 'bill-viewer.spend.by', desc: 'Label before the choice: service, person, site' }),
  none: () => msg('Nothing to tell apart', { id: 'bill-viewer.spend.none', desc: 'Heading when there is no group' }),
  noneHelp: () => msg('None of your services says this about itself. Choose something else above.', { id: 'bill-viewer.spend.none.help', desc: 'When no line has a person, a site, a cost centre' }),
  answer: (amount: string, month: string) => msg(str`${amount} in ${month}, before tax`, { id: 'bill-viewer.spend.answer', desc: 'Title of the picture: what the last month came to' }),
  answerMostly: (amount: string, month: string, name: string) => msg(str`${amount} in ${month}, before tax; the most for ${isolated(name)}`, { id: 'bill-viewer.spend.answer-mostly', desc: 'Title of the picture: what the last month came to, and the dearest group' }),
  month: () => msg('Month', { id: 'bill-viewer.spend.month', desc: 'Column of the picture as a table' }),
  beforeTax: () => msg('Before tax', { id: 'bill-viewer.spend.before-tax', desc: 'Column: amounts without tax' }),
  movers: () => msg('What changed most', { id: 'bill-viewer.spend.movers', desc: 'Heading over the groups that changed most since the month before' }),
  moversCaption: () => msg('More to the right, less to the left, than in the month before', { id: 'bill-viewer.spend.movers.caption', desc: 'How to read the picture of changes' }),
  nothingMoved: () => msg('Nothing changed since the month before.', { id: 'bill-viewer.spend.nothing-moved', desc: 'When every group came to the same' }),
  beforeAndNow: (before: string, now: string) => msg(str`${before} before, ${now} now`, { id: 'bill-viewer.spend.before-and-now', desc: 'Small print of a change' }),
  all: () => msg('All of it', { id: 'bill-viewer.spend.all', desc: 'Heading over the table of all groups' }),
  caption: () => msg('Spending by group and month', { id: 'bill-viewer.spend.caption', desc: 'Caption of the table' }),
  name: () => msg('For', { id: 'bill-viewer.spend.name', desc: 'Column: service, person, site' }),
  change: () => msg('Change', { id: 'bill-viewer.spend.change', desc: 'Column: the last month against the one before' }),
  total: () => msg('In all', { id: 'bill-viewer.spend.total', desc: 'Column: all months shown' }),
  csv: () => msg('Download as table (CSV)', { id: 'bill-viewer.spend.csv', desc: 'Button: what is shown as a file for spreadsheets' }),
  above: () => msg('Belongs to', { id: 'bill-viewer.spend.above', desc: 'Column of the file: the unit above' }),
  currency: () => msg('Currency', { id: 'bill-viewer.spend.currency', desc: 'Column of the file' }),
  itself: (name: string) => msg(str`${isolated(name)} itself`, { id: 'bill-viewer.spend.itself', desc: 'A unit of the company without the units below it' }),
  nameless: () => msg('Not assigned', { id: 'bill-viewer.spend.nameless', desc: 'Group of what belongs to no service, person, site' }),
  more: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Show # more} other {Show # more}}', { id: 'bill-viewer.spend.more', desc: 'Button that shows more groups' }), locale),
  columns: () => ({ name: words.name(), above: words.above(), currency: words.currency(), total: words.total() }),
};

export const groupName = (name: string) => name || words.nameless();

const bys: Record<SpendBy, () => string> = {
  service: () => msg('Service', { id: 'bill-viewer.spend.by.service', desc: 'Choice: what spending is told apart by' }),
  person: () => msg('Person', { id: 'bill-viewer.spend.by.person', desc: 'Choice: what spending is told apart by' }),
  site: () => msg('Site', { id: 'bill-viewer.spend.by.site', desc: 'Choice: what spending is told apart by' }),
  unit: () => msg('Unit of the company', { id: 'bill-viewer.spend.by.unit', desc: 'Choice: what spending is told apart by' }),
  'cost-centre': () => msg('Cost centre', { id: 'bill-viewer.spend.by.cost-centre', desc: 'Choice: what spending is told apart by' }),
  account: () => msg('Account', { id: 'bill-viewer.spend.by.account', desc: 'Choice: what spending is told apart by' }),
  kind: () => msg('Kind of charge', { id: 'bill-viewer.spend.by.kind', desc: 'Choice: what spending is told apart by' }),
};
export const BYS = Object.keys(bys) as SpendBy[];
export const byWord = (by: SpendBy) => bys[by]();
