import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  help: () => msg('Moving out or leaving? Get a bill now of what you have used so far. It is due like every other bill, and your next bill does not ask for it again.', { id: 'bill-viewer.interim.help', desc: 'Says what a bill before its time is for, and what follows from it' }),
  account: () => msg('Account', { id: 'bill-viewer.interim.account', desc: 'Label: for which account the bill is to be made' }),
  holds: (period: string) => msg(str`What it would hold, ${period}`, { id: 'bill-viewer.interim.holds', desc: 'Over the parts of a bill that is not made yet; the time it covers' }),
  part: (kind: string, count: string) => msg(str`${kind} (${count})`, { id: 'bill-viewer.interim.part', desc: 'A kind of charge, and how many lines of it' }),
  tax: (name: string, rate: string) => msg(str`${name} ${rate}`, { id: 'bill-viewer.interim.tax', desc: 'A tax and its rate' }),
  total: () => msg('Total', { id: 'bill-viewer.interim.total', desc: 'What the bill would come to' }),
  meanwhile: () => msg('A charge that comes in meanwhile is on it, too.', { id: 'bill-viewer.interim.meanwhile', desc: 'Below what a bill would hold' }),
  unforetold: () => msg('What it will hold we can only say once it is there.', { id: 'bill-viewer.interim.unforetold', desc: 'Where the billing system tells a sum and no parts' }),
  make: (amount: string) => msg(str`Get this bill now: ${amount} to pay`, { id: 'bill-viewer.interim.make', desc: 'Button: asks for the bill; what will be due by it' }),
  makeUnknown: () => msg('Get this bill now', { id: 'bill-viewer.interim.make-unknown', desc: 'Button: asks for the bill, where the amount is not known' }),
  making: () => msg('Your bill is being made. You can go on; it will be in your list.', { id: 'bill-viewer.interim.making', desc: 'While a bill is made' }),
  late: () => msg('It takes longer than usual. We keep at it; you need not ask again.', { id: 'bill-viewer.interim.late', desc: 'While a bill is made, after some time' }),
  ready: (number: string) => msg(str`Bill ${isolated(number)} is there`, { id: 'bill-viewer.interim.ready', desc: 'Heading when a bill that was asked for is there; its number' }),
  open: () => msg('Open the bill', { id: 'bill-viewer.interim.open', desc: 'Button: opens the bill that was made' }),
  earlier: (count: number, locale: string) => plural(count, msg('{count, plural, one {Asked for before} other {Asked for before: #}}', { id: 'bill-viewer.interim.earlier', desc: 'Over bills that were asked for earlier; how many' }), locale),
  refused: () => msg('There was no bill to make', { id: 'bill-viewer.interim.refused', desc: 'Heading when the billing system refused' }),
  failed: () => msg('The bill could not be made', { id: 'bill-viewer.interim.failed', desc: 'Heading when the making of a bill failed; nothing was billed' }),
  failedHelp: () => msg('Nothing was billed. Ask for it again, or contact us.', { id: 'bill-viewer.interim.failed.help', desc: 'What to do after the making of a bill failed' }),
  lost: () => msg('We do not know whether that arrived', { id: 'bill-viewer.interim.lost', desc: 'Heading when the request got no answer' }),
  lostHelp: () => msg('Press the button again: it is made once, however often you press.', { id: 'bill-viewer.interim.lost.help', desc: 'What to do when the request got no answer' }),
  nothing: () => msg('Everything so far is on a bill', { id: 'bill-viewer.interim.nothing', desc: 'Heading when there is nothing to bill' }),
  nothingHelp: () => msg('There is nothing new to bill. Your newest bill, or the letter that confirms your balance, says how you stand.', { id: 'bill-viewer.interim.nothing.help', desc: 'What to do instead when there is nothing to bill' }),
  elsewhere: () => msg('Its charges are on the bill of another account', { id: 'bill-viewer.interim.elsewhere', desc: 'Heading when an account has no bill of its own' }),
  elsewhereHelp: () => msg('Get a bill of that account: it holds what both have used so far.', { id: 'bill-viewer.interim.elsewhere.help', desc: 'What to do instead, where the other account is the person’s too' }),
  elsewhereAsk: () => msg('Only who pays that account can get a bill early. Ask them.', { id: 'bill-viewer.interim.elsewhere.ask', desc: 'What to do instead, where the other account is somebody else’s' }),
  choose: (name: string) => msg(str`Choose ${isolated(name)}`, { id: 'bill-viewer.interim.choose', desc: 'Button: the account to get a bill for; its name' }),
  unknown: () => msg('We cannot see right now what you have used so far, so we cannot bill it. Try again later.', { id: 'bill-viewer.interim.unknown', desc: 'When what would be billed cannot be read' }),
  notYours: () => msg('Only the holder of this account can get a bill early. Ask them.', { id: 'bill-viewer.interim.not-yours', desc: 'When the person may see bills but not ask for one' }),
};
