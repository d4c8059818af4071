import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Comparison, DeviceList, Guide, OfferDetail, OfferList, OfferShelf, OfferVerdictList, Problem, ProductList, Shortlist } from '@faceplate/contracts';
import { NOW } from '../testing/fixtures.ts';
import { anOperator, down } from '../testing/operator.ts';

test('lists what is sold today, with prices before and after a promotion', async () => {
  const { body } = await (await anOperator()).as('ada')<OfferList>('/offers');
  assert.ok(body.items.length > 20);
  const names = body.items.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, 'only one version of each is on sale');
  const fibre = body.items.find(({ name }) => name === 'Fibre 500');
  assert.deepEqual(fibre?.price, {
    once: { amount: 6_999, currency: 'EUR' },
    monthly: { amount: 3_999, currency: 'EUR' },
    promotion: { months: 12, monthlyAfter: { amount: 4_999, currency: 'EUR' } },
  });
  const { help, limit, ...download } = fibre?.features[0] ?? {};
  assert.deepEqual(download, { name: 'Download', value: '500 Mbit/s' });
  assert.ok(help?.endsWith('.') && limit?.includes('450 Mbit/s'), 'the term is explained, and what the figure does not say is said');
  assert.equal(fibre?.termMonths, 24);
});

test('consumers and companies find other offers open', async () => {
  const operator = await anOperator();
  const open = async (who: 'ada' | 'bilal') => {
    const { items } = (await operator.as(who)<OfferList>('/offers')).body;
    return new Set(items.filter(({ obstacles }) => !obstacles.some(({ code }) => code === 'segment')).map(({ name }) => name));
  };
  const [ada, bilal] = [await open('ada'), await open('bilal')];
  assert.ok(ada.has('Fibre 500') && !ada.has('Office 1000'));
  assert.ok(bilal.has('Office 1000') && !bilal.has('Fibre 500'));
});

test('every obstacle has a reason and a remedy', async () => {
  const { items } = (await (await anOperator()).as('ada')<OfferList>('/offers')).body;
  const obstacles = items.flatMap((offer) => offer.obstacles);
  assert.ok(obstacles.length > 0);
  for (const { reason, remedy } of obstacles) assert.ok(reason.length > 10 && (remedy ?? '').length > 5);
});

test('an offer whose price is missing is a gap, not a gift', async () => {
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource === 'productOfferingPrice' && body['name'] === 'Fibre 500: monthly price') body['price'] = { unit: 'EUR' };
    },
  });
  const { body } = await operator.as('ada')<OfferList>('/offers');
  assert.deepEqual(body.gaps, [{ source: 'Catalogue', reason: 'unreadable', count: 1 }]);
  assert.ok(!body.items.some(({ name }) => name === 'Fibre 500'));
});

test('the questions come from the catalogue', async () => {
  const { questions } = (await (await anOperator()).as('ada')<Guide>('/guide')).body;
  assert.ok(questions.length >= 3 && questions.length <= 6);
  assert.equal(questions[0]?.text, 'What do you want to connect?');
  assert.deepEqual(questions[0]?.options[1], { id: 'my-home', label: 'My home' });
});

test('own use answers a question before it is asked, and says why; a stranger’s does not', async () => {
  const operator = await anOperator();
  const { known } = (await operator.as('ada')<Guide>('/guide')).body;
  assert.deepEqual(known?.map(({ questionId, optionId }) => [questionId, optionId]), [['demand', 'all-day-long'], ['travel', 'around-the-world']]);
  assert.match(known?.[1]?.because ?? '', /^Roaming outside the EU: \d+ days in the last 3 months\.$/);
  assert.equal((await operator.as('daniel')<Guide>('/guide')).body.known, undefined);
  const dark = await anOperator({ meddle: down('usageManagement') });
  assert.equal((await dark.as('ada')<Guide>('/guide')).body.known, undefined);
});

test('at most three offers, with what is met and what is not, best first', async () => {
  const operator = await anOperator();
  const answers = { use: 'my-home', demand: 'all-day-long', commitment: 'not-at-all' };
  const { status, body } = await operator.as('ada')<Shortlist>('/guide/shortlist', { body: { answers } });
  assert.equal(status, 200);
  assert.equal(body.matches.length, 3);
  assert.ok(body.considered > 20);
  for (const { met, unmet } of body.matches) assert.equal(met.length + unmet.length, 3);
  const counts = body.matches.map(({ met }) => met.length);
  assert.deepEqual(counts, counts.toSorted((one, other) => other - one));
  assert.equal(body.matches[0]?.met[0]?.wish, 'My home');
  assert.ok((body.matches[0]?.met[0]?.says ?? '').length > 0);
});

test('answers that fit no question are named', async () => {
  const { status, body } = await (await anOperator()).as('ada')<Problem>('/guide/shortlist', { body: { answers: { use: 'the-moon', colour: 'red' } } });
  assert.equal(status, 422);
  assert.deepEqual(body.errors?.map(({ path }) => path), ['answers.use', 'answers.colour']);
});

