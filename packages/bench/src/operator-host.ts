import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createBss, generateWorld, memoryStore, type StoredRecord } from '@faceplate/bss';
import { createGateway, type SessionReader, tmfScopeResolver, type Upstream } from '@faceplate/gateway';
import { freePort } from '@faceplate/workbench';
import { embedFolder } from '@faceplate/workbench/build';

const BSS = 'http://bss.internal';
export const NOW = new Date('2026-11-20T09:30:00.000Z');
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.html': 'text/html' };

/** What stands in Ada's world beside what is there, and what on each page. */
export interface Bench {
  more: (world: readonly StoredRecord[], ada: string) => readonly StoredRecord[];
  /** Body of the page of that name. */
  bodyOf: (name: string) => string;
  /** Style sheets by their path. */
  styles?: Readonly<Record<string, string>>;
}

/** Ada's world with more in it, behind the real gateway, with her signed in. */
function operatorWith(more: Bench['more']): (request: Request) => Promise<Response> {
  const { records, signIns } = generateWorld({ seed: 7, customers: 0, now: NOW });
  const all = [...records];
  const ada = signIns.find(({ username }) => username === 'ada')?.sub ?? '';
  const store = memoryStore([...all, ...more(all, ada)]);
  const clock = () => NOW;
  const bss = createBss({ store, clock, baseUrl: BSS });
  const upstream: Upstream = { name: 'Meridian Billing', baseUrl: BSS, fetch: bss.fetch };
  const scope = tmfScopeResolver(() => upstream);
  const end = new Date(NOW.getTime() + 36_000_000).toISOString();
  const sessions: SessionReader = { read: async () => ({ subject: await scope.resolve(ada), sessionId: 'bench', idleEndsAt: end, endsAt: end }) };
  const tenant = { name: 'Meridian Telecom', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: 'http://portal.test', embedOrigins: [] };
  const gateway = createGateway({ tenant, upstreams: () => upstream, sessions, changes: store.changes, clock });
  return async (request) => gateway.fetch(request);
}

/** The real gateway over the real BSS, in this process, and its pages. */
export async function serveBench(bench: Bench): Promise<{ url: string; close(): Promise<void> }> {
  const fetch = operatorWith(bench.more);
  const url = `http://127.0.0.1:${await freePort()}`;
  const server = createServer((request, response) => {
    answer(request, response, { ...bench, fetch }).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => {
    server.listen(Number(new URL(url).port), '127.0.0.1', resolve);
  });
  return {
    url,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

/** As the portal's own pages: a bill that needs more than this would not be the one that customers see. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
async function answer(request: IncomingMessage, response: ServerResponse, { fetch, bodyOf, styles = {} }: Bench & { fetch: (request: Request) => Promise<Response> }): Promise<void> {
  const path = request.url ?? '/';
  if (path.startsWith('/api/')) return passOn(await fetch(await asked(request, path)), response);
  if (path.startsWith('/embed/')) return file(normalize(path.slice('/embed/'.length).split('?')[0] ?? ''), response);
  const style = styles[path];
  if (style !== undefined) return void response.writeHead(200, { 'content-type': 'text/css' }).end(style);
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>${bodyOf(path.slice(1))}</html>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }).end(page);
}

async function asked(request: IncomingMessage, path: string): Promise<Request> {
  const { method = 'GET' } = request;
  const key = request.headers['idempotency-key'];
  const headers = { 'x-fp-csrf': '1', ...(typeof key === 'string' && { 'idempotency-key': key }), ...(method !== 'GET' && { 'content-type': 'application/json' }) };
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Request(`http://portal.test${path}`, { method, headers, ...(method !== 'GET' && { body: Buffer.concat(chunks) }) });
}

function passOn(answered: Response, response: ServerResponse): void {
  response.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? 'application/json' });
  // Also ends what the page has left: an event stream would go on in the gateway.
  if (answered.body) pipeline(Readable.fromWeb(answered.body as never), response, () => undefined);
  else response.end();
}

async function file(path: string, response: ServerResponse): Promise<void> {
  const bytes = await readFile(join(embedFolder, path)).catch(() => undefined);
  if (bytes) response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'cache-control': 'max-age=3600' }).end(bytes);
  else response.writeHead(404).end();
}
