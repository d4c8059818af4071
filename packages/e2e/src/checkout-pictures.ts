import type { Route } from 'playwright-core';
import {
  blocked, cartOf, checkoutOf, empty, fibre, filled, held, homeless, kept, means, moved, numbers, ordered, payment, payNowOnly, quoteOf, quotes, runningOut, settled, slots, type Told, tells, visitor, without,
} from './checkout-told.ts';
import type { Picture } from './pictures.ts';

const problem = (status: number, code: string, title: string) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code, title, trace: '4bf92f3577b34da6' }) });
const refused = problem(500, 'internal', 'Not now.');
const never = () => new Promise<void>(() => undefined);
const gone = (route: Route) => route.abort();

const full: Told = { cart: filled, checkout: checkoutOf() };
const cart = { portlet: 'checkout', path: '/cart', sign: '[part="lines"] li', instead: tells(full) } as const;
/** A page of the way to the order, with `told` instead of what a plain cart would say. */
const page = (step: string, sign: string, told: Told = {}) => ({ portlet: 'checkout', path: `/cart/${step}`, sign, instead: tells({ ...full, ...told }) }) as const;

const more = { ...cart, press: ['button[aria-expanded]'] } as const;
const found = { items: [{ id: 'h1', text: 'Lindenallee 1, 10115 Berlin', flats: 2 }, { id: 'h2', text: 'Lindenallee 12, 10115 Berlin', flats: 0 }], exact: true, gaps: [] };
const flats = { id: 'h1', text: 'Lindenallee 1, 10115 Berlin', flats: [{ id: 'f1', text: 'Flat 1' }, { id: 'f2', text: 'Flat 2' }] };
const number = page('number', '[data-number] [type="radio"]', { 'cart/items/i3/numbers': numbers });
const place = page('place', '#place', { cart: homeless, places: found, 'places/h1': flats });
const visit = page('visit', '[name="slot"]', { 'cart/slots': slots });
const keeping = page('visit', '[part="held"]', { cart: held });
const promise = page('promise', '[data-promise] label');
const order = page('order', 'button[type="submit"].primary', { cart: held, checkout: settled, 'payment-means': means });
const done = page('done?order=ord1', '[part="ordered"]', { 'orders/ord1': ordered() });
const quote = { ...page('quotes?quote=q1', '#say', { 'quotes/q1': quoteOf('offered') }), who: 'bilal' } as const;

const CART: readonly Picture[] = [
  { ...cart, name: 'cart' },
  { ...cart, name: 'cart-dark', scheme: 'dark' },
  { ...cart, name: 'cart-arabic', language: 'ar' },
  { ...cart, name: 'cart-phone', width: 320 },
  { ...cart, name: 'visitor', instead: tells(visitor(full)) },
  { ...cart, name: 'empty', sign: 'fp-status-message', instead: tells({ cart: empty }) },
  { ...cart, name: 'moved', sign: '[part="news"]', instead: tells({ ...full, cart: moved }) },
  { ...cart, name: 'obstacles', sign: '[part="obstacles"] button', instead: tells({ ...full, cart: blocked }) },
  { ...cart, name: 'obstacles-phone', sign: '[part="obstacles"] button', instead: tells({ ...full, cart: blocked }), width: 320 },
  { ...cart, name: 'put-back', sign: '.undo', press: ['li[data-item="i2"] .row:last-of-type button:last-of-type'], instead: tells({ ...full, 'DELETE cart/items/i2': without }) },
  { ...cart, name: 'not-done', sign: '[part="refusal"]', press: ['li[data-item="i2"] .row:last-of-type button:last-of-type'], instead: tells({ ...full, 'DELETE cart/items/i2': gone }) },
  { ...cart, name: 'loading', sign: 'fp-skeleton', instead: tells({ cart: never }) },
  { ...cart, name: 'failed', sign: '[part="problem"]', instead: tells({ cart: refused }) },
  { ...cart, name: 'offline', sign: '[part="problem"]', instead: tells({ cart: gone }) },
  { ...cart, name: 'partial', sign: '[part="note"]', instead: tells({ ...full, cart: { ...filled, gaps: [{ source: 'Meridian Ordering', reason: 'unreachable', since: '2026-11-20T09:30:00.000Z' }] } }) },
  { ...more, name: 'keeping', sign: '[part="kept"] li', instead: tells({ ...full, carts: kept }) },
  { ...more, name: 'link', sign: '[part="link"]', press: [...more.press, '.stack > .stack.tight .row button:first-of-type'], instead: tells({ ...full, carts: kept, 'POST cart/share': { token: 'q7Jx2mV9', until: '2026-12-20T23:00:00.000Z' } }) },
  { ...cart, name: 'shared', path: '/cart/shared#q7Jx2mV9', sign: '.lines li', instead: tells({ ...full, 'shared-carts/q7Jx2mV9': cartOf([fibre]) }) },
  { ...cart, name: 'shared-gone', path: '/cart/shared#gone', sign: 'fp-status-message', instead: tells({ ...full, 'shared-carts/gone': problem(404, 'not-found', 'There is no such cart.') }) },
];

