import type { BillSummary, Money, PaymentPart, PaymentRequest } from '@faceplate/contracts';
import { allocate, subtract, sum } from '@faceplate/domain';
import { billSummaryOf } from '../bills/bills.adapter.ts';
import { billsBackend } from '../bills/bills.backend.ts';
import { invalid, notFound, Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { ownRecord } from '../tmf/owned.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';

/** More than anybody pays at once; a figure beyond is a mistake. */
const MOST = 100_000_000;

type Part = PaymentRequest['parts'][number];

const amountAt = (at: number): string => `parts.${at}.amount`;

const refused = (code: string, title: string, at: number, detail?: string): Refusal =>
  new Refusal({ status: 409, code, title, ...(detail !== undefined && { detail }), errors: [{ path: amountAt(at), message: title }] });

/** What of a wish can be seen to be wrong without asking anybody. */
function demandSense(parts: readonly Part[]): void {
  const currency = parts[0]?.amount.currency;
  const seen = new Set<string>();
  for (const [at, { accountId, billId = '', amount }] of parts.entries()) {
    if (amount.amount <= 0 || amount.amount > MOST) throw invalid(422, [{ path: amountAt(at), message: 'Pay more than nothing, and no more than can be.' }]);
    if (amount.currency !== currency) throw invalid(422, [{ path: amountAt(at), message: 'One payment is in one currency.' }]);
    const target = `${accountId} ${billId}`;
    // An account as a whole is all of its bills.
    if ([...seen].some((one) => one === target || one === `${accountId} ` || (billId === '' && one.startsWith(target)))) throw invalid(422, [{ path: `parts.${at}`, message: 'Each bill and each account stands in a payment once.' }]);
    seen.add(target);
  }
}

/** What is to be paid of a bill now: what remains, but for what is in dispute. */
const dueOf = ({ remaining, disputed }: BillSummary): Money => (disputed ? subtract(remaining, disputed) : remaining);

/** At most what is due of the bill now: what is in dispute is not to be paid, and what is on hold waits for the operator. */
async function billPart(call: Call, { accountId, billId, amount }: Part & { billId: string }, at: number): Promise<PaymentPart> {
  const body = await ownRecord(call, 'TMF678', 'customerBill', billId);
  const { origin } = call.tmf('TMF678');
  const bill = readOne(origin, () => billSummaryOf(body, settingOf(call), origin));
  if (bill.account.id !== accountId) throw notFound();
  if (bill.status === 'on-hold') throw refused('bill-on-hold', 'This bill is on hold. It cannot be paid now.', at);
  if (amount.currency !== bill.remaining.currency) throw invalid(422, [{ path: amountAt(at), message: `This bill is in ${bill.remaining.currency}.` }]);
  const due = dueOf(bill);
  if (amount.amount > due.amount) throw refused('payment-too-much', 'That is more than is due of this bill now.', at, String(Math.max(0, due.amount)));
  return { account: { id: accountId, name: bill.account.name }, bill: { id: bill.id, number: bill.number }, amount };
}

/** An amount that names no bill pays the oldest of its account's first; what is left over stays there as credit. */
async function accountParts(call: Call, { accountId, amount }: Part): Promise<PaymentPart[]> {
  const account = { id: accountId, name: call.subject.accountNames?.[accountId] ?? accountId };
  const backend = billsBackend(call);
  const { rows } = await backend.bills(accountId);
  const open = rows.flatMap((body) => {
    const bill = readOne(backend.origin, () => billSummaryOf(body, settingOf(call), backend.origin));
    return bill.status === 'on-hold' || bill.status === 'paid' || bill.remaining.currency !== amount.currency ? [] : [{ ...bill, open: dueOf(bill) }];
  });
  const { parts, left } = allocate(open, amount);
  const numbers = new Map(open.map(({ id, number }) => [id, number]));
  const bills = parts.map((part) => ({ account, bill: { id: part.id, number: numbers.get(part.id) ?? part.id }, amount: part.amount }));
  return left.amount > 0 ? [...bills, { account, amount: left }] : bills;
}

/**
 * The parts of a payment, each looked up within what the person may pay. @throws {Refusal} before anything has moved.
 */
export async function partsOf(call: Call<unknown, unknown, PaymentRequest>): Promise<PaymentPart[]> {
  const { parts } = call.body;
  demandSense(parts);
  const spend = sum(parts.map(({ amount }) => amount), parts[0]?.amount.currency ?? call.tenant.currency);
  for (const { accountId } of parts) call.demand({ accountIds: [accountId], spend });
  const found = await Promise.all(
    parts.map(async (part, at) => {
      const { billId } = part;
      return billId === undefined ? accountParts(call, part) : [await billPart(call, { ...part, billId }, at)];
    }),
  );
  return found.flat();
}

/** The same wish is the same text, whatever order its names came in. */
export const askedIn = ({ parts, meansId }: PaymentRequest): string =>
  JSON.stringify([meansId ?? null, parts.map(({ accountId, billId, amount }) => [accountId, billId ?? null, amount.amount, amount.currency])]);
