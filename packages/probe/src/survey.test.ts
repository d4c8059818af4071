import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { APIS } from './landscape/apis.ts';
import { collection, notFound, page } from './testing/habits.ts';
import { type Fetch, reportOf, versionOf } from './testing/places.ts';
import { rowsFor } from './testing/rows.ts';

const apis = APIS.filter(({ api }) => ['TMF621', 'TMF637'].includes(api));
const tickets = collection(rowsFor('troubleTicket', 4), { allow: 'GET, HEAD, POST' });

/** A server that has tickets at this path and nothing else. */
const ticketsAt =
  (path: string): Fetch =>
  async (request) => {
    const { pathname, searchParams: query } = new URL(request.url);
    if (pathname !== path && !pathname.startsWith(`${path}/`)) return notFound();
    const id = pathname.slice(path.length + 1);
    return tickets({ resource: 'troubleTicket', query, method: request.method, stranger: false, ...(id !== '' && { id }) });
  };

const everywhere = (answer: () => Response): Fetch => () => Promise.resolve(answer());

describe('a server that says the same to everything', () => {
  const servers: [what: string, answer: Fetch, standing: string, verdict: string][] = [
    ['nothing, since it is not there', () => Promise.reject(Object.assign(new TypeError(), { cause: { code: 'ECONNREFUSED' } })), 'unreachable', 'unknown'],
    ['a broken certificate', () => Promise.reject(Object.assign(new TypeError(), { cause: { code: 'SELF_SIGNED_CERT_IN_CHAIN' } })), 'unreachable', 'unknown'],
    ['401', everywhere(() => Response.json({ code: 41 }, { status: 401 })), 'forbidden', 'unknown'],
    ['403', everywhere(() => page(403)), 'forbidden', 'unknown'],
    ['404', everywhere(notFound), 'absent', 'absent'],
    ['404 with a page', everywhere(() => page(404)), 'absent', 'absent'],
    ['the entrance of a portal', everywhere(() => page(200)), 'unclear', 'unknown'],
    ['an empty list', everywhere(() => Response.json([])), 'unclear', 'unknown'],
    ['the same two rows', everywhere(() => Response.json([{ id: '1' }, { id: '2' }])), 'unclear', 'unknown'],
    ['an empty object', everywhere(() => Response.json({})), 'unclear', 'unknown'],
    ['500', everywhere(() => new Response('', { status: 500 })), 'failing', 'unknown'],
    ['429', everywhere(() => new Response('', { status: 429 })), 'failing', 'unknown'],
    ['405', everywhere(() => new Response('', { status: 405 })), 'unclear', 'unknown'],
    ['400, for want of a header say', everywhere(() => Response.json({}, { status: 400 })), 'unclear', 'unknown'],
    ['a way elsewhere', everywhere(() => new Response(null, { status: 302, headers: { location: 'https://login.example/' } })), 'unclear', 'unknown'],
  ];
  for (const [what, answer, standing, verdict] of servers) {
    it(`is judged by that: ${what}`, async () => {
      const report = await reportOf(answer, { apis });
      assert.equal(versionOf(report, 'TMF621', 'v4').standing, standing);
      assert.equal(report.features.find(({ id }) => id === 'A04')?.verdict, verdict);
    });
  }
});

