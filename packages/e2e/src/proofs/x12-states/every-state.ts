import type { Route } from 'playwright-core';
import { CHECKOUT_PICTURES } from '../../checkout-pictures.ts';
import { INCIDENT_PICTURES } from '../../incident-pictures.ts';
import { ORDER_PICTURES } from '../../order-pictures.ts';
import { PAYMENT_PICTURES } from '../../payment-pictures.ts';
import { type Picture, PICTURES } from '../../pictures.ts';
import { SHOP_PICTURES } from '../../shop-pictures.ts';
import { SLA_PICTURES } from '../../sla-pictures.ts';
import { TICKET_PICTURES } from '../../ticket-pictures.ts';

const line = { portlet: 'bill-viewer', path: '/bills', sign: '[slot="detail"] li', press: ['fp-bill-list tbody button', 'fp-charge-list button.opener:has-text("Roaming outside")'] } as const;
const form = { ...line, sign: 'fp-dispute-form form', press: [...line.press, '[slot="detail"] button.quiet.flush'] } as const;

const OPEN = ['in-review', 'needs-you'];
const DAY = '2026-11-20T09:30:00.000Z';

/** A bill whose every line is disputed, and the dispute as the service would tell it in this state. */
function disputed(status: string, more: object = {}): NonNullable<Picture['instead']> {
  const amount = { amount: 1198, currency: 'EUR' };
  const dispute = { id: 'd1', number: 'D-1', bill: { id: 'b1' }, amount, status, raisedAt: DAY, changedAt: DAY, description: 'I was at home.', entries: [], files: [], canAppeal: false, canWithdraw: false, ...more };
  const answer = async (route: Route) => {
    if (route.request().url().endsWith('/d1')) return route.fulfill({ json: dispute });
    const response = await route.fetch();
    const bill = (await response.json()) as { charges: object[] };
    const charges = bill.charges.map((charge) => ({ ...charge, dispute: { id: 'd1', amount, open: OPEN.includes(status) } }));
    return route.fulfill({ response, json: { ...bill, charges } });
  };
  return { of: /\/api\/v1\/(bills\/[^/?]+|disputes\/d1)(\?|$)/, answer };
}

const dispute = { ...line, sign: 'fp-dispute-status p' } as const;
const outcome = { granted: { amount: 800, currency: 'EUR' }, why: 'Two of the six days were ours.', at: DAY, creditId: 'c1' };

/** What pictures leave out: a line of a bill, its uses, and what is disputed of it. */
const MORE: readonly Picture[] = [
  { ...line, name: 'line' },
  { ...line, name: 'uses', sign: 'fp-usage-events tbody tr', press: [...line.press, '[slot="detail"] button:not(.quiet)'] },
  { ...line, name: 'papers of a bill', sign: '[part="papers"] details[open] button', press: ['fp-bill-list tbody button', '[part="papers"] summary'] },
  { ...form, name: 'dispute form' },
  { ...form, name: 'dispute form, wrong', sign: 'fp-dispute-form [aria-invalid="true"]', press: [...form.press, 'fp-dispute-form button[type="submit"]'] },
  { ...dispute, name: 'disputed', instead: disputed('in-review', { canWithdraw: true, expectedBy: DAY }) },
  { ...dispute, name: 'disputed, answer wanted', sign: 'fp-dispute-status textarea', instead: disputed('needs-you', { canWithdraw: true }) },
  { ...dispute, name: 'dispute partly granted', instead: disputed('partly-granted', { canAppeal: true, outcome }) },
  { ...dispute, name: 'dispute refused', instead: disputed('refused', { canAppeal: true, outcome: { ...outcome, granted: { amount: 0, currency: 'EUR' } } }) },
];

const summaries = '[part="papers"] details';
const interim = { portlet: 'bill-viewer', path: '/bills', sign: '[part="interim"] [part="preview"]', press: ['[part="interim"] summary'] } as const;
const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** What is known of bills before their time, as the service would tell it. */
const interims = (items: readonly object[], more: object = {}): NonNullable<Picture['instead']> => ({
  of: /\/api\/v1\/interim-bills(\?|$)/,
  answer: (route: Route) => route.fulfill({ json: { items, total: items.length, preview: [], gaps: [], ...more } }),
});

