import { type Bss, type BssOptions, createBss } from '../bss.ts';
import { definitionOf } from '../definitions/definitions.ts';
import { memoryStore } from '../store/memory.ts';
import type { Resource, Store } from '../store/store.ts';

export const NOW = '2026-11-21T10:00:00.000Z';

/** A BSS on an empty memory store, and a short way of asking it. Time stands still until `later` is called. */
export interface Bench extends Bss {
  store: Store;
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Creates a resource and hands back its body; throws what was answered instead. */
  make(resource: string, body: object): Promise<Resource>;
  later(milliseconds: number): void;
  now(): Date;
}

export const pathOf = (resource: string): string => definitionOf(resource).path;

export function bench(options: Partial<BssOptions> = {}): Bench {
  let now = Date.parse(NOW);
  const store = options.store ?? memoryStore();
  const bss = createBss({ clock: () => new Date(now), ...options, store });
  const ask: Bench['ask'] = (method, path, body, headers = {}) => {
    const init = { method, headers: { 'content-type': 'application/json', ...headers } };
    return bss.fetch(
      new Request(`http://bss.test${path}`, body === undefined ? init : { ...init, body: JSON.stringify(body) }),
    );
  };
  return {
    ...bss,
    store,
    ask,
    make: async (resource, body) => {
      const response = await ask('POST', pathOf(resource), body);
      if (response.status !== 201) throw new Error(await response.text());
      return (await response.json()) as Resource;
    },
    now: () => new Date(now),
    later: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export const aTicket = (more: object = {}) => ({
  description: 'No picture on channel 7',
  severity: 'Minor',
  ticketType: 'incident',
  ...more,
});

export const anOrder = (more: object = {}) => ({ productOrderItem: [{ id: '1', action: 'add' }], ...more });
