import type { Bill, Payment } from '@faceplate/contracts';
import type { Hono } from 'hono';
import type { Capabilities } from './capabilities/capabilities.ts';
import type { DisputeTerms } from './disputes/terms.ts';
import type { Digest } from './http/etag.ts';
import type { Turns } from './turns/turns.ts';
import type { IdempotencyStore } from './idempotency/store.ts';
import type { Paper } from './papers/paper.ts';
import type { Recipient } from './papers/buyer.ts';
import type { Locale } from './papers/words.ts';
import type { PaymentCounter } from './payments/counter.ts';
import type { FeedStore } from './planned-work/feeds.ts';
import type { ReportKeeper } from './reports/keeper.ts';
import type { OpenSession, SessionKind, SessionReader } from './sign-on/open-session.ts';
import type { DeskTally } from './desk/tally.ts';
import type { Quarantine } from './quarantine/types.ts';
import type { TmfClient } from './upstream/types.ts';
import type { GuestBook } from './visitor/guest-book.ts';
import type { TmfApi, Upstreams } from './upstream/upstream.ts';

export type { Merge, Tags, TmfApi, TmfVersion, Upstream, Upstreams } from './upstream/upstream.ts';

export type { Acting, Guest, ModeChange, OpenSession, OwnSession, SessionKind, SessionReader, Subject, VisitorSessions } from './sign-on/open-session.ts';

/** A change as the store's outbox keeps it. */
export interface StoredChange {
  /** Grows with every change; the id of the live-update stream. */
  seq: number;
  eventId: string;
  eventTime: string;
  /** `ProductOrderStateChangeEvent` */
  eventType: string;
  /** `productOrder` */
  resource: string;
  id: string;
  /** Every party the changed record is about. */
  partyIds: string[];
}

export interface ChangeSource {
  /** Changes with a higher `seq`, oldest first. */
  after(seq: number, limit: number): Promise<StoredChange[]>;
  latest(): Promise<number>;
  /** Calls `wake` when there may be something new; the answer stops it. */
  subscribe(wake: () => void): () => void;
}

export interface Tenant {
  name: string;
  /** IANA zone of local dates. */
  zone: string;
  /** ISO 4217. */
  currency: string;
  /** The origin the browser sees, without a trailing slash. */
  publicUrl: string;
  /** Exact origins of foreign pages that may mount portlets and call this API. */
  embedOrigins: string[];
  /** Where it differs from what is usual. */
  disputes?: Partial<DisputeTerms>;
  /** The billing system heeds TMF666's accountRelationship `billedWith`: charges of one account on the bill of another. */
  consolidation?: boolean;
  /** Who sends the bills, as an invoice must name them; without it there are no electronic invoices. */
  seller?: Seller;
}

/** The operator as a company (EN 16931-1, BG-4 and BG-17). */
export interface Seller {
  /** As registered. */
  name: string;
  /** In the register of companies. */
  legalId?: string;
  vatId?: string;
  address: { street: string; city: string; postCode: string; /** ISO 3166-1. */ country: string };
  /** Where it takes electronic documents: an address, and the scheme of Peppol's list it is one of. */
  electronic?: { scheme: string; value: string };
  contact?: { name: string; phone: string; email: string };
  /** Where bills are paid to. */
  iban?: string;
  bic?: string;
}

/** Makes papers. Lives in Node; without it the document routes answer "not available". */
export interface Documents {
  pdf(bill: Bill, tenant: Tenant, locale?: Locale, recipient?: Recipient): Promise<Uint8Array>;
  /** That something was paid: of a payment that is `paid`. */
  receipt(payment: Payment, tenant: Tenant, locale?: Locale): Promise<Uint8Array>;
  /** Any other paper. */
  print(paper: Paper): Promise<Uint8Array>;
}

/** One line of the log: a few named, safe facts. Never a body, a query string or a name. */
export interface LogEntry {
  event: string;
  trace?: string;
  method?: string;
  /** The route's pattern, never the path with its ids. */
  route?: string;
  status?: number;
  milliseconds?: number;
  upstream?: string;
  reason?: string;
}
export type Log = (level: 'info' | 'warn' | 'error', entry: LogEntry) => void;

/** How costly or delicate a route is; each has buckets of its own. */
export type RouteClass = 'read' | 'write' | 'export' | 'sign-on' | 'events' | 'visitor';

export type Verdict = { allowed: true; headers?: Readonly<Record<string, string>> } | { allowed: false; retryAfter: number; reason: string };

/** Guards against too much: of one session, one person, one address block. */
export interface Limits {
  /** Asked before anything is read; `session` is missing for somebody not signed in, `address` where no server tells it. */
  take(ask: { request: Request; session?: OpenSession; routeClass: RouteClass; address?: string }): Verdict;
  /** Notes that somebody asked for what is not theirs, or not there: who does so often is looking for other people's data. */
  missed(session: OpenSession, object: string): void;
}

