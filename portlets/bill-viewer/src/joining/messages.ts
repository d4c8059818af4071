import type { ConsolidationRefusal } from '@faceplate/contracts';
import { msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('One bill for several accounts', { id: 'bill-viewer.joining.heading', desc: 'Heading over the choice on whose bill an account stands' }),
  help: () => msg('Put the charges of one account on the bill of another: one amount, one day to pay it. Every charge still says which account it is from.', { id: 'bill-viewer.joining.help', desc: 'Says what one bill for several accounts means' }),
  account: () => msg('Account', { id: 'bill-viewer.joining.account', desc: 'Label: choice of the account it is about' }),
  separate: (account: string) => msg(str`${account} has its own bill.`, { id: 'bill-viewer.joining.separate', desc: 'State of an account; its name' }),
  joining: (account: string, holder: string, day: string) => msg(str`${account} moves to the bill of ${holder} with the bill of ${day}.`, { id: 'bill-viewer.joining.joining', desc: 'State of an account: its name, the account whose bill it joins, the day' }),
  joined: (account: string, holder: string) => msg(str`${account} is on the bill of ${holder}.`, { id: 'bill-viewer.joining.joined', desc: 'State of an account: its name, the account on whose bill it is' }),
  leaving: (account: string, holder: string, day: string) => msg(str`${account} is on the bill of ${holder}, and has its own again from the bill of ${day} on.`, { id: 'bill-viewer.joining.leaving', desc: 'State of an account: its name, the account on whose bill it is, the day it ends' }),
  holds: (accounts: string) => msg(str`Also on its bill, now or soon: ${accounts}.`, { id: 'bill-viewer.joining.holds', desc: 'Names of other accounts on the bill of this one' }),
  target: () => msg('On whose bill?', { id: 'bill-viewer.joining.target', desc: 'Heading of a choice of accounts' }),
  none: () => msg('None of your other accounts can take it.', { id: 'bill-viewer.joining.none', desc: 'There is no account whose bill could have these charges' }),
  whyNot: () => msg('Why not the others?', { id: 'bill-viewer.joining.why-not', desc: 'Unfolds the accounts that cannot be chosen, with the reasons' }),
  last: (amount: string) => msg(str`last bill ${amount}`, { id: 'bill-viewer.joining.last', desc: 'Beside the name of an account: what its last bill came to' }),
  preview: () => msg('What would change', { id: 'bill-viewer.joining.preview', desc: 'Heading of the preview' }),
  together: (amount: string) => msg(str`Going by the last bills, one bill of about ${amount} instead of two.`, { id: 'bill-viewer.joining.together', desc: 'Preview: what the common bill would come to' }),
  fromBill: (day: string) => msg(str`It begins with the bill of ${day}. Until then you can take it back.`, { id: 'bill-viewer.joining.from-bill', desc: 'Preview: the day of the next bill' }),
  oldBills: () => msg('Bills you already have stay as they are.', { id: 'bill-viewer.joining.old-bills', desc: 'Preview: earlier bills are not touched' }),
  join: (account: string, holder: string) => msg(str`Put ${account} on the bill of ${holder}`, { id: 'bill-viewer.joining.join', desc: 'Button: account, and the account whose bill it joins' }),
  undoJoin: () => msg('Take it back', { id: 'bill-viewer.joining.undo-join', desc: 'Button: the account keeps its own bill' }),
  leave: (day: string) => msg(str`Its own bill again from ${day}`, { id: 'bill-viewer.joining.leave', desc: 'Button: the account has its own bill from that day on' }),
  undoLeave: (holder: string) => msg(str`Stay on the bill of ${holder}`, { id: 'bill-viewer.joining.undo-leave', desc: 'Button: takes back the end of the common bill' }),
  sending: () => msg('One moment…', { id: 'bill-viewer.joining.sending', desc: 'While a switch is sent' }),
  failed: () => msg('That did not work. Try again; it is done once.', { id: 'bill-viewer.joining.failed', desc: 'A switch did not arrive' }),
  refused: () => msg('This is not possible now.', { id: 'bill-viewer.joining.refused', desc: 'A switch was refused' }),
};

/** Why not, and what would help. */
export const reasons: Record<ConsolidationRefusal, () => string> = {
  'no-right': () => msg('Only the holder of both accounts can do this.', { id: 'bill-viewer.joining.why.no-right', desc: 'Why an account cannot be on a bill' }),
  'other-holder': () => msg('It belongs to someone else.', { id: 'bill-viewer.joining.why.other-holder', desc: 'Why an account cannot be on a bill: another customer' }),
  'other-payer': () => msg('Someone else pays for it. One person must pay for both.', { id: 'bill-viewer.joining.why.other-payer', desc: 'Why an account cannot be on a bill' }),
  'other-currency': () => msg('It is billed in another currency.', { id: 'bill-viewer.joining.why.other-currency', desc: 'Why an account cannot be on a bill' }),
  'other-system': () => msg('Another billing system makes its bills.', { id: 'bill-viewer.joining.why.other-system', desc: 'Why an account cannot be on a bill' }),
  'on-another-bill': () => msg('It is on another bill itself.', { id: 'bill-viewer.joining.why.on-another-bill', desc: 'Why an account cannot be on a bill' }),
  'holds-others': () => msg('Other accounts are on its bill. Give them their own bills first.', { id: 'bill-viewer.joining.why.holds-others', desc: 'Why an account cannot be on a bill' }),
  closed: () => msg('It is closed and has no more bills.', { id: 'bill-viewer.joining.why.closed', desc: 'Why an account cannot be on a bill' }),
};
