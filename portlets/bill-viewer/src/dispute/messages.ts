import type { DisputeReason, DisputeStatus, TicketStatus } from '@faceplate/contracts';
import { msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  open: () => msg('Something wrong? Dispute this charge', { id: 'bill-viewer.dispute.open', desc: 'Button below a line of the bill that opens a form' }),
  heading: () => msg('Dispute this charge', { id: 'bill-viewer.dispute.heading', desc: 'Heading of the form' }),
  kept: () => msg('We kept what you typed.', { id: 'bill-viewer.dispute.kept', desc: 'The customer comes back to a form that was not sent' }),
  amount: (currency: string) => msg(str`How much is wrong (${currency})?`, { id: 'bill-viewer.dispute.amount', desc: 'Field: the disputed amount' }),
  atMost: (amount: string) => msg(str`At most ${amount}, tax included.`, { id: 'bill-viewer.dispute.at-most', desc: 'The most that can be disputed of this line' }),
  thenDue: (amount: string) => msg(str`Then due: ${amount}`, { id: 'bill-viewer.dispute.then-due', desc: 'What is left to pay of the bill while this is disputed' }),
  reason: () => msg('What is wrong?', { id: 'bill-viewer.dispute.reason', desc: 'Field: the reason' }),
  choose: () => msg('Choose', { id: 'bill-viewer.dispute.choose', desc: 'Nothing chosen yet' }),
  description: () => msg('Tell us what happened', { id: 'bill-viewer.dispute.description', desc: 'Field: free text' }),
  files: () => msg('Something that shows it', { id: 'bill-viewer.dispute.files', desc: 'Field: files such as a letter or a picture' }),
  filesHint: () => msg('A picture, PDF or text; up to five, half a megabyte each. Large pictures are made smaller.', { id: 'bill-viewer.dispute.files-hint', desc: 'Which files can be sent' }),
  fileRefused: (names: string) => msg(str`This cannot be sent: ${names}. Choose a picture, PDF or text of at most half a megabyte.`, { id: 'bill-viewer.dispute.file-refused', desc: 'Files that cannot be sent' }),
  removeFile: (name: string) => msg(str`Remove ${name}`, { id: 'bill-viewer.dispute.remove-file', desc: 'Button: takes a file from the form' }),
  submit: (amount: string) => msg(str`Dispute ${amount}`, { id: 'bill-viewer.dispute.submit', desc: 'Button: sends the form; the amount may be missing' }),
  sending: () => msg('Sending …', { id: 'bill-viewer.dispute.sending', desc: 'The form is on its way' }),
  sendingFile: (number: string, all: string) => msg(str`Sending file ${number} of ${all} …`, { id: 'bill-viewer.dispute.sending-file', desc: 'The dispute has arrived, files are on their way' }),
  consequence: () => msg('You do not have to pay this part while we look at it.', { id: 'bill-viewer.dispute.consequence', desc: 'What happens when the form is sent' }),
  goodwill: (amount: string) => msg(str`Up to ${amount} we often settle it at once.`, { id: 'bill-viewer.dispute.goodwill', desc: 'Small amounts are often given back at once' }),
  amountMissing: () => msg('Enter an amount above nothing.', { id: 'bill-viewer.dispute.amount-missing', desc: 'The amount is missing or cannot be read' }),
  reasonMissing: () => msg('Choose what is wrong.', { id: 'bill-viewer.dispute.reason-missing', desc: 'No reason was chosen' }),
  descriptionMissing: () => msg('Write a few words.', { id: 'bill-viewer.dispute.description-missing', desc: 'The text is missing' }),
  refused: () => msg('This was not sent', { id: 'bill-viewer.dispute.refused', desc: 'Heading when a dispute could not be sent' }),
  offline: () => msg('We could not be reached. What you typed is kept; send it again and it arrives once.', { id: 'bill-viewer.dispute.offline', desc: 'The network failed while sending' }),
  exists: () => msg('You have disputed this already. It is being looked at.', { id: 'bill-viewer.dispute.exists', desc: 'There is an open dispute about the same line' }),
  tooMuch: () => msg('This is more than can be disputed here: a part is in dispute already, or was given back.', { id: 'bill-viewer.dispute.too-much', desc: 'The amount is more than what is left to dispute' }),
  tooLate: () => msg('This bill was paid too long ago to dispute it here. Contact us.', { id: 'bill-viewer.dispute.too-late', desc: 'A bill paid long ago' }),
  forbidden: () => msg('You may look at this bill, and not dispute it. Ask whoever it belongs to.', { id: 'bill-viewer.dispute.forbidden', desc: 'The person lacks the right' }),
  failed: () => msg('It could not be sent. Try again; if it stays, contact us.', { id: 'bill-viewer.dispute.failed', desc: 'Something else went wrong' }),
  filesLeft: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Your dispute has arrived; # file has not.} other {Your dispute has arrived; # files have not.}}', { id: 'bill-viewer.dispute.files-left', desc: 'Some files could not be sent' }), locale),
  sendFiles: () => msg('Send the files again', { id: 'bill-viewer.dispute.send-files', desc: 'Button after files did not arrive' }),
  close: () => msg('Not now', { id: 'bill-viewer.dispute.close', desc: 'Button: closes the form; what was typed is kept' }),

  statusHeading: (amount: string) => msg(str`Disputed: ${amount}`, { id: 'bill-viewer.dispute.status-heading', desc: 'Heading above how a dispute stands' }),
  nextUs: (date: string) => msg(str`It is our turn: you hear from us by ${date}. You need not pay this part until then.`, { id: 'bill-viewer.dispute.next-us', desc: 'The operator acts next, by this day' }),
  nextUsSoon: () => msg('It is our turn: you will hear from us. You need not pay this part until then.', { id: 'bill-viewer.dispute.next-us-soon', desc: 'The operator acts next, no date is known' }),
  nextYou: () => msg('It is your turn: please answer our question. You need not pay this part until it is decided.', { id: 'bill-viewer.dispute.next-you', desc: 'The customer acts next' }),
  granted: (amount: string) => msg(str`You were right. We give you back ${amount}.`, { id: 'bill-viewer.dispute.granted', desc: 'All of it was granted' }),
  partly: (granted: string, rest: string, date: string) => msg(str`We give you back ${granted}. The other ${rest} are due again since ${date}.`, { id: 'bill-viewer.dispute.partly', desc: 'A part was granted, the rest is due again since that day' }),
  refusedOutcome: (amount: string, date: string) => msg(str`We found the charge to be right. The ${amount} are due again since ${date}.`, { id: 'bill-viewer.dispute.refused-outcome', desc: 'Nothing was granted; the amount is due again since that day' }),
  withdrawn: () => msg('You took this dispute back.', { id: 'bill-viewer.dispute.withdrawn', desc: 'The customer has withdrawn the dispute' }),
  closed: () => msg('This dispute is closed. Ask us how it was decided.', { id: 'bill-viewer.dispute.closed', desc: 'Over, and the operator’s system does not say how it was decided' }),
  before: (amount: string) => msg(str`Before you objected we gave you back ${amount}.`, { id: 'bill-viewer.dispute.before', desc: 'What an earlier decision gave, while an appeal is looked at' }),
  creditHere: () => msg('The credit is set off against this bill.', { id: 'bill-viewer.dispute.credit-here', desc: 'Where the granted amount went: this bill' }),
  creditNext: () => msg('The credit will be on your next bill.', { id: 'bill-viewer.dispute.credit-next', desc: 'Where the granted amount goes: the next bill' }),
  reference: (number: string) => msg(str`Reference ${number}`, { id: 'bill-viewer.dispute.reference', desc: 'Number of the dispute, to quote' }),
  timeline: () => msg('What happened so far', { id: 'bill-viewer.dispute.timeline', desc: 'Name of the list of steps of a dispute' }),
  answer: () => msg('Your answer', { id: 'bill-viewer.dispute.answer', desc: 'Field: answer to the operator’s question' }),
  sendAnswer: () => msg('Send the answer', { id: 'bill-viewer.dispute.send-answer', desc: 'Button' }),
  appeal: () => msg('Object to this decision', { id: 'bill-viewer.dispute.appeal', desc: 'Button: opens a field, then sends the objection' }),
  appealWhy: () => msg('Why should we look again?', { id: 'bill-viewer.dispute.appeal-why', desc: 'Field: reason of the objection' }),
  withdraw: (amount: string) => msg(str`Withdraw: ${amount} are due again`, { id: 'bill-viewer.dispute.withdraw', desc: 'Button that takes the dispute back; says the consequence' }),
  actFailed: () => msg('That did not work. Try again; it is done once.', { id: 'bill-viewer.dispute.act-failed', desc: 'An answer, objection or withdrawal did not arrive' }),
  you: () => msg('You', { id: 'bill-viewer.dispute.you', desc: 'Who wrote a note: the reader' }),
};

