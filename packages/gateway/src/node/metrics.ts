import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The first path segments worth telling apart; ids never become labels. */
const AREAS = new Set(['api', 'auth', 'embed', 'idp', 'tmf-api']);

export interface Metrics {
  /** Times the answer to one request. */
  watch(request: IncomingMessage, response: ServerResponse): void;
  /** A listener for Prometheus alone; never the customers' port. */
  server(): Server;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'faceplate_http_seconds',
    help: 'Seconds from request to the end of its answer.',
    labelNames: ['area', 'method', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    watch: (request, response) => {
      const end = durations.startTimer();
      const area = request.url?.split(/[/?]/, 2)[1] ?? '';
      const method = /^(GET|HEAD|POST|PATCH|DELETE|OPTIONS)$/.test(request.method ?? '') ? request.method : 'other';
      response.once('close', () => end({ area: AREAS.has(area) ? area : 'other', method: method ?? 'other', status: `${Math.floor(response.statusCode / 100)}xx` }));
    },
    server: () =>
      createServer((request, response) => {
        if (request.url !== '/metrics') return void response.writeHead(404).end();
        registry.metrics().then(
          (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
          () => response.writeHead(500).end(),
        );
      }),
  };
}
