import type { ProductProof } from '../proof.ts';
import { racingCustomers } from './bookings.ts';
import { racingCarts } from './carts.ts';
import { racingEditors } from './editors.ts';
import { place } from '../place.ts';

/** security.md G12. */
export const races: ProductProof = {
  on: 'product',
  id: 'G12',
  title: 'No update is lost and nothing is booked twice',
  run: async (setting) => {
    const size = setting.full ? { objects: 50, editors: 200 } : { objects: 5, editors: 20 };
    const carts = setting.full ? { customers: 1000, slots: 100, numbers: 100, again: 50 } : { customers: 60, slots: 6, numbers: 6, again: 5 };
    const where = await place(setting);
    try {
      return [
        ...(await racingEditors(where, size, setting.tell)),
        ...(await racingCustomers(where, setting.full ? 100 : 10, setting.seed)),
        ...(await racingCarts(where, carts, setting.seed, setting.tell)),
      ];
    } finally {
      await where.stop();
    }
  },
};
