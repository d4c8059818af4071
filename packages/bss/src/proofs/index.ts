export { type Finding, type ProofSetting, type Prove } from './proof.ts';
