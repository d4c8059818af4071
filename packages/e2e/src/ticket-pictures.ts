import type { Route } from 'playwright-core';
import type { Picture } from './pictures.ts';

const problem = (status: number, code: string) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code, title: 'Not now.', trace: '4bf92f3577b34da6' }) });

const never = () => new Promise<void>(() => undefined);

/** Ada's line at home: the same in every demo world of the usual seed. */
const LINE = 'hprgu3svfkzz';
const DAY = '2026-11-20T09:30:00.000Z';
const LATER = '2026-11-25T09:30:00.000Z';

const lists = /\/api\/v1\/tickets(\?|$)/;
const tickets = { portlet: 'ticket-raiser', path: '/support', sign: 'fp-ticket-list li' } as const;

const STEPS = ['right', 'suspension', 'incident', 'planned', 'test', 'ticket', 'answers'];

/** What is known before the form, as the service would tell it: nothing but this. */
const known = (found: Readonly<Record<string, object>>, stop?: string): NonNullable<Picture['instead']> => ({
  of: /\/api\/v1\/desk\?/,
  answer: (route) => route.fulfill({ json: { product: { id: LINE, name: 'Home 250' }, checks: STEPS.map((step) => ({ step, state: found[step] ? 'found' : 'nothing', ...found[step] })), ...(stop && { stop }), gaps: [] } }),
});

const trouble = { id: 'p1', title: 'Outage in your street', text: 'A digger cut the cable. Our people are on site.', area: 'Berlin, north of the canal', from: DAY, to: LATER, nextUpdate: LATER };
const tests = { tests: [{ kind: 'line', name: 'Line test' }, { kind: 'reboot', name: 'Modem reboot', warning: 'Your connection is interrupted for about three minutes.' }] };
const tested = (verdict: string, text: string) => ({ ...tests, lastTest: { id: 't1', kind: 'line', name: 'Line test', state: 'done', verdict, text, at: DAY, readings: [{ name: 'noiseMargin', text: 'How far the signal stands out of the noise', value: 4.2, unit: 'dB', ok: verdict === 'good' }] } });
const helped = { answers: [{ id: 'a1', title: 'Restart your router the right way' }] };

const form = { portlet: 'ticket-raiser', path: `/support/new?product=${LINE}`, sign: '[data-check="answers"]' } as const;
const hit = { ...form, sign: '[data-me-too]', instead: known({ incident: { troubles: [trouble] }, test: tests }, 'incident') } as const;
const answer = { ...form, sign: '[data-solved]', press: ['[data-check="answers"] button'] } as const;
const sites = { ...form, sign: '[part="sites"] input[type="checkbox"]', press: ['[part="sites"] summary'] } as const;

const TICKET = {
  id: 't1', number: 'T-471147', title: 'Internet is slow in the evening', kind: 'incident', severity: 'major', status: 'in-progress', product: { id: LINE, name: 'Home 250' }, raisedAt: DAY, changedAt: DAY,
  description: 'Between eight and eleven in the evening films stop.', by: { name: 'Ada Lindqvist', side: 'you' },
  entries: [
    { id: 's1', at: DAY, author: { name: 'Meridian Telecom', side: 'provider' }, status: 'in-progress', note: 'We have begun to work on it' },
    { id: 'n1', at: DAY, author: { name: 'Ada Lindqvist', side: 'you' }, note: 'It was slow again last night.' },
  ],
  clock: { running: 'provider', providerSeconds: 93_600, yourSeconds: 7200, companySeconds: 0, otherSeconds: 0, restoreDue: LATER },
};
const yes = { allowed: true };
const LADDER = [
  { level: 1, name: 'Service desk', answersWithinHours: 8, reachedAt: DAY },
  { level: 2, name: 'Team lead', answersWithinHours: 4, from: DAY },
  { level: 4, name: 'Conciliation body of the Federal Network Agency', outside: true, from: LATER, url: 'https://www.bundesnetzagentur.de/tk-schlichtung' },
];
const VISIT = { id: 'v1', state: 'booked', from: '2026-12-03T07:00:00.000Z', to: '2026-12-03T11:00:00.000Z', zone: 'Europe/Berlin', history: [{ from: '2026-12-01T07:00:00.000Z', to: '2026-12-01T11:00:00.000Z', changedAt: DAY }] };

