import type { Route } from 'playwright-core';
import type { Picture } from './pictures.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** One payment of two accounts, as the service would tell it in this state. */
const told = (status: string, more: object = {}) => ({
  of: /\/api\/v1\/payments\/pay-shown$/,
  answer: (route: Route) =>
    route.fulfill({
      json: {
        id: 'pay-shown',
        reference: 'P-7340655240',
        status,
        amount: eur(23662),
        at: '2026-11-20T09:30:00.000Z',
        parts: [
          { account: { id: 'a1', name: 'Mobile' }, bill: { id: 'b1', number: '202609-162746' }, amount: eur(6610) },
          { account: { id: 'a1', name: 'Mobile' }, bill: { id: 'b2', number: '202610-162746' }, amount: eur(13058) },
          { account: { id: 'a2', name: 'Home' }, bill: { id: 'b3', number: '202610-101047' }, amount: eur(3995) },
        ],
        means: { kind: 'card', name: 'Visa •••• 1111' },
        ...more,
      },
    }),
});

const refused = (status: number, code: string) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code, title: 'No.', trace: '4bf92f3577b34da6' }) });

const desk = { portlet: 'payment-center', path: '/payments', sign: 'fp-bills-to-pay tbody tr' } as const;
const form = { ...desk, sign: 'fp-means-choice label', press: ['button.quiet.flush'] } as const;
const parts = { ...form, sign: 'td input.amount', press: [...form.press, 'input[value="parts"]'] } as const;
const one = { portlet: 'payment-center', path: '/payments/pay-shown', sign: '[part="news"]' } as const;
const paid = { ...one, instead: told('paid', { settledAt: '2026-11-20T09:30:08.000Z' }) };
const booked = { ...desk, sign: '[part="trail"] li', press: ['fp-payment-list tbody button', 'button.quiet.flush[aria-expanded]'] } as const;

/** The states of payment-center. */
export const PAYMENT_PICTURES: readonly Picture[] = [
  { ...desk, name: 'open' },
  { ...desk, name: 'open-dark', scheme: 'dark' },
  { ...desk, name: 'open-arabic', language: 'ar' },
  { ...desk, name: 'open-phone', width: 320 },
  { ...desk, name: 'card', path: '/', sign: '[part="to-pay"]' },
  { ...form, name: 'amount', sign: '#amount', press: [...form.press, 'input[value="amount"]'] },
  { ...parts, name: 'parts' },
  { ...parts, name: 'parts-dark', scheme: 'dark' },
  { ...parts, name: 'parts-arabic', language: 'ar' },
  { ...parts, name: 'parts-phone', width: 320 },
  { ...booked, name: 'booked' },
  { ...booked, name: 'booked-dark', scheme: 'dark' },
  { ...booked, name: 'booked-arabic', language: 'ar' },
  { ...booked, name: 'booked-phone', width: 320 },
  { ...desk, name: 'unknown', sign: '[part="problem"]', press: ['button.primary'], instead: { of: /\/api\/v1\/payments$/, answer: (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()) } },
  { ...desk, name: 'closed', sign: '[part="closed"]', instead: { of: /\/api\/v1\/payment-means/, answer: refused(403, 'not-allowed') } },
  { ...desk, name: 'loading', sign: 'fp-skeleton', instead: { of: /\/api\/v1\/bills/, answer: () => new Promise<void>(() => undefined) } },
  { ...desk, name: 'empty', sign: 'fp-status-message', who: 'daniel' },
  { ...desk, name: 'failed', sign: '[part="problem"]', instead: { of: /\/api\/v1\/bills/, answer: refused(500, 'internal') } },
  { ...desk, name: 'offline', sign: '[part="problem"]', instead: { of: /\/api\/v1\/bills/, answer: (route) => route.abort() } },
  { ...one, name: 'needs-you', instead: told('needs-you', { action: { url: 'https://pay.example/pay/in_1' }, means: undefined }) },
  { ...one, name: 'processing', instead: told('processing') },
  { ...paid, name: 'paid' },
  { ...paid, name: 'paid-dark', scheme: 'dark' },
  { ...paid, name: 'paid-arabic', language: 'ar' },
  { ...paid, name: 'paid-phone', width: 320 },
  { ...one, name: 'declined', instead: told('failed', { why: 'There was not enough money on the card.' }) },
];
