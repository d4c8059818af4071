import type { Context } from 'hono';
import { demandKnownCaller } from '../guard/guard.ts';
import { demandQuota } from '../limits/demand.ts';
import type { GatewayEnv, GatewayOptions, OpenSession } from '../options.ts';
import { signInFirst } from '../policy/refusal.ts';
import { demandAction } from '../routing/call.ts';
import { failureResponse } from '../routing/failure.ts';
import { ChangeFeed } from './feed.ts';
import { OpenStreams } from './open-streams.ts';
import { EventReader, MOST_UNSENT, type ReaderNeeds } from './reader.ts';

// Buffering proxies would hold single events back.
const HEADERS = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };

interface Streams {
  options: GatewayOptions;
  sources: ReaderNeeds['sources'];
  open: OpenStreams;
}

/** `GET /api/v1/events`: what changed for this person, as server-sent events. */
export function eventStream(options: GatewayOptions): (c: Context<GatewayEnv>) => Promise<Response> {
  const { changes, hints, log, sessions, stopping } = options;
  const sources = [changes, ...(hints ? [hints] : [])].map((source) => ({ source, feed: new ChangeFeed(source, log) }));
  const open = new OpenStreams();
  stopping?.addEventListener('abort', () => open.closeAll(), { once: true });
  sessions.ended?.((sessionId) => open.end(sessionId));
  return async (c) => {
    try {
      const request = c.req.raw;
      demandKnownCaller(request, options.tenant);
      const session = await sessions.read(request, { touch: false });
      if (!session) throw signInFirst();
      demandQuota(options, c, 'events', session);
      demandAction(options, session, 'event.read');
      // Nobody would ever read, or leave, a stream whose answer may have no body.
      if (request.method === 'HEAD') return new Response(null, { headers: HEADERS });
      return stream({ options, sources, open }, request, session);
    } catch (error) {
      return failureResponse(error, c.var.trace, log, '/events');
    }
  };
}

function stream({ options, sources, open }: Streams, request: Request, session: OpenSession): Response {
  let reader: EventReader | undefined;
  const { clock, sessions, stopping } = options;
  const left = () => reader && open.remove(session, reader);
  const body = new ReadableStream<Uint8Array>(
    {
      start(out) {
        reader = new EventReader({ clock, sessions, sources, left }, request, session, out);
        open.add(session, reader);
        if (stopping?.aborted) reader.close({ goodbye: true });
      },
      pull: () => reader?.pulled(),
      cancel: () => reader?.close(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_UNSENT }),
  );
  return new Response(body, { headers: HEADERS });
}
