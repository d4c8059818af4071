import type { Context } from 'hono';
import type { GatewayEnv, GatewayOptions, OpenSession, RouteClass } from '../options.ts';
import { Refusal } from '../problem.ts';

/** Draws on the caller's buckets; gives back what the answer says of them. @throws {Refusal} when one is empty. */
export function demandQuota(
  { limits }: Pick<GatewayOptions, 'limits'>,
  c: Context<GatewayEnv>,
  routeClass: RouteClass,
  session?: OpenSession,
): Readonly<Record<string, string>> | undefined {
  // Hono hands over no bindings where the app is called without a server.
  const address = (c.env as GatewayEnv['Bindings'] | undefined)?.address;
  const verdict = limits?.take({ request: c.req.raw, routeClass, ...(session && { session }), ...(address !== undefined && { address }) });
  if (!verdict || verdict.allowed) return verdict?.headers;
  const title = 'That was too much at once. Wait a moment, then try again.';
  throw new Refusal({ status: 429, code: 'too-many', title }, { 'retry-after': String(verdict.retryAfter) });
}
