/** What one part of a proof came to. */
export interface Finding {
  readonly what: string;
  /** How many cases were looked at. */
  readonly n: number;
  readonly failures: number;
  /** What was measured, with the goal beside it where there is one. */
  readonly figure: string;
  /** Some of what failed, for whoever mends it. */
  readonly examples?: readonly string[];
  /** Why nothing could be shown here: neither held nor broken. */
  readonly notShown?: string;
}

export interface ProofSetting {
  /** Deals out what is left to chance; the same seed makes the same run. */
  readonly seed: number;
  /** Every case instead of a share of them. */
  readonly full: boolean;
  /** A Postgres that may be written to; undefined where the machine has none. */
  readonly databaseUrl: string | undefined;
  /** Hears how far it is, in a few words. */
  readonly tell?: (progress: string) => void;
}

/** One of R1 to R6. */
export type Prove = (setting: ProofSetting) => Promise<readonly Finding[]>;

const MOST_EXAMPLES = 8;

/** A finding over cases of which each is fine (undefined) or says what is wrong. */
export function finding(what: string, figure: string, cases: readonly (string | undefined)[]): Finding {
  const failed = cases.filter((one) => one !== undefined);
  const examples = failed.slice(0, MOST_EXAMPLES);
  return { what, n: cases.length, failures: failed.length, figure, ...(examples.length > 0 && { examples }) };
}

/** A part that this machine cannot show. Says what is missing. */
export function notShown(what: string, why: string): Finding {
  return { what, n: 0, failures: 0, figure: 'not shown', notShown: why };
}
