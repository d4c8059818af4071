import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What a fault may make use of. */
export interface Means {
  /** The answer the server behind would have given. */
  honest(): Promise<{ status: number; headers: Record<string, string>; body: Buffer }>;
  /** Ends the connection as a server does that died. */
  reset(): void;
}

/** One way in which a system lets others down. */
export interface Fault {
  readonly name: string;
  /** What becomes of a new connection; left out, it is made. */
  readonly connection?: (socket: Socket) => void;
  /** What becomes of a request on a connection there is; left out, it is answered honestly. */
  readonly request?: (request: IncomingMessage, response: ServerResponse, means: Means) => Promise<void> | void;
  /** The server shows a certificate that nobody we trust has signed. */
  readonly badCertificate?: true;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** So much of the answer. */
async function part({ honest }: Means, share: number): Promise<{ sent: Buffer; headers: Record<string, string>; status: number }> {
  const { status, headers, body } = await honest();
  return { status, headers, sent: body.subarray(0, Math.max(1, Math.floor(body.length * share))) };
}

/** Calls `work` every so often until the other side has gone. */
function every(milliseconds: number, response: ServerResponse, work: () => void): void {
  const timer = setInterval(work, milliseconds);
  response.once('close', () => clearInterval(timer));
}

/** A hundred megabytes of blanks in a hundred kilobytes: JSON.parse would take them. */
const BOMB = gzipSync(Buffer.alloc(100 * 1024 * 1024, 32));
const LUMP = Buffer.alloc(1024 * 1024, 32);

/** The twelve of security.md's G9. */
export const FAULTS: readonly Fault[] = [
  { name: 'refuse', connection: (socket) => void socket.resetAndDestroy(), request: (_, __, { reset }) => reset() },
  { name: 'blackhole', connection: () => undefined, request: () => undefined },
  {
    name: 'reset mid-body',
    request: async (_, response, means) => {
      const { sent, headers, status } = await part(means, 0.5);
      response.writeHead(status, headers).write(sent, () => means.reset());
    },
  },
  {
    name: 'cut JSON',
    request: async (_, response, means) => {
      const { sent, headers, status } = await part(means, 0.7);
      response.writeHead(status, { ...headers, 'content-length': String(sent.length) }).end(sent);
    },
  },
  { name: '500', request: (_, response) => void response.writeHead(500, JSON_TYPE).end('{"code":"1","reason":"Internal error"}') },
  { name: '429 with Retry-After', request: (_, response) => void response.writeHead(429, { ...JSON_TYPE, 'retry-after': '2' }).end('{"code":"2","reason":"Too many"}') },
  {
    name: '10 s late',
    request: (_, response, { honest }) => {
      const late = setTimeout(() => {
        honest().then(
          ({ status, headers, body }) => response.writeHead(status, headers).end(body),
          () => response.destroy(),
        );
      }, 10_000);
      response.once('close', () => clearTimeout(late));
    },
  },
  {
    name: 'a byte a second',
    request: async (_, response, { honest }) => {
      const { status, headers, body } = await honest();
      response.writeHead(status, headers);
      let at = 0;
      every(1_000, response, () => response.write(body.subarray(at, (at += 1))));
    },
  },
  { name: 'HTML for 200', request: (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Welcome!</h1>') },
  { name: 'wrong schema', request: (_, response) => void response.writeHead(200, JSON_TYPE).end('{"result":{"rows":[[1,"x"]]},"id":7}') },
  {
    name: '100 MB, plain or packed',
    request: ({ headers }, response) => {
      // One answer packed, the next plain.
      if (Number.parseInt(String(headers['x-request-id']).slice(0, 1), 16) % 2 === 0) return void response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(BOMB);
      response.writeHead(200, JSON_TYPE);
      every(5, response, () => response.write(LUMP));
    },
  },
  { name: 'bad TLS', badCertificate: true },
];
