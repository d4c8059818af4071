import { newVisitor, type OpenSession, type OwnSession, type ScopeResolver, type SessionReader, type VisitorSessions } from '@faceplate/gateway';
import type { NamedWorld } from './worlds.ts';

interface SessionOptions {
  world: NamedWorld;
  scope: ScopeResolver;
  clock: () => Date;
  sessions?: readonly OwnSession[];
  proved?: boolean;
}

/** The person of the world, signed in for good; whose data that person may see is resolved as in the product. */
export function sessionOf({ world, scope, clock, sessions = [], proved = false }: SessionOptions): SessionReader {
  const later = (minutes: number) => new Date(clock().getTime() + minutes * 60_000).toISOString();
  let open = sessions;
  const keep = (kept: (one: OwnSession) => boolean): number => {
    const before = open.length;
    open = open.filter(kept);
    return before - open.length;
  };
  const visit = new Visit(later);
  return {
    read: async () => {
      const sub = world.signedIn();
      if (!sub) return visit.session;
      const subject = await scope.resolve(sub);
      const proof = proved ? { authenticatedAt: clock().toISOString() } : {};
      return { subject, sessionId: 'session-of-the-test', idleEndsAt: later(30), endsAt: later(600), ...proof };
    },
    byLink: async (sub, linkId) => ({ subject: await scope.resolve(sub), sessionId: `link ${linkId}`, kind: 'link', idleEndsAt: later(1), endsAt: later(1) }),
    visitors: visit,
    own: () => Promise.resolve([...open]),
    end: (_, id) => Promise.resolve(keep((one) => one.id !== id) > 0),
    endOthers: () => Promise.resolve(keep(({ current }) => current)),
  };
}

/** The one visitor of a page on which nobody is signed in. A mocked answer can set no cookie: who it is, is kept here. */
class Visit implements VisitorSessions {
  session: OpenSession | undefined;
  readonly #codes = new Set<string>();
  readonly #later: (minutes: number) => string;

  constructor(later: (minutes: number) => string) {
    this.#later = later;
  }

  begin(): Promise<{ session: OpenSession; cookie: string }> {
    this.session = { subject: newVisitor(), kind: 'visitor', sessionId: 'visit-of-the-test', idleEndsAt: this.#later(600), endsAt: this.#later(600) };
    return Promise.resolve({ session: this.session, cookie: '' });
  }

  renew(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  known(session: OpenSession, { party, name, accountIds }: Parameters<VisitorSessions['known']>[1]): Promise<OpenSession> {
    const partyIds = [session.subject.sub, party];
    this.session = { ...session, subject: { ...session.subject, name, partyIds, accountIds: [...accountIds], ties: [{ as: 'visitor', partyIds, accountIds }] } };
    return Promise.resolve(this.session);
  }

  end(): Promise<{ cookie: string }> {
    this.session = undefined;
    return Promise.resolve({ cookie: '' });
  }

  handOver(): Promise<{ code: string; until: string }> {
    const code = crypto.randomUUID().replaceAll('-', '_').padEnd(43, '0');
    this.#codes.add(code);
    return Promise.resolve({ code, until: this.#later(600) });
  }

  /** What the link leads to is this very visitor, so there is nothing to bring. */
  takeAlong(code: string): Promise<boolean> {
    return Promise.resolve(this.#codes.delete(code));
  }

  merged(): Promise<void> {
    return Promise.resolve();
  }
}
