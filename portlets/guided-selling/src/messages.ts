import { msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Shop', { id: 'guided-selling.heading', desc: 'Heading of the portlet' }),
  cardLead: () => msg('Answer a few questions and see what fits you.', { id: 'guided-selling.card-lead', desc: 'Sentence of the card' }),
  cardGo: () => msg('Find an offer', { id: 'guided-selling.card-go', desc: 'Button of the card' }),
  cardCart: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# item is waiting in your cart} other {# items are waiting in your cart}}', { id: 'guided-selling.card-cart', desc: 'Sentence of the card when the cart is not empty' }), locale),
  progress: (position: number, total: number) => msg(str`Question ${position} of ${total}`, { id: 'guided-selling.progress', desc: 'How far the customer is' }),
  noPreference: () => msg('No preference', { id: 'guided-selling.no-preference', desc: 'Answer: it does not matter' }),
  choose: () => msg('Choose an answer to go on.', { id: 'guided-selling.choose', desc: 'When no answer was chosen' }),
  next: () => msg('Next question', { id: 'guided-selling.next', desc: 'Button' }),
  finish: () => msg('Show what fits', { id: 'guided-selling.finish', desc: 'Button after the last question' }),
  back: () => msg('Back', { id: 'guided-selling.back', desc: 'Button to the question before' }),
  soFar: () => msg('Show what fits so far', { id: 'guided-selling.so-far', desc: 'Button: the shortlist before all questions are answered' }),
  seeAll: () => msg('See all offers', { id: 'guided-selling.see-all', desc: 'Button to the whole list' }),
  monthly: (amount: string) => msg(str`${amount} a month`, { id: 'guided-selling.monthly', desc: 'Monthly price' }),
  once: (amount: string) => msg(str`${amount} once`, { id: 'guided-selling.once', desc: 'One-time price' }),
  cart: () => msg('Your cart', { id: 'guided-selling.cart', desc: 'Heading' }),
  cartEmpty: () => msg('Your cart is empty. What you put in appears here.', { id: 'guided-selling.cart-empty', desc: 'When nothing is in the cart' }),
  remove: (name: string) => msg(str`Remove ${name}`, { id: 'guided-selling.remove', desc: 'Button, read in full by screen readers' }),
  removed: (name: string) => msg(str`${name} was removed.`, { id: 'guided-selling.removed', desc: 'After a line was taken out' }),
  undo: () => msg('Undo', { id: 'guided-selling.undo', desc: 'Button: put the line back' }),
  totalOnce: () => msg('Once', { id: 'guided-selling.total-once', desc: 'Before the one-time sum' }),
  totalMonthly: () => msg('Monthly', { id: 'guided-selling.total-monthly', desc: 'Before the monthly sum' }),
  totalLater: () => msg('Monthly, after all promotions', { id: 'guided-selling.total-later', desc: 'Before the monthly sum when promotions are over' }),
  noAnswer: () => msg('No answer came', { id: 'guided-selling.no-answer', desc: 'Heading when nobody answered' }),
  noAnswerHelp: () => msg('Try again: it counts once, however often you try.', { id: 'guided-selling.no-answer-help', desc: 'What to do when nobody answered' }),
  notDone: () => msg('That did not work', { id: 'guided-selling.not-done', desc: 'Heading after a failure' }),
  notDoneHelp: () => msg('Something went wrong on our side. Try again; it counts once.', { id: 'guided-selling.not-done-help', desc: 'What to do after a failure' }),
  signedOut: () => msg('Sign in again to go on', { id: 'guided-selling.signed-out', desc: 'Heading when the session is over' }),
  signedOutHelp: () => msg('Your answers and your cart are kept.', { id: 'guided-selling.signed-out-help', desc: 'What is not lost with the session' }),
  signIn: () => msg('Sign in', { id: 'guided-selling.sign-in', desc: 'Link to the sign-in page' }),
  retry: () => msg('Try again', { id: 'guided-selling.retry', desc: 'Button after a failure' }),
  toCart: () => msg('Go to the cart', { id: 'guided-selling.card-order', desc: 'Button: to the cart, where it is ordered' }),
  known: () => msg('We filled this in from your own use; change it if you like.', { id: 'guided-selling.known', desc: 'Under a question that is answered already; from what it is known follows' }),
};
