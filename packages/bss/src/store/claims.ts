/** A key of a space, and who has it. */
export interface Claim {
  key: string;
  holder: string;
  /** The instant its holder gave, for `expire`; a claim without one stays until it is released. */
  at?: string;
  /** What its holder left with it: JSON. */
  body?: unknown;
}

export type ClaimNote = Pick<Claim, 'at' | 'body'>;

export interface ClaimReader {
  /** Who holds the key, undefined when it is free. */
  holderOf(space: string, key: string): Promise<string | undefined>;
  claimOf(space: string, key: string): Promise<Claim | undefined>;
  /** Every key of the space that is held, in the order of the keys, with its holder. */
  holders(space: string): Promise<Map<string, string>>;
}

/**
 * What there is only one of: a slot's places, a number in stock, a bill run, a
 * key of a caller. All claims of a transaction stand with it or not at all.
 */
export interface ClaimWriter extends ClaimReader {
  /**
   * Answers who holds the key now: `holder`, when it was free. Waits for other
   * transactions that claim or release it, so that two never both get it. Take
   * several keys in one fixed order, or two transactions may wait for each other.
   */
  claim(space: string, key: string, holder: string, note?: ClaimNote): Promise<string>;
  /** Frees the key, whoever holds it. False when it was free. */
  release(space: string, key: string): Promise<boolean>;
  /** Frees every key of the space claimed before the instant. Answers how many. */
  expire(space: string, before: string): Promise<number>;
  /** Has the name to itself until the transaction ends; false at once when another transaction has it. */
  hold(name: string): Promise<boolean>;
}
