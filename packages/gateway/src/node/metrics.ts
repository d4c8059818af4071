import { createServer, type Server, type ServerResponse } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, type Metric, Registry } from 'prom-client';
import type { DeskTally } from '../desk/tally.ts';
import type { QuarantineDesk } from '../quarantine/types.ts';
import type { Admission } from './admission.ts';
import { Durations } from './durations.ts';
import { type ApiHealth, tellOfUpstreams } from './upstream-metrics.ts';

export interface Metrics {
  /** Counts one answer. @param route a pattern, never a path: each is kept for good. */
  observe(route: string, method: string | undefined, status: number, seconds: number): void;
  /** A listener for the operator alone (`/metrics`, `/quarantine`); never the customers' port. */
  server(): Server;
}

/** What is asked of the quarantine here. */
export type Withheld = Pick<QuarantineDesk, 'items' | 'counts'>;

/** Whose figures are told besides the server's own. */
export interface Measured {
  withheld?: Withheld | undefined;
  upstreams?: (() => readonly ApiHealth[]) | undefined;
  admission?: Admission | undefined;
  tally?: Pick<DeskTally, 'counts'> | undefined;
}

export function createMetrics({ withheld, upstreams, admission, tally }: Measured = {}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Durations(HTTP.name);
  registry.registerMetric(told(durations));
  if (withheld) countWithheld(registry, withheld);
  if (upstreams) tellOfUpstreams(registry, upstreams);
  if (admission) tellAdmission(registry, admission);
  if (tally) countSpared(registry, tally);
  return {
    observe: (...answer) => durations.observe(...answer),
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

const HTTP = { name: 'faceplate_http_seconds', help: 'Seconds from request to the end of its answer.' };

/** As a registry takes it: it asks for a name and, when told to tell, for values. */
function told(durations: Durations): Metric {
  const facts = { ...HTTP, type: 'histogram', aggregator: 'sum' };
  return { ...facts, get: async () => ({ ...facts, values: durations.values() }) } as unknown as Metric;
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

/** How often what was known made a ticket needless, and how often somebody wrote all the same: counts alone. */
function countSpared(registry: Registry, { counts }: Pick<DeskTally, 'counts'>): void {
  const total = new Counter({
    name: 'faceplate_desk_total',
    help: 'What came of the looks before a ticket: spared, not-spared, or raised where there was nothing to go past.',
    labelNames: ['outcome', 'by'],
    registers: [registry],
    collect: () => {
      total.reset();
      for (const { count, ...labels } of counts()) total.inc(labels, count);
    },
  });
}

function tellAdmission(registry: Registry, admission: Admission): void {
  const gauge = (name: string, help: string, figure: 'inFlight' | 'most' | 'streams') => {
    const one: Gauge = new Gauge({ name, help, registers: [registry], collect: () => one.set(admission[figure]) });
  };
  gauge('faceplate_in_flight', 'Requests under way, event streams not among them.', 'inFlight');
  gauge('faceplate_in_flight_limit', 'How many reads may be under way right now.', 'most');
  gauge('faceplate_event_streams', 'Open event streams.', 'streams');
  const refused = new Counter({
    name: 'faceplate_overloaded_total',
    help: 'Requests turned away because too much was under way.',
    registers: [registry],
    collect: () => {
      refused.reset();
      refused.inc(admission.refused);
    },
  });
}
