import { labelled } from '../capabilities/label.ts';
import { quickDigest } from '../http/etag.ts';
import type { GatewayOptions, OpenSession, TmfApi } from '../options.ts';
import type { Action } from '../policy/actions.ts';
import { contextOf, type Decision, decide, type Facts, type Resource } from '../policy/decide.ts';
import { project } from '../policy/project.ts';
import { refusalFor } from '../policy/refusal.ts';
import { reachOf } from '../policy/ties.ts';
import { notFound } from '../problem.ts';
import type { FeedStore } from '../planned-work/feeds.ts';
import type { ReportKeeper } from '../reports/keeper.ts';
import { tmfClient } from '../upstream/client.ts';
import { scopeOf } from '../upstream/scope-headers.ts';
import type { Within } from '../upstream/exchange.ts';
import type { TmfClient } from '../upstream/types.ts';
import type { Cursors } from '../paging/cursors.ts';
import type { Turns } from '../turns/turns.ts';
import type { Call, Route } from './route.ts';
import { demandUnchanged, heedsIfMatch } from './unchanged.ts';
import type { GuestBook } from '../visitor/guest-book.ts';
import { introduced } from '../visitor/introduce.ts';
import { guestParty } from '../visitor/make-customer.ts';

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
  /** What was demanded and given: whose data it is that the call is about. */
  owned(facts: Facts): void;
  setCookie(line: string): void;
}

type Server = GatewayOptions & { turns: Turns; guests: GuestBook; cursors: Cursors; feeds: FeedStore; reports: ReportKeeper };

/** What of the house every call has. */
const partsOf = ({ sessions, tenant, clock, documents, payments, reports, changes, hints, feeds, accessLog, capabilities, tally }: Server) => ({
  sessions, tenant, clock, documents, payments, reports, feeds, accessLog, capabilities, tally, changes: [changes, ...(hints ? [hints] : [])],
});

/** Everything a handler may use, and nothing that would let it act for somebody else. */
export function callFor(options: Server, facts: CallFacts): Call {
  const { request, route, session, trace, params, query, body, idempotencyKey } = facts;
  const { subject } = session;
  const { signal } = request;
  const deadline = performance.now() + MOST_MILLISECONDS;
  const within = { signal, trace, deadline, ...scopeOf(subject, route.policy.action), ...(idempotencyKey !== undefined && { idempotencyKey }) };
  const unbound = (api: TmfApi): TmfClient => tmfClient(api, options.upstreams(api), { signal, trace, deadline });
  const allows = (resource: Facts, action: Action = route.policy.action) => ask(options, session, action, resource).allow;
  const shown = <T>(answer: T): T => labelled(project(route.policy.action, answer, allows), route.path, options.capabilities);
  return {
    ...partsOf(options),
    params,
    query,
    body,
    subject,
    session,
    trace,
    signal,
    operationKey: idempotencyKey ?? '',
    tmf: (api) => clientOf(options, facts, within, api),
    question: (api) => questioning(clientOf(options, facts, within, api), (key) => clientOf(options, facts, { ...within, idempotencyKey: key }, api)),
    quarantine: (found) => options.quarantine?.record({ ...found, trace }),
    allows,
    concerns: facts.concerns,
    setCookie: facts.setCookie,
    introduced: async (contact) => callFor(options, { ...facts, session: await introduced({ options, session, tmf: unbound }, contact) }),
    // Apart from whom an order makes of them: that one has a name.
    reachable: (email) => guestParty(unbound, `${subject.sub}.interest`, { givenName: 'Visitor', familyName: email, email }),
    link: linksOf(options),
    cursor: {
      make: (after) => options.cursors.make(cursorScope(options, facts), after),
      read: (cursor) => options.cursors.read(cursorScope(options, facts), cursor),
    },
    inTurn: (name, work) => options.turns.take(JSON.stringify([options.tenant.publicUrl, name]), work),
    namesState: heedsIfMatch(route) && request.headers.has('if-match'),
    demandUnchanged: (now) => demandUnchanged(route, request.headers.get('if-match'), options.digest ?? quickDigest, shown(now)),
    reach: (action) => reachOf(subject, action, options.clock()),
    project: shown,
    demand: (resource, action = route.policy.action) => {
      const decision = ask(options, session, action, resource);
      if (decision.allow) return facts.owned(resource);
      // What the person lacks may be said; that a record is another's may not.
      throw ['over-limit', 'step-up'].includes(decision.reason) ? refusalFor(decision) : notFound();
    },
  };
}

/** A link is the same for everybody, and of this portal alone. */
const linkScope = ({ tenant }: GatewayOptions): string => JSON.stringify(['link', tenant.publicUrl]);

/** What links say, and who can say so. */
export const linksOf = (options: GatewayOptions & { cursors: Cursors }): Call['link'] => ({
  make: (said) => options.cursors.make(linkScope(options), said),
  read: (token) => options.cursors.read(linkScope(options), token).catch(() => Promise.reject(notFound())),
});

/** A cursor holds for one person on one list with one set of filters, whoever acts for that person. */
function cursorScope({ tenant }: GatewayOptions, { session, route, query }: CallFacts): string {
  const filters = Object.entries(query as Record<string, unknown>).filter(([name]) => name !== 'cursor' && name !== 'limit');
  return JSON.stringify([tenant.publicUrl, session.subject.sub, session.acting?.actor.id ?? '', route.path, filters.toSorted(([one], [other]) => one.localeCompare(other))]);
}

/** Of a system reached over the network, a customer's look may be answered with what it said last; what is about to be ordered may not. */
function clientOf({ upstreams, reads }: GatewayOptions, { route, session }: CallFacts, within: Within, api: TmfApi): TmfClient {
  const upstream = upstreams(api);
  const make = (forEverybody: boolean) => tmfClient(api, upstream, forEverybody ? { trace: within.trace } : within);
  const isDistant = upstream.guard !== undefined || upstream.merge !== undefined;
  const mayBeOld = isDistant && route.method === 'GET' && route.policy.action !== 'cart.read';
  return reads && mayBeOld ? reads.around(api, session, make) : make(false);
}

/** What is asked anew each time must not meet the answer to an earlier question, as it would under the call's one key. */
const questioning = (client: TmfClient, under: (key: string) => TmfClient): TmfClient => ({
  ...client,
  post: (resource, body) => under(crypto.randomUUID()).post(resource, body),
});

const ask = ({ clock }: GatewayOptions, session: OpenSession, action: Action, resource: Resource): Decision =>
  decide(session.subject, action, resource, contextOf(session, clock()));

/** The route's own gate, before anything is read: may this person do such a thing at all? */
export function demandAction(options: GatewayOptions, session: OpenSession, action: Action): void {
  const decision = ask(options, session, action, 'unnamed');
  if (!decision.allow) throw refusalFor(decision);
}