const asked = { id: 'i1', account: { id: 'a1', name: 'Mobile' }, origin: 'Meridian Billing', changedAt: DAY };

const joining = { portlet: 'bill-viewer', path: '/bills', sign: '[part="joining-preview"]', press: ['[name="joining-target"]'] } as const;
const accounts = { account: { id: 'a1', name: 'Home' }, with: { id: 'a2', name: 'Mobile' }, nextBill: '2026-12-01', lastBill: eur(3995), refusals: [], holds: [], targets: [], gaps: [] };

/** On whose bill an account stands, as the service would tell it. */
const joined = (state: string, more: object): NonNullable<Picture['instead']> => ({
  of: /\/api\/v1\/accounts\/[^/]+\/consolidation$/,
  answer: (route: Route) => route.fulfill({ json: { ...accounts, state, ...more } }),
});

const booked = { portlet: 'payment-center', path: '/payments', sign: '[part="trail"] li', press: ['fp-payment-list tbody button', 'button.quiet.flush[aria-expanded]'] } as const;
const trail = /\/api\/v1\/payments\/[^/]+\/trail$/;

/** Two systems that contradict each other. */
async function differing(route: Route): Promise<void> {
  const response = await route.fetch();
  const mismatches = [{ kind: 'amount-differs', says: 'Billing has another amount.', expected: eur(13_058), found: eur(13_057), payment: { id: 'p1', number: 'P-1' } }];
  return route.fulfill({ response, json: { ...((await response.json()) as object), mismatches } });
}

const BOOKED: readonly Picture[] = [
  { ...booked, name: 'booked, and not alike', sign: '[part="verdict"] li', instead: { of: trail, answer: differing } },
  { ...booked, name: 'booked, cannot be read', sign: '[part="problem"]', instead: { of: trail, answer: (route) => route.abort() } },
  { ...booked, name: 'booked, no such bill', path: '/payments?booked=nowhere', sign: '[part="problem"]', press: [] },
];

const BEFORE_TIME: readonly Picture[] = [
  { ...interim, name: 'letter on the balance', sign: `${summaries}[open] button`, press: [`${summaries}:nth-of-type(2) summary`] },
  { ...interim, name: 'bill before its time' },
  { ...interim, name: 'bill before its time, being made', sign: '[part="interim"] progress', instead: interims([{ ...asked, status: 'making' }], { refused: 'under-way' }) },
  { ...interim, name: 'bill before its time, nothing to make', sign: '[part="interim"] fp-status-message', instead: interims([], { refused: 'nothing-unbilled' }) },
  { ...interim, name: 'bill before its time, cannot be read', sign: '[part="interim"] [part="problem"]', instead: { of: /\/api\/v1\/interim-bills/, answer: (route) => route.abort() } },
  { ...joining, name: 'one bill for two accounts' },
  { ...joining, name: 'one bill, to come', sign: '#joining-state ~ div button', press: [], instead: joined('joining', { from: '2026-12-01' }) },
  { ...joining, name: 'one bill', sign: '#joining-state ~ div button', press: [], instead: joined('joined', { from: '2026-10-01' }) },
  { ...joining, name: 'one bill, why not', who: 'bilal', sign: '[part="joining"] details[open] li', press: ['[part="joining"] summary'] },
];

/** A look makes no state of its own. */
const isPlain = ({ scheme, language, width }: Picture) => scheme === undefined && language === undefined && width === undefined;

/** Every state of the portlets of billing, of checkout, of the order tracker, of the service desk, of service levels, of incidents and of planned work, once. */
export const EVERY_STATE: readonly Picture[] = [...PICTURES, ...PAYMENT_PICTURES, ...ORDER_PICTURES, ...SHOP_PICTURES, ...CHECKOUT_PICTURES, ...TICKET_PICTURES, ...SLA_PICTURES, ...INCIDENT_PICTURES, ...MORE, ...BOOKED, ...BEFORE_TIME].filter(isPlain);