/** A ticket as the service would tell it. */
const ticket = (more: object): NonNullable<Picture['instead']> => ({ of: /\/api\/v1\/tickets\/t1$/, answer: (route) => route.fulfill({ json: { ...TICKET, ...more } }) });
const one = (name: string, sign: string, more: object, press: readonly string[] = []): Picture => ({ portlet: 'ticket-raiser', name, path: '/support/t1', sign, press, instead: ticket(more) });

const running = { may: { amend: { allowed: false, code: 'begun' }, escalate: yes, withdraw: yes, visit: yes }, ladder: LADDER, visit: VISIT, files: [{ id: 'f1', name: 'router.png', type: 'image/png', bytes: 41_000 }], fields: [{ label: 'What have you tried?', value: 'Another cable.' }] };
const fixed = { status: 'fixed', may: { confirm: yes, reopen: { ...yes, until: LATER }, rate: yes } };
const waiting = { status: 'received', companyWaits: true, kind: 'request', title: 'Move a port', clock: { running: 'your-company', providerSeconds: 0, yourSeconds: 0, companySeconds: 90_000, otherSeconds: 0, since: DAY }, may: { amend: yes, withdraw: yes } };
const other = { id: 't2', number: 'T-815815', title: 'Films stop at night' };
const under = { over: 1, items: [{ ...other, product: 'Office 250, Hamburg', status: 'fixed' }, { ...other, id: 't3', product: 'Office 250, Lübeck', status: 'in-progress' }] };

