import type { Prove } from '@faceplate/bss/proofs';
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
  /** Why this machine could not show it: neither held nor broken. */
  readonly notShown?: string;
}

export interface ProofSetting {
  readonly stage: Stage;
  /** Deals out what a short run leaves out; the same seed makes the same run. */
  readonly seed: number;
  /** Every case instead of a share of them. */
  readonly full: boolean;
}

/** A numbered promise of security.md, features.md or performance.md, shown on the running product in a browser. */
export interface PortalProof {
  readonly on: 'portal';
  readonly id: string;
  readonly title: string;
  run(setting: ProofSetting): Promise<readonly Finding[]>;
}

/** One of the reference BSS, which needs neither a browser nor the product. */
export interface BssProof {
  readonly on: 'bss';
  readonly id: string;
  readonly title: string;
  readonly run: Prove;
}

export type Proof = PortalProof | BssProof;

const MOST_EXAMPLES = 5;

/** A finding over cases of which each is fine or says what is wrong. */
export function finding(what: string, figure: string, cases: readonly (string | undefined)[]): Finding {
  const failed = cases.filter((one) => one !== undefined);
  const examples = failed.slice(0, MOST_EXAMPLES);
  return { what, n: cases.length, failures: failed.length, figure, ...(examples.length > 0 && { examples }) };
}
