import type { Chance } from './chance.ts';

/** A call of a customer's. */
export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly person: string;
  readonly body?: unknown;
}

/** What a person has, found out while the BSS still answered well. */
export interface Holdings {
  person: string;
  bills: string[];
  orders: string[];
  tickets: string[];
  products: string[];
  accounts: string[];
  offers: string[];
  months: string[];
  cart: { id: string; lines: string[] };
}

interface Listed {
  items?: { id: string; obstacles?: unknown[] }[];
  rows?: { service: { id: string } }[];
  months?: string[];
  id?: string;
}

type Get = (ask: Ask) => Promise<Response>;

/** Puts something in the person's cart and looks at all they have. */
export async function holdingsOf(person: string, get: Get): Promise<Holdings> {
  const list = async (path: string): Promise<Listed> => (await (await get({ method: 'GET', path, person })).json()) as Listed;
  const ids = async (path: string) => ((await list(path)).items ?? []).map(({ id }) => id);
  const offers = ((await list('/offers')).items ?? []).filter(({ obstacles }) => obstacles?.length === 0).map(({ id }) => id);
  for (const offerId of offers.slice(0, 2)) await get({ method: 'POST', path: '/cart/items', person, body: { offerId, quantity: 1 } });
  const [grid, cart] = [await list('/service-levels'), await list('/cart')];
  return {
    person,
    bills: await ids('/bills'),
    orders: await ids('/orders'),
    tickets: await ids('/tickets'),
    products: await ids('/products'),
    accounts: await ids('/accounts'),
    offers,
    months: (grid.rows ?? []).slice(0, 4).flatMap(({ service }) => (grid.months ?? []).slice(-2).map((month) => `${service.id}/${month}`)),
    cart: { id: cart.id ?? '', lines: (cart.items ?? []).map(({ id }) => id) },
  };
}

const LISTS = ['/accounts', '/bills', '/orders', '/products', '/offers', '/offers/shelf', '/guide', '/availability/interests', '/places?search=kastanienhof', '/cart', '/tickets', '/service-levels', '/interactions'] as const;
const SOME = 4;

const words = { kind: 'incident', severity: 'major', title: 'No signal', description: 'Since this morning.' };

/** Everything that can be asked for a person, the lists thrice: most answers are read there. */
export function asksOf({ person, bills, orders, tickets, products, accounts, offers, months, cart }: Holdings): Ask[] {
  const gets = [
    ...LISTS,
    ...LISTS,
    ...LISTS,
    ...bills.slice(0, SOME).flatMap((id) => [`/bills/${id}`, `/bills/${id}/document`]),
    ...orders.slice(0, SOME).map((id) => `/orders/${id}`),
    ...tickets.slice(0, SOME).map((id) => `/tickets/${id}`),
    ...months.map((month) => `/service-levels/${month}`),
    ...offers.slice(0, SOME).map((id) => `/offers/${id}`),
    ...(offers.length > 1 ? [`/offers/compare?ids=${offers.slice(0, 2).join(',')}`] : []),
  ].map((path): Ask => ({ method: 'GET', path, person }));
  const posts: [string, unknown][] = [
    ['/guide/shortlist', { answers: {} }],
    ['/offers/check', { offerIds: offers.slice(0, 3) }],
    ['/offers/estimate', { offerIds: offers.slice(0, 2) }],
    ['/offers/recommendation', { wanted: true }],
    ...offers.slice(0, 2).map((offerId): [string, unknown] => ['/configuration', { offerId, choices: {} }]),
    ['/availability/sites', { sites: [{ ref: '1', place: 'Kastanienhof 12, 10437 Berlin' }] }],
    ...offers.slice(0, 2).map((offerId): [string, unknown] => ['/cart/items', { offerId, quantity: 1 }]),
    ['/orders', { cartId: cart.id, accountId: accounts[0] ?? 'none' }],
    ['/tickets', { ...words, productId: products[0] ?? 'none' }],
    ...tickets.slice(0, 2).map((id): [string, unknown] => [`/tickets/${id}/notes`, { text: 'Still none.' }]),
  ];
  return [
    ...gets,
    ...posts.map(([path, body]): Ask => ({ method: 'POST', path, person, body })),
    ...cart.lines.slice(0, 1).map((id): Ask => ({ method: 'DELETE', path: `/cart/items/${id}`, person })),
  ];
}

/** A key as callers make them: of a hand of chances, so that a run can be run again. */
export const keyOf = (chance: Chance): string =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () => chance.below(16).toString(16));

export const requestOf = ({ method, path, person, body }: Ask, key: string): Request =>
  new Request(`http://portal.test/api/v1${path}`, {
    method,
    headers: { 'x-fp-csrf': '1', 'x-test-as': person, ...(method !== 'GET' && { 'content-type': 'application/json', 'idempotency-key': key }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