export const reasonWords: Record<DisputeReason, () => string> = {
  'wrong-amount': () => msg('The amount is wrong', { id: 'bill-viewer.dispute.reason.wrong-amount', desc: 'Reason of a dispute' }),
  'not-mine': () => msg('I did not do or order this', { id: 'bill-viewer.dispute.reason.not-mine', desc: 'Reason of a dispute' }),
  'cancelled-before': () => msg('I had cancelled before', { id: 'bill-viewer.dispute.reason.cancelled-before', desc: 'Reason of a dispute' }),
  'service-fault': () => msg('It did not work', { id: 'bill-viewer.dispute.reason.service-fault', desc: 'Reason of a dispute: the service had a fault' }),
  'agreed-otherwise': () => msg('We had agreed on something else', { id: 'bill-viewer.dispute.reason.agreed-otherwise', desc: 'Reason of a dispute' }),
  other: () => msg('Something else', { id: 'bill-viewer.dispute.reason.other', desc: 'Reason of a dispute' }),
};

export const statusWords: Record<DisputeStatus, () => string> = {
  submitted: () => msg('Submitted', { id: 'bill-viewer.dispute.status.submitted', desc: 'State of a dispute: sent, nobody has begun' }),
  'in-review': () => msg('Being looked at', { id: 'bill-viewer.dispute.status.in-review', desc: 'State of a dispute' }),
  'needs-you': () => msg('Needs an answer from you', { id: 'bill-viewer.dispute.status.needs-you', desc: 'State of a dispute: the customer was asked something' }),
  granted: () => msg('Granted', { id: 'bill-viewer.dispute.status.granted', desc: 'State of a dispute: all of it was given back' }),
  'partly-granted': () => msg('Partly granted', { id: 'bill-viewer.dispute.status.partly-granted', desc: 'State of a dispute: a part was given back' }),
  refused: () => msg('Refused', { id: 'bill-viewer.dispute.status.refused', desc: 'State of a dispute: nothing was given back' }),
  withdrawn: () => msg('Withdrawn', { id: 'bill-viewer.dispute.status.withdrawn', desc: 'State of a dispute: taken back by the customer' }),
  closed: () => msg('Closed', { id: 'bill-viewer.dispute.status.closed', desc: 'State of a dispute: over' }),
};

/** What a ticket's state means in a dispute. */
const steps: Record<TicketStatus, DisputeStatus | 'decided'> = {
  received: 'submitted',
  'in-progress': 'in-review',
  'waiting-for-you': 'needs-you',
  'on-hold': 'in-review',
  fixed: 'decided',
  closed: 'closed',
  rejected: 'decided',
  cancelled: 'withdrawn',
};
const decided = () => msg('Decided', { id: 'bill-viewer.dispute.status.decided', desc: 'A step of a dispute: it was decided' });

export const stepWord = (status: TicketStatus): string => {
  const step = steps[status];
  return step === 'decided' ? decided() : statusWords[step]();
};
