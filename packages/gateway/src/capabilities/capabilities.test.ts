import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Capabilities as Told } from '@faceplate/contracts';
import type { GatewayOptions } from '../options.ts';
import { apiRoutes } from '../routes.ts';
import { aGateway, anUpstream, bodyOf, signedIn } from '../testing/fixtures.ts';
import { readCapabilities } from './capabilities.ts';

const noun = (verdict: string, ...limits: string[]) => ({ verdict, limits, because: [], notices: [] });

const REPORT = {
  format: 'faceplate-probe',
  version: 1,
  nouns: {
    bills: noun('degraded', 'incomplete', 'no-parts'),
    orders: noun('absent'),
    offers: noun('absent'),
    tickets: noun('degraded', 'slow'),
    cart: noun('unknown'),
    products: noun('full'),
    session: noun('absent'),
    moonshine: noun('absent'),
  },
};

const capabilities = readCapabilities(REPORT);
const upstreamAsked = (facts: Partial<GatewayOptions> = {}) => {
  const { upstream, asked } = anUpstream(() => Response.json([]));
  return { asked, ...aGateway(apiRoutes, { capabilities, upstreams: () => upstream, ...facts }) };
};

describe('a report', () => {
  it('says what is absent and what is limited; what was not seen is offered, and signing in stays', () => {
    assert.deepEqual([...capabilities.absent], ['orders', 'offers']);
    assert.deepEqual([...capabilities.limited], [['bills', ['incomplete', 'no-parts']], ['tickets', ['slow']]]);
  });

  const wrong: [what: string, report: unknown, complaint: RegExp][] = [
    ['something else', { hello: 1 }, /^format is no report of the probe$/],
    ['a list', [], /^the report /],
    ['nothing', undefined, /^the report /],
    ['another version', { ...REPORT, version: 2 }, /^version is of another version$/],
    ['an unknown verdict', { ...REPORT, nouns: { bills: noun('maybe') } }, /^nouns\.bills\.verdict /],
    ['an unknown limit', { ...REPORT, nouns: { bills: noun('degraded', 'red') } }, /^nouns\.bills\.limits\.0 /],
  ];
  for (const [what, report, complaint] of wrong) {
    it(`is refused in one line when it is ${what}`, () => {
      assert.throws(() => readCapabilities(report), (error) => error instanceof TypeError && complaint.test(error.message) && !error.message.includes('\n'));
    });
  }
});

describe('the API of a landscape', () => {
  it('has no route of an absent noun, says so to everybody, and asks nobody', async () => {
    for (const facts of [{}, { sessions: signedIn(undefined) }]) {
      const { call, asked } = upstreamAsked(facts);
      for (const path of ['/orders', '/orders/1', '/offers', '/guide']) {
        const response = await call(path);
        assert.equal(response.status, 404, path);
        assert.equal((await bodyOf(response)).code, 'not-offered', path);
      }
      const placed = await call('/orders', { method: 'POST', body: {} });
      assert.equal((await bodyOf(placed)).code, 'not-offered');
      assert.deepEqual(asked, []);
    }
  });

  it('lets a foreign page read that, too', async () => {
    const { app } = upstreamAsked();
    const response = await app.request('http://portal.test/api/v1/orders', { method: 'OPTIONS', headers: { origin: 'https://host.example' } });
    assert.notEqual(response.status, 404);
  });

  it('has every other route as ever', async () => {
    const { call } = upstreamAsked();
    for (const path of ['/bills', '/tickets', '/products', '/session']) assert.equal((await call(path)).status, 200, path);
  });

  it('describes what is there alone', async () => {
    const { app } = upstreamAsked();
    const document = await bodyOf<{ paths: object }>(await app.request('http://portal.test/api/v1/openapi.json'));
    assert.deepEqual(['/orders', '/guide', '/bills'].map((path) => path in document.paths), [false, false, true]);
  });

  it('labels an answer that is known to be less than whole, once, and no other', async () => {
    const { call } = upstreamAsked();
    const gapsAt = async (path: string) => (await bodyOf<{ gaps: unknown[] }>(await call(path))).gaps;
    assert.deepEqual(await gapsAt('/bills'), [{ source: 'Billing', reason: 'unreadable' }]);
    assert.deepEqual(await gapsAt('/tickets'), []);
    assert.deepEqual(await gapsAt('/products'), []);
    const disputed = upstreamAsked({ capabilities: readCapabilities({ ...REPORT, nouns: { disputes: noun('degraded', 'incomplete') } }) });
    assert.deepEqual((await bodyOf<{ gaps: unknown[] }>(await disputed.call('/disputes'))).gaps, [{ source: 'Tickets', reason: 'unreadable' }]);
    const whole = aGateway(apiRoutes);
    assert.deepEqual((await bodyOf<{ gaps: unknown[] }>(await whole.call('/bills'))).gaps, []);
  });

  it('tells what it offers, to people who are not signed in as well', async () => {
    for (const facts of [{}, { sessions: signedIn(undefined) }]) {
      const told = await bodyOf<Told>(await upstreamAsked(facts).call('/capabilities'));
      assert.deepEqual(told, {
        absent: ['orders', 'offers'],
        limited: [{ noun: 'bills', limits: ['incomplete', 'no-parts'] }, { noun: 'tickets', limits: ['slow'] }],
      });
    }
    assert.deepEqual(await bodyOf(await aGateway(apiRoutes).call('/capabilities')), { absent: [], limited: [] });
  });
});

describe('the list of portlets', () => {
  const listing = { version: 1, portlets: [{ name: 'a', needs: ['bills.read'] }, { name: 'b', needs: ['products.read', 'orders.place'] }, { name: 'c', needs: ['guide.read'] }, { name: 'd' }] };
  const files: GatewayOptions['files'] = (request) =>
    Promise.resolve(new URL(request.url).pathname === '/embed/manifest.json' ? Response.json(listing, { headers: { 'cache-control': 'max-age=60' } }) : new Response('other'));
  const named = async (facts: Partial<GatewayOptions>) => {
    const response = await upstreamAsked({ files, ...facts }).app.request('http://portal.test/embed/manifest.json', { headers: { 'accept-encoding': 'br' } });
    return { names: (await bodyOf<typeof listing>(response)).portlets.map(({ name }) => name), cache: response.headers.get('cache-control') };
  };

  it('leaves out what needs an absent noun', async () => {
    assert.deepEqual(await named({}), { names: ['a', 'd'], cache: 'no-cache' });
  });

  it('is the file itself where nothing is absent', async () => {
    assert.deepEqual(await named({ capabilities: readCapabilities({ ...REPORT, nouns: {} }) }), { names: ['a', 'b', 'c', 'd'], cache: 'max-age=60' });
  });

  it('leaves every other file alone', async () => {
    const response = await upstreamAsked({ files }).app.request('http://portal.test/embed/bill-viewer.js');
    assert.equal(await response.text(), 'other');
  });
});
