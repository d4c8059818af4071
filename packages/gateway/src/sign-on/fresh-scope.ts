import type { Subject } from '../options.ts';
import { pause } from '../upstream/pause.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { type ScopeResolver, withoutGrants } from './scope.ts';
import type { KeptSession, SessionStore } from './session-store.ts';

/** A scope older than this is asked for again… */
const SCOPE_FRESH = 60_000;
/** …and without an answer it holds this long: an outage does not sign everybody out, nor keep old rights for ever. */
const SCOPE_HOLDS = 10 * 60_000;
/** Until then it is asked for this often: a system that is slow to fail must not make every call slow. */
const SCOPE_AGAIN = 10_000;
/** …and waited for so long: what was known a moment ago serves better than a page that stands still. */
const SCOPE_WAITS = 500;
const MOST_NOTES = 10_000;

/** Keeps what a session's person may see as new as it must be. */
export class FreshScope {
  readonly #scope: ScopeResolver;
  readonly #store: Pick<SessionStore, 'rescope'>;
  readonly #running = new Map<string, Promise<Subject>>();
  readonly #failed = new Map<string, number>();

  constructor(scope: ScopeResolver, store: Pick<SessionStore, 'rescope'>) {
    this.#scope = scope;
    this.#store = store;
  }

  /** The subject as it is now; `undefined` when the operator knows no such person any more: that ends the session. */
  async of(session: KeptSession, now: number): Promise<Subject | undefined> {
    const { idHash, scopeAt } = session;
    const holds = now - scopeAt < SCOPE_HOLDS;
    const failed = this.#failed.get(idHash);
    const waits = failed !== undefined && now - failed < SCOPE_AGAIN;
    if (now - scopeAt < SCOPE_FRESH || (holds && waits)) return session.subject;
    // Fifty tabs ask once.
    const running = this.#running.get(idHash) ?? this.#begun(session, now);
    this.#running.set(idHash, running);
    try {
      return await (holds ? this.#inTime(running, session, now) : running);
    } catch (error) {
      if (error instanceof UpstreamProblem && error.fault === 'not-found') return undefined;
      throw error;
    }
  }

  #begun(session: KeptSession, now: number): Promise<Subject> {
    return this.#asked(session, now).finally(() => this.#running.delete(session.idHash));
  }

  /** The new scope, or the old one when there is none or it is long in coming; it then counts from the call after it came. */
  async #inTime(running: Promise<Subject>, { idHash, subject: old }: KeptSession, now: number): Promise<Subject> {
    const late = pause(SCOPE_WAITS, { deadline: Infinity }).then(() => undefined);
    const subject = await Promise.race([running, late]).catch((error: unknown) => {
      if (error instanceof UpstreamProblem && error.fault === 'not-found') throw error;
      return undefined;
    });
    if (!subject) this.#note(idHash, now);
    return subject ?? old;
  }

  /** Sessions that end during an outage leave their note behind; past a number all of them go. */
  #note(idHash: string, now: number): void {
    if (this.#failed.size >= MOST_NOTES) this.#failed.clear();
    this.#failed.set(idHash, now);
  }

  async #asked({ idHash, sub, party = sub, acting }: KeptSession, now: number): Promise<Subject> {
    const [found, actor] = await Promise.all([this.#scope.resolve(acting?.customer ?? party), acting && this.#scope.resolve(party)]);
    // Who is staff no more acts for nobody.
    if (actor && actor.persona !== 'agent') throw new UpstreamProblem('not-found', 'policy', 'no agent any more');
    // A customer speaks for themselves, not for who granted them something.
    const subject = acting ? withoutGrants(found) : found;
    await this.#store.rescope(idHash, subject, now);
    this.#failed.delete(idHash);
    return subject;
  }
}
