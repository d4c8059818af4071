import type { ServicePart } from '@faceplate/contracts';
import { msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  budget: () => msg('How much may it be down?', { id: 'sla-dashboard.month.budget', desc: 'Heading over the error budget of a month' }),
  bar: (used: string, allowed: string) => msg(str`${used} used of ${allowed} allowed`, { id: 'sla-dashboard.month.bar', desc: 'What the bar of the error budget shows; both are lengths of time' }),
  allowed: () => msg('Allowed in the whole month', { id: 'sla-dashboard.month.allowed', desc: 'Fact: time the target allows to be down' }),
  used: () => msg('Used so far', { id: 'sla-dashboard.month.used', desc: 'Fact: time down so far' }),
  left: () => msg('Left', { id: 'sla-dashboard.month.left', desc: 'Fact: time that may still be down' }),
  over: () => msg('Too much by', { id: 'sla-dashboard.month.over', desc: 'Fact: time down beyond what is allowed' }),
  pace: () => msg('Pace', { id: 'sla-dashboard.month.pace', desc: 'Fact: how fast the allowed time is being used (burn rate)' }),
  times: (count: string) => msg(str`${count} times what is allowed`, { id: 'sla-dashboard.month.times', desc: 'Burn rate: a number such as 2.4' }),
  spentAt: (when: string) => msg(str`At this pace nothing is left on ${when}.`, { id: 'sla-dashboard.month.spent-at', desc: 'When the error budget is spent if things go on like this' }),
  spentIfDown: (when: string) => msg(str`If it went down now and stayed so, nothing would be left at ${when}.`, { id: 'sla-dashboard.month.spent-if-down', desc: 'When the error budget would be spent by an outage from now on' }),
  credit: () => msg('What you get back', { id: 'sla-dashboard.month.credit', desc: 'Heading over the credit for a missed month' }),
  expected: () => msg('The month is not settled yet. This is what it would be now.', { id: 'sla-dashboard.month.expected', desc: 'The credit is reckoned but cannot be claimed yet' }),
  claimable: () => msg('You can ask for it now. It comes with your next bill.', { id: 'sla-dashboard.month.claimable', desc: 'The credit can be claimed' }),
  granted: (amount: string) => msg(str`${amount} was given back.`, { id: 'sla-dashboard.month.granted', desc: 'The credit was granted' }),
  nextBill: () => msg('It is on your next bill.', { id: 'sla-dashboard.month.next-bill', desc: 'A granted credit that no bill has taken yet' }),
  onBill: () => msg('Show it on the bill', { id: 'sla-dashboard.month.on-bill', desc: 'Button to the line of the bill that has the credit' }),
  differs: (amount: string) => msg(str`By the steps below it would be ${amount}.`, { id: 'sla-dashboard.month.differs', desc: 'What was given back is not what we reckon' }),
  claim: (amount: string) => msg(str`Get ${amount} back`, { id: 'sla-dashboard.month.claim', desc: 'Button that claims the credit' }),
  claiming: () => msg('Asking …', { id: 'sla-dashboard.month.claiming', desc: 'While the claim is sent' }),
  claimFailed: () => msg('That did not arrive. Try again: nothing is given twice.', { id: 'sla-dashboard.month.claim-failed', desc: 'The claim could not be sent' }),
  claimForbidden: () => msg('You may not ask for it. Whoever manages this account can.', { id: 'sla-dashboard.month.claim-forbidden', desc: 'The person lacks the right to claim the credit' }),
  claimRefused: () => msg('We cannot give it back now. Ask us why.', { id: 'sla-dashboard.month.claim-refused', desc: 'The claim arrived and was refused; a button to ask follows' }),
  ask: () => msg('Ask us', { id: 'sla-dashboard.month.ask', desc: 'Button to a new ticket about a credit that was refused' }),
  notForStaff: () => msg('Only the customer can ask for it.', { id: 'sla-dashboard.month.not-for-staff', desc: 'Shown to staff who act for a customer instead of the button' }),
  working: () => msg('How it is reckoned', { id: 'sla-dashboard.month.working', desc: 'Caption of the steps that lead to the credit' }),
  downTime: () => msg('Down, of what was allowed', { id: 'sla-dashboard.month.down-time', desc: 'Step: time down and time allowed so far' }),
  step: () => msg('Step reached', { id: 'sla-dashboard.month.step', desc: 'Step: which step of the ladder' }),
  above: (times: string, percent: string) => msg(str`More than ${times} times: ${percent}`, { id: 'sla-dashboard.month.above', desc: 'A step by how many times the allowed time was used' }),
  below: (share: string, percent: string) => msg(str`Less than ${share}: ${percent}`, { id: 'sla-dashboard.month.below', desc: 'A step by availability' }),
  fee: () => msg('Monthly price, tax included', { id: 'sla-dashboard.month.fee', desc: 'Step: what the service costs a month' }),
  cap: () => msg('Never more than', { id: 'sla-dashboard.month.cap', desc: 'Step: the cap of the credit' }),
  amount: () => msg('You get back', { id: 'sla-dashboard.month.amount', desc: 'Last step: the credit' }),
  accounts: () => msg('Where every second went', { id: 'sla-dashboard.month.accounts', desc: 'Caption of the table that splits intervals into parts' }),
  interval: () => msg('From', { id: 'sla-dashboard.month.interval', desc: 'Column: when the interval began' }),
  parts: () => msg('What became of it', { id: 'sla-dashboard.month.parts', desc: 'Column: how the interval was counted' }),
  pdf: () => msg('All services, this month (PDF)', { id: 'sla-dashboard.month.pdf', desc: 'Button: the monthly pack' }),
  saveFailed: () => msg('The file could not be made. Try again in a moment.', { id: 'sla-dashboard.month.save-failed', desc: 'A download failed' }),
};

const parts: Record<ServicePart['kind'], () => string> = {
  down: () => msg('counts', { id: 'sla-dashboard.month.part.down', desc: 'Part of an interval, after a length of time: it counts against the provider' }),
  'left-out': () => msg('left out', { id: 'sla-dashboard.month.part.left-out', desc: 'Part of an interval: planned work or waiting' }),
  unknown: () => msg('not measured', { id: 'sla-dashboard.month.part.unknown', desc: 'Part of an interval: no data' }),
  'outside-hours': () => msg('outside service hours', { id: 'sla-dashboard.month.part.outside-hours', desc: 'Part of an interval' }),
  'in-maintenance': () => msg('during planned work', { id: 'sla-dashboard.month.part.in-maintenance', desc: 'Part of an interval' }),
  'in-waiting': () => msg('while we waited for you', { id: 'sla-dashboard.month.part.in-waiting', desc: 'Part of an interval' }),
  'too-short': () => msg('too short to count', { id: 'sla-dashboard.month.part.too-short', desc: 'Part of an interval' }),
  'not-planned': () => msg('not announced in time', { id: 'sla-dashboard.month.part.not-planned', desc: 'Part of planned work that does not count as planned' }),
  'known-down': () => msg('known to be down', { id: 'sla-dashboard.month.part.known-down', desc: 'Part of a time without data in which an outage is known' }),
  overlap: () => msg('counted with another', { id: 'sla-dashboard.month.part.overlap', desc: 'Part of an interval that another one bears' }),
};
export const partOf = (kind: ServicePart['kind']) => parts[kind]();
