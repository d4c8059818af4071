import { type Context, Hono } from 'hono';
import type { Lever } from '../nouns/noun.ts';
import { nouns } from '../nouns/nouns.ts';
import type { Clock, Store } from '../store/store.ts';
import { json } from '../surface/answer.ts';
import { type JsonObject, readObject } from '../surface/body.ts';
import { invalidField } from '../surface/tmf-error.ts';
import { refuseOtherThanAsked } from './asked.ts';
import { leversApi } from './openapi.ts';

const LONGEST_SECONDS = 400 * 86_400;
const HOUR = 3_600_000;
const MOST_STEPS = 400;
const SHORT_STEPS = 100;

/** A long time is walked through, so that what hangs on the hour sees the hour, and what moves step by step all its steps. */
function stepOf(whole: number, pace: number): number {
  const fine = Math.max(pace, Math.min(HOUR, Math.ceil(whole / SHORT_STEPS)));
  return Math.max(fine, Math.ceil(whole / MOST_STEPS));
}

export interface LeverSurface {
  store: Store;
  clock: Clock;
  /** The least time between two steps of one thing, in milliseconds. */
  pace: number;
  advance(milliseconds: number): Promise<void>;
  /** Lets everything that is due move. */
  tick(): Promise<void>;
}

const CLOCK: Lever = {
  path: 'clock',
  summary: 'Lets time pass: everything that falls due on the way happens.',
  body: { advanceSeconds: 'integer' },
  pull: async () => ({}),
};

async function pass({ clock, pace, advance, tick }: LeverSurface, { advanceSeconds }: JsonObject): Promise<JsonObject> {
  const asked = Number(advanceSeconds);
  if (asked < 1 || asked > LONGEST_SECONDS) throw invalidField(`"advanceSeconds" must be from 1 to ${LONGEST_SECONDS}.`);
  const whole = asked * 1000;
  const step = stepOf(whole, pace);
  for (let passed = 0; passed < whole; passed += step) {
    await advance(Math.min(step, whole - passed));
    await tick();
  }
  return { now: clock().toISOString() };
}

const saidIn = async (request: Request): Promise<JsonObject> =>
  request.headers.get('content-type') === null ? {} : readObject(request, ['application/json']);

/** `POST /sim/v1/…`: the clock, and every lever a noun has. `GET /sim/v1/openapi.json` describes them. */
export function leverRoutes(surface: LeverSurface): Hono {
  const app = new Hono();
  const levers = nouns.flatMap((noun) => noun.levers ?? []);
  const all = [CLOCK, ...levers];
  app.get('/sim/v1/openapi.json', () => json(leversApi(all)));
  app.post('/sim/v1/clock', async (c) => {
    const said = await saidIn(c.req.raw);
    refuseOtherThanAsked(CLOCK, said);
    return json(await pass(surface, said));
  });
  for (const lever of levers) {
    app.post(`/sim/v1/${lever.path}`, async (c: Context) => {
      const body = await saidIn(c.req.raw);
      refuseOtherThanAsked(lever, body);
      const params = c.req.param() as Record<string, string>;
      const now = surface.clock();
      return json(await surface.store.transaction((tx) => lever.pull({ tx, now }, { params, body })));
    });
  }
  return app;
}
