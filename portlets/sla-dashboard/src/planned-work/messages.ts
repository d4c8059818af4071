import type { WorkObjection } from '@faceplate/contracts';
import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Planned work', { id: 'sla-dashboard.work.heading', desc: 'Heading over work that is announced' }),
  none: () => msg('No work is planned on your services.', { id: 'sla-dashboard.work.none', desc: 'When nothing is announced' }),
  cannot: () => msg('We cannot say right now what is planned.', { id: 'sla-dashboard.work.cannot', desc: 'The list of planned work could not be read' }),
  running: () => msg('Under way', { id: 'sla-dashboard.work.running', desc: 'State of planned work' }),
  services: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# of your services} other {# of your services}}', { id: 'sla-dashboard.work.services', desc: 'Opens the names of the services that planned work touches' }), locale),
  calendar: () => msg('Into my calendar', { id: 'sla-dashboard.work.calendar', desc: 'Button: planned work as a calendar file' }),
  csv: () => msg('All months and intervals (CSV)', { id: 'sla-dashboard.work.csv', desc: 'Button: every figure and interval as a table' }),
  failed: () => msg('The file could not be made. Try again in a moment.', { id: 'sla-dashboard.work.failed', desc: 'A download failed' }),
  more: () => msg('Move work, freeze weeks, subscribe', { id: 'sla-dashboard.work.more', desc: 'Button to the page of planned work: objections, freeze periods, calendar link' }),
  conflict: () => msg('In your freeze', { id: 'sla-dashboard.work.conflict', desc: 'Sign on planned work that falls into days in which the company wants none' }),
  inFreeze: (organization: string, from: string, to: string) => msg(str`${isolated(organization)} wants no work from ${from} to ${to}.`, { id: 'sla-dashboard.work.in-freeze', desc: 'The freeze period that planned work falls into; two days' }),
  object: () => msg('Ask to have it moved', { id: 'sla-dashboard.work.object', desc: 'Opens the form' }),
  why: () => msg('Why should it be moved?', { id: 'sla-dashboard.work.why', desc: 'Field: reason of the wish' }),
  missing: () => msg('Say in a few words why.', { id: 'sla-dashboard.work.missing', desc: 'The reason was left empty' }),
  notBefore: () => msg('Not before this day (if you know)', { id: 'sla-dashboard.work.not-before', desc: 'Field: first day that would suit' }),
  notBeforeDay: (day: string) => msg(str`Not before ${day}.`, { id: 'sla-dashboard.work.not-before-day', desc: 'What was asked for; a day' }),
  send: () => msg('Send the wish', { id: 'sla-dashboard.work.send', desc: 'Button: asks to have work moved' }),
  asked: () => msg('We have your wish. The answer appears here, and we write to you.', { id: 'sla-dashboard.work.asked', desc: 'After asking to have work moved' }),
  begun: () => msg('This work has begun, is over, or was called off.', { id: 'sla-dashboard.work.begun', desc: 'Too late to ask' }),
  twice: () => msg('A colleague has asked for that already.', { id: 'sla-dashboard.work.twice', desc: 'Somebody of the company has asked, and the answer is awaited' }),
  answer: () => msg('Our answer:', { id: 'sla-dashboard.work.answer', desc: 'Before the answer of the operator' }),
  ticket: () => msg('Show the ticket', { id: 'sla-dashboard.work.ticket', desc: 'Button to the ticket of the wish' }),
  freezes: () => msg('Days without work', { id: 'sla-dashboard.work.freezes', desc: 'Heading over freeze periods' }),
  freezeHelp: () => msg('Tell us when your company wants no work on its services. We plan around it where we can; what falls into it is marked.', { id: 'sla-dashboard.work.freeze-help', desc: 'What freeze periods are for' }),
  noFreezes: () => msg('No such days are stated.', { id: 'sla-dashboard.work.no-freezes', desc: 'When there is no freeze period' }),
  notYours: () => msg('Whoever manages your company can state some.', { id: 'sla-dashboard.work.not-yours', desc: 'The person may not state freeze periods' }),
  days: (from: string, to: string) => msg(str`${from} to ${to}`, { id: 'sla-dashboard.work.days', desc: 'A span of days; two dates' }),
  from: () => msg('First day', { id: 'sla-dashboard.work.from', desc: 'Field of a freeze period' }),
  to: () => msg('Last day', { id: 'sla-dashboard.work.to', desc: 'Field of a freeze period' }),
  reason: () => msg('What for (if you like)', { id: 'sla-dashboard.work.reason', desc: 'Field of a freeze period' }),
  organization: () => msg('Holds for', { id: 'sla-dashboard.work.organization', desc: 'Field of a freeze period: which part of the company' }),
  state: () => msg('State these days', { id: 'sla-dashboard.work.state', desc: 'Button: keeps a freeze period' }),
  kept: () => msg('Stated. We see it when we plan.', { id: 'sla-dashboard.work.kept', desc: 'After a freeze period was kept' }),
  full: () => msg('You have stated as many as there can be. Remove one first.', { id: 'sla-dashboard.work.full', desc: 'There are too many freeze periods' }),
  bothDays: () => msg('Give the first and the last day.', { id: 'sla-dashboard.work.both-days', desc: 'A day of a freeze period is missing' }),
  turned: () => msg('The last day is before the first.', { id: 'sla-dashboard.work.turned', desc: 'The days of a freeze period are the wrong way round' }),
  remove: (days: string) => msg(str`Remove ${days}`, { id: 'sla-dashboard.work.remove', desc: 'Button: takes a freeze period away; its days' }),
  feed: () => msg('In your own calendar', { id: 'sla-dashboard.work.feed', desc: 'Heading over the calendar link' }),
  feedHelp: () => msg('Give this address to your calendar program: it shows planned work, moved and called off too, without signing in. Whoever has the address sees the same, so keep it to yourself.', { id: 'sla-dashboard.work.feed-help', desc: 'What a calendar link is' }),
  makeFeed: () => msg('Make an address', { id: 'sla-dashboard.work.make-feed', desc: 'Button: makes the calendar link' }),
  makeAnew: () => msg('Make a new one (the old one ends)', { id: 'sla-dashboard.work.make-anew', desc: 'Button: replaces the calendar link' }),
  withdraw: () => msg('Withdraw it', { id: 'sla-dashboard.work.withdraw', desc: 'Button: the calendar link ends' }),
  withdrawn: () => msg('Withdrawn. Calendars that have it get nothing more.', { id: 'sla-dashboard.work.withdrawn', desc: 'After the calendar link was withdrawn' }),
  made: () => msg('Made. Copy it into your calendar program.', { id: 'sla-dashboard.work.made', desc: 'After the calendar link was made' }),
  copy: () => msg('Copy the address', { id: 'sla-dashboard.work.copy', desc: 'Button: copies the calendar link' }),
  copied: () => msg('Copied', { id: 'sla-dashboard.work.copied', desc: 'The calendar link is in the clipboard' }),
  feedElsewhere: () => msg('You have one. It is shown on our own pages only.', { id: 'sla-dashboard.work.feed-elsewhere', desc: 'On a page of somebody else the calendar link is not shown' }),
  neverRead: () => msg('No calendar has fetched it yet.', { id: 'sla-dashboard.work.never-read', desc: 'The calendar link was not used so far' }),
  readAt: (when: string) => msg(str`Last fetched ${when}`, { id: 'sla-dashboard.work.read-at', desc: 'When a calendar has fetched the link last' }),
};

const answers: Record<WorkObjection['state'], { tone: Tone; word: () => string }> = {
  asked: { tone: 'info', word: () => msg('You asked to have it moved', { id: 'sla-dashboard.work.objection.asked', desc: 'State of a wish to have work moved: the answer is awaited' }) },
  moved: { tone: 'positive', word: () => msg('Moved, as you asked', { id: 'sla-dashboard.work.objection.moved', desc: 'State of a wish to have work moved' }) },
  refused: { tone: 'notice', word: () => msg('It stays when it is', { id: 'sla-dashboard.work.objection.refused', desc: 'State of a wish to have work moved' }) },
  answered: { tone: 'neutral', word: () => msg('Answered', { id: 'sla-dashboard.work.objection.answered', desc: 'State of a wish to have work moved: the answer is in words' }) },
  withdrawn: { tone: 'neutral', word: () => msg('Taken back', { id: 'sla-dashboard.work.objection.withdrawn', desc: 'State of a wish to have work moved' }) },
};
export const answerOf = (state: WorkObjection['state']) => ({ tone: answers[state].tone, word: answers[state].word() });
