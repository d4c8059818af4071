import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fetch } from './conformance/asking.ts';
import { kitsOn } from './conformance/kit-run.ts';
import { KITS } from './conformance/kits.ts';
import { schemaWatch } from './conformance/schemas.ts';
import { CHECKS, conformanceOf, type Outcome } from './conformance/suite.ts';
import { definitionOf, definitions } from '../definitions/definitions.ts';
import { memoryStore } from '../store/memory.ts';
import { inMemory, storeMakers } from '../testing/stores.ts';

const broken = (outcomes: readonly Outcome[]): string[] => outcomes.flatMap(({ wrong }) => wrong ?? []);
const all = definitions.flatMap((definition) => definition.views.map((view) => [definition, view] as const));

describe('the conformance suite', () => {
  it('finds nothing amiss in a sample of resources in memory', async () => {
    const sample = all.filter((_, at) => at % 16 === 3);
    for (const [definition, view] of sample) {
      const outcomes = await conformanceOf(definition, view, inMemory, { seed: 7, watches: [schemaWatch()] });
      assert.deepEqual(broken(outcomes), []);
      assert.ok(outcomes.length > 10, `${view.resource}: ${outcomes.length} checks`);
    }
  });

  it('finds nothing amiss in a cart and a site on PGlite', async () => {
    const makers = storeMakers('');
    const maker = makers.find(({ name }) => name === 'PGlite') ?? inMemory;
    try {
      for (const resource of ['shoppingCart', 'geographicSite']) {
        const definition = definitionOf(resource);
        assert.deepEqual(broken(await conformanceOf(definition, definition.views[0], maker, { seed: 7 })), []);
      }
    } finally {
      for (const one of makers) await one.close();
    }
  });

  it('finds what public kits look for, over the demonstration world', async () => {
    const outcomes = await kitsOn(memoryStore());
    assert.deepEqual(outcomes.filter((one) => one !== undefined), []);
    assert.equal(outcomes.length, KITS.length);
  });
});

type Twist = (request: Request, next: Fetch) => Promise<Response>;

async function retold(response: Response, change: (body: unknown) => unknown): Promise<Response> {
  const text = await response.text();
  const { status, headers } = response;
  const body = text === '' ? null : JSON.stringify(change(JSON.parse(text)));
  return new Response(body, { status, headers });
}

const withoutParameter = (request: Request, name: RegExp): Request => {
  const url = new URL(request.url);
  for (const key of new Set(url.searchParams.keys())) if (name.test(key)) url.searchParams.delete(key);
  return new Request(url, { method: request.method, headers: request.headers });
};

const without = (header: string): Twist => async (request, next) => {
  const response = await next(request);
  const headers = new Headers(response.headers);
  headers.delete(header);
  return new Response(response.body, { status: response.status, headers });
};

const becomes = (from: number, to: number): Twist => async (request, next) => {
  const response = await next(request);
  return response.status === from ? new Response(await response.text(), { status: to, headers: response.headers }) : response;
};

/** Servers that are wrong in one thing each, and the check that must see it. */
const SABOTEURS: readonly (readonly [string, Twist, RegExp])[] = [
  ['forgets Location', without('location'), /create with what is mandatory/],
  ['forgets the ETag', without('etag'), /If-None-Match/],
  ['forgets to count', without('x-total-count'), /pages put together/],
  ['leads nowhere', without('link'), /pages put together/],
  ['does not say what it can', without('allow'), /405/],
  ['ignores a filter', (request, next) => next(request.method === 'GET' ? withoutParameter(request, /^severity$/) : request), /filter on each mandatory/],
  ['ignores ranges', (request, next) => next(request.method === 'GET' ? withoutParameter(request, /\.gte?$/) : request), /\.gt \.gte/],
  ['does not sort', (request, next) => next(request.method === 'GET' ? withoutParameter(request, /^sort$/) : request), /sort puts in order/],
  ['shows all whatever is asked', (request, next) => next(request.method === 'GET' ? withoutParameter(request, /^fields$/) : request), /fields chooses/],
  ['forgets a mandatory attribute in lists', async (request, next) => {
    const response = await next(request);
    return request.method === 'GET' ? retold(response, (body) => (Array.isArray(body) ? (body as object[]).map((row) => ({ ...row, severity: undefined })) : body)) : response;
  }, /every row of a list/],
  ['answers a create with a list', async (request, next) => {
    const response = await next(request);
    return response.status === 201 ? retold(response, (body) => [body]) : response;
  }, /create with what is mandatory/],
  ['says no without a reason', async (request, next) => {
    const response = await next(request);
    return response.status >= 400 ? retold(response, () => ({ error: 'no' })) : response;
  }, /not found/],
  ['forgets what it has made', (request, next) => {
    const headers = new Headers(request.headers);
    headers.delete('idempotency-key');
    return next(new Request(request, { headers }));
  }, /repeated with its Idempotency-Key/],
  ['takes what it should refuse', becomes(400, 200), /without something mandatory is refused/],
  ['lets everything move', becomes(409, 200), /every illegal move/],
  ['lets everybody overwrite', (request, next) => {
    const headers = new Headers(request.headers);
    headers.delete('if-match');
    return next(new Request(request, { headers }));
  }, /If-Match/],
  ['keeps what is deleted', (request, next) => (request.method === 'DELETE' ? Promise.resolve(new Response(null, { status: 204 })) : next(request)), /what is deleted is gone/],
  ['takes any media type', (request, next) => {
    const headers = new Headers(request.headers);
    if (headers.has('content-type') && !headers.get('content-type')?.includes('patch')) headers.set('content-type', 'application/json');
    return next(new Request(request, { headers }));
  }, /another media type than JSON/],
  ['tells nobody of a change', async (request, next) => {
    if (!new URL(request.url).pathname.includes('/hub')) return next(request);
    if (request.method === 'DELETE') return new Response(null, { status: 204 });
    return Response.json({ id: 'nobody', ...((await request.json()) as object) }, { status: 201 });
  }, /a subscriber hears of/],
];

describe('a server that is wrong in one thing', () => {
  const definition = definitionOf('troubleTicket');
  for (const [name, twist, check] of SABOTEURS) {
    it(`and ${name} is found out`, async () => {
      const between = (next: Fetch): Fetch => (request) => twist(request, next);
      const checks = CHECKS.filter(({ title }) => check.test(title));
      const honest = await conformanceOf(definition, definition.views[0], inMemory, { seed: 7 }, checks);
      assert.deepEqual(broken(honest), []);
      const outcomes = await conformanceOf(definition, definition.views[0], inMemory, { seed: 7, between }, checks);
      assert.ok(broken(outcomes).length > 0, `${checks.length} checks saw nothing`);
    });
  }
});
