import type { TrailMismatch, TrailMissing, TrailStepKind } from '@faceplate/contracts';
import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const said = {
  ofBill: () => msg('How this bill was paid', { id: 'payment-center.trail.of-bill', desc: 'Heading: the way of a bill through all systems' }),
  missing: () => msg('We cannot find this bill', { id: 'payment-center.trail.missing-bill', desc: 'When there is no such bill' }),
  missingHelp: () => msg('Or how it was paid is not yours to see: whoever pays it can show you.', { id: 'payment-center.trail.missing-bill.help', desc: 'Under: we cannot find this bill' }),
  agrees: () => msg('Everything agrees', { id: 'payment-center.trail.agrees', desc: 'All systems say the same about a payment' }),
  agreesHelp: () => msg('We compared every record below. The same money stands everywhere.', { id: 'payment-center.trail.agrees.help', desc: 'Under: everything agrees' }),
  notAll: () => msg('Nothing contradicts', { id: 'payment-center.trail.not-all', desc: 'What could be compared agrees, and some could not be' }),
  notAllHelp: () => msg('We could not see everything. What we could compare agrees.', { id: 'payment-center.trail.not-all.help', desc: 'Under: nothing contradicts' }),
  differs: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# thing does not agree} other {# things do not agree}}', { id: 'payment-center.trail.differs', desc: 'How many contradictions there are between systems' }), locale),
  differsHelp: () => msg('This is ours to put right. You need not pay again. Tell us the reference if you ask about it.', { id: 'payment-center.trail.differs.help', desc: 'What to do when systems contradict each other' }),
  notThere: () => msg('What is not here', { id: 'payment-center.trail.not-there', desc: 'Heading over what the list of steps lacks' }),
  lines: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# line} other {# lines}}', { id: 'payment-center.trail.lines', desc: 'How many lines of a bill go back to an order' }), locale),
  steps: () => msg('Step by step', { id: 'payment-center.trail.steps', desc: 'Heading over the steps of a payment' }),
  number: (id: string) => msg(str`Number there: ${isolated(id)}`, { id: 'payment-center.trail.number', desc: 'Id of a record in its own system' }),
  table: () => msg('Download as a table', { id: 'payment-center.trail.table', desc: 'Button: a file for a spreadsheet' }),
  data: () => msg('Download for a program', { id: 'payment-center.trail.data', desc: 'Button: a file for a program (JSON)' }),
  saving: () => msg('Preparing the file…', { id: 'payment-center.trail.saving', desc: 'While a file is made' }),
  saved: () => msg('The file is in your downloads.', { id: 'payment-center.trail.saved', desc: 'After a file was saved' }),
  notSaved: () => msg('The file could not be made. Try again.', { id: 'payment-center.trail.not-saved', desc: 'When a file could not be had' }),
  anotherAmount: () => msg('another amount', { id: 'payment-center.trail.another-amount', desc: 'In a sentence, in place of an amount that is not to be seen' }),
};

const kinds: Record<TrailStepKind, () => string> = {
  wish: () => msg('Asked for here', { id: 'payment-center.trail.wish', desc: 'Step: somebody asked for it in this portal' }),
  order: () => msg('Ordered', { id: 'payment-center.trail.order', desc: 'Step: an order' }),
  line: () => msg('Charged on a bill', { id: 'payment-center.trail.line', desc: 'Step: lines of a bill' }),
  bill: () => msg('Billed', { id: 'payment-center.trail.bill', desc: 'Step: a bill' }),
  charge: () => msg('Asked of the payment provider', { id: 'payment-center.trail.charge', desc: 'Step: the record of whoever takes the money' }),
  booking: () => msg('Booked', { id: 'payment-center.trail.booking', desc: 'Step: billing has the payment' }),
  applied: () => msg('Counted on the bill', { id: 'payment-center.trail.applied', desc: 'Step: a bill counts the payment' }),
  refund: () => msg('Given back', { id: 'payment-center.trail.refund', desc: 'Step: money given back' }),
};
export const kindOf = (kind: TrailStepKind): string => kinds[kind]();

const mismatches: Record<TrailMismatch['kind'], (expected: string, found: string) => string> = {
  'amount-differs': (expected, found) => msg(str`One system says ${expected}, another ${found}.`, { id: 'payment-center.trail.amount-differs', desc: 'Two amounts for one payment' }),
  'booked-not-charged': (_expected, found) => msg(str`${found} is booked, but the payment provider has not taken it.`, { id: 'payment-center.trail.booked-not-charged', desc: 'An amount that was never taken' }),
  'charged-not-booked': (expected) => msg(str`${expected} was taken, but is not booked.`, { id: 'payment-center.trail.charged-not-booked', desc: 'An amount that billing does not know' }),
  'booked-not-applied': (expected, found) => msg(str`The bill counts ${found} of the ${expected} that was paid for it.`, { id: 'payment-center.trail.booked-not-applied', desc: 'A bill lacks a payment; two amounts' }),
  'applied-too-much': (expected, found) => msg(str`${found} is counted where there is only ${expected}.`, { id: 'payment-center.trail.applied-too-much', desc: 'More is counted than was paid; two amounts' }),
  'paid-not-applied': (expected, found) => msg(str`The bill says ${expected} is paid, but names only ${found}.`, { id: 'payment-center.trail.paid-not-applied', desc: 'A bill is paid by nothing; two amounts' }),
};
export const mismatchSaid = ({ kind }: TrailMismatch, expected: string, found: string): string => mismatches[kind](expected, found);

const missing: Record<TrailMissing['reason'], (what: string, system: string) => string> = {
  'not-kept': (what, system) => msg(str`${what}: ${system} does not keep this.`, { id: 'payment-center.trail.not-kept', desc: 'A step that a system does not write down; step and system' }),
  elsewhere: () => msg('This was not paid in this portal, but another way: by direct debit, say.', { id: 'payment-center.trail.elsewhere', desc: 'When a payment was not made in this portal' }),
  'not-yours': (what) => msg(str`${what}: this concerns others too, so it is not shown.`, { id: 'payment-center.trail.not-yours', desc: 'A step that may not be seen' }),
};
export const missingSaid = ({ kind, system, reason }: TrailMissing): string => missing[reason](kindOf(kind), isolated(system));
