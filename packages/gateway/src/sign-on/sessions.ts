import type { Acting, ModeChange, OpenSession, OwnSession, SessionKind, SessionReader, Subject, Tenant, VisitorSessions } from '../options.ts';
import { VISITOR_IDLE } from '../visitor/visitor.ts';
import { Visitors } from '../visitor/visitor-sessions.ts';
import { type BearerReader, unknownPerson } from './bearer.ts';
import { embedCookieName, isSecure, readCookies, sessionCookie, sessionCookieName, visitorCookieName } from './cookies.ts';
import { randomText, sha256 } from './encoding.ts';
import { FreshScope } from './fresh-scope.ts';
import { OwnSessions } from './own-sessions.ts';
import type { ScopeResolver } from './scope.ts';
import type { KeptActing, KeptSession, SessionStore } from './session-store.ts';
import type { TokenKeeper } from './tokens.ts';
import { tiesOf } from '../policy/ties.ts';

const MINUTE = 60_000;

/** Half an hour without a request of the person's ends a session, and ten hours end it in any case. */
export const IDLE = 30 * MINUTE;
export const LONGEST = 10 * 60 * MINUTE;
/** On a page of somebody else's a session is shorter. */
const EMBEDDED_IDLE = 15 * MINUTE;
export const EMBEDDED_LONGEST = 2 * 60 * MINUTE;
/** A touch is written at most this often: a page's ten calls are one activity. */
const TOUCH_EVERY = 10_000;

/** Sent by what a page does by itself, such as reading again what changed: it is no activity of the person's. */
export const PASSIVE_HEADER = 'x-fp-passive';

export interface SessionNeeds {
  tenant: Pick<Tenant, 'publicUrl' | 'name'>;
  store: SessionStore;
  scope: ScopeResolver;
  clock: () => Date;
  /** Without it the provider's tokens are neither renewed nor given out. */
  tokens?: TokenKeeper;
  /** Without it nobody is let in by a bearer token. */
  bearer?: BearerReader;
}

/** A request's session, and what may be done to sessions. */
export class Sessions implements Required<SessionReader> {
  readonly #needs: SessionNeeds;
  readonly #scope: FreshScope;
  readonly #own: OwnSessions;
  readonly visitors: VisitorSessions;

  constructor(needs: SessionNeeds) {
    this.#needs = needs;
    this.#scope = new FreshScope(needs.scope, needs.store);
    this.#own = new OwnSessions(needs.store, (session) => isOver(session, this.#now()));
    this.visitors = new Visitors({ ...needs, opened: openSession });
  }

  async read(request: Request, { touch = true } = {}): Promise<OpenSession | undefined> {
    const authorization = request.headers.get('authorization');
    // Whoever shows a token is asked for nothing else: a cookie that came along by itself is not theirs to use.
    if (authorization !== null && /^bearer /i.test(authorization)) return this.#needs.bearer?.read(authorization.slice(7).trim());
    const session = await this.#ofCookie(request);
    return session && this.#opened(lapsed(session, this.#now()), touch && request.headers.get(PASSIVE_HEADER) !== '1');
  }

  ended(listen: (sessionId: string) => void): () => void {
    return this.#needs.store.ended(listen);
  }

  /** Tells of every person whose rights changed, in whichever process; the answer stops it. */
  changed(listen: (sub: string) => void): () => void {
    return this.#needs.store.changed(listen);
  }

  own(session: OpenSession): Promise<OwnSession[]> {
    return this.#own.list(session);
  }

  end(session: OpenSession, id: string): Promise<boolean> {
    return this.#own.end(session, id);
  }

  endOthers(session: OpenSession): Promise<number> {
    return this.#own.endOthers(session);
  }

  stale(sub: string): Promise<void> {
    return this.#needs.store.stale(sub);
  }

