/** What a key stands for. Two callers, or two operations, never share one. */
export interface IdempotencyKey {
  tenant: string;
  party: string;
  /** `POST /orders` */
  operation: string;
  key: string;
}

/** An answer as it left, so a repeat is byte-equal. */
export interface KeptAnswer {
  status: number;
  contentType: string;
  body: string;
}

export type Claim =
  | { step: 'claimed' }
  | { step: 'in-progress' }
  | { step: 'other-body' }
  | { step: 'finished'; answer: KeptAnswer };

/**
 * Remembers what a keyed call answered, so a retried click acts once.
 *
 * `begin` claims the key for one caller: of any number of simultaneous calls
 * exactly one gets `claimed`. Whoever claims must `finish` or `abandon`.
 */
export interface IdempotencyStore {
  begin(key: IdempotencyKey, fingerprint: string, now: Date): Promise<Claim>;
  finish(key: IdempotencyKey, answer: KeptAnswer): Promise<void>;
  /** The call had no final outcome (5xx, timeout): the key is free again. */
  abandon(key: IdempotencyKey): Promise<void>;
}

/** How long answers are kept: 24 hours. */
export const KEPT_FOR = 24 * 60 * 60 * 1000;
/** A claim older than this belongs to a process that died: a minute, of which a call may take ten seconds. */
export const CLAIM_FOR = 60 * 1000;

/** The four facts of a key as one string; none of them can run into the next. */
export const keyText = ({ tenant, party, operation, key }: IdempotencyKey): string =>
  JSON.stringify([tenant, party, operation, key]);
