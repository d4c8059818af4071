import { ruleOf } from '../policy/actions.ts';
import type { Context, Hono } from 'hono';
import { partyOf } from '../audit/party.ts';
import { nounAt } from '../capabilities/capabilities.ts';
import { parseJson, readBody } from '../guard/body.ts';
import { listedOrigin } from '../guard/cors.ts';
import { demandKnownCaller } from '../guard/guard.ts';
import { demandKey, fingerprintOf, once } from '../idempotency/keyed.ts';
import type { IdempotencyStore } from '../idempotency/store.ts';
import { quickDigest, tagged } from '../http/etag.ts';
import { apiHeaders } from '../http/headers.ts';
import { demandQuota } from '../limits/demand.ts';
import type { AuditEntry, GatewayEnv, GatewayOptions, OpenSession } from '../options.ts';
import { problemResponse, Refusal } from '../problem.ts';
import { plainOf, readyAnswer, responseOf } from './answer.ts';
import type { Ready } from './ready.ts';
import type { Facts } from '../policy/decide.ts';
import { callFor, demandAction } from './call.ts';
import type { GuestBook } from '../visitor/guest-book.ts';
import { caller, isPassing, isUnknown, known, renewed } from '../visitor/caller.ts';
import { failureResponse, refusalOf } from './failure.ts';
import { keeperFor, quarantineFailure } from './quarantined.ts';
import { demandAudit, recordOutcome } from './record.ts';
import type { FeedStore } from '../planned-work/feeds.ts';
import type { ReportKeeper } from '../reports/keeper.ts';
import { parsed, readParams, readQuery } from './read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { Cursors } from '../paging/cursors.ts';
import type { Turns } from '../turns/turns.ts';
import type { Call, Route } from './route.ts';
import { heedsIfMatch } from './unchanged.ts';

export const API = '/api/v1';

type Server = GatewayOptions & { idempotency: IdempotencyStore; turns: Turns; guests: GuestBook; cursors: Cursors; feeds: FeedStore; reports: ReportKeeper; headers: ReturnType<typeof apiHeaders> };

/** Puts the table under `/api/v1`: the one place where calls are checked, run and answered. */
export function mount(app: Hono<GatewayEnv>, routes: readonly Route[], given: Omit<Server, 'headers'>): void {
  const options: Server = { ...given, headers: apiHeaders(given.tenant) };
  for (const route of routes) {
    app.on(route.method, API + route.path, (c) => answered(c, route, options));
  }
  for (const [path, methods] of methodsByPath(routes)) refuseOthers(app, path, methods);
}

/** Answers methods that a path does not have. */
export function refuseOthers(app: Hono<GatewayEnv>, path: string, methods: readonly string[]): void {
  app.all(API + path, (c) => {
    const problem = { status: 405, code: 'method-not-allowed', title: 'That cannot be done here.' };
    return problemResponse(problem, c.var.trace, { allow: methods.join(', ') });
  });
}

/** Path → the methods it has: for 405 answers and preflights. */
export function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const byPath = new Map<string, string[]>();
  for (const { path, method } of routes) byPath.set(path, [...(byPath.get(path) ?? []), method]);
  return byPath;
}

/** What is known of a call by the time it ends, well or badly. */
interface Progress {
  session?: OpenSession;
  params: Readonly<Record<string, string>>;
  object?: AuditEntry['object'];
  /** Whose data it is about, where that is not the caller's own. */
  party?: string;
  /** Its refusal has its record: one that is kept for repeats is thrown no further. */
  told?: true;
  /** `Set-Cookie` lines. */
  cookies: string[];
}

/** For the figures and the log. Without a server there are no bindings. */
function noteRoute(c: Context<GatewayEnv>, { path }: Route): void {
  const seen = (c.env as GatewayEnv['Bindings'] | undefined)?.seen;
  if (seen) seen.route = path;
}

async function answered(c: Context<GatewayEnv>, route: Route, options: Server): Promise<Response> {
  const { trace } = c.var;
  noteRoute(c, route);
  const progress: Progress = { params: c.req.param() as Record<string, string>, cookies: [] };
  try {
    const ready = await allowedAnswer(c, route, options, progress);
    const marked = route.method === 'GET' || heedsIfMatch(route);
    const known = route.method === 'GET' ? c.req.raw.headers.get('if-none-match') : null;
    return deliver(c, options, progress, marked ? tagged(ready, known, options.digest ?? quickDigest) : ready);
  } catch (error) {
    // Who has left ended the work: no system behind us failed, and nobody need be woken.
    const left = c.req.raw.signal.aborted && error instanceof UpstreamProblem;
    quarantineFailure(options, route, error, trace);
    if (!progress.told) await afterRefusal(options, route, progress, refusalOf(error), trace);
    return withCookies(failureResponse(error, trace, left ? undefined : options.log, route.path), progress);
  }
}

