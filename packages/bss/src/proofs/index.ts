export { type BillPair, billPair, type PairCause, type PairSide } from './bill-pairs/bill-pairs.ts';
export { type Finding, finding, notShown, type ProofSetting, type Prove } from './proof.ts';
export { proveConformance } from './r1-conformance.ts';
export { proveAlike } from './r2-differential.ts';
export { proveKill } from './r3-kill.ts';
export { proveMoney } from './r4-money.ts';
export { proveScale } from './r5-scale.ts';
export { proveHardened } from './r6-fuzz.ts';
