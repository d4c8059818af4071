import { busyConsumer, companyAdmin, type NamedWorld, nothingYet, type Operator, signedOut } from '@faceplate/mocks/anywhere.js';
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

interface Person {
  readonly world: () => NamedWorld;
  /** Goods that this kind of account may order: one with a visit, one with a number. */
  readonly goods: readonly [string, string];
}

const CONSUMER_GOODS = ['Fibre 500', 'Mobile M'] as const;

const PEOPLE = {
  'signed out': { world: signedOut, goods: CONSUMER_GOODS },
  consumer: { world: busyConsumer, goods: CONSUMER_GOODS },
  'business admin': { world: companyAdmin, goods: ['Office 250', 'Team Mobile 20'] },
  'nothing yet': { world: nothingYet, goods: CONSUMER_GOODS },
} as const satisfies Record<string, Person>;

type Who = keyof typeof PEOPLE;

const WEATHERS: readonly Weather[] = ['offline', 'forbidden', 'error', 'expired', 'partial'];

const SHOP = ['/shop', '/shop/offers', '/shop/offers/possible', '/shop/address', '/shop/sites', '/shop/cost', '/shop/compare', '/shop/offer/nothing'];
const CART = ['/cart', '/cart/place', '/cart/visit', '/cart/number', '/cart/promise', '/cart/order'];

const start = (who: Who, name: string, path: Start['path'], more: Partial<Start> = {}): Start => ({ name: `${who}, ${name}${more.weather ? `, ${more.weather}${more.later ? ' later' : ''}` : ''}`, world: PEOPLE[who].world, path, ...more });

/** With what this person may order in the cart. */
const filled = (who: Who, path: string, more: Partial<Start> = {}): Start => start(who, `${path} of ${PEOPLE[who].goods.join(' and ')}`, withCart(path, ...PEOPLE[who].goods), more);

/** Little to go through. */
export const EMPTY_CART: Start = start('signed out', 'an empty cart', () => '/cart');

/** Every page, by whoever has it, in fair weather and foul. */
export const STARTS: readonly Start[] = [
  ...(['signed out', 'consumer', 'business admin'] as const).flatMap((who) => [
    ...SHOP.map((path) => start(who, path, () => path)),
    start(who, 'an empty cart', () => '/cart'),
    ...CART.map((path) => filled(who, path)),
    filled(who, '/cart/quotes'),
    start(who, '/cart/shared', () => '/cart/shared#nothing'),
    start(who, '/orders', () => '/orders'),
  ]),
  ...Array.from({ length: 9 }, (_, nth) => start('consumer', `order ${nth + 1}`, order(nth))),
  ...Array.from({ length: 7 }, (_, nth) => start('business admin', `order ${nth + 1}`, order(nth))),
  start('consumer', 'no such order', () => '/orders/nobodys'),
  start('nothing yet', '/orders', () => '/orders'),
  start('nothing yet', '/shop/offers/possible', () => '/shop/offers/possible'),
  ...WEATHERS.flatMap((weather) => [
    start('consumer', '/shop', () => '/shop', { weather }),
    start('consumer', '/shop/offers', () => '/shop/offers', { weather }),
    filled('consumer', '/cart', { weather }),
    start('consumer', '/orders', () => '/orders', { weather }),
    start('consumer', 'order 1', order(0), { weather }),
  ]),
  ...WEATHERS.filter((weather) => weather !== 'partial').flatMap((weather) => [
    start('consumer', '/shop/offers', () => '/shop/offers', { weather, later: true }),
    filled('signed out', '/cart/order', { weather, later: true }),
    start('consumer', 'order 3', order(2), { weather, later: true }),
  ]),
];
