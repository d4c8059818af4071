import { CURRENCY } from '../customer-bill/amounts.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Act } from '../nouns/noun.ts';

/** Account and whole minor units; debits positive. Sides of nothing are left out. */
export type Side = readonly [account: string, amount: number];

/** Enters what happened under its id; nothing when nothing moved. Throws when the sides do not balance. */
export async function enter({ tx, now }: Act, id: string, text: string, sides: readonly Side[], ref?: string): Promise<void> {
  const postings = sides.filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, currency: CURRENCY, amount: BigInt(amount) }));
  if (postings.length === 0) return;
  const entry: LedgerEntry = { id, at: now.toISOString(), text, postings, ...(ref !== undefined && { ref }) };
  await tx.ledger.post(entry);
}

/** A balance in minor units of the operator's currency. */
async function balance({ tx }: Act, account: string): Promise<number> {
  return Number(await tx.ledger.balanceOf(account, CURRENCY));
}

/** What is owed by us on an account of the credit side: the balance with its sign turned. */
export async function credited(act: Act, account: string): Promise<number> {
  return 0 - (await balance(act, account));
}
