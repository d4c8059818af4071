import type { ProductProof } from '../proof.ts';
import { golden, years, yearsCanFail } from './arithmetic.ts';

/** X06: service levels that can be audited. */
export const serviceLevels: ProductProof = {
  on: 'product',
  id: 'X06',
  title: 'Service levels add up by hand, by the minute and from the exported file alone',
  run: ({ seed, full, tell }) => Promise.resolve([golden(), yearsCanFail(), years(seed, full, tell)]),
};
