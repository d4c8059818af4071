import type { Context, Hono } from 'hono';
import { parseJson, readBody } from '../guard/body.ts';
import { demandKnownCaller } from '../guard/guard.ts';
import { demandKey, fingerprintOf, once } from '../idempotency/keyed.ts';
import type { IdempotencyStore } from '../idempotency/store.ts';
import type { GatewayEnv, GatewayOptions, OpenSession } from '../options.ts';
import { problemResponse } from '../problem.ts';
import { type Ready, readyAnswer, responseOf } from './answer.ts';
import { callFor, demandAction, signInFirst } from './call.ts';
import { failureResponse } from './failure.ts';
import { parsed, readParams, readQuery } from './read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { Call, Route } from './route.ts';

export const API = '/api/v1';

type Server = GatewayOptions & { idempotency: IdempotencyStore };

/** Puts the table under `/api/v1`: the one place where calls are checked, run and answered. */
export function mount(app: Hono<GatewayEnv>, routes: readonly Route[], options: Server): void {
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

async function answered(c: Context<GatewayEnv>, route: Route, options: Server): Promise<Response> {
  const { trace } = c.var;
  try {
    const request = c.req.raw;
    demandKnownCaller(request, options.tenant);
    const session = await options.sessions.read(request, { touch: route.passive !== true });
    if (!session && route.signedOut) return responseOf(readyAnswer(route, route.signedOut()));
    if (!session) throw signInFirst();
    demandAction(options, session, route.policy.action);
    return responseOf(await run(c, route, options, session));
  } catch (error) {
    // Who has left ended the work: no system behind us failed, and nobody need be woken.
    const left = c.req.raw.signal.aborted && error instanceof UpstreamProblem;
    return failureResponse(error, trace, left ? undefined : options.log, route.path);
  }
}

async function run(c: Context<GatewayEnv>, route: Route, options: Server, session: OpenSession): Promise<Ready> {
  const request = c.req.raw;
  const params = readParams(route, c.req.param() as Record<string, string>);
  const query = readQuery(route, request.url);
  const text = request.method === 'GET' || request.method === 'HEAD' ? '' : await readBody(request);
  const body = route.body ? parsed(route.body, parseJson(text), 422) : undefined;
  const facts = { request, route, session, trace: c.var.trace, params, query, body };
  // The schemas of this very route made what its handler gets.
  const work = async (idempotencyKey?: string) =>
    readyAnswer(route, await route.handle(callFor(options, { ...facts, ...(idempotencyKey !== undefined && { idempotencyKey }) }) as Call<never, never, never>));
  if (route.method !== 'POST') return work();

  const given = demandKey(request);
  const { tenant, idempotency: store } = options;
  const key = { tenant: tenant.publicUrl, party: session.subject.sub, operation: `POST ${route.path}`, key: given };
  const fingerprint = await fingerprintOf(c.req.path, text);
  // Upstreams see a key of their own: one customer's must not meet another's there.
  const outward = await fingerprintOf(key.tenant, key.party, key.operation, given);
  return once({ store, key, fingerprint, now: options.clock(), trace: c.var.trace }, () => work(outward));
}
