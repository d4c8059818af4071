import type { Acting, Guest, SessionKind, Subject } from '../options.ts';

/** An agent at work for a customer, at rest. */
export interface KeptActing extends Omit<Acting, 'endsAt'> {
  /** Party id of the customer. */
  customer: string;
  endsAt: number;
}

/** A session at rest. Times are milliseconds since 1970. */
export interface KeptSession {
  /** SHA-256 of the id in the cookie: whoever reads the table cannot sign in with it. */
  idHash: string;
  /** The portal it was opened at: two that share a database share no session. */
  tenant: string;
  kind: SessionKind;
  /** Of an embedded session: the one origin that may use it. */
  origin?: string;
  /** What the person would know the device by: "Firefox, Linux". */
  device: string;
  issuer: string;
  sub: string;
  /** The person's party id at the operator, where it is not `sub`. */
  party?: string;
  /** The identity provider's own session, where it names one. */
  sid?: string;
  acr?: string;
  authenticatedAt?: number;
  /** The provider's tokens, sealed. */
  tokens: string;
  /** When the access token ends; missing when there is none, or none that can be had anew. */
  accessEndsAt?: number;
  acting?: KeptActing;
  guest?: Guest;
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

/** Tokens in the place of `was`; whoever finds others there has lost a race. */
export interface NewTokens {
  was: string;
  tokens: string;
  accessEndsAt?: number;
}

/** A sign-in on its way to a page on another site: worth one session, once, for a minute. */
export interface HandOver {
  /** SHA-256 of the code. */
  codeHash: string;
  origin: string;
  /** S256 of the verifier that the page keeps. */
  challenge: string;
  /** Whose sign-in, sealed. */
  facts: string;
  until: number;
}

export interface SessionStore {
  create(session: KeptSession): Promise<void>;
  read(idHash: string): Promise<KeptSession | undefined>;
  /** A person's own, latest seen first. */
  list(whose: Required<Pick<Whose, 'issuer' | 'sub'>>): Promise<KeptSession[]>;
  touch(idHash: string, seenAt: number): Promise<void>;
  rescope(idHash: string, subject: Subject, scopeAt: number): Promise<void>;
  /** Notes what came along from before the sign-in; what is known to have been merged stays so. */
  bring(idHash: string, guest: Guest): Promise<void>;
  /** The person's rights have changed: the next look asks for them anew, also that of who acts for them. */
  stale(sub: string): Promise<void>;
  end(idHash: string): Promise<void>;
  endAll(whose: Whose, but?: string): Promise<number>;
  /** Ends what a logout token is about and notes the token, both or neither; `undefined` when it was noted before. */
  endOnce(jti: string, until: number, whose: Whose): Promise<number | undefined>;
  /** Tells of every session that ends, in whichever process; the answer stops it. Ends by time alone are not told. */
  ended(listen: (idHash: string) => void): () => void;
  /** Tells of every person whose rights changed (`stale`), in whichever process. */
  changed(listen: (sub: string) => void): () => void;
  /** Calls `wake` when tokens were renewed somewhere, or a session ended. */
  stirred(wake: () => void): () => void;
  /** Takes the right to renew these very tokens; one at a time has it, until `until` at most. */
  claim(idHash: string, tokens: string, now: number, until: number): Promise<boolean>;
  /** Puts the tokens in and gives the claim back. False when the session has ended or holds others. */
  renew(idHash: string, tokens: NewTokens): Promise<boolean>;
  /** The same text under another key, unless somebody is about to renew it. */
  reseal(idHash: string, was: string, tokens: string, now: number): Promise<void>;
  handOver(handOver: HandOver): Promise<void>;
  /** The hand-over behind a code; taken at the first look, whoever looks. */
  takeHandOver(codeHash: string): Promise<HandOver | undefined>;
  /** Deletes what is over at `now`, or untouched since `idleSince`; visitors, who are not signed in, stay longer. */
  sweep(now: number, idleSince: number): Promise<void>;
}
