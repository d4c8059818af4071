import type { CheckStep, DeskCheck, LineTest } from '@faceplate/contracts';
import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('What we know already', { id: 'ticket-raiser.desk.heading', desc: 'Heading over what is looked at before the form' }),
  looking: () => msg('We look for known trouble, planned work and open tickets…', { id: 'ticket-raiser.desk.looking', desc: 'While the checks run' }),
  found: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# thing found} other {# things found}}', { id: 'ticket-raiser.desk.found', desc: 'How many of the looks before the form found something' }), locale),
  past: () => msg('Write to us all the same', { id: 'ticket-raiser.desk.past', desc: 'Button that goes on to the form although something was found' }),
  suspended: () => msg('This line is suspended. It works again when it is opened.', { id: 'ticket-raiser.desk.suspended', desc: 'The line is suspended' }),
  colleague: () => msg('Raised by a colleague', { id: 'ticket-raiser.desk.colleague', desc: 'A ticket a colleague raised' }),
  ticket: (number: string) => msg(str`Ticket ${isolated(number)}`, { id: 'ticket-raiser.desk.ticket', desc: 'A ticket, by its number' }),
  since: (date: string) => msg(str`Since ${isolated(date)}.`, { id: 'ticket-raiser.desk.since', desc: 'Since when it is so' }),
  until: (date: string) => msg(str`Expected to be over by ${isolated(date)}.`, { id: 'ticket-raiser.desk.until', desc: 'When it is expected to be over' }),
  nextUpdate: (date: string) => msg(str`We tell you more by ${isolated(date)}.`, { id: 'ticket-raiser.desk.next-update', desc: 'When the next word comes' }),
  joined: () => msg('We tell you when it is fixed. You need not do anything.', { id: 'ticket-raiser.desk.joined', desc: 'After me too' }),
  openTicket: () => msg('See how it goes', { id: 'ticket-raiser.desk.open', desc: 'Button to the ticket' }),
  meToo: () => msg('Me too: tell me when it is fixed', { id: 'ticket-raiser.desk.me-too', desc: 'Button: it hits me too' }),
  warning: () => msg('This interrupts your line', { id: 'ticket-raiser.desk.warning', desc: 'Heading over what a restart interrupts' }),
  agree: () => msg('Restart now', { id: 'ticket-raiser.desk.agree', desc: 'Button that agrees to the interruption' }),
  testing: () => msg('The test is running…', { id: 'ticket-raiser.desk.testing', desc: 'While a test runs' }),
  before: () => msg('Before that:', { id: 'ticket-raiser.desk.before', desc: 'Heading over the test before' }),
  done: () => msg('Done', { id: 'ticket-raiser.desk.done', desc: 'A test is done' }),
  notDone: () => msg('Could not be done', { id: 'ticket-raiser.desk.not-done', desc: 'A test could not be done' }),
  figures: () => msg('What was measured', { id: 'ticket-raiser.desk.figures', desc: 'Summary of the measured figures' }),
  outOfRange: () => msg('not as it should be', { id: 'ticket-raiser.desk.out-of-range', desc: 'A figure that is not right' }),
  didItHelp: () => msg('Did this solve it?', { id: 'ticket-raiser.desk.did-it-help', desc: 'Question below a page of help' }),
  yes: () => msg('Yes', { id: 'ticket-raiser.desk.yes', desc: 'It solved it' }),
  no: () => msg('No', { id: 'ticket-raiser.desk.no', desc: 'It did not solve it' }),
  solved: () => msg('Good. You need not write to us, and we know now that this helps.', { id: 'ticket-raiser.desk.solved', desc: 'After yes' }),
  notSolved: () => msg('Thank you. Write to us below; we know that this did not help.', { id: 'ticket-raiser.desk.not-solved', desc: 'After no' }),
  failed: () => msg('This did not work. Try it again.', { id: 'ticket-raiser.desk.failed', desc: 'When an act failed' }),
};

export const steps: Readonly<Record<CheckStep, () => string>> = {
  right: () => msg('Your right to report on it', { id: 'ticket-raiser.desk.step.right', desc: 'Something that is looked at before the form' }),
  suspension: () => msg('Suspended or unpaid', { id: 'ticket-raiser.desk.step.suspension', desc: 'Something that is looked at before the form' }),
  incident: () => msg('Known trouble', { id: 'ticket-raiser.desk.step.incident', desc: 'Something that is looked at before the form' }),
  planned: () => msg('Planned work', { id: 'ticket-raiser.desk.step.planned', desc: 'Something that is looked at before the form' }),
  test: () => msg('Line test', { id: 'ticket-raiser.desk.step.test', desc: 'Something that is looked at before the form' }),
  ticket: () => msg('Open tickets about it', { id: 'ticket-raiser.desk.step.ticket', desc: 'Something that is looked at before the form' }),
  answers: () => msg('Answers that may help', { id: 'ticket-raiser.desk.step.answers', desc: 'Something that is looked at before the form' }),
};

export const states: Readonly<Record<DeskCheck['state'], () => string>> = {
  found: () => msg('Found', { id: 'ticket-raiser.desk.state.found', desc: 'What came of a look' }),
  nothing: () => msg('Nothing found', { id: 'ticket-raiser.desk.state.nothing', desc: 'What came of a look' }),
  'not-asked': () => msg('Could not be asked', { id: 'ticket-raiser.desk.state.not-asked', desc: 'What came of a look' }),
};

export const verdicts: Readonly<Record<NonNullable<LineTest['verdict']>, { tone: Tone; word: () => string }>> = {
  good: { tone: 'positive', word: () => msg('In order', { id: 'ticket-raiser.desk.verdict.good', desc: 'What a test found' }) },
  degraded: { tone: 'notice', word: () => msg('Not as it should be', { id: 'ticket-raiser.desk.verdict.degraded', desc: 'What a test found' }) },
  bad: { tone: 'critical', word: () => msg('Out of order', { id: 'ticket-raiser.desk.verdict.bad', desc: 'What a test found' }) },
};