export const TICKET_PICTURES: readonly Picture[] = [
  { ...tickets, name: 'list' },
  { ...tickets, name: 'list-dark', scheme: 'dark' },
  { ...tickets, name: 'list-arabic', language: 'ar' },
  { ...tickets, name: 'list-phone', width: 320 },
  { ...tickets, name: 'list-company', who: 'bilal' },
  { ...tickets, name: 'card', path: '/', sign: '.lead' },
  { ...tickets, name: 'loading', sign: 'fp-skeleton', instead: { of: lists, answer: never } },
  { ...tickets, name: 'empty', sign: 'fp-status-message', who: 'daniel' },
  { ...tickets, name: 'failed', sign: '[part="problem"]', instead: { of: lists, answer: problem(500, 'internal') } },
  { ...tickets, name: 'offline', sign: '[part="problem"]', instead: { of: lists, answer: (route) => route.abort() } },
  { ...tickets, name: 'missing', path: '/support/nobodys', sign: '[part="problem"]' },
  { ...hit, name: 'hit' },
  { ...hit, name: 'hit-dark', scheme: 'dark' },
  { ...hit, name: 'hit-arabic', language: 'ar' },
  { ...hit, name: 'hit-phone', width: 320 },
  { ...hit, name: 'joined', sign: '[data-joined]', instead: known({ incident: { troubles: [{ ...trouble, ticketId: 't1' }] } }, 'incident') },
  { ...hit, name: 'me-too-lost', sign: '[part="problem"]', path: '/support/new?product=bnij4ewwhnly', press: ['[data-me-too]'] },
  { ...form, name: 'planned', sign: '[part="trouble"]', instead: known({ planned: { troubles: [{ ...trouble, title: 'Planned work' }] } }, 'planned') },
  { ...form, name: 'suspended', sign: '[data-past]', instead: known({ suspension: { reason: 'A bill is overdue. The line works again when it is paid.' } }, 'suspension') },
  { ...form, name: 'no-right', sign: '[data-check="right"][data-state="found"]', instead: known({ right: { reason: 'You may look at this, but not report on it.' } }, 'right') },
  { ...form, name: 'test-good', sign: '[part="test"]', instead: known({ test: tested('good', 'Your line is in order.') }) },
  { ...form, name: 'test-bad', sign: '[part="test"] details[open]', press: ['[part="test"] summary'], instead: known({ test: tested('bad', 'We cannot reach your modem.') }) },
  { ...form, name: 'restart-asked', sign: '[data-agree]', press: ['[data-test="reboot"]'], instead: known({ test: tests }) },
  { ...form, name: 'known-ticket', sign: '[data-check="ticket"] button', instead: known({ ticket: { tickets: [{ id: 't1', number: 'T-471147', title: TICKET.title, status: 'in-progress', raisedAt: DAY, mine: false }] } }, 'ticket') },
  { ...form, name: 'not-asked', sign: '[data-check="incident"][data-state="not-asked"]', instead: { of: /\/api\/v1\/desk\?/, answer: (route) => route.fulfill({ json: { checks: STEPS.map((step) => ({ step, state: 'not-asked' })), gaps: [{ source: 'Meridian Billing', reason: 'unreachable' }] } }) } },
  { ...form, name: 'desk-failed', sign: '[part="checks"] [part="problem"]', instead: { of: /\/api\/v1\/desk\?/, answer: problem(500, 'internal') } },
  { ...answer, name: 'answer' },
  { ...answer, name: 'answer-phone', width: 320 },
  { ...answer, name: 'solved', sign: '[data-judged]', press: [...answer.press, '[data-solved="yes"]'] },
  { ...answer, name: 'verdict-lost', sign: '[part="problem"]', press: [...answer.press, '[data-solved="no"]'], instead: { of: /\/api\/v1\/desk\/verdicts$/, answer: (route) => route.abort() } },
  { ...form, name: 'form', instead: known({ answers: helped }) },
  { ...form, name: 'form-dark', scheme: 'dark', instead: known({ answers: helped }) },
  { ...form, name: 'form-arabic', language: 'ar', instead: known({ answers: helped }) },
  { ...form, name: 'form-phone', width: 320, instead: known({ answers: helped }) },
  { ...form, name: 'form-plain', sign: 'fp-ticket-form', instead: { of: /\/api\/v1\/desk\/forms$/, answer: problem(500, 'internal') } },
  { ...form, name: 'form-loading', sign: 'fp-skeleton', instead: { of: /\/api\/v1\/desk\/forms$/, answer: never } },
  { ...form, name: 'change', sign: '#form-terms', press: ['[name="kind"][value="request"]'] },
  { ...sites, name: 'more-lines' },
  { ...sites, name: 'more-lines-chosen', sign: '[data-none]', press: [...sites.press, '[data-all]'] },
  { ...sites, name: 'more-lines-phone', width: 320 },
  { ...form, name: 'nothing-to-report-on', path: '/support/new', who: 'daniel', sign: 'fp-status-message' },
  one('running', '[part="ladder"]', running),
  { ...one('running-dark', '[part="ladder"]', running), scheme: 'dark' },
  { ...one('running-arabic', '[part="ladder"]', running), language: 'ar' },
  { ...one('running-phone', '[part="ladder"]', running), width: 320 },
  one('escalating', '#said-escalate', running, ['[data-act="escalate"]']),
  one('choosing-a-visit', '[part="visit"] .row, [part="visit"] form, [part="visit"] p', running, ['[part="visit"] button:not(.quiet)']),
  one('amending', '[part="amend"][open] form', { status: 'received', may: { amend: yes, withdraw: yes } }, ['[part="amend"] summary']),
  one('fixed', '[part="window"]', fixed),
  { ...one('fixed-phone', '[part="window"]', fixed), width: 320 },
  one('opening-again', '#said-reopen', fixed, ['[data-act="reopen"]']),
  one('too-late', '[part="window"]', { ...fixed, may: { confirm: yes, reopen: { allowed: false, code: 'too-late' } } }),
  one('confirm-lost', '[part="problem"]', fixed, ['[data-act="confirm"]']),
  one('rated', '[part="acts"] ~ p:has-text("4")', { status: 'closed', rating: { stars: 4 }, may: {} }),
  one('company-waits', '[part="clock"] li', waiting),
  one('waiting-for-you', '[part="clock"] li', { status: 'waiting-for-you', clock: { ...TICKET.clock, running: 'you', since: DAY }, may: { withdraw: yes } }),
  one('incident', '[part="parent"]', { parent: { title: 'Outage in your street' }, may: { withdraw: yes } }),
  one('one-of-many', '[part="parent"]', { parent: { ...other, status: 'in-progress' }, may: {} }),
  one('many', '[part="under"]', { children: 2, product: undefined, under, may: { withdraw: yes } }),
  one('merged', '[part="merged"]', { status: 'cancelled', mergedInto: other, may: {} }),
  one('merged-from', '[part="merged"]', { mergedFrom: [other], may: {} }),
  one('became-an-order', '[part="became"]', { ...fixed, became: { kind: 'order', id: 'o1', number: 'O-4711' } }),
  one('became-a-credit', '[part="became"]', { status: 'closed', became: { kind: 'credit', id: 'c1' }, may: {} }),
];
