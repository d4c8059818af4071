import type { Persona } from '@faceplate/contracts';
import type { Tie } from '../policy/ties.ts';

/** Who is asking, and whose data that person may see. */
export interface Subject {
  /** The person's own party id (TMF632 individual). */
  sub: string;
  name: string;
  persona: Persona;
  /** Every party whose records the person sees anything of: own id first, organisations with all below them, who granted something. */
  partyIds: string[];
  /** Billing accounts the person sees anything of, the one to start with first. */
  accountIds: string[];
  /** By what right, relation by relation: what may be done to what is decided by these. Without any, all of the above is the person's own. */
  ties?: readonly Tie[];
  /** Account id → name, as far as known: what the session answer shows. */
  accountNames?: Readonly<Record<string, string>>;
}

/** An agent at work for a customer. Never impersonation: both names stand wherever the session does (`act` of RFC 8693). */
export interface Acting {
  /** Who really acts: party id and name. */
  actor: { id: string; name: string };
  reason: string;
  /** How the customer agreed: `customer-present`, or `ticket` with the ticket's id. */
  consent: string;
  ticketId?: string;
  /** RFC 3339 in UTC. */
  endsAt: string;
}

/**
 * `portal`: signed on here, first-party. `embedded`: handed over to a page on another site. `bearer`: a host's own token.
 * `visitor`: somebody who has not signed in, and has a cart. `link`: a program that has a secret link of a person's. All but the first
 * never do what moves money, SIM cards or contacts.
 */
export type SessionKind = 'portal' | 'embedded' | 'bearer' | 'visitor' | 'link';

/** What came along from before the sign-in: the visitor this person was in this browser. */
export interface Guest {
  /** The visitor's made-up party id. */
  visitor: string;
  /** What became of the visitor's cart; missing until it has been merged. */
  merged?: { /** RFC 3339 in UTC. */ at: string; lines: number; left: readonly { name: string; quantity: number; why: 'too-many' | 'full' }[] };
}

export interface OpenSession {
  /** Whose data: while an agent acts for a customer, the customer. */
  subject: Subject;
  acting?: Acting;
  /** `portal` when left out. */
  kind?: SessionKind;
  /** How strongly the person proved who they are (OpenID Connect `acr`), as the provider said. */
  acr?: string;
  /** When the person last did, RFC 3339 in UTC (`auth_time`). */
  authenticatedAt?: string;
  /** Who this person was here before signing in. */
  guest?: Guest;
  /** RFC 3339 in UTC, both. */
  idleEndsAt: string;
  endsAt: string;
  sessionId: string;
}

/** One of a person's own sessions, as the person may know of it. */
export interface OwnSession {
  /** Names it outward; leads to no cookie. */
  id: string;
  kind: SessionKind;
  /** "Firefox, Linux"; empty when unknown. */
  device: string;
  /** RFC 3339 in UTC, all three. */
  startedAt: string;
  seenAt: string;
  endsAt: string;
  /** The one that asks. */
  current: boolean;
}

/** How a request's session is looked up. `touch: false` reads it without counting as activity of the person's. */
export interface SessionReader {
  read(request: Request, options?: { touch?: boolean }): Promise<OpenSession | undefined>;
  /** Tells the `sessionId` of every session that ends, within a second and whichever process ended it; the answer stops it. */
  ended?(listen: (sessionId: string) => void): () => void;
  /** Tells of every person whose rights changed, in whichever process; the answer stops it. */
  changed?(listen: (sub: string) => void): () => void;
  /** The person's sessions, latest seen first. */
  own?(session: OpenSession): Promise<OwnSession[]>;
  /** Ends one of the person's own by its outward id; false when there is none of that name. */
  end?(session: OpenSession, id: string): Promise<boolean>;
  /** Ends all but this one; how many there were. */
  endOthers?(session: OpenSession): Promise<number>;
  /**
   * The provider's access token of a session, for an upstream that decides by the person itself; renewed when it must be.
   *
   * @throws when it has ended and no other can be had right now.
   */
  accessToken?(sessionId: string, signal: AbortSignal): Promise<string | undefined>;
  /** The same session under a new id, in another mode; the old id is worth nothing from then on. `undefined` when it has ended. */
  rotate?(sessionId: string, change: ModeChange): Promise<{ cookie: string } | undefined>;
  /** The person's rights have changed: every session of theirs asks for them anew at its next call. */
  stale?(sub: string): Promise<void>;
  /** A look by a secret link that a person has made, with that person's rights as they are now; `undefined` when the operator knows no such person. */
  byLink?(sub: string, linkId: string): Promise<OpenSession | undefined>;
  /** Sessions of people who have not signed in. Without it there are none: they look, and can keep nothing. */
  readonly visitors?: VisitorSessions;
}

/** Sessions of people who have not signed in; ADR 29. */
export interface VisitorSessions {
  /** A new visitor; `cookie` is the `Set-Cookie` line. */
  begin(request: Request): Promise<{ session: OpenSession; cookie: string }>;
  /** The same visitor under a new id; the old one is good for nothing but the answers it was given already. */
  renew(session: OpenSession, request: Request): Promise<{ cookie: string } | undefined>;
  /** The visitor has become known to the operator: as this party, with these accounts. */
  known(session: OpenSession, facts: { party: string; name: string; accountIds: readonly string[] }): Promise<OpenSession>;
  /** Forgets the visitor in this browser. */
  end(session: OpenSession): Promise<{ cookie: string }>;
  /** A link's code by which a visitor goes on in another browser: good once. */
  handOver(session: OpenSession): Promise<{ code: string; /** RFC 3339 in UTC. */ until: string }>;
  /** Whoever has this session takes along what that visitor has; false when the code is none, was used or is too old. */
  takeAlong(code: string, session: OpenSession): Promise<boolean>;
  /** What became of the cart that came along. */
  merged(session: OpenSession, guest: Guest): Promise<void>;
}

/** What changes when a session changes its mode. */
export interface ModeChange {
  subject?: Subject;
  /** For which party id the person acts, until when in milliseconds since 1970; `undefined` ends it. */
  acting?: (Omit<Acting, 'endsAt'> & { customer: string; endsAt: number }) | undefined;
  /** When the subject was asked for; 0 has it asked for at the next call. */
  scopeAt?: number;
}
