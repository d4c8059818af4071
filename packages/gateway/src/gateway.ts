import { Hono, type MiddlewareHandler } from 'hono';
import { listedFiles } from './capabilities/listed.ts';
import { withPayments } from './payments/offered.ts';
import { providerNews } from './payments/provider-news.ts';
import { offeredRoutes, refuseAbsent } from './capabilities/offered.ts';
import { mountDocs } from './docs/mount-docs.ts';
import { eventStream } from './events/stream.ts';
import { cspReports } from './guard/csp-report.ts';
import { allowOrigin, listedOrigin, preflight } from './guard/cors.ts';
import { headerStamp } from './http/headers.ts';
import { createCursors } from './paging/cursors.ts';
import { randomText } from './sign-on/encoding.ts';
import { memoryTurns } from './turns/one-at-a-time.ts';
import { memoryIdempotency } from './idempotency/memory.ts';
import { demandQuota } from './limits/demand.ts';
import type { GatewayEnv, GatewayOptions } from './options.ts';
import { problemResponse } from './problem.ts';
import { feedDoor } from './planned-work/feed-door.ts';
import { memoryFeeds } from './planned-work/feeds.ts';
import { ReportDesk } from './reports/desk.ts';
import { memoryReports } from './reports/memory-reports.ts';
import { failureResponse } from './routing/failure.ts';
import { API, methodsByPath, mount, refuseOthers } from './routing/mount.ts';
import type { Route } from './routing/route.ts';
import { apiRoutes } from './routes.ts';
import { createReads } from './upstream/reads.ts';
import { memoryGuests } from './visitor/guest-book.ts';

/** The self-service layer as one web-standard app; Node, a test or a service worker hands it requests. */
export function createGateway(options: GatewayOptions): Hono<GatewayEnv> {
  return gatewayOver(apiRoutes, options);
}

/** The same over a table of one's own: what the tests of the table use. */
export function gatewayOver(routes: readonly Route[], given: GatewayOptions): Hono<GatewayEnv> {
  const options = withPayments(given);
  const app = new Hono<GatewayEnv>();
  const server = { ...options, ...ownParts(options), reads: options.reads ?? createReads({ tenant: options.tenant.publicUrl, clock: options.clock }) };
  dress(app, options);
  answerPreflights(app, routes, options);
  const offered = offeredRoutes(routes, options.capabilities);
  mountDocs(app, offered, options.tenant);
  app.get(`${API}/events`, eventStream(options));
  refuseOthers(app, '/events', ['GET']);
  refuseAbsent(app, routes, options.capabilities);
  mount(app, offered, server);
  app.post('/csp-report', cspReports(options));
  app.route('/calendar', feedDoor(server));
  if (options.hub) app.route('/hub', options.hub);
  if (options.payments) app.route('/payments', providerNews(options.payments, options.log));
  if (options.signOn) {
    // Where passwords are tried; what providers and open pages ask for by themselves is not.
    for (const path of ['/auth/login', '/auth/callback', '/auth/embed']) app.use(path, sparingly(options));
    app.route('/auth', options.signOn);
  }
  const files = listedFiles(options.files, options.capabilities);
  app.notFound((c) => elsewhere(c.req.raw, c.req.path, c.var.trace, files));
  app.onError((error, c) => failureResponse(error, c.var.trace, options.log));
  return app;
}

/** What a process can be for itself, when nothing is handed in that several share. */
const ownParts = ({ idempotency, turns, cursorSecret, feeds, reports, clock, guests }: GatewayOptions) => ({
  feeds: feeds ?? memoryFeeds(),
  guests: guests ?? memoryGuests(),
  idempotency: idempotency ?? memoryIdempotency(),
  turns: turns ?? memoryTurns(),
  reports: reports ?? new ReportDesk({ store: memoryReports(), clock }),
  cursors: createCursors(cursorSecret ?? randomText(32)),
});

const sparingly =
  (options: GatewayOptions): MiddlewareHandler<GatewayEnv> =>
  async (c, next) => {
    demandQuota(options, c, 'sign-on');
    await next();
  };

/** One pass around everything: a trace on the way in, the headers on the way out. */
function dress(app: Hono<GatewayEnv>, { tenant, documentPolicy }: GatewayOptions): void {
  const stamp = headerStamp(tenant, documentPolicy);
  app.use(async (c, next) => {
    // Without a server there are no bindings.
    const seen = (c.env as GatewayEnv['Bindings'] | undefined)?.seen;
    const trace = seen?.trace ?? crypto.randomUUID();
    c.set('trace', trace);
    if (seen) seen.trace = trace;
    await next();
    if (c.var.dressed === true) return;
    const { headers } = c.res;
    stamp(headers, c.req.path, trace);
    if (c.req.path.startsWith('/api/')) allowOrigin(headers, listedOrigin(c.req.raw, tenant.embedOrigins));
  });
}

function answerPreflights(app: Hono<GatewayEnv>, routes: readonly Route[], { tenant }: GatewayOptions): void {
  const answer = (path: string, methods: readonly string[]) =>
    app.options(API + path, (c) => preflight(listedOrigin(c.req.raw, tenant.embedOrigins), methods));
  for (const [path, methods] of methodsByPath(routes)) answer(path, methods);
  answer('/events', ['GET']);
}

async function elsewhere(request: Request, path: string, trace: string, files: GatewayOptions['files']): Promise<Response> {
  const isFile = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(api|auth)(\/|$)/.test(path);
  const found = isFile ? await files?.(request) : undefined;
  return found ?? problemResponse({ status: 404, code: 'not-found', title: 'There is nothing here under that address.' }, trace);
}
