import type { Credentials } from './credentials.ts';
import type { Guard } from './guard.ts';
import type { Send } from './send.ts';

/** The TM Forum APIs the gateway asks, by number. */
export type TmfApi =
  | 'TMF620'
  | 'TMF621'
  | 'TMF622'
  | 'TMF623'
  | 'TMF629'
  | 'TMF632'
  | 'TMF635'
  | 'TMF637'
  | 'TMF645'
  | 'TMF646'
  | 'TMF648'
  | 'TMF653'
  | 'TMF654'
  | 'TMF656'
  | 'TMF663'
  | 'TMF666'
  | 'TMF667'
  | 'TMF669'
  | 'TMF670'
  | 'TMF672'
  | 'TMF673'
  | 'TMF676'
  | 'TMF677'
  | 'TMF678'
  | 'TMF679'
  | 'TMF680'
  | 'TMF681'
  | 'TMF683'
  | 'TMF687'
  | 'TMF760';

/** A generation of TM Forum's APIs. */
export type TmfVersion = 'v4' | 'v5';

/** One system of the operator's that answers TMF calls: a URL with a pooled `fetch`, or an app in this very process. */
export interface Upstream {
  /** In the operator's words; customers read it as the origin of their data: "Meridian Billing". */
  name: string;
  baseUrl: string;
  /** Of several systems that answer this API together: see `mergedUpstream`. It is asked nothing itself. */
  merge?: Merge;
  /** Which generation of the API it speaks; `v4` when left out. */
  version?: TmfVersion;
  /** Where the API starts on that server, when not at TM Forum's own path (`/tmf-api/customerBillManagement/v4`). */
  basePath?: string;
  /** Bearer token of the gateway's service account there. */
  token?: string;
  /** Instead of `token`, where that service account has to ask for its tokens. */
  credentials?: Credentials;
  fetch(request: Request): Promise<Response>;
  /** The same over kept connections, at a fraction of what a `Request` and a `Response` cost. Taken instead of `fetch` where there is one. */
  send?: Send;
  /** What keeps a failing server from harming others, and others from harming it. An app in this very process needs none. */
  guard?: Guard;
  /** It keeps from a call what is not of the parties and accounts it was made for, as our reference BSS does: it is told whose. */
  scoped?: boolean;
  /** It acts once on POSTs with the same `Idempotency-Key`, so they may be sent again. TM Forum does not ask that of a server. */
  heedsKeys?: boolean;
}
export type Upstreams = (api: TmfApi) => Upstream;

/** Which systems answer an API that has several, by the marks their ids bear outward. */
export type Tags = Readonly<Partial<Record<TmfApi, readonly string[]>>>;

/** Several systems that answer one API, each for its own customers or accounts. */
export interface Merge {
  /** The first takes what points at none of them. */
  parts: readonly Upstream[];
  /** Of every API that several systems answer. */
  tags: Tags;
}
