/** One thing a feature asks of the operator's systems. */
export interface Need {
  /** `TMF678.customerBill`; of several any will do. */
  readonly of: readonly string[];
  /** It must take new records, or changes of records, as well. */
  readonly writes: 'new' | 'changes' | false;
  /** Without it the feature stands, and this is what the customer notices. Without a sentence the feature falls with it. */
  readonly lacking?: string;
}

export const reads = (...of: string[]): Need => ({ of, writes: false });
export const writes = (...of: string[]): Need => ({ of, writes: 'new' });
export const changes = (...of: string[]): Need => ({ of, writes: 'changes' });
/** Good to have: the sentence says what customers notice without it. */
export const better = (lacking: string, ...of: string[]): Need => ({ of, writes: false, lacking });