  async byLink(sub: string, linkId: string): Promise<OpenSession | undefined> {
    const { scope } = this.#needs;
    const subject = await scope.resolve(sub).catch(unknownPerson);
    const endsAt = instant(this.#now() + MINUTE);
    return subject && { subject, sessionId: `link ${linkId}`, kind: 'link', idleEndsAt: endsAt, endsAt };
  }

  async accessToken(sessionId: string, signal: AbortSignal): Promise<string | undefined> {
    return this.#needs.tokens?.accessToken(sessionId, signal);
  }

  /**
   * The same session under a new id, in another mode; the old id is worth nothing from then on. `cookie` is the
   * `Set-Cookie` line of the new one. `undefined` when the session has ended.
   */
  async rotate(sessionId: string, change: ModeChange): Promise<{ session: KeptSession; cookie: string } | undefined> {
    const { store, tokens, tenant } = this.#needs;
    const kept = tokens ? await tokens.claimed(sessionId) : await store.read(sessionId);
    if (!kept) return undefined;
    const id = randomText(32);
    const idHash = await sha256(id);
    const { acting, ...rest } = { ...kept, ...change };
    const opened = await tokens?.open(kept);
    const sealed = opened && tokens ? await tokens.seal(opened, idHash) : kept.tokens;
    const session: KeptSession = { ...rest, idHash, tokens: sealed, ...(acting && { acting }) };
    await store.create(session);
    await store.end(sessionId);
    return { session, cookie: sessionCookie(tenant, session.kind, id) };
  }

  async #ofCookie(request: Request): Promise<KeptSession | undefined> {
    const secure = isSecure(this.#needs.tenant);
    const cookies = readCookies(request);
    const names: readonly (readonly [SessionKind, string])[] = [
      ['portal', sessionCookieName(secure)],
      ['embedded', embedCookieName(secure)],
      // Whoever is signed in is that person, whatever was in the browser before.
      ['visitor', visitorCookieName(secure, false)],
      ['visitor', visitorCookieName(secure, true)],
    ];
    for (const [kind, name] of names) {
      const id = cookies.get(name);
      const session = id !== undefined && /^[\w-]{43}$/.test(id) ? await this.#needs.store.read(await sha256(id)) : undefined;
      if (session?.kind === kind && this.#mayUse(request, session)) return session;
    }
    return undefined;
  }

  #mayUse(request: Request, session: KeptSession): boolean {
    if (session.tenant !== this.#needs.tenant.name || isOver(session, this.#now())) return false;
    // What was handed to one foreign page serves no other, though both may call.
    return session.origin === undefined || request.headers.get('origin') === session.origin;
  }

  async #opened(session: KeptSession, touch: boolean): Promise<OpenSession | undefined> {
    const { store, tokens } = this.#needs;
    const now = this.#now();
    const seenAt = touch ? now : session.seenAt;
    if (seenAt - session.seenAt >= TOUCH_EVERY) {
      await store.touch(session.idHash, seenAt);
      // Nobody waits for the provider here; what it refuses ends the session a moment later.
      void tokens?.tend(session).catch(() => undefined);
    }
    // A visitor is nobody the operator knows: there is nobody to ask for.
    const subject = session.kind === 'visitor' ? session.subject : await this.#scope.of(session, now);
    return subject && openSession({ ...session, seenAt, subject });
  }

  #now(): number {
    return this.#needs.clock().getTime();
  }
}

/** Reads a request's session from its cookie, or its bearer token. */
export const readSessions = (needs: SessionNeeds): Sessions => new Sessions(needs);

/** Acting that is over leaves the member of staff, whose own scope is asked for once; the customer's is gone at once. */
function lapsed(session: KeptSession, now: number): KeptSession {
  const { acting, ...own } = session;
  if (!acting || now < acting.endsAt) return session;
  return { ...own, scopeAt: session.scopeAt < acting.endsAt ? 0 : session.scopeAt };
}

const IDLE_OF: Readonly<Partial<Record<SessionKind, number>>> = { embedded: EMBEDDED_IDLE, visitor: VISITOR_IDLE };
const idleOf = ({ kind }: Pick<KeptSession, 'kind'>): number => IDLE_OF[kind] ?? IDLE;

export const isOver = (session: Pick<KeptSession, 'kind' | 'seenAt' | 'endsAt'>, now: number): boolean =>
  now >= session.endsAt || now >= session.seenAt + idleOf(session);

const instant = (time: number) => new Date(time).toISOString();

function openSession(session: KeptSession): OpenSession {
  const { idHash, subject, kind, seenAt, endsAt, acr, authenticatedAt, acting, guest } = session;
  return {
    subject: withGuest(subject, acting ? undefined : guest),
    sessionId: idHash,
    kind,
    ...(acr !== undefined && { acr }),
    ...(authenticatedAt !== undefined && { authenticatedAt: instant(authenticatedAt) }),
    ...(acting && { acting: actingOf(acting) }),
    // Whoever acts for a customer brings nothing of their own along.
    ...(guest && !acting && { guest }),
    idleEndsAt: instant(Math.min(seenAt + idleOf(session), endsAt)),
    endsAt: instant(endsAt),
  };
}

/** What was held for the visitor is held for the person who was it; what the person is to the operator stays as it is. */
function withGuest(subject: Subject, guest: KeptSession['guest']): Subject {
  if (!guest) return subject;
  const { visitor } = guest;
  return { ...subject, partyIds: [...subject.partyIds, visitor], ties: [...tiesOf(subject), { as: 'visitor', partyIds: [visitor], accountIds: [] }] };
}

const actingOf = ({ actor, reason, consent, ticketId, endsAt }: KeptActing): Acting => ({
  actor,
  reason,
  consent,
  ...(ticketId !== undefined && { ticketId }),
  endsAt: instant(endsAt),
});
