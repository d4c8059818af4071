import * as z from 'zod/mini';
import { Gap } from './gap.ts';
import { Money } from './money.ts';

const figures = {
  /** Owed, not late, and nobody has said how it will be paid. */
  due: Money,
  /** Owed past its date. */
  overdue: Money,
  /** Held back while a dispute lasts. */
  disputed: Money,
  /** Owed, and on its way: a payment under way, or one that will be taken by itself on the day. */
  scheduled: Money,
  /** In the customer's favour: negative, or nothing. */
  credit: Money,
  /** Run up since the last bill, tax included. */
  unbilled: Money,
  /** The six added up. */
  position: Money,
};

/** Each open cent of an account stands in exactly one of the six figures. */
export const AccountBalance = z.object({ account: z.object({ id: z.string(), name: z.string() }), origin: z.string(), ...figures });
export type AccountBalance = z.infer<typeof AccountBalance>;

/** `GET /balance`: of every account, and of all together, one sum a currency. What is in `gaps` is in no sum. */
export const BalanceSheet = z.object({ accounts: z.array(AccountBalance), totals: z.array(z.object({ currency: z.string(), ...figures })), gaps: z.array(Gap) });
export type BalanceSheet = z.infer<typeof BalanceSheet>;
