import { formatNumber, isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: (search: string) => msg(str`Lines with “${isolated(search)}”`, { id: 'bill-viewer.found.heading', desc: 'Heading over the lines in which the words stand' }),
  count: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# line} other {# lines}}', { id: 'bill-viewer.found.count', desc: 'How many lines were found; their sum follows' }), locale),
  newest: (shown: number, total: number, locale: string) => {
    const [some, all] = [formatNumber(shown, locale), formatNumber(total, locale)];
    return msg(str`The newest ${some} of ${all}. Say more to find fewer.`, { id: 'bill-viewer.found.newest', desc: 'When there are more lines than can be shown' });
  },
  none: (search: string) => msg(str`No line says “${isolated(search)}”`, { id: 'bill-viewer.found.none', desc: 'Heading when nothing was found' }),
  noneHelp: () => msg('Try a shorter word, or show all accounts and years.', { id: 'bill-viewer.found.none.help', desc: 'What to do when nothing was found' }),
  end: () => msg('Back to all bills', { id: 'bill-viewer.found.end', desc: 'Button: ends the search' }),
  lines: () => msg('Lines found', { id: 'bill-viewer.found.lines', desc: 'Caption of the table of found lines' }),
  line: () => msg('Line', { id: 'bill-viewer.found.line', desc: 'Column: name of a line of a bill' }),
  amount: () => msg('With tax', { id: 'bill-viewer.found.amount', desc: 'Column: amount of a line, tax included' }),
  beforeTax: () => msg('Before tax', { id: 'bill-viewer.found.before-tax', desc: 'Column and note: amounts without tax' }),
  more: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Show # more line} other {Show # more lines}}', { id: 'bill-viewer.found.more', desc: 'Button that shows more lines' }), locale),
};
