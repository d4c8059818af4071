import type { Cart, CartItem, Checkout, Obstacle, Order, Quote, Slot, Visit } from '@faceplate/contracts';
import type { Page, Route } from 'playwright-core';
import type { Picture } from './pictures.ts';

/** What the service tells the checkout: one household's cart, its visit, its order, a company's quote. */

export const eur = (amount: number) => ({ amount, currency: 'EUR' });

const HOME = { id: 'p1', text: 'Lindenallee 12, Flat 3, 10115 Berlin' };
export const DAY = '2026-12-03';

export const fibre: CartItem = {
  id: 'i1', offerId: 'o1', name: 'Fibre 500', quantity: 1, once: eur(4_900), monthly: eur(3_495), after: { months: 6, monthly: eur(4_495) }, tax: { once: eur(782), monthly: eur(718) },
  choices: { 'Service level': 'Standard' }, place: HOME, needs: ['visit', 'place'],
};
const television: CartItem = { id: 'i2', offerId: 'o2', name: 'TV Plus', quantity: 2, once: eur(0), monthly: eur(1_398), place: HOME, needs: ['visit', 'place'] };
const mobile: CartItem = { id: 'i3', offerId: 'o3', name: 'Mobile L', quantity: 1, once: eur(1_000), monthly: eur(2_499), choices: { SIM: 'eSIM' }, needs: ['number'] };
const later: CartItem = { id: 'i4', offerId: 'o4', name: 'Sport', quantity: 1, once: eur(0), monthly: eur(1_499), later: true };

export const cartOf = (items: readonly CartItem[], more: Partial<Cart> = {}): Cart => ({
  id: 'c1', items: [...items], once: eur(5_900), monthly: eur(7_392), after: eur(8_392), tax: { once: eur(942), monthly: eur(1_340) }, news: [], gaps: [], ...more,
});

export const filled = cartOf([fibre, television, mobile, later]);
export const without = cartOf([fibre, mobile, later]);
export const empty = cartOf([], { once: eur(0), monthly: eur(0) });
export const homeless = cartOf([fibre, television].map((line) => ({ ...line, place: undefined })));

export const moved = cartOf([{ ...fibre, moved: { once: eur(0), monthly: eur(300) } }, television], {
  news: [
    { id: 'n1', at: '2026-11-20T09:30:00.000Z', kind: 'price', text: 'Fibre 500 now costs €3.00 more a month.' },
    { id: 'n2', at: '2026-11-20T09:30:00.000Z', kind: 'left-out', text: 'TV Start is no longer sold and is not in the cart any more.' },
  ],
});

const noLine: Obstacle = {
  code: 'no-line', family: 'place', reason: 'Fibre does not reach Lindenallee 12 yet.', remedy: 'Home 250 can be had there from Thursday.',
  way: { kind: 'swap', offer: { id: 'o9', name: 'Home 250' } },
};
const parted: Obstacle = { code: 'needs-base', family: 'prerequisite', reason: 'Sport needs a television plan.', remedy: 'Add TV Start, or take Sport out.', way: { kind: 'add', offer: { id: 'o8', name: 'TV Start' } } };
const which: Obstacle = { code: 'flat-unknown', family: 'place', reason: 'This house has several flats.', way: { kind: 'choose-flat', choices: [{ id: 'f1', name: 'Flat 1' }, { id: 'f2', name: 'Flat 2' }] } };
const owed: Obstacle = { code: 'bill-open', family: 'money', reason: 'A bill of €48.20 is overdue.', remedy: 'Pay it, and this can be put on your next bill.', way: { kind: 'pay' } };

export const blocked = cartOf([{ ...fibre, obstacles: [noLine] }, { ...television, obstacles: [which] }, { ...later, later: false, obstacles: [parted] }]);

const window = { from: `${DAY}T07:00:00.000Z`, to: `${DAY}T11:00:00.000Z`, zone: 'Europe/Berlin' };
const visit: Visit = { id: 'v1', state: 'held', ...window, history: [] };

/** Kept for so many seconds from now. */
const heldFor = (seconds: number): Cart => ({ ...filled, visit: { ...visit, heldUntil: new Date(Date.now() + seconds * 1000).toISOString() } });

const slotsOn = (day: string): Slot[] => ['07', '11', '15'].map((hour) => ({ id: `${day}-${hour}`, from: `${day}T${hour}:00:00.000Z`, to: `${day}T${Number(hour) + 3}:00:00.000Z` }));

export const slots = { items: ['2026-12-01', '2026-12-02', DAY].flatMap(slotsOn), total: 9, zone: 'Europe/Berlin', gaps: [] };
export const numbers = { items: ['+49 151 2345678', '+49 151 2347700', '+49 160 9988776', '+49 170 1234321'].map((number, index) => ({ number, ...(index === 3 && { once: eur(2_500) }) })) };

const TIER = { id: 'Standard', name: 'Standard', respondWithin: 8, restoreWithin: 24, serviceHours: 'Monday to Friday, 8:00 to 18:00', difference: eur(0), chosen: true };

export const promises: Checkout['promises'] = [
  {
    itemId: 'i1',
    name: 'Fibre 500',
    tiers: [
      TIER,
      { ...TIER, id: 'Advanced', name: 'Advanced', respondWithin: 4, restoreWithin: 12, serviceHours: 'Every day, 6:00 to 22:00', difference: eur(900), chosen: false, breach: { credit: eur(524), words: 'Repaired after 15 hours instead of 12: 15 % of €34.95.' } },
      { ...TIER, id: 'Premium', name: 'Premium', respondWithin: 1, restoreWithin: 4, serviceHours: 'Day and night', difference: eur(2_900), chosen: false, breach: { credit: eur(1_748), words: 'Repaired after 7 hours instead of 4: 50 % of €34.95.' } },
    ],
  },
];

