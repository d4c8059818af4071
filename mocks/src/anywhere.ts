/** All but what stands in a page: for tests and proofs that hand the answers on themselves. */
export * from './fault.ts';
export { type Operator, operator, type OperatorOptions, PROVIDER } from './operator.ts';
export * from './worlds.ts';
export { type Payer, payerBy } from '@faceplate/psp/testing';
