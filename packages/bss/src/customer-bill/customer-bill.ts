import { money } from './amounts.ts';
import { billedTo, remainingOf } from './bill.ts';
import { closePaidBooks, openBooks } from './books.ts';
import type { Noun } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { type Course, text } from '../simulator/course.ts';
import { conflict } from '../surface/tmf-error.ts';

/** Accounts whose balances a change of a bill has made stale. Not a resource of any API. */
const STALE = 'staleBooks';

/**
 * Reckons balances anew in a transaction of its own: books are opened before
 * their bills, and whoever changes a bill has it already. Waiting for the
 * account as well, they and a payment would wait for each other.
 */
const closing: Course = {
  resource: STALE,
  open: [],
  isDue: () => true,
  advance: async (tx, { id, accountId }, { now }) => {
    await tx.delete(STALE, id);
    const act = { tx, now: new Date(now) };
    const books = await openBooks(act, text(accountId) ?? '');
    if (books) await closePaidBooks(act, books);
  },
};

/** TMF678: the state of a bill may be set, as far as it is true. What a hold does to the account's balances shows soon after. */
export const customerBillNoun: Noun = {
  resource: 'customerBill',
  changing: async ({ tx }, before, after) => {
    if (before['state'] === after['state']) return after;
    const left = remainingOf(before);
    if (after['state'] === 'settled' && left > 0) {
      throw conflict(`There are ${money(left).value.toFixed(2)} left to pay: a bill is settled by a payment or a credit.`);
    }
    const accountId = billedTo(before);
    if (accountId !== undefined) await tx.put(STALE, { id: newId(), accountId });
    return after;
  },
  courses: [closing],
};
