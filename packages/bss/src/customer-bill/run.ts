import { billsFrom, type Books, closeBooks, openBooks } from './books.ts';
import { isMonthly } from './compose.ts';
import { forecast } from './forecast.ts';
import { holderAt, holderOf, membersOf } from './joined.ts';
import { type Billed, makeBill } from './make-bill.ts';
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
 * that was missed is made up for first. Answers the bill's id, that of another
 * account where the charges stand there; undefined where there was nothing to
 * bill, or no such account.
 */
export async function runCycle(act: Act, accountId: string, cycle: Cycle): Promise<string | undefined> {
  const holder = await holderOf(act, accountId, cycle.to);
  const key = `${holder}/${cycle.name}`;
  const before = await act.tx.holderOf(SPACE, key);
  if (before !== undefined) return standing(act, before);
  const all = await opened(act, holder, cycle.to);
  if (all.length === 0) return undefined;
  for (const { account } of all) await makeUp(act, account.id, cycle);
  const already = await billedAlready(act, holder, cycle);
  const billId = already ?? newId();
  // Whoever came first while we waited for the account has billed it.
  const claimed = await act.tx.claim(SPACE, key, billId);
  return claimed === billId && already === undefined ? bill(act, holder, cycle, billId) : standing(act, claimed);
}

const standing = async ({ tx }: Act, billId: string): Promise<string | undefined> => (await tx.get('customerBill', billId))?.body.id;

/** The books of an account, and after them those of the accounts on its bill; always opened in one order. */
async function opened(act: Act, accountId: string, moment: number): Promise<Books[]> {
  const own = await openBooks(act, accountId);
  if (!own) return [];
  const members = await membersOf(act, own.account, moment);
  const all = new Map([[accountId, own]]);
  for (const id of members.map((one) => one.id).toSorted()) {
    const books = await openBooks(act, id);
    if (books && holderAt(books.account, moment) === accountId) all.set(id, books);
  }
  return [own, ...members.flatMap(({ id }) => all.get(id) ?? [])];
}

const withProducts = async (act: Act, books: Books): Promise<Billed> => ({ books, subscriptions: await subscriptionsOf(act, books.account.id) });

/** An account that was billed by itself for this cycle is not billed for it again. */
async function unbilledMembers(act: Act, members: readonly Books[], cycle: Cycle, billId: string): Promise<Billed[]> {
  const joined: Billed[] = [];
  for (const books of members) {
    const { id } = books.account;
    const isFree = (await billedAlready(act, id, cycle)) === undefined && (await act.tx.claim(SPACE, `${id}/${cycle.name}`, billId)) === billId;
    if (isFree) joined.push(await withProducts(act, books));
  }
  return joined;
}

async function bill(act: Act, accountId: string, cycle: Cycle, billId: string): Promise<string | undefined> {
  const [books, ...members] = await opened(act, accountId, cycle.to);
  if (!books) return undefined;
  const own = await withProducts(act, books);
  const joined = await unbilledMembers(act, members, cycle, billId);
  const made = await makeBill(act, { ...own, joined, cycle, runType: 'onCycle', billId });
  for (const one of [own, ...joined]) {
    await renewBuckets(act, one.books.account.id, cycle);
    await forecast(act, one.books, one.subscriptions, cycle.month + 1);
    await closeBooks(act, one.books);
  }
  return made?.id;
}

/** Bills that stood before there were claims on them. */
async function billedAlready(act: Act, accountId: string, { from }: Cycle): Promise<string | undefined> {
  return (await billsFrom(act, accountId, from)).find(({ runType }) => runType !== 'offCycle')?.id;
}

/** The cycle of a month's charge that still waits though its month is over is billed first. */
async function makeUp(act: Act, accountId: string, cycle: Cycle): Promise<void> {
  const waiting = await unbilledCharges(act, accountId);
  const [oldest] = waiting.filter((charge) => isMonthly(charge) && charge.at < cycle.from).toSorted((one, other) => one.at - other.at);
  const missed = oldest && cycleAt(oldest.at);
  if (missed && (await act.tx.holderOf(SPACE, `${accountId}/${missed.name}`)) === undefined) await runCycle(act, accountId, missed);
}

/**
 * Bills what an account, and those on its bill, have run up of a cycle so far;
 * the cycle's own bill will not ask for it again. Undefined when nothing is left
 * to bill, or where the charges stand on another account's bill.
 */
export async function billNow(act: Act, accountId: string, cycle: Cycle): Promise<Resource | undefined> {
  const now = act.now.getTime();
  if ((await holderOf(act, accountId, now)) !== accountId) return undefined;
  const [books, ...members] = await opened(act, accountId, now);
  if (!books) return undefined;
  const own = await withProducts(act, books);
  const joined: Billed[] = [];
  for (const one of members) joined.push(await withProducts(act, one));
  const made = await makeBill(act, { ...own, joined, cycle, runType: 'offCycle', billId: newId() });
  for (const one of [own, ...joined]) await closeBooks(act, one.books);
  return made;
}
