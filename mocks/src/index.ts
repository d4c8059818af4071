export * from './anywhere.ts';
export { startOperator } from './page.ts';
