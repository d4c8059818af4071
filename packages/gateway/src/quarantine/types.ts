import type { TmfApi } from '../upstream/upstream.ts';

/** What is wrong with a record: named words, so that they can be counted. */
export type QuarantineRule =
  /** What it cannot be shown without is not there, or is no such thing. */
  | 'missing'
  /** Is there, and makes no sense. */
  | 'senseless'
  /** An amount too large to count exactly, or no amount. */
  | 'amount'
  | 'currency'
  /** No record at all. */
  | 'no-object'
  /** Does not say whose it is; nobody is shown it. */
  | 'no-owner'
  /** What was made of it breaks our own contract. */
  | 'contract'
  /** A bill of which a part of its difference from the one before has no reason. The customer sees it all the same, and that part. */
  | 'unexplained';

/** A record with something wrong, as a rule kept from customers for it, as its operator may know it: never the body, nor the id itself. */
export interface Quarantined {
  /** RFC 3339 in UTC. */
  at: string;
  trace?: string;
  api: TmfApi;
  /** In the operator's words. */
  upstream: string;
  resource: string;
  /** A mark of the record's id: equal for equal ids, and no way back. */
  idMark?: string;
  /** Of the first thing wrong, in TM Forum's words (or, of `contract`, in ours): `taxIncludedAmount`. */
  path: string;
  rule: QuarantineRule;
}

/** A record as whoever found it wrong tells of it. */
export type Found = Omit<Quarantined, 'at' | 'idMark'> & { id?: unknown };

export interface Quarantine {
  record(found: Found): void;
}

export interface QuarantineCount {
  api: TmfApi;
  upstream: string;
  rule: QuarantineRule;
  count: number;
}

/** What the operator asks it. */
export interface QuarantineDesk extends Quarantine {
  /** The last ones, newest first. */
  items(): readonly Quarantined[];
  /** All since the process began: the samples of `faceplate_quarantined_total`. */
  counts(): readonly QuarantineCount[];
}
