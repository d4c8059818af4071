import assert from 'node:assert/strict';
import type { BillList, Bill, Cart, Comparison, Configuration, Guide, OfferDetail, OfferList, OfferShelf, OfferVerdictList, Order, ProductList, Shortlist } from '@faceplate/contracts';
import { type Finding, finding, type ProductProof } from '../proof.ts';
import { type Customer, openShop, type Shop } from '../shop/shop.ts';
import { ANSWER, type Clerk, COSTS, NAMES, writeWeather } from './weather-catalogue.ts';

const CATALOGUE = '/tmf-api/productCatalogManagement/v4';

const clerkOf = ({ machine }: Shop): Clerk => ({
  make: (resource, body) => machine('POST', `${CATALOGUE}/${resource}`, body),
  change: (resource, id, body) => machine('PATCH', `${CATALOGUE}/${resource}/${id}`, body),
  find: async (resource, name) => {
    const [found] = await machine<Awaited<ReturnType<Clerk['find']>>[]>('GET', `${CATALOGUE}/${resource}?name=${encodeURIComponent(name)}`);
    assert.ok(found, `the catalogue has no ${resource} ${name}`);
    return found;
  },
});

interface Scene {
  shop: Shop;
  customer: Customer;
  ids: { station: string; tower: string; alarm: string };
  /** A read as the customer that has to succeed. */
  read<Body>(path: string): Promise<Body>;
  ask<Body>(path: string, body: object): Promise<Body>;
}

