import { Hono } from 'hono';
import type { Clock, Store } from './store/store.ts';

export interface BssOptions {
  store: Store;
  clock: Clock;
  /** Origin put before every `href`; the asked request's own origin when absent. */
  baseUrl?: string;
  /** Bearer token that guards every call; without one the BSS is open, as in mocks. */
  token?: string;
}

export interface Bss {
  fetch(request: Request): Promise<Response>;
  /** Lets time pass up to `clock()`. */
  tick(): Promise<void>;
}

/** The reference BSS: TM Forum Open APIs (v4) under `/tmf-api`, over any store. */
export function createBss(_options: BssOptions): Bss {
  const app = new Hono();
  return {
    fetch: async (request) => app.fetch(request),
    tick: async () => {},
  };
}
