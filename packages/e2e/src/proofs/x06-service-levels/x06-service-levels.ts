import type { ProductProof } from '../proof.ts';
import { golden, years, yearsCanFail } from './arithmetic.ts';
import { audits } from './audit.ts';

/** X06: service levels that can be audited. */
export const serviceLevels: ProductProof = {
  on: 'product',
  id: 'X06',
  title: 'Service levels add up by hand, by the minute and from the exported file alone',
  run: async ({ seed, full, tell, open }) => {
    const { url } = await open();
    return [golden(), yearsCanFail(), ...(await audits(url, full)), years(seed, full, tell)];
  },
};
