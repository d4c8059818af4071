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
  open: (number: string) => msg(str`Order ${isolated(number)}`, { id: 'order-tracker.open', desc: 'An order, by its number' }),
  back: () => msg('All orders', { id: 'order-tracker.back', desc: 'Button back to the list' }),
  notFound: () => msg('We cannot find this order', { id: 'order-tracker.missing', desc: 'Heading when there is no such order' }),
  placed: (date: string) => msg(str`Ordered ${date}`, { id: 'order-tracker.placed', desc: 'When the order was placed' }),
  progress: (done: number, total: number) => msg(str`${done} of ${total} done`, { id: 'order-tracker.progress', desc: 'How many lines of the order are done' }),
  promised: () => msg('Promised', { id: 'order-tracker.promised', desc: 'Before the date that was promised' }),
  expected: () => msg('Expected', { id: 'order-tracker.expected', desc: 'Before the date that is expected now' }),
  expectedOn: (date: string) => msg(str`Expected ${date}`, { id: 'order-tracker.expected-on', desc: 'In the list: date that is expected now' }),
  notKnown: () => msg('Not known yet', { id: 'order-tracker.not-known', desc: 'Instead of a date' }),
  next: () => msg('Who acts next', { id: 'order-tracker.next', desc: 'Before the name of who has to do something' }),
  late: () => msg('Late', { id: 'order-tracker.late', desc: 'Tag: expected after the promised date' }),
  timeline: (name: string) => msg(str`Steps of ${isolated(name)}`, { id: 'order-tracker.timeline', desc: 'For screen readers: names the list of steps of a line' }),
  reached: () => msg('done', { id: 'order-tracker.step.reached', desc: 'For screen readers: this step is behind' }),
  current: () => msg('now', { id: 'order-tracker.step.current', desc: 'For screen readers: this step is under way' }),
  ahead: () => msg('to come', { id: 'order-tracker.step.ahead', desc: 'For screen readers: this step is ahead' }),
  missed: () => msg('late', { id: 'order-tracker.step.missed', desc: 'For screen readers: this step should have been reached' }),
  once: (amount: string) => msg(str`${amount} once`, { id: 'order-tracker.once', desc: 'One-time price of the order' }),
  monthly: (amount: string) => msg(str`${amount} a month`, { id: 'order-tracker.monthly', desc: 'Monthly price of the order' }),
};
