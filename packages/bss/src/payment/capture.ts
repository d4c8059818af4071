import { CURRENCY, money } from '../customer-bill/amounts.ts';
import { byDueDate, dueOf, isPayable, paidBy, paidByName, settledBy, takenBack } from '../customer-bill/bill.ts';
import { billOf, type Books, closeBooks, closePaidBooks, keepBill, openBooks } from '../customer-bill/books.ts';
import { accountReference, rateOf } from '../customer-bill/credit.ts';
import { notBilled } from '../customer-bill/documents.ts';
import { CASH, deferred, receivable, unapplied } from '../ledger/accounts.ts';
import { credited, enter, type Side } from '../ledger/entry.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { accountIdOf, payableIn } from './money-of.ts';

/** Some of a payment on its way to a bill. */
interface Share {
  billId: string;
  /** As much as the bill takes when undefined. */
  amount: number | undefined;
}

const isForAccount = (item: Json): boolean => objects(item['item'])[0]?.['@referredType'] === 'BillingAccount';

const sharesOf = (payment: Resource): Share[] =>
  objects(payment['paymentItem']).flatMap((item) => {
    if (isForAccount(item)) return [];
    const billId = text(objects(item['item'])[0]?.['id']);
    return billId === undefined ? [] : [{ billId, amount: payableIn(item) }];
  });

/** What a payment means for other accounts than its own, and for no bill of theirs: it stays there as credit. */
const creditsElsewhere = (payment: Resource): { accountId: string; amount: number }[] =>
  objects(payment['paymentItem']).flatMap((item) => {
    const accountId = text(objects(item['item'])[0]?.['id']);
    return !isForAccount(item) || accountId === undefined || accountId === accountIdOf(payment) ? [] : [{ accountId, amount: payableIn(item) ?? 0 }];
  });

const reference = ({ id, href }: Resource) => ({ id, ...(href !== undefined && { href }), '@referredType': 'Payment' });

/** The accounts whose bills a payment names, and its own; always opened in one order, so that no two payments wait for each other. */
async function booksFor(act: Act, own: string, billIds: readonly string[]): Promise<Map<string, Books>> {
  const where = [oneOf('id', ...billIds)];
  const { rows } = billIds.length > 0 ? await act.tx.list('customerBill', { where }) : { rows: [] };
  const accounts = rows.flatMap(({ body }) => text(objects(body['billingAccount'])[0]?.['id']) ?? []);
  const all = new Map<string, Books>();
  for (const id of [...new Set([own, ...accounts])].toSorted()) {
    const books = await openBooks(act, id);
    if (books) all.set(id, books);
  }
  // Read again under the lock of their accounts, settled ones too.
  for (const books of all.values()) for (const id of billIds) await billOf(act, books, id);
  return all;
}

/** Without items the oldest debts come first; bills on hold wait. */
function targets(all: ReadonlyMap<string, Books>, own: string, shares: readonly Share[]): Share[] {
  if (shares.length > 0) return [...shares];
  const bills = (all.get(own)?.bills ?? []).filter(isPayable).toSorted(byDueDate);
  return bills.map(({ id }) => ({ billId: id, amount: undefined }));
}

const holderOf = (all: ReadonlyMap<string, Books>, billId: string) =>
  [...all].flatMap(([accountId, books]) => books.bills.filter(({ id }) => id === billId).map((bill) => ({ accountId, books, bill })))[0];

/** What other accounts keep as credit, at most so much in all. */
async function keptElsewhere(act: Act, payment: Resource, most: number): Promise<Side[]> {
  let left = most;
  const sides: Side[] = [];
  for (const { accountId, amount } of creditsElsewhere(payment)) {
    const kept = (await act.tx.get('billingAccount', accountId)) ? Math.min(left, amount) : 0;
    left -= kept;
    sides.push([unapplied(accountId), -kept]);
  }
  return sides;
}

/** Takes the money: to the bills it is for, what is left over to the account's credit. False when there is no such account. */
export async function capture(act: Act, payment: Resource): Promise<boolean> {
  const own = accountIdOf(payment) ?? '';
  const amount = payableIn(payment) ?? 0;
  const shares = sharesOf(payment);
  const all = await booksFor(act, own, shares.map(({ billId }) => billId));
  if (!all.has(own)) return false;
  const sides: Side[] = [[CASH, amount]];
  let left = amount;
  for (const { billId, amount: wanted = left } of targets(all, own, shares)) {
    const holder = holderOf(all, billId);
    const paid = holder ? Math.min(left, wanted, dueOf(holder.bill)) : 0;
    if (!holder || paid <= 0) continue;
    left -= paid;
    sides.push([receivable(holder.accountId), -paid]);
    await keepBill(act, holder.books, settledBy(holder.bill, paid, reference(payment), act.now));
  }
  const elsewhere = await keptElsewhere(act, payment, left);
  const credit = left + elsewhere.reduce((sum, [, kept]) => sum + kept, 0);
  await enter(act, `payment/${payment.id}`, 'Payment', [...sides, ...elsewhere, [unapplied(own), -credit]], payment.id);
  for (const books of all.values()) await closePaidBooks(act, books);
  return true;
}

