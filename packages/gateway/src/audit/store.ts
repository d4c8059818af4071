import type { AuditRow } from './record.ts';

/** Where a tenant's chain ends, and where it begins once old records are gone. Signed as a whole. */
export interface Head {
  /** Of the newest record; 0 before the first. */
  seq: number;
  hash: string;
  /** Of the newest record that was removed after its time; 0 when none was. */
  prunedSeq: number;
  prunedHash: string;
  signature: string;
}

/** Where one tenant's trail rests. Both forms answer alike; `trail.test.ts` holds them to it. */
export interface AuditStore {
  readonly tenant: string;
  head(): Promise<Head | undefined>;
  /**
   * Adds rows and moves the head, both or neither, if the head is still `known` (`undefined`: there is none yet).
   * `false` when another process was there first.
   */
  append(known: Head | undefined, next: Head, rows: readonly AuditRow[]): Promise<boolean>;
  /** Removes the rows up to `next.prunedSeq` and moves the head, under the same condition. */
  prune(known: Head, next: Head): Promise<boolean>;
  /** By `seq`, those after this one. */
  rows(after: number, limit: number): Promise<AuditRow[]>;
  /** The first record that is not older than this instant. */
  firstSince(at: string): Promise<number | undefined>;
  /** Of, about or on behalf of one of the ids; the newest first, older than the record of that hash. `undefined` when there is none of it. */
  about(ids: readonly string[], page: { before?: string; limit: number }): Promise<AuditRow[] | undefined>;
}
