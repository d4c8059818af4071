export * from './fault.ts';
export { type Operator, operator, type OperatorOptions, PROVIDER } from './operator.ts';
export { startOperator } from './page.ts';
export * from './worlds.ts';
export { type Payer, payerBy } from '@faceplate/psp/testing';
