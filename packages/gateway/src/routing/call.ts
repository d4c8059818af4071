import type { GatewayOptions, OpenSession } from '../options.ts';
import type { Action } from '../policy/actions.ts';
import { type Decision, decide, type Facts, type Resource } from '../policy/decide.ts';
import { notFound, Refusal } from '../problem.ts';
import { tmfClient } from '../upstream/client.ts';
import type { Call, Route } from './route.ts';

/** Ten seconds in all, below the 15 a browser waits. */
const MOST_MILLISECONDS = 10_000;

export interface CallFacts {
  request: Request;
  route: Route;
  session: OpenSession;
  trace: string;
  params: unknown;
  query: unknown;
  body: unknown;
  idempotencyKey?: string;
  concerns(kind: string, id: string): void;
}

/** Everything a handler may use, and nothing that would let it act for somebody else. */
export function callFor(options: GatewayOptions, facts: CallFacts): Call {
  const { request, route, session, trace, params, query, body, idempotencyKey } = facts;
  const { subject } = session;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(MOST_MILLISECONDS)]);
  const within = { signal, trace, ...(idempotencyKey !== undefined && { idempotencyKey }) };
  const allows = (resource: Facts, action: Action = route.policy.action) => ask(options, session, action, resource).allow;
  return {
    params,
    query,
    body,
    subject,
    session,
    trace,
    signal,
    tenant: options.tenant,
    clock: options.clock,
    documents: options.documents,
    operationKey: idempotencyKey ?? '',
    tmf: (api) => tmfClient(api, options.upstreams(api), within),
    allows,
    concerns: facts.concerns,
    demand: (resource, action) => {
      if (!allows(resource, action)) throw notFound();
    },
  };
}

const ask = ({ clock }: GatewayOptions, { subject, endsAt }: OpenSession, action: Action, resource: Resource): Decision =>
  decide(subject, action, resource, { now: clock(), sessionEndsAt: endsAt });

/** The route's own gate, before anything is read: may this person do such a thing at all? */
export function demandAction(options: GatewayOptions, session: OpenSession, action: Action): void {
  const decision = ask(options, session, action, 'unnamed');
  if (decision.allow) return;
  if (decision.reason === 'session-over') throw signInFirst();
  throw new Refusal({ status: 403, code: 'not-allowed', title: 'This is not open to your kind of sign-in.' });
}

export const signInFirst = (): Refusal => new Refusal({ status: 401, code: 'signed-out', title: 'Sign in to go on.' });
