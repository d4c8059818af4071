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
/** Until then it is asked for this often: a system that is slow to fail must not make every call slow. */
const SCOPE_AGAIN = 10_000;
const MOST_NOTES = 10_000;

export interface SessionNeeds {
  tenant: Pick<Tenant, 'publicUrl'>;
  store: SessionStore;
  scope: ScopeResolver;
  clock: () => Date;
}

/** What is being asked for, and when asking last failed, by session. */
interface Asking {
  running: Map<string, Promise<Subject>>;
  failed: Map<string, number>;
}

/** Reads a request's session from its cookie. */
export function readSessions(needs: SessionNeeds): SessionReader {
  const { store, clock } = needs;
  const name = sessionCookieName(isSecure(needs.tenant));
  const asking: Asking = { running: new Map(), failed: new Map() };
  return {
    read: async (request, { touch = true } = {}) => {
      const id = readCookies(request).get(name);
      if (id === undefined || !/^[\w-]{43}$/.test(id)) return undefined;
      const session = await store.read(await sha256(id));
      const now = clock().getTime();
      if (!session || isOver(session, now)) return undefined;
      const seenAt = touch ? now : session.seenAt;
      if (seenAt - session.seenAt >= TOUCH_EVERY) await store.touch(session.idHash, seenAt);
      const subject = await freshSubject(needs, asking, session, now);
      return subject && openSession({ ...session, seenAt, subject });
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

/** The subject as it is now; `undefined` when the operator knows no such person any more: that ends the session. */
async function freshSubject(needs: SessionNeeds, asking: Asking, session: KeptSession, now: number): Promise<Subject | undefined> {
  const { idHash, scopeAt } = session;
  const holds = now - scopeAt < SCOPE_HOLDS;
  const failed = asking.failed.get(idHash);
  const waits = failed !== undefined && now - failed < SCOPE_AGAIN;
  if (now - scopeAt < SCOPE_FRESH || (holds && waits)) return session.subject;
  // Fifty tabs ask once.
  const running = asking.running.get(idHash) ?? refresh(needs, session, now).finally(() => asking.running.delete(idHash));
  asking.running.set(idHash, running);
  try {
    const subject = await running;
    asking.failed.delete(idHash);
    return subject;
  } catch (error) {
    if (error instanceof UpstreamProblem && error.fault === 'not-found') return undefined;
    if (!holds) throw error;
    note(asking.failed, idHash, now);
    return session.subject;
  }
}

/** Sessions that end during an outage leave their note behind; past a number all of them go. */
function note(failed: Map<string, number>, idHash: string, now: number): void {
  if (failed.size >= MOST_NOTES) failed.clear();
  failed.set(idHash, now);
}

async function refresh({ scope, store }: SessionNeeds, { idHash, sub }: KeptSession, now: number): Promise<Subject> {
  const subject = await scope.resolve(sub);
  await store.rescope(idHash, subject, now);
  return subject;
}
