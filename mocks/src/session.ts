import type { OwnSession, ScopeResolver, SessionReader } from '@faceplate/gateway';
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
  return {
    read: async () => {
      const sub = world.signedIn();
      if (!sub) return undefined;
      const subject = await scope.resolve(sub);
      const proof = proved ? { authenticatedAt: clock().toISOString() } : {};
      return { subject, sessionId: 'session-of-the-test', idleEndsAt: later(30), endsAt: later(600), ...proof };
    },
    own: () => Promise.resolve([...open]),
    end: (_, id) => Promise.resolve(keep((one) => one.id !== id) > 0),
    endOthers: () => Promise.resolve(keep(({ current }) => current)),
  };
}
