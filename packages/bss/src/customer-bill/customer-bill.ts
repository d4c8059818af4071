import { money } from './amounts.ts';
import { billedTo, remainingOf } from './bill.ts';
import { closePaidBooks, openBooks } from './books.ts';
import type { Noun } from '../nouns/noun.ts';
import { conflict } from '../surface/tmf-error.ts';

/** TMF678: the state of a bill may be set, as far as it is true. What a hold does to the account's balances shows at once. */
export const customerBillNoun: Noun = {
  resource: 'customerBill',
  changing: async (act, before, after) => {
    if (before['state'] === after['state']) return after;
    const left = remainingOf(before);
    if (after['state'] === 'settled' && left > 0) {
      throw conflict(`There are ${money(left).value.toFixed(2)} left to pay: a bill is settled by a payment or a credit.`);
    }
    const books = await openBooks(act, billedTo(before) ?? '');
    if (books) await closePaidBooks(act, { ...books, bills: [...books.bills.filter(({ id }) => id !== after.id), after] });
    return after;
  },
};
