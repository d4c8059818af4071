import type { SpendBy } from '@faceplate/contracts';

/** A report as it is kept. */
export interface KeptReport {
  id: string;
  name: string;
  by: SpendBy;
  months: number;
  /** `name` as it was when it was saved: all that is known of an account one has lost. */
  account?: { id: string; name: string };
  /** RFC 3339 in UTC. */
  madeAt: string;
  changedAt: string;
  /** Set where it can still be brought back. */
  removedAt?: string;
}

/** Whose reports: of one person at one operator. */
export interface Owner {
  /** The operator's public URL: what tells tenants apart. */
  tenant: string;
  /** Party id. */
  person: string;
}

/** All reports of a person. They are few, so they are kept, and changed, as one. */
export interface Shelf {
  /** Grows with every change; 0 where nothing was ever kept. */
  version: number;
  reports: readonly KeptReport[];
}

export interface ReportStore {
  read(owner: Owner): Promise<Shelf>;
  /** Puts a shelf in the place of the version before it. Of two at once one is kept; the other hears false. */
  write(owner: Owner, shelf: Shelf): Promise<boolean>;
  /** Whose shelf holds something that was removed before that moment. */
  withRemoved(before: string, limit: number): Promise<Owner[]>;
}

/** Since when the oldest of what was removed lies there. */
export const oldestRemoval = ({ reports }: Shelf): string | undefined => reports.flatMap(({ removedAt }) => removedAt ?? []).toSorted()[0];