const STEPS: readonly Picture[] = [
  { ...place, name: 'place' },
  { ...visit, name: 'visit' },
  { ...visit, name: 'visit-dark', scheme: 'dark' },
  { ...visit, name: 'visit-arabic', language: 'ar' },
  { ...visit, name: 'visit-phone', width: 320 },
  { ...visit, name: 'visit-missing', sign: '#slot-problem', press: ['form button.primary'] },
  { ...page('visit', 'fp-status-message', { 'cart/slots': { ...slots, items: [], total: 0, nextFree: slots.items[4] } }), name: 'visit-none' },
  { ...keeping, name: 'visit-held' },
  { ...keeping, name: 'visit-held-phone', width: 320 },
  { ...page('visit', 'fp-status-message', { cart: runningOut, 'cart/slots': slots }), name: 'visit-expired' },
  { ...number, name: 'number' },
  { ...number, name: 'number-phone', width: 320 },
  { ...number, name: 'number-moves', sign: 'details[open] input', press: ['details summary'] },
  { ...number, name: 'number-wrong', sign: '[aria-invalid="true"]', press: ['details summary', 'details button'] },
  { ...page('number', '[data-number] .lead', { cart: cartOf([{ ...fibre, needs: ['number'], portIn: { number: '+49 171 5550123', provider: 'Nordfunk' } }]) }), name: 'number-comes-along' },
  { ...page('number', '[data-number] .lead', { cart: cartOf([{ ...fibre, needs: ['number'], hold: { kind: 'number', name: '+49 151 2345678', until: '2026-12-01T10:15:00.000Z' } }]) }), name: 'number-held' },
  { ...promise, name: 'promise' },
  { ...promise, name: 'promise-dark', scheme: 'dark' },
  { ...promise, name: 'promise-arabic', language: 'ar' },
  { ...promise, name: 'promise-phone', width: 320 },
];

const ORDER: readonly Picture[] = [
  { ...order, name: 'order' },
  { ...order, name: 'order-dark', scheme: 'dark' },
  { ...order, name: 'order-arabic', language: 'ar' },
  { ...order, name: 'order-phone', width: 320 },
  { ...order, name: 'order-next-bill', press: ['[name="pay"][value="next-bill"]'] },
  { ...page('order', '[part="obstacles"] button', { cart: held, checkout: payNowOnly, 'payment-means': means }), name: 'order-only-now' },
  { ...page('order', '[part="obstacles"] button', { cart: held, checkout: { ...settled, obstacles: payNowOnly.pay[1]?.why ? [payNowOnly.pay[1].why] : [] } }), name: 'order-blocked' },
  { ...page('order', '#givenName', visitor({ checkout: settled, cart: filled })), name: 'order-visitor' },
  { ...page('order', '#givenName', visitor({ checkout: settled, cart: filled })), name: 'order-visitor-phone', width: 320 },
  { ...page('order', '[aria-invalid="true"]', visitor({ checkout: settled, cart: homeless })), name: 'order-visitor-missing', press: ['button[type="submit"].primary'] },
  { ...order, name: 'order-unknown', sign: '[part="unknown"]', press: ['button[type="submit"].primary'], instead: tells({ ...full, cart: held, checkout: settled, 'payment-means': means, 'POST orders': gone }) },
  { ...order, name: 'order-moved', sign: '[part="refusal"]', press: ['button[type="submit"].primary'], instead: tells({ ...full, cart: held, checkout: settled, 'payment-means': means, 'POST orders': problem(409, 'price-moved', 'The price has moved.') }) },
  { ...order, name: 'order-refused', sign: '[part="refusal"]', press: ['button[type="submit"].primary'], instead: tells({ ...full, cart: held, checkout: settled, 'payment-means': means, 'POST orders': problem(402, 'payment-refused', 'The bank did not accept the payment.') }) },
  { ...done, name: 'done' },
  { ...done, name: 'done-dark', scheme: 'dark' },
  { ...done, name: 'done-arabic', language: 'ar' },
  { ...done, name: 'done-phone', width: 320 },
  { ...page('done?order=ord1', '[part="ordered"]', visitor({ 'orders/ord1': ordered(payment('paid')) })), name: 'done-visitor' },
  { ...page('done?order=ord1', '[part="ordered"]', { 'orders/ord1': ordered(payment('needs-you', { action: { url: 'https://pay.example/pay/in_1' } })) }), name: 'done-to-pay' },
  { ...page('done?order=ord1', '[part="ordered"]', { 'orders/ord1': ordered(payment('failed')) }), name: 'done-not-paid' },
];

const QUOTES: readonly Picture[] = [
  { ...page('quotes', '[part="quotes"] li', { quotes }), who: 'bilal', name: 'quotes' },
  { ...page('quotes', 'fp-status-message', { quotes: { items: [], total: 0, gaps: [] } }), who: 'bilal', name: 'quotes-none' },
  { ...page('quotes', 'a.button', visitor({})), name: 'quotes-visitor' },
  { ...quote, name: 'quote' },
  { ...quote, name: 'quote-dark', scheme: 'dark' },
  { ...quote, name: 'quote-arabic', language: 'ar' },
  { ...quote, name: 'quote-phone', width: 320 },
  { ...page('quotes?quote=q1', '#say', { 'quotes/q1': quoteOf('asked') }), who: 'bilal', name: 'quote-asked' },
  { ...page('quotes?quote=q1', '[part="talk"]', { 'quotes/q1': quoteOf('waiting-for-your-company', { approvals: [{ name: 'Clara Weiss', state: 'waiting' }, { name: 'Jon Aske', state: 'approved' }] }) }), who: 'bilal', name: 'quote-waiting' },
  { ...page('quotes?quote=q1', '[part="talk"]', { 'quotes/q1': quoteOf('accepted', { orderId: 'ord1' }) }), who: 'bilal', name: 'quote-accepted' },
];

/** The states of checkout. */
export const CHECKOUT_PICTURES: readonly Picture[] = [...CART, ...STEPS, ...ORDER, ...QUOTES];