test('without the catalogue there is nothing to show; without anything else there still is', async () => {
  assert.equal((await (await anOperator({ meddle: down('productCatalogManagement') })).as('ada')('/offers')).status, 503);
  const dark = await anOperator({ meddle: (request) => (request.url.includes('productCatalog') ? undefined : Promise.resolve(new Response('no', { status: 500 }))) });
  const { status, body } = await dark.as('ada')<OfferList>('/offers');
  assert.equal(status, 200);
  assert.ok(body.items.length > 20);
  assert.deepEqual(body.gaps.map(({ source }) => source).toSorted(), ['Cart', 'Customer records', 'Products']);
});

type Ask = ReturnType<Awaited<ReturnType<typeof anOperator>>['as']>;

const named = async (ask: Ask, name: string) => {
  const found = (await ask<OfferList>('/offers')).body.items.find((offer) => offer.name === name);
  assert.ok(found, name);
  return found;
};

test('a part of the list is found by words, by kind, by id, and by what can be had', async () => {
  const ada = (await anOperator()).as('ada');
  const { items: all } = (await ada<OfferList>('/offers')).body;
  const fibre = (await ada<OfferList>('/offers?search=glass%20FIBRE')).body.items;
  assert.deepEqual(fibre.map(({ name }) => name), ['Fibre 500']);
  const [category] = all.flatMap((offer) => (offer.category?.name === 'TV' ? [offer.category.id] : []));
  assert.ok((await ada<OfferList>(`/offers?category=${category}`)).body.items.every((offer) => offer.category?.name === 'TV'));
  const possible = (await ada<OfferList>('/offers?possible=true')).body;
  assert.ok(possible.total < all.length && possible.items.every(({ obstacles }) => obstacles.length === 0));
  const { versions } = (await ada<OfferDetail>(`/offers/${fibre[0]?.id}`)).body;
  const old = (await ada<OfferDetail>(`/offers/${(await named(ada, 'Home 250')).id}`)).body.versions.at(-1);
  assert.equal(versions.length, 1);
  const picked = (await ada<OfferList>(`/offers?ids=${old?.id},nothing`)).body.items;
  assert.deepEqual(picked.map(({ version, sold }) => [version, sold]), [['1.0', false]]);
});

test('an offer stands in all its versions, as bought beside what is sold today', async () => {
  const ada = (await anOperator()).as('ada');
  const { items: products } = (await ada<ProductList>('/products')).body;
  const details = await Promise.all(products.flatMap(({ offerId }) => (offerId ? [ada<OfferDetail>(`/offers/${offerId}`)] : [])));
  const owned = details.flatMap(({ body }) => (body.owned.length > 0 ? [body] : []));
  assert.ok(owned.length > 0);
  for (const { offer, versions, owned: mine } of owned) {
    assert.ok(versions.some(({ id, yours }) => id === offer.id && yours));
    assert.ok(versions.filter(({ current }) => current).length <= 1);
    assert.ok(mine.every(({ product }) => products.some(({ id }) => id === product.id)));
  }
  const old = owned.find(({ offer }) => offer.sold === false);
  assert.equal(old?.offer.obstacles[0]?.code, 'not-sold', 'what is no longer sold is pinned by its id, and says so');
  assert.ok(old.owned[0]?.monthly);
});

test('a version that is not sold any more has the price at which it was sold', async () => {
  const operator = await anOperator();
  const ada = operator.as('ada');
  const listed = async (resource: string) => (await operator.store.read().list(resource)).rows.map(({ body }) => body as unknown as { id: string; name: string; version: string; priceType: string; price: { value: number }; validFor?: { endDateTime?: string }; productOfferingPrice: { id: string }[]; prodSpecCharValueUse?: unknown[] });
  const prices = new Map((await listed('productOfferingPrice')).map((price) => [price.id, price]));
  const ended = (await listed('productOffering')).filter(({ validFor }) => Date.parse(validFor?.endDateTime ?? '9999-01-01') < NOW.getTime());
  assert.ok(ended.length > 5);
  for (const { id, version, productOfferingPrice } of ended) {
    const monthly = productOfferingPrice.flatMap((one) => prices.get(one.id) ?? []).filter(({ priceType, prodSpecCharValueUse }) => priceType === 'recurring' && !prodSpecCharValueUse);
    const { versions, offer } = (await ada<OfferDetail>(`/offers/${id}`)).body;
    const row = versions.find((one) => one.id === id);
    const shown = row?.price.promotion?.monthlyAfter ?? row?.price.monthly;
    assert.deepEqual([row?.version, row?.sold, shown?.amount, offer.price], [version, false, monthly.reduce((sum, { price }) => sum + Math.round(price.value * 100), 0), row?.price]);
  }
});

test('the operator says why not at this address with this device, what would work, and what could be had instead', async () => {
  const ada = (await anOperator()).as('ada');
  const { id } = await named(ada, 'Fibre 1000');
  const { offer, nearest } = (await ada<OfferDetail>(`/offers/${id}`)).body;
  const ways = new Map(offer.obstacles.map(({ code, family, way }) => [code, [family, way?.kind]]));
  assert.deepEqual(ways.get('available-later'), ['place', 'register-interest']);
  assert.deepEqual(ways.get('router-unfit'), ['device', 'choose-device']);
  assert.ok(nearest.length > 0 && nearest.length <= 3 && nearest.every((one) => one.obstacles.length === 0));
  const withRouter = (await ada<OfferDetail>(`/offers/${id}?device=Router%207`)).body;
  assert.deepEqual(withRouter.offer.obstacles.map(({ code }) => code), ['available-later']);
});