async function sceneOf(shop: Shop): Promise<Scene> {
  const { station, tower, alarm } = await writeWeather(clerkOf(shop));
  const customer = await shop.customer('consumer');
  const say = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const answer = await shop.as<Body>(customer, method, path, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return { shop, customer, ids: { station: station.id, tower: tower.id, alarm: alarm.id }, read: (path) => say('GET', path), ask: (path, body) => say('POST', path, body) };
}

async function found({ read, ids }: Scene): Promise<void> {
  const shelf = await read<OfferShelf>('/offers/shelf');
  const category = shelf.categories.find(({ name }) => name === NAMES.category);
  assert.equal(category?.offers, 3);
  assert.ok(category.filters.some(({ name, unit }) => name === 'Range' && unit === 'km'), 'no filter of its own');
  const { items } = await read<OfferList>('/offers?search=weather');
  assert.ok(items.some(({ id }) => id === ids.station), 'searching does not find it');
  const { offer } = await read<OfferDetail>(`/offers/${ids.station}`);
  assert.deepEqual(offer.features.find(({ name }) => name === 'Range'), { name: 'Range', value: '5 km', help: 'Range of the sky.', limit: 'Fog makes it less.' });
  assert.equal(offer.price.monthly.amount, COSTS.station - COSTS.off);
  assert.deepEqual([offer.price.promotion?.months, offer.price.promotion?.monthlyAfter.amount], [3, COSTS.station]);
}

async function guided({ read, ask, ids }: Scene): Promise<void> {
  const { questions } = await read<Guide>('/guide');
  const question = questions.find(({ options }) => options.some(({ label }) => label === ANSWER));
  const option = question?.options.find(({ label }) => label === ANSWER);
  assert.ok(question && option, 'the guide does not offer the new answer');
  const { matches } = await ask<Shortlist>('/guide/shortlist', { answers: { [question.id]: option.id } });
  assert.ok(matches.length > 0 && matches.length <= 3);
  const match = matches.find(({ offer }) => offer.id === ids.station);
  assert.deepEqual(match?.met.map(({ wish }) => wish), [ANSWER]);
}

async function compared({ read, ids }: Scene): Promise<void> {
  const { category, rows, totals } = await read<Comparison>(`/offers/compare?ids=${ids.station},${ids.tower}&months=24`);
  assert.equal(category.name, NAMES.category);
  assert.deepEqual(rows.find(({ name }) => name === 'Range')?.cells, ['5 km', '40 km']);
  assert.deepEqual(totals.map(({ total }) => total.amount), [24 * COSTS.station - 3 * COSTS.off + COSTS.setUp, 24 * COSTS.tower]);
}

async function qualified({ ask, ids }: Scene): Promise<void> {
  const { items, checked } = await ask<OfferVerdictList>('/offers/check', { offerIds: [ids.station, ids.alarm] });
  assert.ok(checked, 'the operator’s own check was not asked');
  const [station, alarm] = items;
  assert.equal(station?.possible, true);
  assert.deepEqual(alarm?.obstacles.map(({ way }) => [way?.kind, way?.offer?.id]), [['add', ids.station]]);
}

async function configured({ ask, ids }: Scene): Promise<void> {
  const open = await ask<Configuration>('/configuration', { offerId: ids.station, choices: {} });
  assert.deepEqual(open.choices.find(({ key }) => key === 'Mast')?.options.map(({ value }) => value), ['Wood', 'Steel']);
  const steel = await ask<Configuration>('/configuration', { offerId: ids.station, choices: { Mast: 'Steel', Probes: '4' } });
  assert.equal(steel.possible, true);
  assert.equal(steel.price.monthly.amount, COSTS.station - COSTS.off + COSTS.steel);
  const tooMany = await ask<Configuration>('/configuration', { offerId: ids.station, choices: { Mast: 'Steel', Probes: '99' } });
  assert.equal(tooMany.possible, false);
  const [fault] = tooMany.faults;
  assert.ok(fault && fault.reason !== '' && fault.remedy !== '', 'no reason, or no remedy');
  assert.ok(tooMany.mended && tooMany.mended['Probes'] !== '99', 'no choice near it that would do');
}

async function ordered({ ask, customer, ids }: Scene): Promise<Order> {
  const choices = { Mast: 'Steel', Probes: '4' };
  await ask<Cart>('/cart/items', { offerId: ids.station, quantity: 1, choices });
  const cart = await ask<Cart>('/cart/items', { offerId: ids.alarm, quantity: 1 });
  assert.deepEqual(cart.items.find(({ offerId }) => offerId === ids.station)?.choices, choices);
  assert.deepEqual([cart.once.amount, cart.monthly.amount], [COSTS.setUp, COSTS.station - COSTS.off + COSTS.steel + COSTS.alarm]);
  const order = await ask<Order>('/orders', { cartId: cart.id, accountId: customer.account, total: { once: cart.once, monthly: cart.monthly } });
  assert.deepEqual([order.once?.amount, order.monthly?.amount], [cart.once.amount, cart.monthly.amount]);
  return order;
}

const MOST_STEPS = 40;

/** Time passes until it is done, a quarter of a minute after the other. */
async function tracked({ shop, read }: Scene, order: Order): Promise<void> {
  let now = Date.parse(order.placedAt);
  let seen = await read<Order>(`/orders/${order.id}`);
  const stages = new Set(seen.items.map(({ stage }) => stage));
  for (let step = 0; step < MOST_STEPS && seen.stage !== 'done'; step += 1) {
    shop.itIs(new Date((now += 15_000)).toISOString());
    await shop.tick();
    seen = await read<Order>(`/orders/${order.id}`);
    for (const { stage } of seen.items) stages.add(stage);
  }
  assert.equal(seen.stage, 'done', `after ${MOST_STEPS} steps it is ${seen.stage}`);
  assert.ok(stages.size > 2, `it was only ever ${[...stages].join(', ')}`);
  assert.ok(seen.items.every(({ milestones }) => milestones.length > 2 && milestones.every(({ state }) => state === 'reached')));
  const { items } = await read<ProductList>('/products');
  assert.deepEqual(items.map(({ name }) => name).toSorted(), [NAMES.alarm, NAMES.station]);
}

async function billed({ shop, customer, read }: Scene): Promise<void> {
  shop.itIs('2026-12-02T08:00:00.000Z');
  await shop.machine('POST', '/sim/v1/bill-cycles', { account: customer.account, cycle: '2026-11' });
  const [first] = (await read<BillList>('/bills')).items;
  const bill = await read<Bill>(`/bills/${first?.id}`);
  assert.ok(bill.charges.some(({ name, kind }) => name.startsWith(NAMES.station) && kind === 'recurring'));
  assert.ok(bill.charges.some(({ name, kind, gross }) => name.startsWith(NAMES.station) && kind === 'one-off' && gross?.amount === COSTS.setUp));
}

/** features.md P17: what nobody had thought of comes by catalogue data alone. */
export const golden: ProductProof = {
  on: 'product',
  id: 'P17',
  title: 'A product type never seen before',
  run: async () => {
    const scene = await sceneOf(openShop());
    const failures: (string | undefined)[] = [];
    let order: Order | undefined;
    const take = async (name: string, act: () => Promise<void>) => {
      const wrong = await act().then(() => undefined, (error: unknown) => `${name}: ${error instanceof Error ? error.message : String(error)}`);
      failures.push(wrong);
    };
    await take('found', () => found(scene));
    await take('guided to', () => guided(scene));
    await take('compared', () => compared(scene));
    await take('qualified', () => qualified(scene));
    await take('configured', () => configured(scene));
    await take('ordered', async () => {
      order = await ordered(scene);
    });
    const placed = order;
    if (placed) {
      await take('tracked', () => tracked(scene, placed));
      await take('billed', () => billed(scene));
    }
    const what = 'a product type made over TMF620 alone is found, guided to, compared, qualified, configured, ordered, tracked and billed';
    return [finding(what, `3 offers of a line of business of its own, ${failures.length} steps`, failures)] satisfies Finding[];
  },
};
