import type { ProductProof } from '../proof.ts';
import { racingCustomers } from './bookings.ts';
import { racingEditors } from './editors.ts';
import { place } from '../place.ts';

/** security.md G12. */
export const races: ProductProof = {
  on: 'product',
  id: 'G12',
  title: 'No update is lost and nothing is booked twice',
  run: async (setting) => {
    const size = setting.full ? { objects: 50, editors: 200 } : { objects: 5, editors: 20 };
    const where = await place(setting);
    try {
      return [...(await racingEditors(where, size, setting.tell)), ...(await racingCustomers(where, setting.full ? 100 : 10, setting.seed))];
    } finally {
      await where.stop();
    }
  },
};
