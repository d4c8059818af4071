import { formatInstant, type InstantStyle, isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

/** An instant by the clocks of whoever reads it. */
export const here = (instant: string, locale: string, style: InstantStyle): string => formatInstant(instant, locale, Intl.DateTimeFormat().resolvedOptions().timeZone, style);

/** Words of the cart and the card, and those that more than one page says. */
export const words = {
  cart: () => msg('Your cart', { id: 'checkout.cart', desc: 'Heading: the cart' }),
  empty: () => msg('Your cart is empty', { id: 'checkout.empty', desc: 'Heading when nothing is in the cart' }),
  emptyHelp: () => msg('What you choose in the shop appears here.', { id: 'checkout.empty.help', desc: 'How the cart is filled' }),
  toShop: () => msg('Go to the shop', { id: 'checkout.to-shop', desc: 'Button' }),
  card: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# line in your cart} other {# lines in your cart}}', { id: 'checkout.card', desc: 'Sentence of the card' }), locale),
  openCart: () => msg('Go to the cart', { id: 'checkout.open-cart', desc: 'Button of the card' }),
  staff: () => msg('Only the customer can order', { id: 'checkout.staff', desc: 'Heading for staff who act for a customer' }),
  staffHelp: () => msg('Look in the shop with the customer; what is in the cart is theirs to order.', { id: 'checkout.staff.help', desc: 'For staff who act for a customer' }),
  back: () => msg('Back to the cart', { id: 'checkout.back', desc: 'Button' }),
  goOn: () => msg('Continue', { id: 'checkout.go-on', desc: 'Button to the next page on the way to the order' }),
  steps: () => msg('The way to your order', { id: 'checkout.steps', desc: 'Name of the list of pages, for readers' }),
  step: (step: string): string => (STEP_WORDS[step] ?? words.theOrder)(),
  theOrder: () => msg('Order', { id: 'checkout.step.order', desc: 'Page: the order itself' }),
  settled: () => msg('done', { id: 'checkout.settled', desc: 'After the name of a page where nothing is open, for readers' }),
  monthly: (amount: string) => msg(str`${amount} a month`, { id: 'checkout.monthly', desc: 'Price each month' }),
  once: (amount: string) => msg(str`${amount} once`, { id: 'checkout.once', desc: 'Price paid once' }),
  totalOnce: () => msg('Once', { id: 'checkout.total-once', desc: 'Before the sum paid once' }),
  totalMonthly: () => msg('Every month', { id: 'checkout.total-monthly', desc: 'Before the sum paid each month' }),
  totalLater: () => msg('Every month, after all promotions', { id: 'checkout.total-later', desc: 'Before the sum paid each month when every promotion has ended' }),
  tax: (once: string, monthly: string) => msg(str`Tax included: ${once} once, ${monthly} a month without promotions`, { id: 'checkout.tax', desc: 'What of the totals is tax; two amounts' }),
  after: (months: number, amount: string, locale: string) =>
    plural(months, msg(str`{count, plural, one {then ${amount} a month, after # month} other {then ${amount} a month, after # months}}`, { id: 'checkout.after', desc: 'Price when the promotion has ended; an amount, a number of months' }), locale),
  dearer: (once: string, monthly: string) => msg(str`The price has moved since you put it in: ${once} once, ${monthly} a month`, { id: 'checkout.moved', desc: 'By how much the price moved; two differences' }),
  quantity: (name: string) => msg(str`How many: ${isolated(name)}`, { id: 'checkout.quantity', desc: 'Field: how many of a line' }),
  remove: () => msg('Remove', { id: 'checkout.remove', desc: 'Button: take a line out of the cart' }),
  removed: (name: string) => msg(str`${isolated(name)} was removed`, { id: 'checkout.removed', desc: 'A line was taken out; its name' }),
  undo: () => msg('Put it back', { id: 'checkout.undo', desc: 'Button after a line was removed' }),
  later: () => msg('Keep for later', { id: 'checkout.later', desc: 'Button: keep a line in the cart without ordering it' }),
  now: () => msg('Order it now after all', { id: 'checkout.now', desc: 'Button: a line that was kept for later is to be ordered' }),
  forLater: () => msg('For later', { id: 'checkout.for-later', desc: 'Heading over lines that are kept and not ordered' }),
  of: (action: string, name: string) => msg(str`${action}: ${isolated(name)}`, { id: 'checkout.of', desc: 'For readers: an action and the line it is for' }),
  placeOf: (place: string) => msg(str`To ${isolated(place)}`, { id: 'checkout.place-of', desc: 'Where a line goes; an address' }),
  numberHeld: (number: string, time: string) => msg(str`Number ${isolated(number)}, kept for you until ${time}`, { id: 'checkout.number-held', desc: 'A phone number that is held; a time' }),
  numberMoves: (number: string) => msg(str`Your number ${isolated(number)} moves over`, { id: 'checkout.number-moves', desc: 'A number that is ported' }),
  blocked: () => msg('This cannot be ordered as it is', { id: 'checkout.blocked', desc: 'Before the reasons why a line cannot be ordered' }),
  somethingBlocked: () => msg('Some lines cannot be ordered as they are. Each says above what would help; or keep it for later and order the rest.', { id: 'checkout.something-blocked', desc: 'Beside the button that goes on' }),
  news: () => msg('What has changed', { id: 'checkout.news', desc: 'Heading over what moved since the last look' }),
  more: () => msg('Save, share or print this cart', { id: 'checkout.more', desc: 'Button that opens more about the cart' }),
  quotes: () => msg('Quotes', { id: 'checkout.quotes', desc: 'Button and heading: offers in writing' }),
  waiting: () => msg('We do not know yet whether your order arrived', { id: 'checkout.waiting', desc: 'An order was sent and no answer came' }),
  toOrder: () => msg('See what became of it', { id: 'checkout.to-order', desc: 'Button to the page where the order can be sent again' }),
  noAnswer: () => msg('No answer came', { id: 'checkout.no-answer', desc: 'Heading when the line broke' }),
  noAnswerHelp: () => msg('Nothing is lost. Try again: it counts once, however often it is sent.', { id: 'checkout.no-answer.help', desc: 'What to do when the line broke' }),
  notDone: () => msg('That did not work', { id: 'checkout.not-done', desc: 'Heading of a failure' }),
  notDoneHelp: () => msg('Your cart is as it was.', { id: 'checkout.not-done.help', desc: 'Nothing was lost' }),
  signedOut: () => msg('Please sign in again', { id: 'checkout.signed-out', desc: 'Heading: the session is over' }),
  signedOutHelp: () => msg('Your cart and everything you typed are kept.', { id: 'checkout.signed-out.help', desc: 'What is not lost with the session' }),
  signIn: () => msg('Sign in', { id: 'checkout.sign-in', desc: 'Link to the sign-in page' }),
  again: () => msg('Try again', { id: 'checkout.again', desc: 'Button' }),
};

const STEP_WORDS: Partial<Record<string, () => string>> = {
  '': () => msg('Cart', { id: 'checkout.step.cart', desc: 'Page: the cart' }),
  place: () => msg('Address', { id: 'checkout.step.place', desc: 'Page: where it goes' }),
  visit: () => msg('Appointment', { id: 'checkout.step.visit', desc: 'Page: when the technician comes' }),
  number: () => msg('Phone number', { id: 'checkout.step.number', desc: 'Page: choose a number' }),
  promise: () => msg('Service level', { id: 'checkout.step.promise', desc: 'Page: choose how quickly faults are repaired' }),
  quotes: () => words.quotes(),
};
