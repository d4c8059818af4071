import { type Context, Hono } from 'hono';
import { testCard } from './cards.ts';
import type { Intents } from './intents.ts';
import { cardPage, type CardView, challengePage, type Frame, frontPage, gonePage } from './pages/pages.ts';
import { style } from './pages/style.ts';
import { chooseLanguage } from './pages/words.ts';
import type { PspStore } from './store.ts';
import type { Intent } from './types.ts';

export interface HostedNeeds {
  store: PspStore;
  intents: Intents;
  publicUrl: string;
  /** Whom the payer pays, as the page says it. */
  merchant: string;
}

const LONGEST_FORM = 4096;

/** Browsers check `form-action` along the redirects too, so where the payer goes back to is in it. */
function headersFor({ publicUrl }: HostedNeeds, intent: Intent | undefined): Record<string, string> {
  const back = intent ? ` ${new URL(intent.returnUrl).origin}` : '';
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'self'; form-action 'self'${back}; frame-ancestors 'none'; base-uri 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Not `no-referrer`: it would make the form's own Origin header `null`.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}

/** The pages a payer sees. Whoever has the address of an intent, 128 random bits, may pay it. */
export function hostedPages(needs: HostedNeeds): Hono {
  const { store, intents, merchant } = needs;
  const app = new Hono();
  const frame = (c: Context): Frame => ({ language: chooseLanguage(c.req.header('accept-language')), merchant });
  const send = (body: string, status: number, intent?: Intent) => new Response(body, { status, headers: headersFor(needs, intent) });
  const gone = (c: Context) => send(gonePage(frame(c)), 404);
  const asked = (c: Context) => store.intent(c.req.param('id') ?? '');
  const card = (c: Context, intent: Intent, view: CardView) => send(cardPage(frame(c), intent, view), view.refused ? 422 : 200, intent);

  app.get('/psp.css', () => new Response(style, { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600', 'x-content-type-options': 'nosniff' } }));
  app.get('/', (c) => send(frontPage(frame(c)), 200));
  app.get('/pay/:id', async (c) => {
    const intent = await asked(c);
    if (!intent) return gone(c);
    if (intent.state !== 'open') return elsewhere(intent);
    return card(c, intent, { card: c.req.query('card')?.slice(0, 30) ?? '', keep: intent.keep });
  });
  app.post('/pay/:id', async (c) => {
    const [intent, form] = [await asked(c), await formOf(c, needs)];
    if (!intent || !form) return gone(c);
    if (form.get('go') === 'back') return elsewhere(await intents.cancel(intent));
    const typed = form.get('card')?.slice(0, 30) ?? '';
    const keep = form.get('keep') === 'yes';
    const tried = await intents.payBy(intent, typed, keep);
    if (tried.intent.state !== 'open') return elsewhere(tried.intent);
    const refused = tried.refused === 'no-such-card' || tried.refused === 'card-expired' ? tried.refused : 'insufficient-funds';
    return card(c, tried.intent, { card: testCard(typed) ? typed : '', keep, refused });
  });
  app.get('/challenge/:id', async (c) => {
    const intent = await asked(c);
    if (!intent) return gone(c);
    return intent.state === 'challenged' ? send(challengePage(frame(c), intent), 200, intent) : elsewhere(intent);
  });
  app.post('/challenge/:id', async (c) => {
    const [intent, form] = [await asked(c), await formOf(c, needs)];
    return intent && form ? elsewhere(await intents.confirm(intent, form.get('go') === 'approve')) : gone(c);
  });
  app.notFound(gone);
  return app;
}

/** To the page that fits the state; back to the merchant when there is none. The address says nothing of how it went. */
function elsewhere(intent: Intent): Response {
  const location = intent.state === 'open' ? `/pay/${intent.id}` : intent.state === 'challenged' ? `/challenge/${intent.id}` : intent.returnUrl;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } });
}

/** A form of our own page: not one from another site, and none too long. */
async function formOf(c: Context, { publicUrl }: HostedNeeds): Promise<URLSearchParams | undefined> {
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== publicUrl) return undefined;
  if (!(c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')) return undefined;
  const text = await c.req.text();
  return text.length > LONGEST_FORM ? undefined : new URLSearchParams(text);
}
