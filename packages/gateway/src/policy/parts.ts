export { guardedFields, rules, ties } from './actions.ts';
export { CHECKS } from './decide.ts';
export { TIE_CHECKS } from './ties.ts';
