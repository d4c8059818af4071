import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Orders', { id: 'order-tracker.heading', desc: 'Heading over the list of orders' }),
  none: () => msg('No orders yet', { id: 'order-tracker.none', desc: 'Heading when there is no order' }),
  noneHelp: () => msg('What you order in the shop appears here and tells you how far it is.', { id: 'order-tracker.none.help', desc: 'How the first order comes about' }),
  underWay: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# order is under way} other {# orders are under way}}', { id: 'order-tracker.under-way', desc: 'Sentence of the card' }), locale),
  allDone: () => msg('Nothing is under way', { id: 'order-tracker.all-done', desc: 'When every order is finished' }),
  needsYou: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# order needs something from you} other {# orders need something from you}}', { id: 'order-tracker.needs-you', desc: 'How many orders wait for the customer' }), locale),
  seeAll: () => msg('See all orders', { id: 'order-tracker.see-all', desc: 'Button on the card' }),
  finished: () => msg('Finished', { id: 'order-tracker.finished', desc: 'Heading over orders that are over' }),
  all: () => msg('All', { id: 'order-tracker.only.all', desc: 'Choice of a filter: orders in every state' }),
  onlyOpen: () => msg('Under way', { id: 'order-tracker.only.open', desc: 'Choice of a filter: orders that are not finished' }),
  search: () => msg('Search', { id: 'order-tracker.search', desc: 'Label of the search field' }),
  searchHint: () => msg('Number, product or address', { id: 'order-tracker.search.hint', desc: 'In the empty search field: what can be looked for' }),
  state: () => msg('State', { id: 'order-tracker.state', desc: 'Label of a filter' }),
  place: () => msg('Address', { id: 'order-tracker.place', desc: 'Label of a filter: where it is delivered' }),
  everywhere: () => msg('All addresses', { id: 'order-tracker.everywhere', desc: 'Choice of a filter' }),
  find: () => msg('Find', { id: 'order-tracker.find', desc: 'Button that starts the search' }),
  more: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Show # more} other {Show # more}}', { id: 'order-tracker.more', desc: 'Button below a long list: so many orders are not shown yet' }), locale),
  noMatch: () => msg('No order matches', { id: 'order-tracker.no-match', desc: 'Heading when search and filters leave nothing' }),
  showAll: () => msg('Show all orders', { id: 'order-tracker.show-all', desc: 'Button that takes search and filters away' }),
  toShop: () => msg('Go to the shop', { id: 'order-tracker.to-shop', desc: 'Button when there is no order' }),
  report: () => msg('How long your orders took', { id: 'order-tracker.report', desc: 'Unfolds the report on orders' }),
  open: (number: string) => msg(str`Order ${isolated(number)}`, { id: 'order-tracker.open', desc: 'An order, by its number' }),
  back: () => msg('All orders', { id: 'order-tracker.back', desc: 'Button back to the list' }),
  notFound: () => msg('We cannot find this order', { id: 'order-tracker.missing', desc: 'Heading when there is no such order' }),
  progress: (done: number, total: number) => msg(str`${done} of ${total} done`, { id: 'order-tracker.progress', desc: 'How many lines of the order are done' }),
  expectedOn: (date: string) => msg(str`Expected ${date}`, { id: 'order-tracker.expected-on', desc: 'In the list: date that is expected now' }),
  late: () => msg('Late', { id: 'order-tracker.late', desc: 'Tag: expected after the promised date' }),
};
