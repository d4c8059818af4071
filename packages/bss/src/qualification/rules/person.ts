import { reason } from '../reason.ts';
import type { Rule } from '../situation.ts';

const OF_AGE = 18;

/** Contracts are for people of age whose identity is known. Both are judged only where they are on record. */
export const personRule: Rule = ({ wanted: { action, offering }, applicant }) => {
  if (action !== 'add' || !applicant) return [];
  const { identityProven, age } = applicant;
  return [
    ...(identityProven === false
      ? [reason('identityUnproven', `We may provide ${offering.name} only to somebody whose identity is proven.`, { action: 'proveIdentity', label: 'Show your identity card, online or in a shop.' }, { offer: offering.name })]
      : []),
    ...(age !== undefined && age < OF_AGE
      ? [reason('underAge', `You must be ${OF_AGE} to order ${offering.name}.`, { action: 'includeGuardian', label: 'A parent or guardian can order it for you.' }, { offer: offering.name, age: OF_AGE })]
      : []),
  ];
};
