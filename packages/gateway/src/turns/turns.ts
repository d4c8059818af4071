/**
 * Does work of one name after the other, whoever asks. TM Forum's merge patch replaces a list whole and most servers know no
 * "only if unchanged", so of two additions at once one would be lost.
 */
export interface Turns {
  /** Does `work` when all earlier work of the same key is done. @throws {Refusal} `busy` when the turn does not come in time. */
  take<T>(key: string, work: () => Promise<T>): Promise<T>;
}
