import { msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  most: (kind: string, total: string, day: string) => msg(str`${kind}: ${total}, most on ${day}`, { id: 'usage-meter.days.most', desc: 'Title of the picture of days: kind of use, quantity, day with the most' }),
  nothing: (kind: string) => msg(str`${kind}: nothing used yet`, { id: 'usage-meter.days.nothing', desc: 'Title of the picture of days when nothing was used: kind of use' }),
  unknown: (kind: string) => msg(str`${kind}: the networks have not told us the single days`, { id: 'usage-meter.days.unknown', desc: 'In place of the picture of days when only the sum is known: kind of use' }),
  fact: (day: string, amount: string) => msg(str`${day}: ${amount}`, { id: 'usage-meter.days.fact', desc: 'What one day used: day, quantity' }),
  factAbroad: (day: string, amount: string, abroad: string) => msg(str`${day}: ${amount}, ${abroad} of it abroad`, { id: 'usage-meter.days.fact-abroad', desc: 'What one day used: day, quantity, the part of it that was roaming' }),
  day: () => msg('Day', { id: 'usage-meter.days.day', desc: 'Column: day' }),
  home: () => msg('At home', { id: 'usage-meter.days.home', desc: 'Column and label: use in the own country' }),
  abroad: () => msg('Abroad', { id: 'usage-meter.days.abroad', desc: 'Column and label: use while roaming' }),
  asTable: () => msg('Show as table', { id: 'usage-meter.days.as-table', desc: 'Button: the figures of the picture as a table' }),
  asChart: () => msg('Show as picture', { id: 'usage-meter.days.as-chart', desc: 'Button: back from the table to the picture' }),
  uses: () => msg('Every single use', { id: 'usage-meter.uses', desc: 'Heading over the list of single uses' }),
  usesNone: () => msg('There is no single use to show.', { id: 'usage-meter.uses.none', desc: 'When nothing was used' }),
  usesHidden: () => msg('Single uses are private', { id: 'usage-meter.uses.hidden', desc: 'Heading when single uses may not be seen' }),
  usesHiddenHelp: () => msg('Only the person who uses this line, and the holder of its account, can see them.', { id: 'usage-meter.uses.hidden.help', desc: 'Who can see single uses' }),
  when: () => msg('When', { id: 'usage-meter.uses.when', desc: 'Column: moment of a use' }),
  what: () => msg('What', { id: 'usage-meter.uses.what', desc: 'Column: what was used' }),
  price: () => msg('Price', { id: 'usage-meter.uses.price', desc: 'Column: what a use costs' }),
  included: () => msg('Included', { id: 'usage-meter.uses.included', desc: 'In place of a price: in the plan' }),
  save: () => msg('Save as a table (CSV)', { id: 'usage-meter.uses.save', desc: 'Button: saves exactly these uses as a file' }),
  saving: () => msg('Saving…', { id: 'usage-meter.uses.saving', desc: 'While the file is made' }),
  saveFailed: () => msg('The file could not be made. Try again.', { id: 'usage-meter.uses.save-failed', desc: 'When the file could not be fetched' }),
  moreUses: (count: number, locale: string) => plural(count, msg('{count, plural, one {Show # more use} other {Show # more uses}}', { id: 'usage-meter.uses.more', desc: 'Button that shows the rest of the uses' }), locale),
};
