import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Money } from './money.ts';

/** The figures of an account now. `due` is all that is owed; `overdue` is the part of it past its due date. */
export const Balances = z.object({ due: Money, overdue: Money, credit: Money, unbilled: Money });
export type Balances = z.infer<typeof Balances>;

/** A billing account: what a bill is addressed to. */
export const Account = z.object({
  id: z.string(),
  name: z.string(),
  /** As printed on the bill. */
  number: z.string(),
  holder: z.object({ id: z.string(), name: z.string() }),
  currency: z.string(),
  /** IANA zone of the account's local dates. */
  zone: z.string(),
  /** The billing system the account lives in, in the operator's words. */
  origin: z.string(),
  balances: Balances,
});
export type Account = z.infer<typeof Account>;

export const AccountList = listOf(Account);
export type AccountList = z.infer<typeof AccountList>;