test('many offers are judged at once, each by itself', async () => {
  const ada = (await anOperator()).as('ada');
  const wanted = await Promise.all(['Fibre 1000', 'Sport', 'Mobile XL'].map((name) => named(ada, name)));
  const { status, body } = await ada<OfferVerdictList>('/offers/check', { body: { offerIds: wanted.map(({ id }) => id) } });
  assert.equal(status, 200);
  assert.equal(body.checked, true);
  assert.deepEqual(body.items.map(({ offerId }) => offerId), wanted.map(({ id }) => id));
  for (const { possible, obstacles } of body.items) {
    assert.equal(possible, obstacles.length === 0);
    for (const { reason, way } of obstacles) assert.ok(reason.length > 10 && way);
  }
  const strange = await ada<Problem>('/offers/check', { body: { offerIds: ['none-such'] } });
  assert.deepEqual([strange.status, strange.body.errors?.[0]?.path], [422, 'offerIds.0']);
});

test('without the operator’s check the catalogue’s own rules are told, and that it is so', async () => {
  for (const status of [404, 422, 500]) {
    const meddle = (request: Request) => (request.url.includes('productOfferingQualification') ? Promise.resolve(new Response('{}', { status })) : undefined);
    const ada = (await anOperator({ meddle })).as('ada');
    const { id } = await named(ada, 'Office 1000');
    const { body } = await ada<OfferVerdictList>('/offers/check', { body: { offerIds: [id] } });
    assert.equal(body.checked, false);
    assert.deepEqual(body.items[0]?.obstacles.map(({ code, way }) => [code, way?.kind]), [['segment', 'choose']]);
    assert.ok((body.items[0]?.nearest.length ?? 0) === 0 || body.items[0]?.nearest[0]?.obstacles.length === 0);
    // An operator without that API lacks nothing; one that is down does.
    assert.deepEqual(body.gaps.map(({ source }) => source), status === 500 ? ['Eligibility'] : []);
  }
});

test('the shelf holds all that is sold, with filters made of what offers say of themselves', async () => {
  const ada = (await anOperator()).as('ada');
  const [{ body: shelf }, { body: list }] = [await ada<OfferShelf>('/offers/shelf'), await ada<OfferList>('/offers')];
  assert.deepEqual(shelf.items.map(({ id }) => id).toSorted(), list.items.map(({ id }) => id).toSorted());
  const fixed = shelf.categories.find(({ name }) => name === 'Fixed');
  const { help: _, ...speed } = fixed?.filters[0] ?? {};
  assert.deepEqual(speed, { name: 'Download', unit: 'Mbit/s', values: [], least: 50, most: 1_000 });
  const row: Partial<OfferShelf['items'][number]> = shelf.items.find(({ name }) => name === 'Fibre 500') ?? {};
  assert.deepEqual([row.monthly, row.after, row.once, row.traits?.[0]], [3_999, 4_999, 6_999, '500']);
  const possible = (items: readonly { id: string }[]) => items.map(({ id }) => id).toSorted();
  assert.deepEqual(possible(shelf.items.filter((one) => one.possible)), possible(list.items.filter(({ obstacles }) => obstacles.length === 0)));
});

test('offers of one kind stand side by side, with what they cost over the term; others do not', async () => {
  const ada = (await anOperator()).as('ada');
  const [home, fibre, tv] = await Promise.all(['Home 250', 'Fibre 500', 'TV Plus'].map((name) => named(ada, name)));
  const { body } = await ada<Comparison>(`/offers/compare?ids=${home?.id},${fibre?.id}&months=24`);
  assert.deepEqual(body.rows.find(({ name }) => name === 'Download')?.cells, ['250 Mbit/s', '500 Mbit/s']);
  // 49.99 + 6 × 27.99 + 18 × 42.99; 69.99 + 12 × 39.99 + 12 × 49.99
  assert.deepEqual(body.totals.map(({ total }) => total.amount), [4_999 + 6 * 2_799 + 18 * 4_299, 6_999 + 12 * 3_999 + 12 * 4_999]);
  const unlike = await ada<Problem>(`/offers/compare?ids=${home?.id},${tv?.id}`);
  assert.deepEqual([unlike.status, unlike.body.code], [422, 'offers-unlike']);
  assert.equal((await ada<Problem>(`/offers/compare?ids=${home?.id}`)).status, 400);
});

test('devices are found by name', async () => {
  const ada = (await anOperator()).as('ada');
  const { items } = (await ada<DeviceList>('/offers/devices?search=router')).body;
  assert.deepEqual(items.map(({ name, can }) => [name, can]), [['Router 7', ['Fibre port']], ['Router 7 (first edition)', []]]);
});
