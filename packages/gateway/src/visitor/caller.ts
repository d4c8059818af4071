import type { Context } from 'hono';
import { demandQuota } from '../limits/demand.ts';
import type { GatewayEnv, GatewayOptions, OpenSession } from '../options.ts';
import { ruleOf } from '../policy/actions.ts';
import { signInFirst } from '../policy/refusal.ts';
import type { Route } from '../routing/route.ts';
import { isSpent, isVisitor, passing } from './visitor.ts';

/** Who makes a call. */
export interface Caller {
  session: OpenSession;
  /** Missing for who passes by: nothing is kept of them, and nothing counted. */
  kept?: true;
  /** Gives the browser a session that has just begun. */
  cookie?: string;
}

/** Somebody who has no session at all. */
export const isPassing = ({ sessionId }: OpenSession): boolean => sessionId === '';

/** The session of a request. An id that was replaced is nobody's any more, but for the repeat of the call that replaced it. */
export async function known(request: Request, route: Route, { sessions }: Pick<GatewayOptions, 'sessions'>): Promise<OpenSession | undefined> {
  const session = await sessions.read(request, { touch: route.passive !== true });
  const isReplaced = session !== undefined && isVisitor(session) && isSpent(session.subject);
  return isReplaced && !route.renewsVisitor ? undefined : session;
}

/** Not signed in, where only who has would be answered. */
export const isUnknown = (session: OpenSession, { policy }: Route): boolean => isVisitor(session) && ruleOf(policy.action)?.visitor === undefined;

/**
 * The caller, where the rule of the call lets visitors in: who passes by, or, for what must be kept, a visitor whose
 * session begins with this very call. A look begins none, and who has nothing can take nothing away.
 *
 * @throws {Refusal} 401 when one must sign in for it.
 */
export async function caller(c: Context<GatewayEnv>, route: Route, options: GatewayOptions, session: OpenSession | undefined): Promise<Caller> {
  if (session) return { session, kept: true };
  const lets = ruleOf(route.policy.action)?.visitor;
  if (lets === 'passing') return { session: passing(options.clock()) };
  const { visitors } = options.sessions;
  if (lets !== 'kept' || ['GET', 'DELETE'].includes(route.method) || !visitors) throw signInFirst();
  demandQuota(options, c, 'visitor');
  return { ...(await visitors.begin(c.req.raw)), kept: true };
}

/** After a visitor has said who they are: whoever knew the id of before, or planted it, knows nothing any more. */
export async function renewed(request: Request, route: Route, { sessions }: Pick<GatewayOptions, 'sessions'>, { session }: Caller, progress: { cookies: string[] }): Promise<void> {
  if (!route.renewsVisitor || !isVisitor(session)) return;
  const next = await sessions.visitors?.renew(session, request);
  // The new id counts, and not that of a session that has only just begun.
  if (next) progress.cookies.splice(0, progress.cookies.length, next.cookie);
}
