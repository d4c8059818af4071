import type { Version } from './recorded.ts';

/** A case that once broke something; it is run again before all others, for ever. */
export interface Kept {
  readonly version: Version;
  readonly seed: number;
  readonly number: number;
  /** What it broke. */
  readonly broke: string;
}

export const CORPUS: readonly Kept[] = [{ version: 'v4', seed: 7, number: 18_548, broke: 'an id with half a character could not be written into an address' }];
