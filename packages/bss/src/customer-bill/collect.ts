import { money } from './amounts.ts';
import { dueOf, isPayable } from './bill.ts';
import { type Books, closeBooks, closePaidBooks, openBooks } from './books.ts';
import { accountReference, rateOf } from './credit.ts';
import { notBilled } from './documents.ts';
import { lateFees } from './fees.ts';
import { type Cycle, cycleOf } from './period.ts';
import { unbilledCharges } from './rates.ts';
import type { Act } from '../nouns/noun.ts';
import { autopayMethodOf } from '../payment/method.ts';
import { placePayment } from '../payment/payment.ts';
import { newId } from '../rules/id.ts';
import { instant } from '../simulator/course.ts';

/** Bills that are due, as far as they are undisputed, paid by the method the account has agreed to. One attempt a bill. */
async function autopay(act: Act, { account, bills }: Books): Promise<void> {
  const due = bills.filter((bill) => isPayable(bill) && instant(bill['paymentDueDate']) <= act.now.getTime());
  const method = due.length > 0 ? await autopayMethodOf(act, account) : undefined;
  if (!method) return;
  for (const bill of due) {
    const amount = money(dueOf(bill));
    const item = { id: '1', item: { id: bill.id, href: bill.href, '@referredType': 'CustomerBill' }, amount, totalAmount: amount };
    const correlatorId = `autopay/${bill.id}`;
    if ((await act.tx.holderOf('payment', `${account.id}/${correlatorId}`)) !== undefined) continue;
    // A payment's own file wants the method's class, where a bill's has only a reference to it.
    const paymentMethod = { '@type': method['@referredType'], ...method };
    const said = { account: accountReference(account), paymentMethod, amount, totalAmount: amount, paymentItem: [item], correlatorId, name: 'Automatic payment' };
    await placePayment(act, said);
  }
}

/** Fees for what is late, where the next bill will have them. */
async function remind(act: Act, books: Books, cycle: Cycle): Promise<void> {
  const { account } = books;
  const waiting = await unbilledCharges(act, account.id);
  for (const fee of await lateFees(act, books, cycleOf(cycle.month + 1), waiting)) {
    await act.tx.put('appliedCustomerBillingRate', rateOf(fee, newId(), notBilled(accountReference(account))));
  }
}

/** What happens to the bills of a cycle when they fall due, and again when they are late. */
export async function collect(act: Act, accountId: string, cycle: Cycle, late: boolean): Promise<void> {
  const books = await openBooks(act, accountId);
  if (!books) return;
  if (!late) {
    await autopay(act, books);
    await closePaidBooks(act, books);
    return;
  }
  await remind(act, books, cycle);
  await closeBooks(act, books);
}
