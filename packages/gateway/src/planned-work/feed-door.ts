import { type Context, Hono } from 'hono';
import { quickDigest, tagOf } from '../http/etag.ts';
import { demandQuota } from '../limits/demand.ts';
import type { GatewayEnv, OpenSession } from '../options.ts';
import { notFound, Refusal } from '../problem.ts';
import { callFor, demandAction, linksOf } from '../routing/call.ts';
import { failureResponse, refusalOf } from '../routing/failure.ts';
import { recordOutcome } from '../routing/record.ts';
import { route } from '../routing/route.ts';
import { workCalendar } from './calendar.ts';
import type { Feed, FeedOwner, FeedStore } from './feeds.ts';
import { wholeCalendar } from './planned-work.ts';

type Options = Parameters<typeof callFor>[0] & { feeds: FeedStore };

/** What a fetch is to the policy and in the trail; the API has no such call. */
const FETCH = route({
  method: 'GET',
  path: '/calendar/:link',
  summary: 'Planned work, for a calendar program.',
  answer: { media: 'text/calendar' },
  policy: { action: 'calendar-feed.read' },
  routeClass: 'export',
  handle: () => Promise.reject(notFound()),
});

/** Whose calendar a link opens. @throws {Refusal} 404 for one that is none of ours, was replaced, or was withdrawn. */
async function feedBy(options: Options, link: string): Promise<FeedOwner & Feed> {
  const said = link.endsWith('.ics') ? await linksOf(options).read(link.slice(0, -4)) : undefined;
  const id = typeof said === 'object' && said !== null && 'calendar' in said ? said.calendar : undefined;
  const feed = typeof id === 'string' ? await options.feeds.find(options.tenant.publicUrl, id) : undefined;
  if (!feed) throw notFound();
  return feed;
}

/** The rights of whoever made the link, as they are now; nothing but this calendar can be had by them. */
async function sessionOf({ sessions }: Options, { person, id }: FeedOwner & Feed): Promise<OpenSession> {
  const session = await sessions.byLink?.(person, id);
  if (!session) throw notFound();
  return session;
}

const dayOf = (instant: string | undefined) => instant?.slice(0, 10);

/** The trail need not hold that a program came by every hour: the first time on each day is enough. */
async function noted(options: Options, session: OpenSession, feed: FeedOwner & Feed, trace: string): Promise<void> {
  const now = options.clock().toISOString();
  await options.feeds.read(feed, feed.id, now);
  if (dayOf(feed.readAt) === dayOf(now)) return;
  await recordOutcome(options, { route: FETCH, session, trace, params: {}, object: { kind: 'calendar', id: feed.id }, party: undefined, result: 'done' });
}

async function calendarFor(c: Context<GatewayEnv>, options: Options): Promise<Response> {
  const { trace } = c.var;
  const request = c.req.raw;
  const feed = await feedBy(options, c.req.param('link') ?? '');
  const session = await sessionOf(options, feed);
  demandQuota(options, c, 'export', session);
  demandAction(options, session, FETCH.policy.action);
  const ignored = () => undefined;
  const call = callFor(options, { request, route: FETCH, session, trace, params: {}, query: {}, body: undefined, concerns: ignored, owned: ignored, setCookie: ignored });
  const told = { operator: options.tenant.name, url: `${options.tenant.publicUrl}/service-levels/planned-work`, now: options.clock() };
  const calendar = workCalendar(await wholeCalendar(call), told);
  await noted(options, session, feed, trace);
  const etag = tagOf(calendar, options.digest ?? quickDigest);
  const headers = { etag, 'cache-control': 'private, no-cache', 'content-security-policy': 'sandbox', 'x-robots-tag': 'noindex' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(calendar, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } });
}

/**
 * `GET /calendar/{link}.ics`: where a calendar program fetches planned work. No cookie and no session: whoever has the link
 * reads it, and nothing else. What it shows is asked anew each time by the rights of whoever made the link.
 */
export function feedDoor(options: Options): Hono<GatewayEnv> {
  const app = new Hono<GatewayEnv>();
  app.get('/:link', async (c) => {
    try {
      return await calendarFor(c, options);
    } catch (error) {
      return refused(c, options, error);
    }
  });
  return app;
}

/** Who tries links that are none is slowed down, and leaves a record. */
async function refused(c: Context<GatewayEnv>, options: Options, error: unknown): Promise<Response> {
  const { trace } = c.var;
  try {
    if (error instanceof Refusal && error.problem.status === 404) {
      demandQuota(options, c, 'sign-on');
      await recordOutcome(options, { route: FETCH, session: undefined, trace, params: {}, object: undefined, party: undefined, result: 'refused', code: refusalOf(error).problem.code });
    }
    return failureResponse(error, trace, options.log, FETCH.path);
  } catch (worse) {
    return failureResponse(worse, trace, options.log, FETCH.path);
  }
}
