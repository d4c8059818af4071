import { Hono } from 'hono';
import { hubRoutes } from './hub/hub.routes.ts';
import { type HubOptions, notifier } from './hub/notifier.ts';
import { sweeper } from './hub/sweep.ts';
import { simulator, STEP_SECONDS } from './simulator/simulator.ts';
import { leverRoutes } from './levers/lever.routes.ts';
import { ShiftedClock } from './levers/shifted-clock.ts';
import type { Clock, Store } from './store/store.ts';
import { refuseStranger } from './surface/guard.ts';
import type { Surface } from './surface/call.ts';
import { answerResource } from './surface/resources.ts';
import { TmfError } from './surface/tmf-error.ts';

export interface BssOptions {
  store: Store;
  clock: Clock;
  /** Origin put before every `href`; the asked request's own origin when absent. */
  baseUrl?: string;
  /** Bearer token that guards every call; without one the BSS is open, as in mocks. */
  token?: string;
  /** Status of a page that is not the whole list: 200 (default; the only one in TM Forum's files) or 206 (TMF630). */
  partialStatus?: 200 | 206;
  hub?: HubOptions;
  /** The least time between two steps of one order, ticket or problem, in seconds. */
  stepSeconds?: number;
  /** `false` for a BSS in which nothing moves by itself; `tick` then only delivers. */
  simulate?: boolean;
  /** Opens `/sim/v1`: levers for tests and demonstrations, a clock that can be advanced among them. Needs `token`. */
  levers?: boolean;
  /** Hears of faults of our own; the caller only sees a 500. */
  report?: (cause: unknown) => void;
}

export interface Bss {
  fetch(request: Request): Promise<Response>;
  /** Lets time pass up to `clock()`: moves orders, tickets and incidents along and delivers due notifications; those to slow subscribers may end later. */
  tick(): Promise<void>;
  /** Stops delivering notifications; the store stays open, it is the caller's. */
  close(): Promise<void>;
}

/** Milliseconds that time stands still for those who are told of its course. */
const PATIENCE = 1000;

/** Waits for the work, but not for ever: it goes on by itself. */
async function patiently(work: Promise<void>): Promise<void> {
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, PATIENCE);
  await Promise.race([work, enough]);
  clearTimeout(timer);
}

function answerTo(cause: unknown, report: (cause: unknown) => void): Response {
  if (cause instanceof TmfError) {
    return cause.toResponse(cause.status === 401 ? { 'www-authenticate': 'Bearer' } : {});
  }
  report(cause);
  return new TmfError(500, '1', 'Internal error', 'Something went wrong on our side.').toResponse();
}

/** The clock that levers move; none where there are none. */
function shiftedClock({ store, clock, token, levers = false }: BssOptions): ShiftedClock | undefined {
  if (levers && token === undefined) throw new Error('Levers are for holders of a token: set one.');
  return levers ? new ShiftedClock(store, clock) : undefined;
}

/** The reference BSS: TM Forum Open APIs (v4 and v5) under `/tmf-api`, over any store. */
export function createBss({ report = console.error, ...options }: BssOptions): Bss {
  const { store, token, stepSeconds = STEP_SECONDS, simulate = true, baseUrl } = options;
  const hub = { ...(baseUrl !== undefined && { baseUrl }), ...options.hub };
  const time = shiftedClock(options);
  const clock = time?.now ?? options.clock;
  const surface: Surface = { ...options, clock };
  const office = simulator({ store, clock, stepSeconds });
  const delivery = notifier(store, clock, hub, report);
  const sweep = sweeper(store, clock);
  const pass = async (move: () => Promise<void>): Promise<void> => {
    await time?.ready();
    // What could not move is reported; the rest has moved, and is to be told.
    if (simulate) await move().catch(report);
    await patiently(delivery.deliver());
    await sweep().catch(report);
  };
  const app = new Hono();
  app.use(async (c, next) => {
    if (token !== undefined) refuseStranger(c.req.raw, token);
    await time?.ready();
    await next();
  });
  app.route('/', hubRoutes({ store, clock, hub }));
  if (time) app.route('/', leverRoutes({ store, clock, pace: stepSeconds * 1000, tick: () => pass(office.catchUp), advance: (milliseconds) => time.advance(milliseconds) }));
  app.all('*', (c) => answerResource(surface, c.req.raw));
  app.onError((cause) => answerTo(cause, report));
  return {
    fetch: async (request) => app.fetch(request),
    tick: () => pass(office.tick),
    close: () => delivery.stop(),
  };
}
