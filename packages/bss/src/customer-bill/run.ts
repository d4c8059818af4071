import { billsFrom, type Books, closeBooks, openBooks } from './books.ts';
import { isMonthly } from './compose.ts';
import { forecast } from './forecast.ts';
import { makeBill } from './make-bill.ts';
import { type Cycle, cycleAt } from './period.ts';
import { unbilledCharges } from './rates.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { renewBuckets } from '../balance/renewal.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import type { Resource } from '../store/store.ts';

const SPACE = 'bill-run';

/**
 * Bills one cycle of an account, once: bill, lines and ledger entry stand
 * together or not at all, and asking again changes nothing. A cycle before it
 * that was missed is made up for first. Answers the bill's id; undefined where
 * there was nothing to bill, or no such account.
 */
export async function runCycle(act: Act, accountId: string, cycle: Cycle): Promise<string | undefined> {
  const key = `${accountId}/${cycle.name}`;
  const before = await act.tx.holderOf(SPACE, key);
  if (before !== undefined) return standing(act, before);
  if (!(await openBooks(act, accountId))) return undefined;
  const missed = await missedBefore(act, accountId, cycle);
  if (missed) await runCycle(act, accountId, missed);
  const already = await billedAlready(act, accountId, cycle);
  const billId = already ?? newId();
  // Whoever came first while we waited for the account has billed it.
  const holder = await act.tx.claim(SPACE, key, billId);
  const books = holder === billId && already === undefined ? await openBooks(act, accountId) : undefined;
  return books ? bill(act, books, cycle, billId) : standing(act, holder);
}

const standing = async ({ tx }: Act, billId: string): Promise<string | undefined> => (await tx.get('customerBill', billId))?.body.id;

async function bill(act: Act, books: Books, cycle: Cycle, billId: string): Promise<string | undefined> {
  const subscriptions = await subscriptionsOf(act, books.account.id);
  const made = await makeBill(act, { books, cycle, runType: 'onCycle', billId, subscriptions });
  await renewBuckets(act, books.account.id, cycle);
  await forecast(act, books, subscriptions, cycle.month + 1);
  await closeBooks(act, books);
  return made?.id;
}

/** Bills that stood before there were claims on them. */
async function billedAlready(act: Act, accountId: string, { from }: Cycle): Promise<string | undefined> {
  return (await billsFrom(act, accountId, from)).find(({ runType }) => runType !== 'offCycle')?.id;
}

/** The cycle of a month's charge that still waits though its month is over. */
async function missedBefore(act: Act, accountId: string, cycle: Cycle): Promise<Cycle | undefined> {
  const waiting = await unbilledCharges(act, accountId);
  const [oldest] = waiting.filter((charge) => isMonthly(charge) && charge.at < cycle.from).toSorted((one, other) => one.at - other.at);
  const missed = oldest && cycleAt(oldest.at);
  return missed && (await act.tx.holderOf(SPACE, `${accountId}/${missed.name}`)) === undefined ? missed : undefined;
}

/**
 * Bills what an account has run up of a cycle so far; the cycle's own bill will
 * not ask for it again. Undefined when nothing is left to bill.
 */
export async function billNow(act: Act, accountId: string, cycle: Cycle): Promise<Resource | undefined> {
  const books = await openBooks(act, accountId);
  if (!books) return undefined;
  const subscriptions = await subscriptionsOf(act, accountId);
  const bill = await makeBill(act, { books, cycle, runType: 'offCycle', billId: newId(), subscriptions });
  await closeBooks(act, books);
  return bill;
}
