import type { Route } from 'playwright-core';
import type { Picture } from './pictures.ts';

const refused = (route: Route) =>
  route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ status: 500, code: 'internal', title: 'Not now.', trace: '4bf92f3577b34da6' }) });

const never = () => new Promise<void>(() => undefined);

const lists = /\/api\/v1\/orders(\?|$)/;
const orders = { portlet: 'order-tracker', path: '/orders', sign: 'fp-order-list li' } as const;
const one = { ...orders, sign: 'fp-order-line .timeline li', press: ['fp-order-list li:has-text("TV Box") button'] } as const;
const visit = { ...orders, sign: '[part="visit"] .days button', press: ['fp-order-list li:has-text("Fibre 500") button'] } as const;
const day = '2026-11-20T09:30:00.000Z';

/** One line of whichever order is opened, as the service would tell it. */
const line = (facts: object, order: object = {}): NonNullable<Picture['instead']> => ({
  of: /\/api\/v1\/orders\/[^/?]+$/,
  answer: async (route: Route) => {
    const response = await route.fetch();
    const told = (await response.json()) as { items: object[] };
    return route.fulfill({ response, json: { ...told, items: [{ ...told.items[0], ...facts }], ...order } });
  },
});

const waits = (kind: string, text: string, more: object = {}) =>
  line({ stage: 'waiting-for-you', actor: 'you', choose: undefined, need: { kind, text, askedAt: day, until: '2026-12-04T09:30:00.000Z', ...more } });

const booked = { id: 'v1', state: 'booked', from: '2026-12-03T07:00:00.000Z', to: '2026-12-03T11:00:00.000Z', zone: 'Europe/Berlin', history: [{ from: '2026-12-01T07:00:00.000Z', to: '2026-12-01T11:00:00.000Z', changedAt: day }] };
const movable = { may: { contact: { allowed: true } } };

export const ORDER_PICTURES: readonly Picture[] = [
  { ...orders, name: 'list' },
  { ...orders, name: 'list-dark', scheme: 'dark' },
  { ...orders, name: 'list-arabic', language: 'ar' },
  { ...orders, name: 'list-phone', width: 320 },
  { ...orders, name: 'filtered', path: '/orders?only=ended' },
  { ...orders, name: 'nothing-fits', path: '/orders?search=nowhere', sign: 'fp-status-message' },
  { ...orders, name: 'loading', sign: 'fp-skeleton', instead: { of: lists, answer: never } },
  { ...orders, name: 'empty', sign: 'fp-status-message', who: 'daniel' },
  { ...orders, name: 'failed', sign: '[part="problem"]', instead: { of: lists, answer: refused } },
  { ...orders, name: 'offline', sign: '[part="problem"]', instead: { of: lists, answer: (route) => route.abort() } },
  { ...orders, name: 'report', who: 'bilal', sign: '[part="report"] #report-period', press: ['[part="report"] summary'] },
  { ...orders, name: 'missing', path: '/orders/nobodys', sign: '[part="problem"]' },
  { ...one, name: 'late' },
  { ...one, name: 'late-dark', scheme: 'dark' },
  { ...one, name: 'late-phone', width: 320 },
  { ...one, name: 'changing', sign: 'details[open] form, details[open] p', press: [...one.press, 'details summary'] },
  { ...visit, name: 'choosing-a-visit' },
  { ...visit, name: 'choosing-a-visit-arabic', language: 'ar' },
  { ...visit, name: 'choosing-a-visit-phone', width: 320 },
  { ...one, name: 'visit', sign: '#visit-when', instead: line(movable, { visit: { ...booked, changeUntil: '2026-12-02T11:00:00.000Z' } }) },
  { ...one, name: 'visit-too-late', sign: '#visit-when', instead: line({ may: {} }, { visit: booked }) },
  { ...one, name: 'document', sign: '.asks input', instead: waits('document', 'Please send us your proof of address.') },
  { ...one, name: 'address', sign: '.asks input', instead: waits('address', 'Which flat is it?') },
  { ...one, name: 'number', sign: '.asks input', instead: waits('number', 'Which number would you like?', { choices: [{ id: '1', name: '+49 151 2345678' }, { id: '2', name: '+49 151 8765432' }] }) },
  { ...one, name: 'answer', sign: '.asks textarea', instead: waits('note', 'How do we get in?') },
  { ...one, name: 'answer-missing', sign: '.asks [aria-invalid="true"]', press: [...one.press, '.asks form button'], instead: waits('note', 'How do we get in?') },
  { ...one, name: 'esim', sign: '.asks button', instead: line({ choose: undefined, activation: { kind: 'esim', state: 'ready', code: 'LPA:1$rsp.meridian.example$QR7K2' } }) },
  { ...one, name: 'esim-running', sign: '.asks progress', instead: line({ choose: undefined, activation: { kind: 'esim', state: 'running', since: day } }) },
  { ...one, name: 'esim-failed', sign: '.asks button', instead: line({ choose: undefined, activation: { kind: 'esim', state: 'failed', result: 'Your telephone did not answer.' } }) },
];
