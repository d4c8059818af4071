import { dueOf, settledBy } from './bill.ts';
import { billsFrom, type Books, keepBill } from './books.ts';
import type { Charge } from './charge.ts';
import { compose, type ComposedBill, standingKey } from './compose.ts';
import { accountReference, rateOf } from './credit.ts';
import { billBody, billedOn, billNumber, notBilled } from './documents.ts';
import { lateFees } from './fees.ts';
import { openPlans, plansOf } from './instalments.ts';
import type { Cycle } from './period.ts';
import { chargeIn, unbilledCharges } from './rates.ts';
import type { Subscription } from './standing.ts';
import { credits, deferred, LATE_FEES, receivable, REVENUE, taxPayable, unapplied } from '../ledger/accounts.ts';
import { credited, enter, type Side } from '../ledger/entry.ts';
import type { Act } from '../nouns/noun.ts';
import { autopayMethodOf } from '../payment/method.ts';
import { newId } from '../rules/id.ts';
import { type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { markBilled } from '../usage/billed.ts';

const RATE = 'appliedCustomerBillingRate';

/** What one making of a bill is about. */
interface Run {
  books: Books;
  cycle: Cycle;
  runType: 'onCycle' | 'offCycle';
  billId: string;
  subscriptions: readonly Subscription[];
}

/** Writes a bill with its lines and its ledger entry. Undefined when there is nothing to bill. */
export async function makeBill(act: Act, run: Run): Promise<Resource | undefined> {
  const { books, cycle, billId, subscriptions } = run;
  const { account } = books;
  const waiting = await unbilledCharges(act, account.id);
  const earlier = await billsFrom(act, account.id, cycle.from);
  const billed = await billedBefore(act, earlier);
  const plans = plansOf(account);
  const fees = await lateFees(act, books, cycle, waiting);
  const until = Math.min(cycle.to, act.now.getTime() + 1);
  const composed = compose({ cycle, until, subscriptions, plans, unbilled: waiting, fees, billed });
  for (const { id } of composed.dropped) if (id !== undefined) await act.tx.delete(RATE, id);
  if (composed.charges.length === 0) return undefined;
  await openPlans(act, account.id, plans, cycle);
  await writeLines(act, account, billId, composed);
  await markBilled(act, subscriptions.map(({ id }) => id), Math.min(cycle.to, act.now.getTime()));
  return writeBill(act, run, composed, earlier.length);
}

/** What earlier bills have had of the cycle: lines of products by product and kind, instalments by name. */
async function billedBefore({ tx }: Act, earlier: readonly Resource[]): Promise<Set<string>> {
  if (earlier.length === 0) return new Set();
  const { rows } = await tx.list(RATE, { where: [oneOf('bill.id', ...earlier.map(({ id }) => id))] });
  return new Set(rows.flatMap(({ body }) => [standingKey(chargeIn(body)), String(body['name'])]));
}

async function writeLines({ tx }: Act, account: Resource, billId: string, { charges, left }: ComposedBill): Promise<void> {
  const taken = new Set(charges.map(({ id }) => id));
  for (const charge of charges) await tx.put(RATE, rateOf(charge, charge.id ?? newId(), billedOn(billId)));
  // A credit that was taken in part leaves its document to that part.
  const parts = left.filter(({ id }) => taken.has(id));
  for (const rest of parts) await tx.put(RATE, rateOf(rest, newId(), notBilled(accountReference(account))));
}

/** Where the net of a charge is entered. */
function accountOf({ kind }: Charge, accountId: string): string {
  if (kind === 'credit') return credits(accountId);
  if (kind === 'deferred') return deferred(accountId);
  return kind === 'penalty' ? LATE_FEES : REVENUE;
}

function sidesOf(accountId: string, { charges, totals }: ComposedBill): Side[] {
  const lines = Map.groupBy(charges, (charge) => accountOf(charge, accountId));
  const nets = [...lines].map(([name, own]): Side => [name, -own.reduce((sum, { net }) => sum + net, 0)]);
  const taxes = totals.taxes.map(({ rate, amount }): Side => [taxPayable(rate), -amount]);
  return [[receivable(accountId), totals.total], ...nets, ...taxes];
}

function customerOf(account: Resource): Json {
  const parties = objects(account['relatedParty']);
  const owner = parties.find(({ role }) => role === 'owner') ?? parties[0] ?? {};
  return { ...owner, role: 'customer' };
}

/** The cycle's number; with a count behind it when there are others. */
function numberFor({ books: { account }, cycle }: Run, others: number): string {
  const number = billNumber(cycle, text(account['accountNumber']) ?? account.id);
  return others === 0 ? number : `${number}-${others + 1}`;
}

async function writeBill(act: Act, run: Run, composed: ComposedBill, others: number): Promise<Resource> {
  const { books, cycle, runType, billId } = run;
  const { account } = books;
  const number = numberFor(run, others);
  const billedAt = Math.min(cycle.to, act.now.getTime());
  const parties = { billingAccount: accountReference(account), customer: customerOf(account) };
  const plan = { id: billId, number, cycle, runType, state: 'sent', paid: 0, billedAt, ...parties };
  const { id, ...body } = billBody(plan, composed.totals);
  const href = `/tmf-api/customerBillManagement/v4/customerBill/${id}`;
  const paymentMethod = await autopayMethodOf(act, account);
  const bill = { id, href, '@type': 'CustomerBill', ...body, ...(paymentMethod && { paymentMethod }) };
  await enter(act, `bill/${billId}`, `Bill ${number}`, sidesOf(account.id, composed), billId);
  const settled = composed.totals.total === 0 ? { ...bill, state: 'settled' } : await withCredit(act, account.id, bill);
  await keepBill(act, books, settled);
  return settled;
}

/** Money that was paid beyond any bill goes to the first bill there is. */
async function withCredit(act: Act, accountId: string, bill: Resource): Promise<Resource> {
  const credit = await credited(act, unapplied(accountId));
  const used = Math.min(credit, dueOf(bill));
  if (used <= 0) return bill;
  const sides: Side[] = [[unapplied(accountId), used], [receivable(accountId), -used]];
  await enter(act, `credit-used/${bill.id}`, 'Credit used for a bill', sides, bill.id);
  return settledBy(bill, used, undefined, act.now);
}
