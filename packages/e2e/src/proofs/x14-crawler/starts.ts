import { busyConsumer, companyAdmin, dealer, type NamedWorld, nothingYet, type Operator, signedOut } from '@faceplate/mocks/anywhere.js';
import type { Start, Weather } from './house.ts';

/** Asks the operator as another page of the same person would. */
async function ask<T>(operator: Operator, path: string, body?: unknown): Promise<T> {
  const headers = { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const init = { headers, ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }) };
  const response = await operator.fetch(new Request(`http://portal.test/api/v1${path}`, init));
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

/** What lies in the cart before. */
const withCart =
  (path: string, ...names: readonly string[]): Start['path'] =>
  async (operator) => {
    for (const name of names) {
      const { items } = await ask<Listed>(operator, `/offers?search=${encodeURIComponent(name)}`);
      const offer = items.find((one) => one.name === name);
      if (!offer) throw new Error(`no offer ${name}`);
      await ask(operator, '/cart/items', { offerId: offer.id, quantity: 1 });
    }
    return path;
  };

/** The page of the nth order. */
const order =
  (nth: number): Start['path'] =>
  async (operator) => {
    const { items } = await ask<Listed>(operator, '/orders');
    return `/orders/${items[nth % items.length]?.id}`;
  };

const PEOPLE: Readonly<Record<string, () => NamedWorld>> = { 'signed out': signedOut, consumer: busyConsumer, company: companyAdmin, dealer, 'nothing yet': nothingYet };
const WEATHERS: readonly Weather[] = ['offline', 'forbidden', 'error', 'expired', 'partial'];

const SHOP = ['/shop', '/shop/offers', '/shop/offers/possible', '/shop/address', '/shop/sites', '/shop/cost', '/shop/compare', '/shop/offer/nothing'];

const start = (who: string, name: string, path: Start['path'], more: Partial<Start> = {}): Start => ({ name: `${who}, ${name}${more.weather ? `, ${more.weather}${more.later ? ' later' : ''}` : ''}`, world: PEOPLE[who] ?? signedOut, path, ...more });

/** Little to go through. */
export const EMPTY_CART: Start = start('signed out', 'an empty cart', () => '/cart');

/** Every page, by whoever has it, in fair weather and foul. */
export const STARTS: readonly Start[] = [
  ...['signed out', 'consumer', 'company', 'dealer', 'nothing yet'].flatMap((who) => [
    ...SHOP.map((path) => start(who, path, () => path)),
    start(who, 'an empty cart', () => '/cart'),
    ...['/cart', '/cart/place', '/cart/visit', '/cart/number', '/cart/promise', '/cart/order'].map((path) => start(who, `${path} of Fibre 500 and Mobile M`, withCart(path, 'Fibre 500', 'Mobile M'))),
    start(who, '/cart/quotes', withCart('/cart/quotes', 'Fibre 500')),
    start(who, '/cart/shared', () => '/cart/shared#nothing'),
    start(who, '/orders', () => '/orders'),
  ]),
  ...Array.from({ length: 8 }, (_, nth) => start('consumer', `order ${nth + 1}`, order(nth))),
  ...Array.from({ length: 4 }, (_, nth) => start('company', `order ${nth + 1}`, order(nth))),
  start('consumer', 'no such order', () => '/orders/nobodys'),
  ...WEATHERS.flatMap((weather) => [
    start('consumer', '/shop', () => '/shop', { weather }),
    start('consumer', '/shop/offers', () => '/shop/offers', { weather }),
    start('consumer', '/cart', withCart('/cart', 'Fibre 500'), { weather }),
    start('consumer', '/orders', () => '/orders', { weather }),
    start('consumer', 'order 1', order(0), { weather }),
  ]),
  ...WEATHERS.filter((weather) => weather !== 'partial').flatMap((weather) => [
    start('consumer', '/shop/offers', () => '/shop/offers', { weather, later: true }),
    start('signed out', '/cart/order', withCart('/cart/order', 'Mobile M'), { weather, later: true }),
    start('consumer', 'order 1', order(0), { weather, later: true }),
  ]),
];