/** One act, as the audit keeps it: ids only. */
export interface AuditEntry {
  /** RFC 3339 in UTC. */
  at: string;
  trace: string;
  /** Party id of who acted. */
  actor: string;
  /** Whose data it was about, when not the actor's own: the customer an agent acts for. */
  onBehalfOf?: string;
  party: string;
  /** An action of `policy/actions.ts`, or an event kind of sign-on: `session.begun`. */
  action: string;
  object?: { kind: string; id: string };
  result: 'done' | 'refused' | 'failed';
  /** Problem code of a refusal or failure. */
  code?: string;
  channel?: SessionKind;
  reason?: string;
  /** How the customer agreed to an agent's work. */
  consent?: string;
}

/** An entry in its place in the tenant's chain. */
export interface AuditRecord extends AuditEntry {
  /** 1 for the first, without gaps. */
  seq: number;
  /** Binds the record to every one before it. */
  hash: string;
}

/** Append-only. @throws when the record could not be kept. */
export interface AuditTrail {
  record(entry: AuditEntry): Promise<void>;
  /** Asked before a change: what could leave no record must not be done. @throws when nothing can be kept now. */
  ready?(): Promise<void>;
}

/** What of the trail is a customer's to read. */
export interface AccessLog {
  /** Records about one of the parties, or of what one of them did; the newest first, older than the one of that hash. `undefined` when there is none of it. */
  about(partyIds: readonly string[], page: { before?: string; limit: number }): Promise<AuditRecord[] | undefined>;
}

/** An answer as plain data. */
export interface PlainAnswer {
  status: number;
  headers: Readonly<Record<string, string | readonly string[]>>;
  body: string | Uint8Array;
}

/** Writes it at once, with no `Response` made for it; gives back what tells the server that this is done. */
export type WriteAnswer = (answer: PlainAnswer) => Response;

/** What is known of a request from its first line on. */
export interface GatewayEnv {
  /** A server that can write plain answers by itself says so here. */
  Bindings: { write?: WriteAnswer; /** Where the request comes from, behind the proxies that are trusted. */ address?: string; /** Told of the request as it becomes known: for figures and the log. A trace that stands there already goes on. */ seen?: { route?: string; trace?: string } };
  Variables: { trace: string; /** The answer has its headers already. */ dressed?: boolean };
}

/** What a document of the shell needs beyond our own files. */
export interface DocumentPolicy {
  /** CSP hashes of inline scripts, for the import map: `'sha256-…'` with the quotes. */
  scripts?: readonly string[];
  /** Where forms may end up besides us: the identity provider's origin. */
  forms?: readonly string[];
}

/** What was read last, for when it cannot be read now, and for the many who ask for the same at once. */
export interface Reads {
  /**
   * A client for a customer's GET. `make(true)` must give one that does not end when this customer leaves.
   * Lists that are not fresh bear `asOf`.
   */
  around(api: TmfApi, session: OpenSession, make: (forEverybody: boolean) => TmfClient): TmfClient;
}

export interface GatewayOptions {
  /** What this landscape carries; everything when left out. */
  capabilities?: Capabilities;
  /** Hears of records that are kept from customers, and why. */
  quarantine?: Quarantine;
  /** Counts what spared somebody a ticket. */
  tally?: DeskTally;
  tenant: Tenant;
  upstreams: Upstreams;
  sessions: SessionReader;
  changes: ChangeSource;
  /** What systems elsewhere hinted at: a second source of the live-update stream. Without it there is one. */
  hints?: ChangeSource;
  /** Mounted at `/hub`: where systems elsewhere tell of changes. */
  hub?: Hono<GatewayEnv>;
  clock: () => Date;
  /** Mounted at `/auth`. */
  signOn?: Hono<GatewayEnv>;
  documents?: Documents;
  /** Takes payments; without it nothing can be paid here, and no page offers it. */
  payments?: PaymentCounter;
  /** Keeps what people save under a name; in memory when left out. */
  reports?: ReportKeeper;
  /** Keeps which calendar links there are; in memory when left out. */
  feeds?: FeedStore;
  /** Static files of the shell and of `/embed/`; `undefined` = no such file. */
  files?: (request: Request) => Promise<Response | undefined>;
  /** Results of keyed POSTs; in memory when left out. */
  idempotency?: IdempotencyStore;
  /** Who changes what one after the other; within this process when left out. */
  turns?: Turns;
  /** Signs the cursors of lists: the same in every process, and over restarts. Of this process alone when left out. */
  cursorSecret?: string;
  /** What guarded upstreams answered last; in memory when left out. */
  reads?: Reads;
  /** What the shell's pages need beyond our own files: the import map's hash, the identity provider's origin. */
  documentPolicy?: DocumentPolicy;
  /** Makes the marks of entity tags; a quick one in script when left out. */
  digest?: Digest;
  /** Whose the parties of guests are; in memory when left out. */
  guests?: GuestBook;
  /** Without it nothing is limited: tests and mocks. */
  limits?: Limits;
  /** Without it no act leaves a record: tests and mocks. */
  audit?: AuditTrail;
  /** Without it the access log is empty: tests and mocks. */
  accessLog?: AccessLog;
  /** Aborted when the process is about to stop: open event streams end then. */
  stopping?: AbortSignal;
  log?: Log;
}
