/** One line of an entry. Whole minor units: a debit is positive, a credit negative. */
export interface Posting {
  /** `receivable/<billing account>`, `tax/19`, `cash`: see accounts.ts. */
  account: string;
  /** ISO 4217. */
  currency: string;
  amount: bigint;
}

/** Something that happened to money. Its postings add up to nothing in each currency. */
export interface LedgerEntry {
  /** There is one entry of an id; a second is refused. */
  id: string;
  at: string;
  text: string;
  /** What it comes from: a bill, a payment, a dispute. */
  ref?: string;
  postings: readonly Posting[];
}

export interface StoredPosting extends Posting {
  entry: string;
  at: string;
  text: string;
  ref?: string;
}

export interface Balance {
  account: string;
  currency: string;
  amount: bigint;
}

export interface LedgerReader {
  /** What all postings of an account add up to in one currency; nothing posted is zero. */
  balanceOf(account: string, currency: string): Promise<bigint>;
  /** In the order they were posted. */
  postingsOf(account: string): Promise<StoredPosting[]>;
  /** Every account whose name begins so, with its balance in each currency, in the order of names. `''` is the trial balance. */
  balances(prefix: string): Promise<Balance[]>;
}

export interface LedgerWriter extends LedgerReader {
  /**
   * Enters it for good: the ledger is only ever added to.
   * @throws UnbalancedEntry, RangeError for an amount beyond 64 bits, Error for an id that stands already
   */
  post(entry: LedgerEntry): Promise<void>;
}

/** An entry that would make or lose money: a fault of ours. */
export class UnbalancedEntry extends Error {
  constructor(id: string, why: string) {
    super(`Entry ${id} ${why}`);
    this.name = 'UnbalancedEntry';
  }
}

const MOST = 2n ** 63n - 1n;

/** Throws unless the entry may stand. Every store asks this before it writes. */
export function refuseUnbalanced({ id, postings }: LedgerEntry): void {
  if (postings.length < 2) throw new UnbalancedEntry(id, 'has less than two sides');
  const sums = new Map<string, bigint>();
  for (const { currency, amount } of postings) {
    if (amount > MOST || amount < -MOST) throw new RangeError(`Entry ${id} holds an amount beyond 64 bits`);
    sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  }
  for (const [currency, rest] of sums) {
    if (rest !== 0n) throw new UnbalancedEntry(id, `is out of balance by ${rest} ${currency}`);
  }
}
