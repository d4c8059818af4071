import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  answer: (days: string, share: string) => msg(str`Typically ${days} from order to done; ${share} came by the promised day`, { id: 'order-tracker.report.answer', desc: 'Title of the picture: days in words, share in per cent' }),
  nothing: () => msg('No order ended in this time', { id: 'order-tracker.report.nothing', desc: 'Instead of the picture' }),
  days: (count: number, locale: string) => plural(count, msg('{count, plural, one {# day} other {# days}}', { id: 'order-tracker.report.days', desc: 'A number of days' }), locale),
  month: () => msg('Month', { id: 'order-tracker.report.month', desc: 'Column of a table' }),
  ended: () => msg('Orders ended', { id: 'order-tracker.report.ended', desc: 'Column of a table' }),
  onTime: () => msg('On time', { id: 'order-tracker.report.on-time', desc: 'Column of a table: how many came by the promised day' }),
  middle: () => msg('Half within', { id: 'order-tracker.report.middle', desc: 'Column of a table: half of the orders took so many days at most' }),
  longest: () => msg('Longest', { id: 'order-tracker.report.longest', desc: 'Column of a table: the order that took longest' }),
  figures: () => msg('Month by month', { id: 'order-tracker.report.figures', desc: 'Unfolds the table' }),
  none: () => msg('none', { id: 'order-tracker.report.none', desc: 'In a cell: there is nothing to tell' }),
  danger: () => msg('Late or in danger', { id: 'order-tracker.report.danger', desc: 'Heading over lines that are late' }),
  noDanger: () => msg('Nothing is late.', { id: 'order-tracker.report.no-danger', desc: 'No line is late' }),
  late: (name: string, days: string) => msg(str`${isolated(name)}: ${days} late`, { id: 'order-tracker.report.late', desc: 'A line and by how much it is late' }),
  promised: (date: string) => msg(str`promised ${date}`, { id: 'order-tracker.report.promised', desc: 'Which day was promised' }),
  period: () => msg('Period', { id: 'order-tracker.report.period', desc: 'Label of a choice' }),
  months: (count: number, locale: string) => plural(count, msg('{count, plural, one {# month} other {# months}}', { id: 'order-tracker.report.months', desc: 'A number of months' }), locale),
  export: () => msg('Save these figures (CSV)', { id: 'order-tracker.report.export', desc: 'Button that saves a table' }),
  exportOrders: () => msg('Save the list of orders (CSV)', { id: 'order-tracker.report.export-orders', desc: 'Button that saves a table' }),
  saving: () => msg('One moment…', { id: 'order-tracker.report.saving', desc: 'While a table is fetched' }),
  saved: () => msg('Saved.', { id: 'order-tracker.report.saved', desc: 'A table was saved' }),
  failed: () => msg('This could not be fetched. Try again.', { id: 'order-tracker.report.failed', desc: 'A table could not be had' }),
};