export const checkoutOf = (more: Partial<Checkout> = {}): Checkout => ({
  cartId: 'c1',
  steps: [{ kind: 'place', state: 'done' }, { kind: 'visit', state: 'open', optional: true }, { kind: 'number', state: 'open', optional: true, itemId: 'i3' }],
  promises,
  pay: [{ kind: 'now', allowed: true }, { kind: 'next-bill', allowed: true }],
  dueNow: eur(5_900),
  obstacles: [],
  gaps: [],
  ...more,
});

export const settled = checkoutOf({ steps: [{ kind: 'place', state: 'done' }, { kind: 'visit', state: 'done' }, { kind: 'number', state: 'done' }] });
export const payNowOnly = { ...settled, pay: [{ kind: 'now' as const, allowed: true }, { kind: 'next-bill' as const, allowed: false, why: owed }] };

export const means = { items: [{ id: 'm1', kind: 'card', name: 'Visa •••• 1111', usable: true }], total: 1, gaps: [] };

const line = { action: 'add' as const, quantity: 1, stage: 'captured' as const, late: false, since: '2026-11-20T09:30:00.000Z', actor: 'provider' as const, milestones: [] };

export const ordered = (payment?: Order['payment']): object => ({
  id: 'ord1', number: 'O-204711', placedAt: '2026-11-20T09:30:00.000Z', stage: 'captured', late: false, title: 'Fibre 500 and TV Plus', itemsDone: 0, itemsTotal: 2,
  items: [{ ...line, id: '1', name: 'Fibre 500', lineOfBusiness: 'fixed', expected: DAY, promised: DAY }, { ...line, id: '2', name: 'TV Plus', lineOfBusiness: 'tv' }],
  visit: { ...visit, state: 'booked' },
  ...(payment && { payment }),
});

export const payment = (status: NonNullable<Order['payment']>['status'], more: object = {}): Order['payment'] => ({ id: 'pay1', reference: 'P-7340655240', amount: eur(5_900), status, ...more });

const summary = { id: 'q1', number: 'Q-1042', version: 2, title: 'Office 1000 × 5', askedAt: '2026-11-16T10:00:00.000Z', validUntil: '2026-12-16T23:00:00.000Z', once: eur(0), monthly: eur(44_500) };

export const quoteOf = (status: Quote['status'], more: Partial<Quote> = {}): Quote => ({
  ...summary,
  status,
  lines: [{ id: '1', name: 'Office 1000', quantity: 5, once: eur(0), monthly: eur(44_500), after: { months: 12, monthly: eur(49_500) }, place: 'Hafenstraße 4, Hamburg' }],
  tax: { once: eur(0), monthly: eur(7_105) },
  after: eur(49_500),
  notes: [
    { at: '2026-11-16T10:00:00.000Z', by: 'you', name: 'Bilal', text: 'We need five lines by May. What can you do about the price?' },
    { at: '2026-11-17T14:20:00.000Z', by: 'provider', name: 'Mira Sand', text: 'Ten per cent less in the first year: see version 2.' },
  ],
  versions: [{ id: 'q1', version: 2, status }, { id: 'q0', version: 1, status: 'replaced' }],
  ...more,
});

export const quotes = { items: [{ ...summary, status: 'offered' }, { ...summary, id: 'q2', number: 'Q-1031', version: 1, title: 'Mobile Team × 40', status: 'accepted' }, { ...summary, id: 'q3', number: 'Q-1008', version: 1, title: 'Backup 50', status: 'asked', validUntil: undefined }], total: 3, gaps: [] };

export const kept = { items: [{ id: 'c1', name: '', lines: 3, current: true }, { id: 'c2', name: 'For the flat', lines: 2, keptUntil: '2027-02-01T00:00:00.000Z', current: false }] };

/** What is asked for, by the end of its path, and the answer; of the cart a function where it depends on when it is asked. */
export type Told = Readonly<Record<string, unknown>>;

const signedOut = { signedIn: false };
const paths = /\/api\/v1\/(session|cart|carts|checkout|quotes|orders|payment-means|places|shared-carts)(\/[^?]*)?(\?|$)/;

/** Answers as `told`; whatever is not in it is asked of the service. */
export function tells(told: Told): NonNullable<Picture['instead']> {
  const answer = async (route: Route) => {
    const { pathname } = new URL(route.request().url());
    const name = pathname.replace('/api/v1/', '');
    const is = told[`${route.request().method()} ${name}`] ?? (route.request().method() === 'GET' ? told[name] : undefined);
    if (is === undefined) return route.fallback();
    return typeof is === 'function' ? (is as (route: Route) => Promise<void>)(route) : route.fulfill({ json: is });
  };
  return { of: paths, answer };
}

/** Somebody who has not signed in. */
export const visitor = (told: Told): Told => ({ session: signedOut, ...told });

export const held = (route: Route) => route.fulfill({ json: heldFor(14 * 60) });

const since = new WeakMap<Page, number>();

/** Kept for two seconds more, as of the first look of a page. */
export const runningOut = (route: Route) => {
  const page = route.request().frame().page();
  const until = since.get(page) ?? Date.now() + 2000;
  since.set(page, until);
  const left = (until - Date.now()) / 1000;
  return route.fulfill({ json: left > 0 ? heldFor(left) : filled });
};
