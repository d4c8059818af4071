import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { type Intents, OtherWish } from './intents.ts';
import type { PspStore } from './store.ts';
import type { Intent } from './types.ts';

export interface ApiNeeds {
  store: PspStore;
  intents: Intents;
  /** The merchant's bearer secret. */
  secret: string;
  /** Our own origin, as payers reach it. */
  publicUrl: string;
}

const Name = z.string().min(1).max(200);
const Wish = z.object({
  reference: Name,
  amount: z.object({ amount: z.int().positive().max(100_000_000), currency: z.string().regex(/^[A-Z]{3}$/) }),
  description: Name,
  customer: Name.optional(),
  means: Name.optional(),
  keep: z.boolean().optional(),
  returnUrl: z.url({ protocol: /^https?$/ }),
  expiresInSeconds: z.int().min(60).max(86_400).default(1800),
});

const problem = (status: number, code: string): Response => Response.json({ code }, { status });

/** Compared as digests, so that how long it takes tells nothing of how much was right. */
async function isMerchant(header: string | undefined, secret: string): Promise<boolean> {
  const digest = async (text: string) => String(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
  return (await digest(header ?? '')) === (await digest(`Bearer ${secret}`));
}

/** An intent as a merchant sees it: of a card its brand and four digits. */
export function shown(intent: Intent, publicUrl: string): object {
  const { id, reference, amount, state, card, why, createdAt, changedAt, expiresAt } = intent;
  const page = state === 'open' ? 'pay' : 'challenge';
  return {
    id,
    reference,
    amount,
    state: state === 'open' || state === 'challenged' ? 'needs-payer' : state,
    ...(card && { card }),
    ...(why !== undefined && { why }),
    ...((state === 'open' || state === 'challenged') && { action: { url: `${publicUrl}/${page}/${id}` } }),
    createdAt: new Date(createdAt).toISOString(),
    changedAt: new Date(changedAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  };
}

/** What merchants call: `/v1`, with their secret. */
export function merchantApi(needs: ApiNeeds): Hono {
  const { store, intents, secret, publicUrl } = needs;
  const app = new Hono();
  const one = (intent: Intent | undefined, status = 200): Response => (intent ? Response.json(shown(intent, publicUrl), { status }) : problem(404, 'no-such-intent'));
  app.use(async (c, next) => ((await isMerchant(c.req.header('authorization'), secret)) ? next() : problem(401, 'no-merchant')));
  app.post('/intents', (c) => opened(needs, c, one));
  app.get('/intents', async (c) => one(await store.byReference(c.req.query('reference') ?? '')));
  app.get('/intents/:id', async (c) => one(await store.intent(c.req.param('id'))));
  app.post('/intents/:id/cancel', async (c) => {
    const found = await store.intent(c.req.param('id'));
    return one(found && (await intents.cancel(found)));
  });
  app.get('/means', async (c) => {
    const cards = await store.cards(c.req.query('customer') ?? '');
    return Response.json({ items: cards.map(({ token, brand, lastFour }) => ({ token, brand, lastFour })) });
  });
  app.delete('/means/:token', async (c) => {
    const gone = await store.forget(c.req.param('token'), c.req.query('customer') ?? '');
    return gone ? new Response(null, { status: 204 }) : problem(404, 'no-such-means');
  });
  app.get('/charges', async (c) => Response.json({ items: await store.charges(c.req.query('reference')) }));
  app.notFound(() => problem(404, 'no-such-call'));
  return app;
}

async function opened({ intents }: ApiNeeds, c: Context, one: (intent: Intent, status: number) => Response): Promise<Response> {
  const wish = Wish.safeParse(await c.req.json().catch(() => undefined));
  if (!wish.success) return problem(422, 'wish-unreadable');
  try {
    return one(await intents.open(wish.data), 201);
  } catch (error) {
    if (error instanceof OtherWish) return problem(409, 'other-wish');
    throw error;
  }
}
