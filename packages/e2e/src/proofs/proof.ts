import type { Finding, Prove } from '@faceplate/bss/proofs';
import type { Stage } from '../journeys/stage.ts';
import type { ProductOptions, RunningProduct } from '../product/running-product.ts';

export { type Finding, finding, notShown } from '@faceplate/bss/proofs';

export interface ProofSetting {
  readonly stage: Stage;
  /** Deals out what a short run leaves out; the same seed makes the same run. */
  readonly seed: number;
  /** Every case instead of a share of them. */
  readonly full: boolean;
  /** Hears how far it is, in a few words. */
  readonly tell: (progress: string) => void;
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

export interface ProductProofSetting {
  readonly seed: number;
  readonly full: boolean;
  /** A Postgres that may be written to; undefined where the machine has none. */
  readonly databaseUrl: string | undefined;
  /** Hears how far it is, in a few words. */
  readonly tell: (progress: string) => void;
  /** Starts a product of the proof's own; it is stopped when the proof ends, if not before. */
  open(options?: ProductOptions): Promise<RunningProduct>;
}

/** One of the running product, spoken to over HTTP: no browser needed. */
export interface ProductProof {
  readonly on: 'product';
  readonly id: string;
  readonly title: string;
  run(setting: ProductProofSetting): Promise<readonly Finding[]>;
}

export type Proof = PortalProof | BssProof | ProductProof;
