import type { Bar, Outcome } from './shelf.ts';
import type { KeptReport, Owner } from './store.ts';

/** Where reports are kept, as calls see it. */
export interface ReportKeeper {
  /** Those on show, by name. */
  list(owner: Owner): Promise<KeptReport[]>;
  /**
   * Does `work` to all that a person keeps, whole or not at all, also when several do so at once.
   *
   * @throws {Refusal} `busy` when others are always faster.
   */
  change(owner: Owner, work: (reports: readonly KeptReport[], at: string) => Outcome): Promise<Bar | KeptReport>;
}
