import type { BuyerContact } from '@faceplate/contracts';
import type * as z from 'zod/mini';
import type { Capabilities } from '../capabilities/capabilities.ts';
import type { Code } from '../docs/problem-codes.ts';
import type { AccessLog, ChangeSource, Documents, GatewayOptions, OpenSession, RouteClass, SessionReader, Subject, Tenant, TmfApi } from '../options.ts';
import type { Action } from '../policy/actions.ts';
import type { Facts } from '../policy/decide.ts';
import type { PaymentCounter } from '../payments/counter.ts';
import type { Reach } from '../policy/ties.ts';
import type { FeedStore } from '../planned-work/feeds.ts';
import type { ReportKeeper } from '../reports/keeper.ts';
import type { DeskTally } from '../desk/tally.ts';
import type { Found } from '../quarantine/types.ts';
import type { TmfClient } from '../upstream/types.ts';

export type Schema = z.core.$ZodType;
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The `:names` of a path; without a schema of its own each is an opaque id. */
export type PathParams<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & PathParams<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Record<Name, string>
    : unknown;

/** An answer that is no JSON: a document. Sent as an attachment. */
export interface Media {
  media: string;
}
export interface MediaAnswer {
  bytes: Uint8Array;
  /** Made here, never from what a customer typed. */
  fileName: string;
}

type Out<S, Otherwise> = S extends Schema ? z.core.output<S> : Otherwise;
export type AnswerOf<A> = A extends Media ? MediaAnswer : A extends Schema ? z.core.input<A> : void;

/** One authorised call of a customer's: everything a handler may use. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly subject: Subject;
  readonly session: OpenSession;
  /** What may be done to sessions; a host that has only `read` can do less. */
  readonly sessions: SessionReader;
  readonly tenant: Tenant;
  readonly clock: () => Date;
  readonly trace: string;
  /** Ends when the customer leaves. The TMF clients already heed it. */
  readonly signal: AbortSignal;
  readonly documents: Documents | undefined;
  readonly payments: PaymentCounter | undefined;
  readonly reports: ReportKeeper;
  /** Where is told what changed: for what is kept only as long as nothing did. */
  readonly changes: readonly ChangeSource[];
  /** Which calendar links there are. */
  readonly feeds: FeedStore;
  /** What is kept of who did what; undefined where nothing is. */
  readonly accessLog: AccessLog | undefined;
  /** What this landscape carries; everything when missing. */
  readonly capabilities: Capabilities | undefined;
  /** Of a POST: the same 64 hex digits for every repeat of it, and for nothing else. Otherwise empty. */
  readonly operationKey: string;
  tmf(api: TmfApi): TmfClient;
  /** The same for questions, which TM Forum asks by POST too: any number of them, each by itself, and anew when the call is repeated. */
  question(api: TmfApi): TmfClient;
  /** Tells the operator of a record that is kept from customers. */
  quarantine(found: Found): void;
  /** Where it is counted what spared somebody a ticket; undefined where nothing is counted. */
  readonly tally: DeskTally | undefined;
  /** What the audit names: for an act whose object is not the last name of the path. */
  concerns(kind: string, id: string): void;
  /** May this person do `action` (default: the route's) to a record with these facts? See `factsOf`. */
  allows(facts: Facts, action?: Action): boolean;
  /** The same as a gate: throws the "not found" that a missing record would give, or says what the person lacks. */
  demand(facts: Facts, action?: Action): void;
  /** The parties and accounts whose records the person may ask for under an action: for the query. */
  reach(action: Action): Reach;
  /** The answer without what this person may not see. What leaves as JSON goes through it anyway; papers and exports are made of it. */
  project<T>(answer: T): T;
  /** Marks of places in this route's list, worth something to this person alone. @throws {Refusal} 400 when reading what is none. */
  readonly cursor: { make(after: unknown): Promise<string>; read(cursor: string): Promise<unknown> };
  /** A link that anybody may follow: what it says is signed, and readable. @throws {Refusal} 404 when reading what is none of ours. */
  readonly link: { make(said: unknown): Promise<string>; read(token: string): Promise<unknown> };
  /** Does the work when all earlier work of that name is done, in whichever process. */
  inTurn<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Throws 412 when the caller's `If-Match` names another state of the record than this, given as the route answers it. */
  demandUnchanged(now: unknown): void;
  /** The caller said what state they saw: only then is it worth reading all that an answer is made of before anything is done. */
  readonly namesState: boolean;
  /**
   * The same call by somebody who has become a customer with an account of their own: a visitor by what they say of
   * themselves, a person who has no account yet by who they are. Done once for each; must be within a turn.
   */
  introduced(contact: BuyerContact): Promise<Call<Params, Query, Body>>;
  /** The party by which the operator can write to a visitor at this address; made once for each they give. */
  reachable(email: string): Promise<{ id: string; name: string }>;
  /** A `Set-Cookie` line of the answer; never kept with it for repeats. */
  setCookie(line: string): void;
}

export interface RouteSpec<Path extends string, P, Q, B, A> {
  method: Method;
  /** Below `/api/v1`, in Hono's words: `/bills/:billId`. */
  path: Path;
  /** One sentence for the OpenAPI document. */
  summary: string;
  /** What else a caller must know, in plain words; for the document too. */
  detail?: string;
  /** Refusals of this route's own, beyond those that every route of its kind may give. */
  codes?: readonly Code[];
  params?: P;
  query?: Q;
  /** Of POST and PATCH. */
  body?: B;
  /** What leaves must fit it; a mismatch is answered as a broken upstream. Left out: 204. */
  answer?: A;
  /** Status of success; 200 when there is an answer. */
  status?: 200 | 201 | 202;
  policy: { action: Action };
  /** What somebody who is not signed in is told instead of 401. */
  signedOut?: (known: Pick<GatewayOptions, 'capabilities' | 'tenant'>) => AnswerOf<A>;
  /** What somebody becomes known by: a visitor's session goes on under a new id after it. */
  renewsVisitor?: boolean;
  /** A look a page takes by itself: it does not count as the person's activity. */
  passive?: boolean;
  /** Which buckets it draws from; `read` for a GET, else `write`. */
  routeClass?: RouteClass;
  handle(call: Call<Out<P, PathParams<Path>>, Out<Q, unknown>, Out<B, undefined>>): Promise<AnswerOf<A>>;
}

/** A route of the table, its types behind it. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly detail?: string;
  readonly codes?: readonly Code[];
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly answer?: Schema | Media;
  readonly status?: number;
  readonly policy: { readonly action: Action };
  readonly signedOut?: (known: Pick<GatewayOptions, 'capabilities' | 'tenant'>) => unknown;
  readonly renewsVisitor?: boolean;
  readonly passive?: boolean;
  readonly routeClass?: RouteClass;
  // A table holds handlers of many shapes; `mount` feeds each what its own schemas parsed.
  handle(call: Call<never, never, never>): Promise<unknown>;
}

/** Ties a route's schemas to its handler; gives back plain data for the table. */
export function route<
  const Path extends `/${string}`,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  A extends Schema | Media | undefined = undefined,
>(spec: RouteSpec<Path, P, Q, B, A>): Route {
  return spec as unknown as Route;
}

export const isMedia = (answer: Schema | Media): answer is Media => 'media' in answer;
