import { isolated, msg, registerMessages, str } from '@faceplate/localize';
import type { QuoteStatus } from '@faceplate/contracts';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const said = {
  heading: () => msg('Quotes', { id: 'checkout.quotes', desc: 'Button and heading: offers in writing' }),
  none: () => msg('No quotes yet', { id: 'checkout.quotes.none', desc: 'When there are none' }),
  noneHelp: () => msg('Ask for one of what is in your cart: we write down every price, and they stand until a day we name.', { id: 'checkout.quotes.none.help', desc: 'How a quote comes about' }),
  ask: () => msg('Ask for a quote of this cart', { id: 'checkout.quotes.ask', desc: 'Heading and button' }),
  askAgain: () => msg('Ask for a new version with my cart as it is', { id: 'checkout.quotes.ask-again', desc: 'Button: a new version of a quote' }),
  asking: () => msg('Sending…', { id: 'checkout.quotes.asking', desc: 'On the button' }),
  note: () => msg('What we should know (optional)', { id: 'checkout.quotes.note', desc: 'Field: a message with the request' }),
  account: () => msg('Bill to', { id: 'checkout.quotes.account', desc: 'Field: which account would be billed' }),
  all: () => msg('All quotes', { id: 'checkout.quotes.all', desc: 'Button back to the list' }),
  title: (number: string, version: string) => msg(str`Quote ${isolated(number)}, version ${version}`, { id: 'checkout.quotes.title', desc: 'Heading: a quote; number and version' }),
  askedAt: (day: string) => msg(str`Asked for on ${day}`, { id: 'checkout.quotes.asked-at', desc: 'A day' }),
  until: (day: string) => msg(str`These prices stand until ${day}`, { id: 'checkout.quotes.until', desc: 'A day' }),
  versions: () => msg('Versions', { id: 'checkout.quotes.versions', desc: 'Heading' }),
  version: (version: string, status: string) => msg(str`Version ${version}: ${status}`, { id: 'checkout.quotes.version', desc: 'A version of a quote and its state' }),
  lines: () => msg('What it is for', { id: 'checkout.quotes.lines', desc: 'Heading over the lines' }),
  talk: () => msg('Talk about it', { id: 'checkout.quotes.talk', desc: 'Heading over the messages' }),
  you: () => msg('You', { id: 'checkout.quotes.you', desc: 'Who wrote: the customer' }),
  say: () => msg('Your message', { id: 'checkout.quotes.say', desc: 'Field' }),
  send: () => msg('Send the message', { id: 'checkout.quotes.send', desc: 'Button' }),
  accept: (once: string, monthly: string) => msg(str`Accept: order for ${once} once and ${monthly} a month`, { id: 'checkout.quotes.accept', desc: 'Button: order what the quote says; two amounts' }),
  acceptHelp: () => msg('Binding. It becomes an order as it stands here, at these prices.', { id: 'checkout.quotes.accept.help', desc: 'Beside the button that accepts' }),
  decline: () => msg('Decline', { id: 'checkout.quotes.decline', desc: 'Button' }),
  document: () => msg('Quote as a PDF', { id: 'checkout.quotes.document', desc: 'Button: download' }),
  order: () => msg('See the order', { id: 'checkout.quotes.order', desc: 'Button to the order it became' }),
  approvals: () => msg('Who has to say yes', { id: 'checkout.quotes.approvals', desc: 'Heading' }),
  approval: (state: 'waiting' | 'approved' | 'rejected') =>
    ({
      waiting: () => msg('not yet', { id: 'checkout.quotes.approval.waiting', desc: 'Somebody has not decided yet' }),
      approved: () => msg('said yes', { id: 'checkout.quotes.approval.approved', desc: 'Somebody approved' }),
      rejected: () => msg('said no', { id: 'checkout.quotes.approval.rejected', desc: 'Somebody rejected' }),
    })[state](),
  status: (status: QuoteStatus): string => STATUS[status](),
};

const STATUS: Record<QuoteStatus, () => string> = {
  asked: () => msg('We are working on it', { id: 'checkout.quotes.status.asked', desc: 'State of a quote' }),
  'waiting-for-your-company': () => msg('Your company decides', { id: 'checkout.quotes.status.company', desc: 'State of a quote' }),
  offered: () => msg('Ready for you', { id: 'checkout.quotes.status.offered', desc: 'State of a quote' }),
  accepted: () => msg('Accepted', { id: 'checkout.quotes.status.accepted', desc: 'State of a quote' }),
  declined: () => msg('Declined', { id: 'checkout.quotes.status.declined', desc: 'State of a quote' }),
  replaced: () => msg('Replaced by a newer version', { id: 'checkout.quotes.status.replaced', desc: 'State of a quote' }),
  expired: () => msg('Its time has passed', { id: 'checkout.quotes.status.expired', desc: 'State of a quote' }),
  withdrawn: () => msg('Withdrawn', { id: 'checkout.quotes.status.withdrawn', desc: 'State of a quote' }),
};
