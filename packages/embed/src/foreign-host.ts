import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { hostPolicy } from './host-policy.ts';

export interface ForeignHostOptions {
  /** Origin of the gateway; it must list this host's origin in `embedOrigins`. */
  gateway: string;
  /** 0 takes any free one. */
  port?: number;
}

/** What a browser told about a breach of the page's policy, in the words of CSP's `csp-report`. */
export type PolicyReport = Readonly<Record<string, unknown>>;

export interface ForeignHost {
  /** Its origin: another one than the gateway's, because the port is another. */
  url: string;
  /** Everything reported since the start. */
  reports: readonly PolicyReport[];
  close(): Promise<void>;
}

const FOLDER = join(import.meta.dirname, '../hosts/plain');

/** The gateway's address as it is written in the page. */
const WRITTEN = 'http://127.0.0.1:8080';

/** Browsers send a kilobyte or two. */
const MOST_REPORT_BYTES = 64 * 1024;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const FILES = new Map(['index.html', 'host.css', 'host.js', 'tree.svg'].map((name) => [name === 'index.html' ? '/' : `/${name}`, name]));

/**
 * Serves `hosts/plain`, a page that is not ours, from an origin that is not the gateway's, under a strict policy.
 *
 * @throws when the port is taken.
 */
export async function serveForeignHost({ gateway, port = 0 }: ForeignHostOptions): Promise<ForeignHost> {
  const reports: PolicyReport[] = [];
  const { origin } = new URL(gateway);
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/reports') void collect(request, response, reports);
    else sendFile(request, response, origin);
  });
  await listening(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${taken}`, reports, close: () => closed(server) };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

function sendFile({ method, url = '/' }: IncomingMessage, response: ServerResponse, gateway: string): void {
  const { pathname } = new URL(url, 'http://host');
  const name = FILES.get(pathname);
  if (name === undefined || (method !== 'GET' && method !== 'HEAD')) {
    response.writeHead(404).end();
    return;
  }
  const text = readFileSync(join(FOLDER, name), 'utf8');
  response.writeHead(200, {
    'content-type': TYPES[extname(name)],
    'content-security-policy': hostPolicy(gateway),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  });
  response.end(name === 'index.html' ? text.replaceAll(WRITTEN, gateway) : text);
}

async function collect(request: IncomingMessage, response: ServerResponse, reports: PolicyReport[]): Promise<void> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    if (text.length > MOST_REPORT_BYTES) break;
  }
  const report = reportIn(text);
  if (report) reports.push(report);
  response.writeHead(report ? 204 : 400).end();
}

function reportIn(text: string): PolicyReport | undefined {
  try {
    const body = JSON.parse(text) as { 'csp-report'?: unknown } | null;
    const report = body?.['csp-report'];
    return typeof report === 'object' && report !== null ? (report as PolicyReport) : undefined;
  } catch {
    return undefined;
  }
}
