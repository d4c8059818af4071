import type { Finding, Prove } from '@faceplate/bss/proofs';
import type { Stage } from '../journeys/stage.ts';

export { type Finding, finding } from '@faceplate/bss/proofs';

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
