import type { Version } from './recorded.ts';

/** A case that once broke something; it is run again before all others, for ever. */
export interface Kept {
  readonly version: Version;
  readonly seed: number;
  readonly number: number;
  /** What it broke. */
  readonly broke: string;
}

export const CORPUS: readonly Kept[] = [];
