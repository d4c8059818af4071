import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Guide, OfferList, Problem, Shortlist } from '@faceplate/contracts';
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
  assert.deepEqual(fibre?.features[0], { name: 'Download', value: '500 Mbit/s' });
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
