import { Hono } from 'hono';
import { readBody } from '../guard/body.ts';
import type { GatewayEnv, Log } from '../options.ts';
import { notFound } from '../problem.ts';
import { failureResponse } from '../routing/failure.ts';
import type { PaymentCounter } from './counter.ts';
import { ProviderProblem } from './provider.ts';

const MOST_BYTES = 64 * 1024;

/**
 * `POST /payments/provider-news`: where the provider tells of its payments. No cookie, no session: the signature over the
 * body, as it came, is the whole proof. News say which payment to ask about, and no more; who tells them twice, late or
 * out of order tells the same.
 */
export function providerNews(desk: PaymentCounter, log: Log | undefined): Hono<GatewayEnv> {
  const app = new Hono<GatewayEnv>();
  app.post('/provider-news', async (c) => {
    try {
      const body = await readBody(c.req.raw, MOST_BYTES);
      if (!(await desk.hear({ headers: c.req.raw.headers, body }))) throw notFound();
      return new Response(null, { status: 204 });
    } catch (error) {
      // It is told again later.
      if (error instanceof ProviderProblem) return new Response(null, { status: 503, headers: { 'retry-after': '2' } });
      return failureResponse(error, c.var.trace, log, '/payments/provider-news');
    }
  });
  return app;
}
