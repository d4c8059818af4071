import type { OpenSession, SessionReader, Subject, Tenant } from '../options.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { isSecure, readCookies, sessionCookieName } from './cookies.ts';
import { sha256 } from './encoding.ts';
import type { ScopeResolver } from './scope.ts';
import type { KeptSession, SessionStore } from './session-store.ts';

/** Half an hour without a request of the person's ends a session, and ten hours end it in any case. */
export const IDLE = 30 * 60_000;
export const LONGEST = 10 * 60 * 60_000;
/** A touch is written at most this often: a page's ten calls are one activity. */
const TOUCH_EVERY = 10_000;
/** A scope older than this is asked for again… */
const SCOPE_FRESH = 60_000;
/** …and without an answer it holds this long: an outage does not sign everybody out, nor keep old rights for ever. */
const SCOPE_HOLDS = 10 * 60_000;

export interface SessionNeeds {
  tenant: Pick<Tenant, 'publicUrl'>;
  store: SessionStore;
  scope: ScopeResolver;
  clock: () => Date;
}

/** Reads a request's session from its cookie. */
export function readSessions(needs: SessionNeeds): SessionReader {
  const { store, clock } = needs;
  const name = sessionCookieName(isSecure(needs.tenant));
  const refreshing = new Map<string, Promise<Subject>>();
  return {
    read: async (request, { touch = true } = {}) => {
      const id = readCookies(request).get(name);
      if (id === undefined || !/^[\w-]{43}$/.test(id)) return undefined;
      const session = await store.read(await sha256(id));
      const now = clock().getTime();
      if (!session || isOver(session, now)) return undefined;
      const seenAt = touch ? now : session.seenAt;
      if (seenAt - session.seenAt >= TOUCH_EVERY) await store.touch(session.idHash, seenAt);
      return openSession({ ...session, seenAt, subject: await freshSubject(needs, refreshing, session, now) });
    },
  };
}

export const isOver = ({ seenAt, endsAt }: KeptSession, now: number): boolean => now >= endsAt || now >= seenAt + IDLE;

const openSession = ({ idHash, subject, seenAt, endsAt }: KeptSession): OpenSession => ({
  subject,
  sessionId: idHash,
  idleEndsAt: new Date(Math.min(seenAt + IDLE, endsAt)).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
});

async function freshSubject(needs: SessionNeeds, refreshing: Map<string, Promise<Subject>>, session: KeptSession, now: number): Promise<Subject> {
  if (now - session.scopeAt < SCOPE_FRESH) return session.subject;
  // Fifty tabs ask once.
  const running = refreshing.get(session.idHash) ?? refresh(needs, session, now).finally(() => refreshing.delete(session.idHash));
  refreshing.set(session.idHash, running);
  try {
    return await running;
  } catch (error) {
    const gone = error instanceof UpstreamProblem && error.fault === 'not-found';
    if (gone || now - session.scopeAt >= SCOPE_HOLDS) throw error;
    return session.subject;
  }
}

async function refresh({ scope, store }: SessionNeeds, { idHash, sub }: KeptSession, now: number): Promise<Subject> {
  const subject = await scope.resolve(sub);
  await store.rescope(idHash, subject, now);
  return subject;
}
