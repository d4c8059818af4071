import { joining, refuseHolding, refuseJoined } from './join.ts';
import type { Noun } from '../nouns/noun.ts';

/** TMF666: an account may have its charges on the bill of another of the same customer's, from the next bill on. */
export const billingAccountNoun: Noun = {
  resource: 'billingAccount',
  creating: async (_, body) => {
    refuseJoined(body);
    return body;
  },
  changing: joining,
  removing: refuseHolding,
};
