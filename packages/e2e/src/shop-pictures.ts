import type { Route } from 'playwright-core';
import { filled, tells, visitor } from './checkout-told.ts';
import type { Picture } from './pictures.ts';

const problem = (status: number, code: string) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code, title: 'Not now.', trace: '4bf92f3577b34da6' }) });
const refused = problem(500, 'internal');
const never = () => new Promise<void>(() => undefined);
const gone = (route: Route) => route.abort();

const SHELF = /\/api\/v1\/offers\/shelf(\?|$)/;
const GUIDE = /\/api\/v1\/guide(\?|$)/;

const guide = { portlet: 'guided-selling', path: '/shop', sign: 'fp-guide-question label' } as const;
const shelf = { ...guide, path: '/shop/offers', sign: 'li[data-offer]' } as const;
const row = (name: string) => `li[data-offer="${name}"]`;
const box = (name: string) => `${row(name)} label.choice input`;
/** The page of one offer, opened from the list. */
const offer = (name: string, sign: string, ...press: string[]): Omit<Picture, 'name'> => ({ ...shelf, sign, press: [`${row(name)} [data-opens^="offer"]`, ...press] });
const answered = ['fp-guide-question label input', 'fp-guide-question button.primary'] as const;
/** Of the steps below a question: what fits so far, as soon as something is answered. */
const soFar = 'fp-guide-question ~ .row button:first-of-type';

const QUESTIONS: readonly Picture[] = [
  { ...guide, name: 'guide' },
  { ...guide, name: 'guide-dark', scheme: 'dark' },
  { ...guide, name: 'guide-arabic', language: 'ar' },
  { ...guide, name: 'guide-phone', width: 320 },
  { ...guide, name: 'card', path: '/', sign: '.lead' },
  { ...guide, name: 'answered', sign: 'fp-guide-question .row button:nth-of-type(2)', press: answered },
  { ...guide, name: 'shortlist', sign: 'article', press: [...answered, soFar] },
  { ...guide, name: 'shortlist-phone', sign: 'article', press: [...answered, soFar], width: 320 },
  { ...guide, name: 'visitor', instead: tells(visitor({})) },
  { ...guide, name: 'in-the-cart', sign: 'fp-cart-panel li', instead: tells({ cart: filled }) },
  { ...guide, name: 'loading', sign: 'fp-skeleton', instead: { of: GUIDE, answer: never } },
  { ...guide, name: 'failed', sign: '[part="problem"]', instead: { of: GUIDE, answer: refused } },
  { ...guide, name: 'offline', sign: '[part="problem"]', instead: { of: GUIDE, answer: gone } },
  { ...guide, name: 'forbidden', sign: '[part="problem"] button', instead: { of: GUIDE, answer: problem(403, 'forbidden') } },
];

const LIST: readonly Picture[] = [
  { ...shelf, name: 'offers' },
  { ...shelf, name: 'offers-dark', scheme: 'dark' },
  { ...shelf, name: 'offers-arabic', language: 'ar' },
  { ...shelf, name: 'offers-phone', width: 320 },
  { ...shelf, name: 'offers-possible', path: '/shop/offers/possible' },
  { ...shelf, name: 'offers-one-compared', sign: `${box('Mobile S')}:checked`, press: [box('Mobile S')] },
  { ...shelf, name: 'offers-unlike', sign: '[role="status"] button', press: [box('Mobile S'), box('Kids')] },
  { ...shelf, name: 'offers-not-added', sign: '[part="refusal"]', press: [`${row('Mobile S')} [data-add]`], instead: { of: /\/api\/v1\/cart\/items$/, answer: gone } },
  { ...shelf, name: 'offers-loading', sign: 'fp-skeleton', instead: { of: SHELF, answer: never } },
  { ...shelf, name: 'offers-failed', sign: '[part="problem"]', instead: { of: SHELF, answer: refused } },
  { ...shelf, name: 'compare', sign: 'table', press: [box('Mobile S'), box('Mobile Talk'), '[data-opens^="compare"]'] },
  { ...shelf, name: 'compare-phone', sign: 'table', press: [box('Mobile S'), box('Mobile Talk'), '[data-opens^="compare"]'], width: 320 },
];

const ONE: readonly Picture[] = [
  { ...offer('Mobile S', 'article'), name: 'offer' },
  { ...offer('Mobile S', 'article'), name: 'offer-dark', scheme: 'dark' },
  { ...offer('Mobile S', 'article'), name: 'offer-arabic', language: 'ar' },
  { ...offer('Mobile S', '[part="choices"]'), name: 'offer-choices' },
  { ...offer('Fixed Address', '[part="obstacles"] li'), name: 'offer-obstacles' },
  { ...offer('Fixed Address', '[part="obstacles"] li'), name: 'offer-obstacles-phone', width: 320 },
  { ...shelf, name: 'offer-missing', path: '/shop/offer/nothing', sign: '[part="problem"]' },
  { ...offer('Mobile S', '[part="estimate"]', '[data-opens^="cost"]'), name: 'cost' },
  { ...offer('Mobile S', '[part="estimate"]', '[data-opens^="cost"]'), name: 'cost-phone', width: 320 },
  { ...shelf, name: 'address', path: '/shop/address', sign: '#place' },
  { ...shelf, name: 'sites', path: '/shop/sites', sign: '#sites' },
];

/** The shop: questions, what fits, all that is sold, one offer, what it would cost. */
export const SHOP_PICTURES: readonly Picture[] = [...QUESTIONS, ...LIST, ...ONE];
