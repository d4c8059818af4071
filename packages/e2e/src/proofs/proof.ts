import type { Stage } from '../journeys/stage.ts';

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
}

export interface ProofSetting {
  readonly stage: Stage;
  /** Deals out what a short run leaves out; the same seed makes the same run. */
  readonly seed: number;
  /** Every case instead of a share of them. */
  readonly full: boolean;
}

/** A numbered promise of security.md, features.md or performance.md, shown on the running product. */
export interface Proof {
  readonly id: string;
  readonly title: string;
  run(setting: ProofSetting): Promise<readonly Finding[]>;
}

const MOST_EXAMPLES = 5;

/** A finding over cases of which each is fine or says what is wrong. */
export function finding(what: string, figure: string, cases: readonly (string | undefined)[]): Finding {
  const failed = cases.filter((one) => one !== undefined);
  const examples = failed.slice(0, MOST_EXAMPLES);
  return { what, n: cases.length, failures: failed.length, figure, ...(examples.length > 0 && { examples }) };
}
