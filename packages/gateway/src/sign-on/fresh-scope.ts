import type { Subject } from '../options.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { ScopeResolver } from './scope.ts';
import type { KeptSession, SessionStore } from './session-store.ts';

/** A scope older than this is asked for again… */
const SCOPE_FRESH = 60_000;
/** …and without an answer it holds this long: an outage does not sign everybody out, nor keep old rights for ever. */
const SCOPE_HOLDS = 10 * 60_000;
/** Until then it is asked for this often: a system that is slow to fail must not make every call slow. */
const SCOPE_AGAIN = 10_000;
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
    const running = this.#running.get(idHash) ?? this.#asked(session, now).finally(() => this.#running.delete(idHash));
    this.#running.set(idHash, running);
    try {
      const subject = await running;
      this.#failed.delete(idHash);
      return subject;
    } catch (error) {
      if (error instanceof UpstreamProblem && error.fault === 'not-found') return undefined;
      if (!holds) throw error;
      this.#note(idHash, now);
      return session.subject;
    }
  }

  /** Sessions that end during an outage leave their note behind; past a number all of them go. */
  #note(idHash: string, now: number): void {
    if (this.#failed.size >= MOST_NOTES) this.#failed.clear();
    this.#failed.set(idHash, now);
  }

  async #asked({ idHash, sub, party = sub, acting }: KeptSession, now: number): Promise<Subject> {
    const [subject, actor] = await Promise.all([this.#scope.resolve(acting?.customer ?? party), acting && this.#scope.resolve(party)]);
    // Who is staff no more acts for nobody.
    if (actor && actor.persona !== 'agent') throw new UpstreamProblem('not-found', 'policy', 'no agent any more');
    await this.#store.rescope(idHash, subject, now);
    return subject;
  }
}
