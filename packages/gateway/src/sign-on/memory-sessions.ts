import type { KeptSession, SessionStore, Whose } from './session-store.ts';

/** Sessions of one process, for evaluation and tests: a restart signs everybody out. */
export function memorySessions(): SessionStore {
  const sessions = new Map<string, KeptSession>();
  const seen = new Map<string, number>();
  const change = (idHash: string, facts: Partial<KeptSession>) => {
    const session = sessions.get(idHash);
    if (session) sessions.set(idHash, { ...session, ...facts });
    return Promise.resolve();
  };
  return {
    create: (session) => {
      sessions.set(session.idHash, session);
      return Promise.resolve();
    },
    read: (idHash) => Promise.resolve(sessions.get(idHash)),
    touch: (idHash, seenAt) => change(idHash, { seenAt }),
    rescope: (idHash, subject, scopeAt) => change(idHash, { subject, scopeAt }),
    end: (idHash) => {
      sessions.delete(idHash);
      return Promise.resolve();
    },
    endAll: (whose) => {
      const theirs = [...sessions.values()].filter((session) => belongsTo(session, whose));
      for (const { idHash } of theirs) sessions.delete(idHash);
      return Promise.resolve(theirs.length);
    },
    firstSight: (jti, until) => {
      if (seen.has(jti)) return Promise.resolve(false);
      seen.set(jti, until);
      return Promise.resolve(true);
    },
    sweep: (now, idleSince) => {
      for (const [idHash, { endsAt, seenAt }] of sessions) if (endsAt <= now || seenAt <= idleSince) sessions.delete(idHash);
      for (const [jti, until] of seen) if (until <= now) seen.delete(jti);
      return Promise.resolve();
    },
  };
}

function belongsTo(session: KeptSession, { issuer, sub, sid }: Whose): boolean {
  if (session.issuer !== issuer || (sub === undefined && sid === undefined)) return false;
  return (sub === undefined || session.sub === sub) && (sid === undefined || session.sid === sid);
}
