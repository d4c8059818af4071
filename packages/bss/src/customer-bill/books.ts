import { centsOf, money, sum } from './amounts.ts';
import { billedTo, disputedOf, dueOf, isOnHold, remainingOf } from './bill.ts';
import { totalsOf } from './totals.ts';
import { isPendingCredit, unbilledCharges } from './rates.ts';
import { credits, dispute, OPENING, receivable, unapplied } from '../ledger/accounts.ts';
import { credited, enter } from '../ledger/entry.ts';
import type { Act } from '../nouns/noun.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { instant, iso, type Json, objects, oneOf } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';

/** A billing account with the bills that are not settled, held until the transaction ends: whoever moves its money opens its books first. */
export interface Books {
  account: Resource;
  bills: Resource[];
}

const OPEN = oneOf('state', 'new', 'validated', 'sent', 'partiallyPaid', 'onHold');

/** Opens the books of an account; undefined when there is no such account. Enters what it owed before there was a ledger. */
export async function openBooks(act: Act, accountId: string): Promise<Books | undefined> {
  const found = await act.tx.get('billingAccount', accountId);
  if (!found) return undefined;
  const { rows } = await act.tx.list('customerBill', { where: [oneOf('billingAccount.id', accountId), OPEN] });
  const books = { account: found.body, bills: rows.map(({ body }) => body) };
  if ((await act.tx.holderOf('ledger', accountId)) === undefined) await enterOpening(act, books);
  return books;
}

/** A bill of the account, settled ones too; undefined when it is none of its. */
export async function billOf({ tx }: Act, books: Books, billId: string): Promise<Resource | undefined> {
  const open = books.bills.find(({ id }) => id === billId);
  if (open) return open;
  const found = await tx.get('customerBill', billId);
  if (!found || billedTo(found.body) !== books.account.id) return undefined;
  books.bills.push(found.body);
  return found.body;
}

/** Every bill of the account that covers a period beginning then. */
export async function billsFrom({ tx }: Act, accountId: string, from: number): Promise<Resource[]> {
  const where = [oneOf('billingAccount.id', accountId), oneOf('billingPeriod.startDateTime', iso(from))];
  return (await tx.list('customerBill', { where })).rows.map(({ body }) => body);
}

const balanceNamed = ({ account }: Books, type: string): number =>
  centsOf(objects(account['accountBalance']).find(({ balanceType }) => balanceType === type)?.['amount']);

async function enterOpening(act: Act, books: Books): Promise<void> {
  const { account, bills } = books;
  const entry = `opening/${account.id}`;
  await act.tx.claim('ledger', account.id, entry);
  const due = sum(bills.map(dueOf));
  const disputed = sum(bills.map(disputedOf));
  const credit = balanceNamed(books, 'credit');
  const waiting = await unbilledCharges(act, account.id);
  const granted = sum(waiting.filter(isPendingCredit).map(({ net }) => -net));
  await enter(act, entry, 'What stood before the ledger', [
    [receivable(account.id), due],
    [dispute(account.id), disputed],
    [unapplied(account.id), -credit],
    [credits(account.id), -granted],
    [OPENING, credit + granted - due - disputed],
  ]);
}

/** Replaces a bill in the books and in the store. */
export async function keepBill({ tx, now }: Act, books: Books, bill: Resource): Promise<void> {
  await save(tx, 'customerBill', bill, now);
  const at = books.bills.findIndex(({ id }) => id === bill.id);
  if (at < 0) books.bills.push(bill);
  else books.bills[at] = bill;
}

function owed({ bills }: Books, now: Date): { due: number; overdue: number } {
  const late = bills.filter((bill) => !isOnHold(bill) && instant(bill['paymentDueDate']) < now.getTime());
  return { due: sum(bills.map((bill) => (isOnHold(bill) ? remainingOf(bill) : dueOf(bill)))), overdue: sum(late.map(dueOf)) };
}

/** The balances of the account as charges, bills and ledger now have them. Says so only when they differ. */
export async function closeBooks(act: Act, books: Books): Promise<void> {
  await close(act, books, totalsOf(await unbilledCharges(act, books.account.id)).total);
}

/** The same where no charge has come or gone: what the account says of those still holds. */
export async function closePaidBooks(act: Act, books: Books): Promise<void> {
  const isKnown = objects(books.account['accountBalance']).some(({ balanceType }) => balanceType === 'unbilled');
  await (isKnown ? close(act, books, balanceNamed(books, 'unbilled')) : closeBooks(act, books));
}

async function close(act: Act, books: Books, unbilled: number): Promise<void> {
  const { account } = books;
  const { due, overdue } = owed(books, act.now);
  const credit = await credited(act, unapplied(account.id));
  const kept: Record<string, number> = { due, overdue, credit, unbilled };
  const others = objects(account['accountBalance']).filter(({ balanceType }) => !Object.hasOwn(kept, String(balanceType)));
  const before = objects(account['accountBalance']).map(({ balanceType, amount }) => ({ balanceType, amount }));
  const figures = Object.entries(kept).map(([balanceType, amount]) => ({ balanceType, amount: money(amount) }));
  if (sameJson(before, [...figures, ...others.map(({ balanceType, amount }) => ({ balanceType, amount }))])) return;
  const at = iso(act.now.getTime());
  const stamped: Json[] = figures.map((figure) => ({ ...figure, validFor: { startDateTime: at } }));
  const paymentStatus = overdue > 0 ? 'inArrears' : 'paid';
  books.account = { ...account, accountBalance: [...stamped, ...others], paymentStatus, lastModified: at };
  await save(act.tx, 'billingAccount', books.account, act.now);
}
