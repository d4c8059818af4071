import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { Hostile } from './terrain.ts';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly location: string | undefined;
  readonly text: string;
}

/** Milliseconds after which nobody is coming any more. */
const PATIENCE = 10_000;

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

export function hangUp(): void {
  agent.destroy();
}

function throughAgent(port: number, { method, path, headers = {}, body }: Hostile): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const sent = request({ host: '127.0.0.1', port, method, path, headers: { ...length, ...headers }, agent, timeout: PATIENCE }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () => {
      const { statusCode = 0, headers: said } = response;
      resolve({ status: statusCode, type: said['content-type'] ?? '', location: said.location, text: Buffer.concat(chunks).toString() });
    });
  });
  sent.on('timeout', () => sent.destroy(new Error(`no answer in ${PATIENCE} ms`)));
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

/** Bytes as they are, over a connection of their own; what comes back may be nothing but the end of it. */
function asBytes(port: number, raw: Buffer): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const socket = connect(port, '127.0.0.1', () => socket.end(raw));
  let text = '';
  socket.setEncoding('latin1').setTimeout(PATIENCE, () => socket.destroy(new Error(`no answer in ${PATIENCE} ms`)));
  socket.on('data', (chunk) => (text += String(chunk)));
  socket.on('error', (cause: NodeJS.ErrnoException) => (cause.code === 'ECONNRESET' || cause.code === 'EPIPE' ? resolve(replyIn(text)) : reject(cause)));
  socket.on('close', () => resolve(replyIn(text)));
  return promise;
}

function replyIn(text: string): Reply {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  return { status, type: '', location: undefined, text: text.slice(0, 300) };
}

const PLAIN = /^[\x21-\x7e]+$/;
const HEADER = /^[\t\x20-\x7e]*$/;

/** What no well-made client would let through has to be written by hand. */
function written({ method, path, headers = {}, body = '' }: Hostile): Buffer {
  const lines = Object.entries({ host: '127.0.0.1', connection: 'close', 'content-length': String(Buffer.byteLength(body)), ...headers });
  const head = `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

/** On a connection that is kept, these would leave bytes behind for the next request to trip over. */
const FRAMING = new Set(['content-length', 'expect', 'transfer-encoding']);

const hungUp = (cause: NodeJS.ErrnoException): boolean => cause.code === 'ECONNRESET' || cause.code === 'EPIPE';

/** Sends it and waits for what comes. */
export async function send(port: number, attack: Hostile): Promise<Reply> {
  const { raw, path, headers = {} } = attack;
  if (raw) return asBytes(port, raw);
  const wellMade = PLAIN.test(path) && Object.entries(headers).every(([name, value]) => HEADER.test(value) && !FRAMING.has(name));
  if (!wellMade) return asBytes(port, written(attack));
  return throughAgent(port, attack).catch((cause: NodeJS.ErrnoException) => {
    // A kept connection may be closed just as it is used again, as after a body that was not read on: asked anew, it must answer.
    if (hungUp(cause)) return throughAgent(port, attack);
    throw cause;
  });
}
