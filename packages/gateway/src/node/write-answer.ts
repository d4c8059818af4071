import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { WriteAnswer } from '../options.ts';
import { type Packed, packed } from './compress.ts';

/**
 * Writes plain answers of the API straight to the socket. Making a `Response` with its `Headers` only to take it apart
 * again costs more than the rest of a request.
 */
export const writeTo =
  (outgoing: ServerResponse, accepted: string | undefined): WriteAnswer =>
  ({ status, headers, body }) => {
    const own: Record<string, string | number | string[]> = {};
    for (const name in headers) {
      const value = headers[name];
      if (value !== undefined) own[name] = typeof value === 'string' ? value : [...value];
    }
    const small = packed(body, own['content-type'], accepted);
    if (small) pack(outgoing, status, own, small).catch(() => outgoing.destroy());
    else write(outgoing, status, own, body, typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength);
    return RESPONSE_ALREADY_SENT;
  };

type Headers = Record<string, string | number | string[]>;

function write(outgoing: ServerResponse, status: number, headers: Headers, body: string | Uint8Array, bytes: number): void {
  if (status !== 204 && status !== 304) headers['content-length'] = bytes;
  outgoing.writeHead(status, headers);
  outgoing.end(bytes === 0 ? undefined : body);
}

async function pack(outgoing: ServerResponse, status: number, headers: Headers, { coding, bytes }: Packed): Promise<void> {
  const whole = bytes instanceof Promise ? await bytes : bytes;
  // Whoever has left meanwhile is told nothing.
  if (outgoing.destroyed) return;
  headers['content-encoding'] = coding;
  headers['vary'] = [headers['vary'] ?? [], 'Accept-Encoding'].flat().join(', ');
  write(outgoing, status, headers, whole, whole.byteLength);
}
