import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  alsoFor: (accounts: string) => msg(str`Also has the charges of: ${accounts}`, { id: 'bill-viewer.one.also-for', desc: 'Below the number of a bill for several accounts: names of the other accounts' }),
  heading: (number: string) => msg(str`Bill ${isolated(number)}`, { id: 'bill-viewer.bill.heading', desc: 'Heading of one bill' }),
  toPay: () => msg('To pay', { id: 'bill-viewer.to-pay', desc: 'What is to be paid of this bill now' }),
  until: (date: string) => msg(str`Due ${date}`, { id: 'bill-viewer.until', desc: 'After the amount to pay: date until which to pay it' }),
  ofTotal: (total: string) => msg(str`Of ${total}:`, { id: 'bill-viewer.of-total', desc: 'Before what became of parts of a bill: the whole of it' }),
  paid: (amount: string) => msg(str`${amount} paid`, { id: 'bill-viewer.part-paid', desc: 'What was paid of a bill' }),
  booked: () => msg('How it was paid', { id: 'bill-viewer.booked', desc: 'Button on a bill that was paid: leads to each step of the payment' }),
  credited: (amount: string) => msg(str`${amount} given back to you`, { id: 'bill-viewer.part-credited', desc: 'What of a bill was settled by a credit' }),
  heldBack: (amount: string) => msg(str`${amount} held back while we look into your dispute`, { id: 'bill-viewer.part-held-back', desc: 'What of a bill is in dispute' }),
  whatFor: () => msg('What it is for', { id: 'bill-viewer.what-for', desc: 'Over the dearest groups of a bill' }),
  whatForNet: () => msg('What it is for, before tax', { id: 'bill-viewer.what-for-net', desc: 'Over the dearest groups of a bill, amounts without tax' }),
  wholeAccount: () => msg('For the whole account', { id: 'bill-viewer.for-whole-account', desc: 'Group of charges that belong to no service' }),
  first: () => msg('This is your first bill on this account, so there is none to compare it with.', { id: 'bill-viewer.first-bill', desc: 'In place of the comparison with the bill before' }),
  same: (month: string) => msg(str`The same as in ${month}`, { id: 'bill-viewer.change.same', desc: 'The bill against the one before' }),
  more: (amount: string, month: string) => msg(str`${amount} more than in ${month}`, { id: 'bill-viewer.change.more', desc: 'The bill against the one before' }),
  moreMostly: (amount: string, month: string, name: string) => msg(str`${amount} more than in ${month}, mostly ${name}`, { id: 'bill-viewer.change.more-mostly', desc: 'The bill against the one before, and the name of what made most of it' }),
  less: (amount: string, month: string) => msg(str`${amount} less than in ${month}`, { id: 'bill-viewer.change.less', desc: 'The bill against the one before' }),
  lessMostly: (amount: string, month: string, name: string) => msg(str`${amount} less than in ${month}, mostly ${name}`, { id: 'bill-viewer.change.less-mostly', desc: 'The bill against the one before, and the name of what made most of it' }),
  why: () => msg('Why did it change?', { id: 'bill-viewer.change.why', desc: 'Button: unfolds what made the bill different' }),
  noChange: () => msg('We cannot compare it with the bill before right now.', { id: 'bill-viewer.change.none', desc: 'In place of the comparison; a button to try again follows' }),
  moreGroups: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# more} other {# more}}', { id: 'bill-viewer.more-groups', desc: 'Row under the dearest groups of a bill: how many more there are' }), locale),
};
