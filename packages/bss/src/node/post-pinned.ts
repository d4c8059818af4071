import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import type { Post, Posting } from '../hub/post.ts';

/** A connection is kept for the next notification, to the address it was pinned to when it was made. */
const KEEP = { keepAlive: true, timeout: 5000, maxSockets: 64 } as const;
const agents = { 'http:': new HttpAgent(KEEP), 'https:': new HttpsAgent(KEEP) };

/** Answers the addresses that were judged, whatever a name server says by now. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (host, { all }, answer) => {
    const [first] = found;
    if (!first) answer(new Error(`No address of ${host} may be called.`), '', 0);
    else if (all) answer(null, found);
    else answer(null, first.address, first.family);
  };
}

/** Lets go of an answer unread. Where nothing follows the head the connection may be used again. */
function leave(answer: IncomingMessage): void {
  const { statusCode, headers } = answer;
  if (statusCode === 204 || headers['content-length'] === '0') answer.resume();
  else answer.destroy();
}

function optionsOf({ url, addresses, body, signal }: Posting): RequestOptions {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    agent: agents[url.protocol as keyof typeof agents],
    signal,
    ...(addresses && { lookup: pinnedTo(addresses) }),
  };
}

/** A kept connection may have been closed by the other side just when it was taken up again. */
const wasClosed = ({ reusedSocket }: ClientRequest, { code }: NodeJS.ErrnoException): boolean =>
  reusedSocket && (code === 'ECONNRESET' || code === 'EPIPE');

/**
 * Sends a notification to the very addresses that were judged; the host name
 * stays in TLS and in the `Host` header. No redirect is followed, no proxy asked.
 */
export const postPinned: Post = (posting) =>
  new Promise((resolve, reject) => {
    const ask = posting.url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = ask(posting.url, optionsOf(posting), (answer) => {
      resolve(answer.statusCode ?? 0);
      // What goes wrong with the rest of it is nobody's business any more.
      answer.on('error', () => undefined);
      leave(answer);
    });
    request.on('error', (cause) => (wasClosed(request, cause) ? resolve(postPinned(posting)) : reject(cause)));
    request.end(posting.body);
  });
