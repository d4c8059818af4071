import type { Subject } from '../options.ts';

/** A session at rest. Times are milliseconds since 1970. */
export interface KeptSession {
  /** SHA-256 of the id in the cookie: whoever reads the table cannot sign in with it. */
  idHash: string;
  issuer: string;
  sub: string;
  /** The identity provider's own session, where it names one. */
  sid?: string;
  /** The provider's tokens, sealed. */
  tokens: string;
  subject: Subject;
  /** When the subject's scope was last asked for. */
  scopeAt: number;
  createdAt: number;
  seenAt: number;
  endsAt: number;
}

/** Whose sessions end together: all of a person's, or those of one session at the provider. */
export interface Whose {
  issuer: string;
  sub?: string;
  sid?: string;
}

export interface SessionStore {
  create(session: KeptSession): Promise<void>;
  read(idHash: string): Promise<KeptSession | undefined>;
  touch(idHash: string, seenAt: number): Promise<void>;
  rescope(idHash: string, subject: Subject, scopeAt: number): Promise<void>;
  end(idHash: string): Promise<void>;
  endAll(whose: Whose): Promise<number>;
  /** Notes a logout token's id; false when it was noted before. */
  firstSight(jti: string, until: number): Promise<boolean>;
  /** Deletes what is over at `now`, or untouched since `idleSince`. */
  sweep(now: number, idleSince: number): Promise<void>;
}
