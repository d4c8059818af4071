import type { Context } from 'hono';
import { demandKnownCaller } from '../guard/guard.ts';
import type { GatewayEnv, GatewayOptions, OpenSession } from '../options.ts';
import { signInFirst } from '../policy/refusal.ts';
import { demandAction } from '../routing/call.ts';
import { failureResponse } from '../routing/failure.ts';
import { ChangeFeed } from './feed.ts';
import { EventReader, MOST_UNSENT } from './reader.ts';

// Buffering proxies would hold single events back.
const HEADERS = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };

/** `GET /api/v1/events`: what changed for this person, as server-sent events. */
export function eventStream(options: GatewayOptions): (c: Context<GatewayEnv>) => Promise<Response> {
  const feed = new ChangeFeed(options.changes, options.log);
  options.stopping?.addEventListener('abort', () => feed.closeAll(), { once: true });
  return async (c) => {
    try {
      const request = c.req.raw;
      demandKnownCaller(request, options.tenant);
      const session = await options.sessions.read(request, { touch: false });
      if (!session) throw signInFirst();
      demandAction(options, session, 'event.read');
      // Nobody would ever read, or leave, a stream whose answer may have no body.
      if (request.method === 'HEAD') return new Response(null, { headers: HEADERS });
      return stream(options, feed, request, session);
    } catch (error) {
      return failureResponse(error, c.var.trace, options.log, '/events');
    }
  };
}

function stream(options: GatewayOptions, feed: ChangeFeed, request: Request, session: OpenSession): Response {
  let reader: EventReader | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(out) {
        reader = new EventReader(options, feed, request, session, out);
        if (options.stopping?.aborted) reader.close();
      },
      cancel: () => reader?.close(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_UNSENT }),
  );
  return new Response(body, { headers: HEADERS });
}
