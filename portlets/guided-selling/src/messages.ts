import type { LineOfBusiness } from '@faceplate/contracts';
import { msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Shop', { id: 'guided-selling.heading', desc: 'Heading of the portlet' }),
  cardLead: () => msg('Answer a few questions and see what fits you.', { id: 'guided-selling.card-lead', desc: 'Sentence of the card' }),
  cardGo: () => msg('Find an offer', { id: 'guided-selling.card-go', desc: 'Button of the card' }),
  cardCart: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# item is waiting in your cart} other {# items are waiting in your cart}}', { id: 'guided-selling.card-cart', desc: 'Sentence of the card when the cart is not empty' }), locale),
  cardOrder: () => msg('Go to the cart', { id: 'guided-selling.card-order', desc: 'Button of the card when the cart is not empty' }),
  none: () => msg('Nothing is on sale right now', { id: 'guided-selling.none', desc: 'Heading when there is no offer' }),
  noneHelp: () => msg('Offers appear here as soon as there are some. What you have stays as it is.', { id: 'guided-selling.none-help', desc: 'What happens when there is no offer' }),
  progress: (position: number, total: number) => msg(str`Question ${position} of ${total}`, { id: 'guided-selling.progress', desc: 'How far the customer is' }),
  noPreference: () => msg('No preference', { id: 'guided-selling.no-preference', desc: 'Answer: it does not matter' }),
  choose: () => msg('Choose an answer to go on.', { id: 'guided-selling.choose', desc: 'When no answer was chosen' }),
  next: () => msg('Next question', { id: 'guided-selling.next', desc: 'Button' }),
  finish: () => msg('Show what fits', { id: 'guided-selling.finish', desc: 'Button after the last question' }),
  back: () => msg('Back', { id: 'guided-selling.back', desc: 'Button to the question before' }),
  soFar: () => msg('Show what fits so far', { id: 'guided-selling.so-far', desc: 'Button: the shortlist before all questions are answered' }),
  seeAll: () => msg('See all offers', { id: 'guided-selling.see-all', desc: 'Button to the whole list' }),
  toQuestions: () => msg('Back to the questions', { id: 'guided-selling.to-questions', desc: 'Button from the offers to the questions' }),
  restart: () => msg('Start again', { id: 'guided-selling.restart', desc: 'Button: forget the answers' }),
  shortlist: () => msg('What fits you', { id: 'guided-selling.shortlist', desc: 'Heading over the shortlist' }),
  considered: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {The best of # offer, best first. Prices include tax.} other {The best of # offers, best first. Prices include tax.}}', { id: 'guided-selling.considered', desc: 'How many offers were looked at' }), locale),
  noMatch: () => msg('No offer fits these answers', { id: 'guided-selling.no-match', desc: 'Heading when the shortlist is empty' }),
  noMatchHelp: () => msg('Change an answer, or look through all offers.', { id: 'guided-selling.no-match-help', desc: 'What to do when the shortlist is empty' }),
  all: () => msg('All offers', { id: 'guided-selling.all', desc: 'Heading over the whole list' }),
  find: () => msg('Find by name or feature', { id: 'guided-selling.find', desc: 'Label of the filter' }),
  onlyPossible: () => msg('Only what I can order', { id: 'guided-selling.only-possible', desc: 'Checkbox of the filter' }),
  found: (count: number, locale: string) =>
    plural(count, msg('{count, plural, =0 {No offer matches. Change the filter.} one {# offer} other {# offers}}', { id: 'guided-selling.found', desc: 'How many offers the filter leaves' }), locale),
  includes: (names: string) => msg(str`Includes ${names}`, { id: 'guided-selling.includes', desc: 'What is in a bundle' }),
  monthly: (amount: string) => msg(str`${amount} a month`, { id: 'guided-selling.monthly', desc: 'Monthly price' }),
  promotion: (months: number, amount: string, locale: string) =>
    plural(months, msg(str`{count, plural, one {for # month, then ${amount} a month} other {for # months, then ${amount} a month}}`, { id: 'guided-selling.promotion', desc: 'After the monthly price: how long it holds and what follows' }), locale),
  once: (amount: string) => msg(str`${amount} once`, { id: 'guided-selling.once', desc: 'One-time price' }),
  noOnce: () => msg('No one-time price', { id: 'guided-selling.no-once', desc: 'Instead of a one-time price' }),
  term: (months: number, locale: string) =>
    plural(months, msg('{count, plural, =0 {No minimum term} one {Minimum term: # month} other {Minimum term: # months}}', { id: 'guided-selling.term', desc: 'How long the contract binds' }), locale),
  met: () => msg('What fits', { id: 'guided-selling.met', desc: 'Over the wishes that the offer meets' }),
  unmet: () => msg('What does not', { id: 'guided-selling.unmet', desc: 'Over the wishes that the offer does not meet' }),
  add: () => msg('Put in cart', { id: 'guided-selling.add', desc: 'Button' }),
  adding: () => msg('Putting it in…', { id: 'guided-selling.adding', desc: 'Button while it works' }),
  inCart: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# in your cart} other {# in your cart}}', { id: 'guided-selling.in-cart', desc: 'Tag: how many of the offer are in the cart' }), locale),
  blocked: () => msg('Why you cannot order this', { id: 'guided-selling.blocked', desc: 'Over the reasons' }),
  instead: (name: string) => msg(str`See ${name} instead`, { id: 'guided-selling.instead', desc: 'Button: another offer that can be ordered' }),
  staff: () => msg('Staff cannot order for a customer here.', { id: 'guided-selling.staff', desc: 'Why a member of staff cannot order' }),
  staffHelp: () => msg('The customer can order this after signing in.', { id: 'guided-selling.staff-help', desc: 'What a member of staff can do instead' }),
  cart: () => msg('Your cart', { id: 'guided-selling.cart', desc: 'Heading' }),
  cartEmpty: () => msg('Your cart is empty. What you put in appears here.', { id: 'guided-selling.cart-empty', desc: 'When nothing is in the cart' }),
  remove: (name: string) => msg(str`Remove ${name}`, { id: 'guided-selling.remove', desc: 'Button, read in full by screen readers' }),
  removed: (name: string) => msg(str`${name} was removed.`, { id: 'guided-selling.removed', desc: 'After a line was taken out' }),
  undo: () => msg('Undo', { id: 'guided-selling.undo', desc: 'Button: put the line back' }),
  totalOnce: () => msg('Once', { id: 'guided-selling.total-once', desc: 'Before the one-time sum' }),
  totalMonthly: () => msg('Monthly', { id: 'guided-selling.total-monthly', desc: 'Before the monthly sum' }),
  totalLater: () => msg('Monthly, after all promotions', { id: 'guided-selling.total-later', desc: 'Before the monthly sum when promotions are over' }),
  billTo: () => msg('Bill it to', { id: 'guided-selling.bill-to', desc: 'Label of the choice of account' }),
  order: (once: string, monthly: string) => msg(str`Order for ${once} once and ${monthly} a month`, { id: 'guided-selling.order', desc: 'Button that places the order' }),
  ordering: () => msg('Ordering…', { id: 'guided-selling.ordering', desc: 'Button while the order is placed' }),
  binding: (account: string) => msg(str`This order is binding and billed to ${account}.`, { id: 'guided-selling.binding', desc: 'Consequence beside the order button' }),
  noAccount: () => msg('You have no account that could be billed. Contact us and we open one.', { id: 'guided-selling.no-account', desc: 'Why nothing can be ordered' }),
  thanks: (number: string) => msg(str`Order ${number} is placed`, { id: 'guided-selling.thanks', desc: 'Heading after ordering' }),
  thanksHelp: () => msg('We check it now. The order shows every step, and who acts next.', { id: 'guided-selling.thanks-help', desc: 'What happens after ordering' }),
  track: () => msg('Follow the order', { id: 'guided-selling.track', desc: 'Button to the order' }),
  shopOn: () => msg('Back to the shop', { id: 'guided-selling.shop-on', desc: 'Button after ordering' }),
  noAnswer: () => msg('No answer came', { id: 'guided-selling.no-answer', desc: 'Heading when nobody answered' }),
  noAnswerHelp: () => msg('Try again: it counts once, however often you try.', { id: 'guided-selling.no-answer-help', desc: 'What to do when nobody answered' }),
  notDone: () => msg('That did not work', { id: 'guided-selling.not-done', desc: 'Heading after a failure' }),
  notDoneHelp: () => msg('Something went wrong on our side. Try again; it counts once.', { id: 'guided-selling.not-done-help', desc: 'What to do after a failure' }),
  signedOut: () => msg('Sign in again to go on', { id: 'guided-selling.signed-out', desc: 'Heading when the session is over' }),
  signedOutHelp: () => msg('Your answers and your cart are kept.', { id: 'guided-selling.signed-out-help', desc: 'What is not lost with the session' }),
  signIn: () => msg('Sign in', { id: 'guided-selling.sign-in', desc: 'Link to the sign-in page' }),
  retry: () => msg('Try again', { id: 'guided-selling.retry', desc: 'Button after a failure' }),
};

const lines: Record<LineOfBusiness, () => string> = {
  mobile: () => msg('Mobile', { id: 'guided-selling.line.mobile', desc: 'Heading over the offers of a line of business' }),
  fixed: () => msg('Internet and phone at home', { id: 'guided-selling.line.fixed', desc: 'Heading over the offers of a line of business' }),
  tv: () => msg('Television', { id: 'guided-selling.line.tv', desc: 'Heading over the offers of a line of business' }),
  device: () => msg('Devices', { id: 'guided-selling.line.device', desc: 'Heading over the offers of a line of business' }),
  other: () => msg('Add-ons', { id: 'guided-selling.line.other', desc: 'Heading over the offers of a line of business' }),
};
export const LINES = Object.keys(lines) as LineOfBusiness[];
export const lineWord = (line: LineOfBusiness) => lines[line]();