describe('an API', () => {
  const places: [path: string, base: string][] = [
    ['/tmf-api/troubleTicket/v4', ''],
    ['/troubleTicket/v4', ''],
    ['/tmf-api/troubleTicketManagement/v4', ''],
    ['/operator/care/tmf-api/troubleTicket/v4', '/operator/care'],
    ['/operator/care/tmf-api/troubleTicket/v4', '/operator/care/tmf-api'],
    ['/operator/care/tmf-api/troubleTicket/v4', '/operator/care/tmf-api/troubleTicket/v4'],
    ['/operator/care/v4', '/operator/care'],
    ['/operator/care', '/operator/care'],
  ];
  for (const [path, base] of places) {
    it(`is found at ${path} from ${base || 'the root'}`, async () => {
      const report = await reportOf(ticketsAt(`${path}/troubleTicket`), { apis, base: `http://127.0.0.1:1${base}` });
      assert.equal(versionOf(report, 'TMF621', 'v4').base, `http://127.0.0.1:1${path}`);
      assert.equal(report.nouns['tickets']?.verdict, 'full');
    });
  }

  it('is found where the operator says, and looked for nowhere else', async () => {
    const asked = new Set<string>();
    const there = ticketsAt('/odd/troubleTicket');
    const report = await reportOf((request) => {
      asked.add(new URL(request.url).pathname);
      return there(request);
    }, { apis, overrides: { TMF621: 'http://127.0.0.1:1/odd' } });
    assert.equal(versionOf(report, 'TMF621', 'v4').base, 'http://127.0.0.1:1/odd');
    assert.equal([...asked].some((path) => path.includes('/troubleTicket/v')), false);
  });

  it('is found by the server’s own description, which also says what may be written', async () => {
    const document = { swagger: '2.0', basePath: '/far/away', paths: { '/troubleTicket': { get: {}, post: {} }, '/troubleTicket/{id}': { get: {}, patch: {} } } };
    const there = ticketsAt('/far/away/troubleTicket');
    const report = await reportOf((request) => (request.url.endsWith('/swagger.json') ? Promise.resolve(Response.json(document)) : there(request)), { apis });
    const { base, resources } = versionOf(report, 'TMF621', 'v4');
    assert.equal(base, 'http://127.0.0.1:1/far/away');
    assert.deepEqual([resources[0]?.takesNew, resources[0]?.takesChanges], ['yes', 'yes']);
    assert.equal(report.documents.length, 1);
  });

  it('describes itself where it stands, when it says nothing by Allow', async () => {
    const document = { openapi: '3.0.1', servers: [{ url: '/tmf-api/troubleTicket/v4' }, { url: '{apiRoot}/x' }], paths: { '/troubleTicket': { get: {} }, '/troubleTicket/{id}': { patch: {} } } };
    const path = '/tmf-api/troubleTicket/v4/troubleTicket';
    const there = collection(rowsFor('troubleTicket', 2));
    const report = await reportOf(async (request) => {
      const { pathname, searchParams: query } = new URL(request.url);
      if (pathname === '/tmf-api/troubleTicket/v4/api-docs') return Response.json(document);
      if (!pathname.startsWith(path)) return notFound();
      const id = pathname.slice(path.length + 1);
      return there({ resource: '', query, method: request.method, stranger: false, ...(id !== '' && { id }) });
    }, { apis });
    const [found] = versionOf(report, 'TMF621', 'v4').resources;
    assert.deepEqual([found?.takesNew, found?.takesChanges], ['no', 'yes']);
    assert.equal(report.features.find(({ id }) => id === 'A09')?.verdict, 'absent');
    assert.equal(report.features.find(({ id }) => id === 'A10')?.verdict, 'full');
  });

  it('that wants a slash at its end is there, and of no use to a gateway that follows no redirect', async () => {
    const slash = async (request: Request): Promise<Response> => {
      const { pathname, search } = new URL(request.url);
      if (pathname !== '/tmf-api/troubleTicket/v4/troubleTicket') return notFound();
      return new Response(null, { status: 308, headers: { location: `${pathname}/${search}` } });
    };
    const report = await reportOf(slash, { apis });
    const [found] = versionOf(report, 'TMF621', 'v4').resources;
    assert.deepEqual([found?.state, found?.findings[0]?.id], ['broken', 'list.moved']);
    assert.match(report.nouns['tickets']?.because[0] ?? '', /follows no redirect/);
  });

  it('is not known to take anything by an Allow that the server gives for nonsense too', async () => {
    const there = ticketsAt('/tmf-api/troubleTicket/v4/troubleTicket');
    const proxy: Fetch = (request) => (request.method === 'OPTIONS' ? Promise.resolve(new Response(null, { headers: { allow: 'GET, POST, OPTIONS' } })) : there(request));
    assert.equal(versionOf(await reportOf(proxy, { apis }), 'TMF621', 'v4').resources[0]?.takesNew, 'unknown');
  });

  it('that says 404 where there is merely nothing is limited', async () => {
    const there = ticketsAt('/tmf-api/troubleTicket/v4/troubleTicket');
    const strict: Fetch = async (request) => {
      const response = await there(request);
      return /nobody/.test(request.url) && !request.url.includes('%2C') ? notFound() : response;
    };
    const [found] = versionOf(await reportOf(strict, { apis }), 'TMF621', 'v4').resources;
    assert.deepEqual([found?.state, found?.findings[0]?.id], ['limited', 'filter.empty-404']);
  });

  it('of an older generation is absent, and named', async () => {
    const report = await reportOf(ticketsAt('/tmf-api/troubleTicket/v2/troubleTicket'), { apis });
    const found = report.apis.find(({ api }) => api === 'TMF621');
    assert.equal(found?.chosen, undefined);
    assert.match(found?.older?.path ?? '', /\/v2\//);
    assert.equal(report.nouns['tickets']?.verdict, 'absent');
  });

  it('that could not be asked to the end, because the limit was reached, is unknown and never good', async () => {
    const there = ticketsAt('/tmf-api/troubleTicket/v4/troubleTicket');
    const full = await reportOf(there, { apis: apis.slice(0, 1), concurrency: 1 });
    for (let maxRequests = 0; maxRequests < full.requests; maxRequests += 1) {
      const report = await reportOf(there, { apis: apis.slice(0, 1), concurrency: 1, maxRequests });
      const { verdict } = report.nouns['tickets'] ?? {};
      const done = report.apis[0]?.versions[0]?.resources[0]?.state === 'good';
      // v5 is looked for last: by then v4 has been read whole.
      assert.ok(verdict === 'unknown' || (verdict === 'full' && done), `${maxRequests}: ${verdict}`);
    }
  });
});
