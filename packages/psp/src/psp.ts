import { Hono } from 'hono';
import { merchantApi } from './api.ts';
import { hostedPages } from './hosted.ts';
import { Intents } from './intents.ts';
import { type NewsDesk, tell } from './news.ts';
import type { PspStore } from './store.ts';

export interface PspOptions {
  store: PspStore;
  clock: () => Date;
  /** Our own origin, as payers reach it. */
  publicUrl: string;
  /** The merchant's bearer secret. */
  secret: string;
  /** Where the merchant is told, and the secret that signs it. */
  desk: NewsDesk;
  /** Whom payers pay, as the pages say it. */
  merchant: string;
  /** Brings news to the merchant; `fetch` when left out. */
  post?: (request: Request) => Promise<Response>;
  /** Told of what went wrong inside. */
  report?: (error: unknown) => void;
}

/** A running provider. */
export interface Psp {
  fetch(request: Request): Promise<Response>;
  /** What time brings: late answers of banks, pages nobody went on with, and news that were not heard yet. */
  tick(): Promise<void>;
}

/** A payer who waits does not wait for the merchant as well: news are told after the answer. */
export function createPsp(options: PspOptions): Psp {
  const { store, clock, publicUrl, secret, desk, merchant, report = () => {}, post = (request) => fetch(request) } = options;
  const intents = new Intents(store, clock);
  const teller = { store, clock, desk, post };
  const app = new Hono();
  app.route('/v1', merchantApi({ store, intents, secret, publicUrl }));
  app.route('/', hostedPages({ store, intents, publicUrl, merchant }));
  app.onError((error) => {
    report(error);
    return Response.json({ code: 'internal' }, { status: 500 });
  });
  let telling: Promise<void> = Promise.resolve();
  return {
    fetch: async (request) => {
      const answer = await app.fetch(request);
      if (request.method === 'POST') telling = Promise.all([telling, tell(teller).catch(report)]).then(() => undefined);
      return answer;
    },
    tick: async () => {
      await telling;
      await intents.ripen();
      // What was told may have made way for the next of the same intent.
      while ((await tell(teller)) > 0);
    },
  };
}
