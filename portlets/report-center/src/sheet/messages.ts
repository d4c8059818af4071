import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  answer: (amount: string, month: string) => msg(str`${amount} in ${month}, before tax`, { id: 'report-center.sheet.answer', desc: 'Title of the picture: what the last month came to' }),
  answerMostly: (amount: string, month: string, name: string) => msg(str`${amount} in ${month}, before tax; the most for ${isolated(name)}`, { id: 'report-center.sheet.answer-mostly', desc: 'Title of the picture: what the last month came to, and the dearest group' }),
  month: () => msg('Month', { id: 'report-center.sheet.month', desc: 'Column of the picture as a table' }),
  beforeTax: () => msg('Before tax', { id: 'report-center.sheet.before-tax', desc: 'Column: amounts without tax' }),
  movers: () => msg('What changed most', { id: 'report-center.sheet.movers', desc: 'Heading over the groups that changed most since the month before' }),
  moved: (name: string, amount: string) => msg(str`${isolated(name)}: ${amount} since the month before`, { id: 'report-center.sheet.moved', desc: 'Title of the picture of changes: the biggest one, with its sign' }),
  moversCaption: () => msg('More to the right, less to the left, than in the month before', { id: 'report-center.sheet.movers.caption', desc: 'How to read the picture of changes' }),
  notWhole: (month: string, accounts: string) => msg(str`${month} is not whole yet: the bill for ${isolated(accounts)} is still to come.`, { id: 'report-center.sheet.not-whole', desc: 'Above the pictures: the newest month lacks the bills of these accounts' }),
  nothingMoved: () => msg('Nothing changed since the month before.', { id: 'report-center.sheet.nothing-moved', desc: 'When every group came to the same' }),
  beforeAndNow: (before: string, now: string) => msg(str`${before} before, ${now} now`, { id: 'report-center.sheet.before-and-now', desc: 'Small print of a change' }),
  talkers: () => msg('What costs most', { id: 'report-center.sheet.talkers', desc: 'Heading over the dearest groups' }),
  talkersShare: (percent: string, name: string) => msg(str`${percent} of it for ${isolated(name)}`, { id: 'report-center.sheet.talkers.share', desc: 'Title of the picture of the dearest groups: what share of all the first one takes' }),
  together: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# month} other {# months together}}', { id: 'report-center.sheet.together', desc: 'Under the title of the picture of the dearest groups: over how many months' }), locale),
  shareOfAll: (percent: string) => msg(str`${percent} of all`, { id: 'report-center.sheet.share', desc: 'Small print of one of the dearest groups' }),
  trendOf: () => msg('Month by month', { id: 'report-center.sheet.trend-of', desc: 'Label of a choice: all, or one service, person, site whose months the picture shows' }),
  allTogether: () => msg('All together', { id: 'report-center.sheet.all-together', desc: 'Choice: the months of all groups together' }),
  answerFor: (amount: string, month: string, name: string) => msg(str`${amount} in ${month}, before tax, for ${isolated(name)}`, { id: 'report-center.sheet.answer-for', desc: 'Title of the picture: what the last month came to for one service, person, site' }),
  asTable: () => msg('Show as table', { id: 'report-center.sheet.as-table', desc: 'Button: shows the figures of a picture as a table' }),
  asPicture: () => msg('Show as picture', { id: 'report-center.sheet.as-picture', desc: 'Button: goes back from the table to the picture' }),
  saved: (file: string) => msg(str`${isolated(file)} is in your downloads.`, { id: 'report-center.sheet.saved', desc: 'After a file was saved; its name' }),
  all: () => msg('All of it', { id: 'report-center.sheet.all', desc: 'Heading over the table of all groups' }),
  caption: () => msg('Spending by group and month', { id: 'report-center.sheet.caption', desc: 'Caption of the table' }),
  name: () => msg('For', { id: 'report-center.sheet.name', desc: 'Column: service, person, site' }),
  change: () => msg('Change', { id: 'report-center.sheet.change', desc: 'Column: the last month against the one before' }),
  total: () => msg('In all', { id: 'report-center.sheet.total', desc: 'Column: all months shown' }),
  csv: () => msg('Download as table (CSV)', { id: 'report-center.sheet.csv', desc: 'Button: what is shown as a file for spreadsheets' }),
  above: () => msg('Belongs to', { id: 'report-center.sheet.above', desc: 'Column of the file: the unit above' }),
  currency: () => msg('Currency', { id: 'report-center.sheet.currency', desc: 'Column of the file' }),
  itself: (name: string) => msg(str`${isolated(name)} itself`, { id: 'report-center.sheet.itself', desc: 'A unit of the company without the units below it' }),
  nameless: () => msg('Not assigned', { id: 'report-center.sheet.nameless', desc: 'Group of what belongs to no service, person, site' }),
  more: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Show # more} other {Show # more}}', { id: 'report-center.sheet.more', desc: 'Button that shows more groups' }), locale),
  columns: () => ({ name: words.name(), above: words.above(), currency: words.currency(), total: words.total(), change: words.change() }),
};

export const groupName = (name: string) => name || words.nameless();
