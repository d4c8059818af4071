import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { QuarantineDesk } from '../quarantine/types.ts';
import { type ApiHealth, tellOfUpstreams } from './upstream-metrics.ts';

/** The first path segments worth telling apart; ids never become labels. */
const AREAS = new Set(['api', 'auth', 'embed', 'idp', 'tmf-api']);

export interface Metrics {
  /** Times the answer to one request. */
  watch(request: IncomingMessage, response: ServerResponse): void;
  /** A listener for the operator alone (`/metrics`, `/quarantine`); never the customers' port. */
  server(): Server;
}

/** What is asked of the quarantine here. */
export type Withheld = Pick<QuarantineDesk, 'items' | 'counts'>;

export function createMetrics(withheld?: Withheld, upstreams?: () => readonly ApiHealth[]): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'faceplate_http_seconds',
    help: 'Seconds from request to the end of its answer.',
    labelNames: ['area', 'method', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10],
    registers: [registry],
  });
  if (withheld) countWithheld(registry, withheld);
  if (upstreams) tellOfUpstreams(registry, upstreams);
  return {
    watch: (request, response) => {
      const end = durations.startTimer();
      const area = request.url?.split(/[/?]/, 2)[1] ?? '';
      const method = /^(GET|HEAD|POST|PATCH|DELETE|OPTIONS)$/.test(request.method ?? '') ? request.method : 'other';
      response.once('close', () => end({ area: AREAS.has(area) ? area : 'other', method: method ?? 'other', status: `${Math.floor(response.statusCode / 100)}xx` }));
    },
    server: () =>
      createServer((request, response) => {
        if (request.url === '/quarantine' && withheld) return asJson(response, { items: withheld.items() });
        if (request.url !== '/metrics') return void response.writeHead(404).end();
        registry.metrics().then(
          (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
          () => response.writeHead(500).end(),
        );
      }),
  };
}

function asJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

/** The counts are the quarantine's own; here they are only told. */
function countWithheld(registry: Registry, { counts }: Withheld): void {
  const total = new Counter({
    name: 'faceplate_quarantined_total',
    help: 'Records kept from customers because they broke a contract.',
    labelNames: ['api', 'upstream', 'rule'],
    registers: [registry],
    collect: () => {
      total.reset();
      for (const { count, ...labels } of counts()) total.inc(labels, count);
    },
  });
}
