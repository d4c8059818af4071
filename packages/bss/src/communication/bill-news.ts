import type { Act } from '../nouns/noun.ts';
import { instant, type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { ZONE } from '../world/zone.ts';
import { send } from './send.ts';

const day = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: 'numeric', month: 'long' });

const amountIn = (bill: Resource, name: string): number => Number(objects(bill[name])[0]?.['value'] ?? 0);
const euros = (value: number): string => `€${value.toFixed(2)}`;

/** Who pays for an account: its payer, where that is not its owner. */
async function payersOf({ tx }: Act, accountId: string): Promise<Json[]> {
  const account = await tx.get('billingAccount', accountId);
  const parties = objects(account?.body['relatedParty']);
  const payers = parties.filter(({ role }) => role === 'payer');
  return payers.length > 0 ? payers : parties.filter(({ role }) => role === 'owner');
}

async function tell(act: Act, bill: Resource, words: { key: string; subject: string; content: string }): Promise<void> {
  const account = text(objects(bill['billingAccount'])[0]?.['id']) ?? '';
  const about = { id: bill.id, name: text(bill['billNo']), '@referredType': 'CustomerBill' };
  await send(act, await payersOf(act, account), { ...words, key: `${words.key}/${bill.id}`, category: 'bill', about, bulk: true });
}

/** Tells whoever pays that a bill is there. Once for each bill, however often it is called. */
export async function tellOfBill(act: Act, billId: string): Promise<void> {
  const bill = (await act.tx.get('customerBill', billId))?.body;
  if (!bill) return;
  const due = instant(bill['paymentDueDate']);
  const total = amountIn(bill, 'taxIncludedAmount');
  const how = total <= 0 ? 'There is nothing to pay.' : `It comes to ${euros(total)}${due > 0 ? ` and is due on ${day.format(due)}` : ''}.`;
  await tell(act, bill, { key: 'bill-ready', subject: 'Your bill is ready', content: `${how} Every line of it is explained under Bills.` });
}

/** Reminds whoever pays of the bills of an account that are past their day. Once for each bill. */
export async function tellOfOverdue(act: Act, accountId: string): Promise<void> {
  const where = [oneOf('billingAccount.id', accountId), oneOf('state', 'sent', 'partiallyPaid')];
  const { rows } = await act.tx.list('customerBill', { where });
  const late = rows.map(({ body }) => body).filter((bill) => instant(bill['paymentDueDate']) < act.now.getTime() && amountIn(bill, 'remainingAmount') > amountIn(bill, 'disputedAmount'));
  for (const bill of late) {
    const open = euros(amountIn(bill, 'remainingAmount') - amountIn(bill, 'disputedAmount'));
    const content = `${open} of your bill of ${day.format(instant(bill['billDate']))} is still open. Please pay it, or tell us if something about it is wrong.`;
    await tell(act, bill, { key: 'bill-overdue', subject: 'A bill is still open', content });
  }
}