/** What became of a payment's money. */
interface Whereabouts {
  all: Map<string, Books>;
  own: string;
  /** Paid by it, by bill, the newest first. */
  paid: { accountId: string; books: Books; bill: Resource; amount: number }[];
}

async function whereabouts(act: Act, payment: Resource): Promise<Whereabouts | undefined> {
  const own = accountIdOf(payment) ?? '';
  const { rows } = await act.tx.list('customerBill', { where: [oneOf('appliedPayment.payment.id', payment.id)] });
  const shares = new Map(sharesOf(payment).map(({ billId, amount }) => [billId, amount ?? 0]));
  const billIds = [...new Set([...rows.map(({ body }) => body.id), ...shares.keys()])];
  const all = await booksFor(act, own, billIds);
  if (!all.has(own)) return undefined;
  const paid = billIds.flatMap((id) => {
    const holder = holderOf(all, id);
    const bill = holder && paidByName(holder.bill, reference(payment), shares.get(id) ?? 0);
    return bill ? [{ ...holder, bill, amount: paidBy(bill, payment.id) }] : [];
  });
  return { all, own, paid: paid.toSorted((one, other) => byDueDate(other.bill, one.bill)) };
}

/** Takes up to so much back from the bills a payment has paid; answers the ledger's sides of it. */
async function reopen(act: Act, { paid }: Whereabouts, payment: Resource, amount: number): Promise<{ sides: Side[]; left: number }> {
  const sides: Side[] = [];
  let left = amount;
  for (const { accountId, books, bill, amount: most } of paid) {
    const back = Math.min(left, most);
    if (back <= 0) continue;
    left -= back;
    sides.push([receivable(accountId), back]);
    await keepBill(act, books, takenBack(bill, back, payment.id, act.now));
  }
  return { sides, left };
}

/** The payer's bank takes a payment back, less what has been refunded: its bills are open again, and what was credit and is gone is owed. */
export async function reverse(act: Act, payment: Resource, amount: number): Promise<void> {
  const where = await whereabouts(act, payment);
  if (!where || amount <= 0) return;
  const { sides, left: beyondBills } = await reopen(act, where, payment, amount);
  let left = beyondBills;
  for (const { accountId, amount: given } of creditsElsewhere(payment)) {
    const back = Math.min(left, given, Math.max(0, await credited(act, unapplied(accountId))));
    left -= back;
    sides.push([unapplied(accountId), back]);
  }
  const credit = Math.min(left, Math.max(0, await credited(act, unapplied(where.own))));
  const owed = left - credit;
  await enter(act, `payment/${payment.id}/back`, 'Payment taken back', [[CASH, -amount], ...sides, [unapplied(where.own), credit], [deferred(where.own), owed]], payment.id);
  if (owed > 0) await oweAgain(act, where, payment.id, owed);
  for (const books of where.all.values()) await closeBooks(act, books);
}

async function oweAgain(act: Act, { all, own }: Whereabouts, paymentId: string, amount: number): Promise<void> {
  const account = all.get(own)?.account;
  if (!account) return;
  const charge = { kind: 'deferred' as const, name: 'Payment taken back by your bank', net: amount, rate: 0, at: act.now.getTime(), reasonKind: 'payment' as const, reason: paymentId };
  await act.tx.put('appliedCustomerBillingRate', rateOf(charge, newId(), notBilled(accountReference(account))));
}

/** Gives money of a payment back: first what is on no bill, then from its bills, which are owed again. Answers why not, when not. */
export async function giveBack(act: Act, payment: Resource, refund: Resource, amount: number): Promise<string | undefined> {
  const where = await whereabouts(act, payment);
  if (!where) return 'The account of the payment is gone.';
  const credit = Math.min(amount, Math.max(0, await credited(act, unapplied(where.own))));
  const onBills = where.paid.reduce((sum, bill) => sum + bill.amount, 0);
  if (amount - credit > onBills) return `Of this payment ${money(credit + onBills).value} ${CURRENCY} are left; the rest has paid other bills.`;
  const { sides } = await reopen(act, where, payment, amount - credit);
  await enter(act, `refund/${refund.id}`, 'Refund', [[CASH, -amount], ...sides, [unapplied(where.own), credit]], refund.id);
  for (const books of where.all.values()) await closePaidBooks(act, books);
  return undefined;
}
