import type { Noun } from '../nouns/noun.ts';
import { follow } from './realize.ts';

/** TMF637: what runs behind a product is switched off, on and ended with it, whoever changes it. */
export const productNoun: Noun = {
  resource: 'product',
  changing: async (act, before, after) => {
    if (before['status'] !== after['status']) await follow(act, after);
    return after;
  },
  removing: (act, before) => follow(act, { ...before, status: 'terminated' }),
};
