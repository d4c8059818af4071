import { createPsp, memoryPsp, type PspStore } from '@faceplate/psp';
import { payerBy } from '@faceplate/psp/testing';
import { memoryHints } from '../events/hints/hint-log.ts';
import type { AuditTrail, Upstreams } from '../options.ts';
import { PaymentDesk } from '../payments/desk.ts';
import { memoryPayments } from '../payments/memory-payments.ts';
import { referenceProvider } from '../payments/reference-provider.ts';
import type { PaymentStore } from '../payments/store.ts';
import type { Turns } from '../turns/turns.ts';

const PAY = 'http://pay.test';

interface Needs {
  clock: () => Date;
  upstreams: Upstreams;
  store?: PaymentStore;
  vault?: PspStore;
  turns?: Turns;
  audit?: AuditTrail;
  /** Stands between the gateway and the provider. */
  meddle?: (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response>;
  /** Stands between the provider's news and the gateway. */
  news?: (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response>;
}

/** The reference provider in this process, and the desk before it. */
export function aPaymentDesk({ clock, upstreams, store = memoryPayments(), vault = memoryPsp(), turns, audit, meddle, news }: Needs) {
  const [secret, webhookSecret] = ['merchant-of-a-test', 'news-of-a-test'];
  const hear = async (request: Request) => {
    const isHeard = await desk.hear({ headers: request.headers, body: await request.text() });
    return new Response(null, { status: isHeard ? 204 : 404 });
  };
  const psp = createPsp({
    store: vault, clock, publicUrl: PAY, secret, merchant: 'Meridian', desk: { url: 'http://portal.test/payments/provider-news', secret: webhookSecret },
    post: (request) => (news ? news(request, hear) : hear(request)),
  });
  const provider = referenceProvider({ url: PAY, secret, webhookSecret, fetch: (request) => (meddle ? meddle(request, psp.fetch) : psp.fetch(request)) });
  const hints = memoryHints();
  const desk: PaymentDesk = new PaymentDesk({ provider, store, upstreams, clock, hints, ...(turns && { turns }), ...(audit && { audit }) });
  return { desk, psp, hints, vault, payer: payerBy(psp.fetch), webhookSecret };
}
