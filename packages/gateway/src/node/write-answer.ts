import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { WriteAnswer } from '../options.ts';

/**
 * Writes plain answers of the API straight to the socket. Making a `Response` with its `Headers` only to take it apart
 * again costs more than the rest of a request.
 */
export const writeTo =
  (outgoing: ServerResponse): WriteAnswer =>
  ({ status, headers, body }) => {
    const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
    const own: Record<string, string | number | string[]> = {};
    for (const name in headers) {
      const value = headers[name];
      if (value !== undefined) own[name] = typeof value === 'string' ? value : [...value];
    }
    if (status !== 204 && status !== 304) own['content-length'] = bytes;
    outgoing.writeHead(status, own);
    outgoing.end(bytes === 0 ? undefined : body);
    return RESPONSE_ALREADY_SENT;
  };