/** What was refused may be tried again by the same visitor. */
function withCookies(response: Response, { cookies }: Progress): Response {
  for (const line of cookies) response.headers.append('set-cookie', line);
  return response;
}

/** Out with its headers on: straight to the socket where the server can, else as a `Response`. */
function deliver(c: Context<GatewayEnv>, { headers, tenant }: Server, { cookies }: Progress, ready: Ready): Response {
  const plain = plainOf(ready, headers(c.var.trace, listedOrigin(c.req.raw, tenant.embedOrigins)), cookies);
  c.set('dressed', true);
  const write = c.req.method === 'HEAD' ? undefined : c.env?.write;
  return write ? write(plain) : responseOf(plain);
}

async function allowedAnswer(c: Context<GatewayEnv>, route: Route, options: Server, progress: Progress): Promise<Ready> {
  const request = c.req.raw;
  demandKnownCaller(request, options.tenant);
  const session = await known(request, route, options);
  if (session) progress.session = session;
  const quota = demandQuota(options, c, route.routeClass ?? (route.method === 'GET' ? 'read' : 'write'), session);
  if ((!session || isUnknown(session, route)) && route.signedOut) return readyAnswer(route, route.signedOut(options));
  const who = await caller(c, route, options, session);
  if (who.kept) progress.session = who.session;
  demandAction(options, who.session, route.policy.action);
  if (who.cookie !== undefined) progress.cookies.push(who.cookie);
  const ready = await run(c, route, options, who.session, progress);
  await renewed(request, route, options, who, progress);
  return quota ? { ...ready, headers: { ...quota, ...ready.headers } } : ready;
}

async function afterRefusal(options: Server, route: Route, { session, params, object, party }: Progress, { problem }: Refusal, trace: string): Promise<void> {
  const { status, code } = problem;
  const [missed] = Object.values(params);
  // Offers and addresses are everybody's: who follows dead links to them looks for nobody's data.
  const isSomebodys = ruleOf(route.policy.action)?.relation !== 'everybody';
  if (session && isSomebodys && status === 404 && missed !== undefined) options.limits?.missed(session, `${nounAt(route.path)} ${missed}`);
  // A change that failed is recorded where its key is kept.
  await recordOutcome(options, { route, session, trace, params, object, party, result: status >= 500 ? 'failed' : 'refused', code });
}

async function run(c: Context<GatewayEnv>, route: Route, options: Server, session: OpenSession, progress: Progress): Promise<Ready> {
  const request = c.req.raw;
  const params = readParams(route, c.req.param() as Record<string, string>);
  const query = readQuery(route, request.url);
  const text = request.method === 'GET' || request.method === 'HEAD' ? '' : await readBody(request);
  const body = route.body ? parsed(route.body, parseJson(text), 422) : undefined;
  const { trace } = c.var;
  const concerns = (kind: string, id: string) => void (progress.object = { kind, id });
  const owned = (facts: Facts) => {
    const party = partyOf(session.subject, facts);
    if (party !== session.subject.sub) progress.party = party;
  };
  const setCookie = (line: string) => void progress.cookies.push(line);
  const facts = { request, route, session, trace, params, query, body, concerns, owned, setCookie };
  await demandAudit(options, route);
  const work = async (idempotencyKey?: string) => {
    try {
      return await done(idempotencyKey);
    } catch (error) {
      progress.told = true;
      await afterRefusal(options, route, progress, refusalOf(error), trace);
      throw error;
    }
  };
  const done = async (idempotencyKey?: string) => {
    // The schemas of this very route made what its handler gets.
    const call = callFor(options, { ...facts, ...(idempotencyKey !== undefined && { idempotencyKey }) }) as Call<never, never, never>;
    const ready = readyAnswer(route, call.project(await route.handle(call)), keeperFor(options, trace));
    await recordOutcome(options, { route, session, trace, params: progress.params, object: progress.object, party: progress.party, result: 'done' });
    return ready;
  };
  // A look of somebody who passes by changes nothing: there is nothing to be done once.
  if (route.method !== 'POST' || isPassing(session)) return work();

  const given = demandKey(request);
  const { tenant, idempotency: store } = options;
  // Whoever acts for a customer has keys of their own: they never meet the customer's.
  const party = session.acting ? `${session.acting.actor.id} for ${session.subject.sub}` : session.subject.sub;
  const key = { tenant: tenant.publicUrl, party, operation: `POST ${route.path}`, key: given };
  const fingerprint = await fingerprintOf(c.req.path, text);
  // Upstreams see a key of their own: one customer's must not meet another's there.
  const outward = await fingerprintOf(key.tenant, key.party, key.operation, given);
  return once({ store, key, fingerprint, now: options.clock(), trace }, () => work(outward));
}
