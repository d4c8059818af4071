import { Counter, Gauge, type Registry } from 'prom-client';
import type { UpstreamHealth } from '../upstream/guard.ts';

/** One of the operator's systems as its guard sees it. */
export interface ApiHealth extends UpstreamHealth {
  api: string;
}

const COUNTS = [
  ['calls', 'Tries that went to the system, repeats among them.'],
  ['failures', 'Tries that failed: no answer, none of use, or the word that it cannot.'],
  ['retries', 'Tries beyond the first.'],
  ['turnedAway', 'Calls not made: breaker open, or queue full.'],
] as const;

/** Tells of the operator's systems at `/metrics`. The figures are their guards' own. */
export function tellOfUpstreams(registry: Registry, health: () => readonly ApiHealth[]): void {
  const registers = [registry];
  const labelNames = ['api', 'upstream'] as const;
  for (const [fact, help] of COUNTS) {
    const name = `faceplate_upstream_${fact === 'turnedAway' ? 'turned_away' : fact}_total`;
    const total = new Counter({ name, help, labelNames, registers, collect: () => set((labels, one) => total.inc(labels, one[fact]), () => total.reset()) });
  }
  const inFlight = new Gauge({ name: 'faceplate_upstream_in_flight', help: 'Calls under way.', labelNames, registers, collect: () => set((labels, one) => inFlight.set(labels, one.inFlight)) });
  const queued = new Gauge({ name: 'faceplate_upstream_queued', help: 'Calls that wait for a place.', labelNames, registers, collect: () => set((labels, one) => queued.set(labels, one.queued)) });
  const open = new Gauge({
    name: 'faceplate_upstream_breaker_open',
    help: '1 while calls are not made because most of them failed.',
    labelNames: [...labelNames, 'group'],
    registers,
    collect: () => set((labels, { breaker }) => (['read', 'write'] as const).forEach((group) => open.set({ ...labels, group }, breaker[group] === 'closed' ? 0 : 1))),
  });

  function set(tell: (labels: { api: string; upstream: string }, one: ApiHealth) => void, before?: () => void): void {
    before?.();
    for (const one of health()) tell({ api: one.api, upstream: one.name }, one);
  }
}
