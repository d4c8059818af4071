import type { PaymentStatus } from '@faceplate/contracts';
import { isolated, msg, registerMessages, str } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const said = {
  heading: (amount: string) => msg(str`Payment of ${amount}`, { id: 'payment-center.one', desc: 'Heading of one payment; an amount' }),
  missing: () => msg('We cannot find this payment', { id: 'payment-center.one.missing', desc: 'When there is no such payment' }),
  goOnAt: (provider: string) => msg(str`Go on at ${isolated(provider)}`, { id: 'payment-center.one.go-on-at', desc: 'Link to the page of the payment provider; its address' }),
  doNot: () => msg('Do not pay', { id: 'payment-center.one.do-not', desc: 'Button that ends a payment which waits' }),
  doNotHelp: () => msg('“Do not pay” costs nothing; your bills stay open.', { id: 'payment-center.one.do-not.help', desc: 'What the button does' }),
  notEnded: () => msg('This payment could not be ended. Look at it again in a moment.', { id: 'payment-center.one.not-ended', desc: 'When ending the payment did not work' }),
  again: () => msg('Try again', { id: 'payment-center.one.again', desc: 'Button: pay the same once more' }),
  quote: () => msg('Reference', { id: 'payment-center.one.quote', desc: 'Before what to quote about a payment' }),
  at: () => msg('Begun', { id: 'payment-center.one.at', desc: 'Before the moment a payment began' }),
  settled: () => msg('Confirmed', { id: 'payment-center.one.settled', desc: 'Before the moment a payment was confirmed' }),
  means: () => msg('With', { id: 'payment-center.one.means', desc: 'Before the means of payment' }),
  parts: () => msg('What it is for', { id: 'payment-center.one.parts', desc: 'Heading over what a payment pays' }),
  account: () => msg('Account', { id: 'payment-center.one.account', desc: 'Column: billing account' }),
  wholeAccount: () => msg('the account as a whole', { id: 'payment-center.one.whole-account', desc: 'What a part of a payment is for when no bill is named' }),
  booked: () => msg('How this was booked', { id: 'payment-center.one.booked', desc: 'Button that opens the way of a payment through all systems' }),
  receipt: () => msg('Download receipt', { id: 'payment-center.one.receipt', desc: 'Button: a receipt as a file' }),
  receiptRunning: () => msg('Preparing the receipt…', { id: 'payment-center.one.receipt.running', desc: 'While the file is made' }),
  receiptDone: () => msg('The receipt is in your downloads.', { id: 'payment-center.one.receipt.done', desc: 'After the file was saved' }),
  receiptFailed: () => msg('The receipt could not be made. Try again.', { id: 'payment-center.one.receipt.failed', desc: 'When the file could not be had' }),
};

interface Told {
  tone: Tone;
  heading: (amount: string) => string;
  help: () => string;
}

const told: Record<PaymentStatus, Told> = {
  'needs-you': {
    tone: 'notice',
    heading: () => msg('One more step', { id: 'payment-center.told.needs-you', desc: 'A payment waits for the customer' }),
    help: () => msg('Confirm it at the payment provider. If you just did, wait a moment: this page moves on by itself.', { id: 'payment-center.told.needs-you.help', desc: 'A payment waits for the customer' }),
  },
  processing: {
    tone: 'info',
    heading: () => msg('Your bank is being asked', { id: 'payment-center.told.processing', desc: 'A payment waits for the bank' }),
    help: () => msg('This takes seconds as a rule. The page moves on by itself when the answer is there.', { id: 'payment-center.told.processing.help', desc: 'A payment waits for the bank' }),
  },
  scheduled: {
    tone: 'info',
    heading: () => msg('This is planned', { id: 'payment-center.told.scheduled', desc: 'A payment will be taken on a day to come' }),
    help: () => msg('It is taken by itself on its day. You need not do anything.', { id: 'payment-center.told.scheduled.help', desc: 'A payment will be taken on a day to come' }),
  },
  paid: {
    tone: 'positive',
    heading: (amount) => msg(str`You have paid ${amount}. Thank you.`, { id: 'payment-center.told.paid', desc: 'A payment went through; an amount' }),
    help: () => msg('Your bills show it within a minute. There is nothing more to do; this receipt stays here.', { id: 'payment-center.told.paid.help', desc: 'What happens next' }),
  },
  failed: {
    tone: 'critical',
    heading: () => msg('This was not paid', { id: 'payment-center.told.failed', desc: 'A payment failed' }),
    help: () => msg('Nothing was taken. What you chose is kept: try again, or pay with something else.', { id: 'payment-center.told.failed.help', desc: 'A payment failed' }),
  },
  abandoned: {
    tone: 'info',
    heading: () => msg('This payment was not finished', { id: 'payment-center.told.abandoned', desc: 'The customer did not go on' }),
    help: () => msg('Nothing was taken, and your bills are as they were.', { id: 'payment-center.told.abandoned.help', desc: 'The customer did not go on' }),
  },
  returned: {
    tone: 'critical',
    heading: () => msg('Your bank took this back', { id: 'payment-center.told.returned', desc: 'A payment was sent back after it went through' }),
    help: () => msg('The bills it had paid are open again. Pay them with something else, or ask your bank.', { id: 'payment-center.told.returned.help', desc: 'A payment was sent back' }),
  },
};

const late: Told = {
  tone: 'notice',
  heading: () => msg('Your bank has not answered yet', { id: 'payment-center.told.late', desc: 'A payment takes longer than usual' }),
  help: () => msg('Nothing is lost, and you pay only once. You need not stay: the payment goes on without you, and what came of it stands here.', { id: 'payment-center.told.late.help', desc: 'A payment takes longer than usual' }),
};

/** What a customer is told about a payment, and in which tone. */
export const toldOf = (status: PaymentStatus, isLate: boolean): Told => (status === 'processing' && isLate ? late : told[status]);
