import { billedTo, dueOf, settledBy } from './bill.ts';
import { billsFrom, type Books, keepBill } from './books.ts';
import type { Charge } from './charge.ts';
import { type AccountMatter, compose, type ComposedBill, standingKey } from './compose.ts';
import { accountReference, rateOf } from './credit.ts';
import { billBody, billNumber, lineBilling, notBilled } from './documents.ts';
import { lateFees } from './fees.ts';
import { openPlans, plansOf } from './instalments.ts';
import { everHolding } from './joined.ts';
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

/** An account whose charges a bill has. */
export interface Billed {
  books: Books;
  subscriptions: readonly Subscription[];
}

/** What one making of a bill is about. */
interface Run extends Billed {
  cycle: Cycle;
  runType: 'onCycle' | 'offCycle';
  billId: string;
  /** Other accounts whose charges stand on this bill. */
  joined: readonly Billed[];
}

/** Writes a bill with its lines and its ledger entry. Undefined when there is nothing to bill. */
export async function makeBill(act: Act, run: Run): Promise<Resource | undefined> {
  const { books, cycle, billId, joined } = run;
  const until = Math.min(cycle.to, act.now.getTime() + 1);
  const matter = await matterOf(act, run, cycle);
  const others = [];
  for (const one of joined) others.push({ ...(await matterOf(act, one, cycle)), account: accountReference(one.books.account) });
  const composed = compose({ ...matter, cycle, until, joined: others });
  for (const { id } of composed.dropped) if (id !== undefined) await act.tx.delete(RATE, id);
  if (composed.charges.length === 0) return undefined;
  for (const { books: { account } } of [run, ...joined]) await openPlans(act, account.id, plansOf(account), cycle);
  await writeLines(act, books.account, billId, composed);
  const products = [run, ...joined].flatMap(({ subscriptions }) => subscriptions.map(({ id }) => id));
  await markBilled(act, products, Math.min(cycle.to, act.now.getTime()));
  return writeBill(act, run, composed);
}

/** What an account has run up of a cycle, and what earlier bills have had of that, whosever they were. */
async function matterOf(act: Act, { books, subscriptions }: Billed, cycle: Cycle): Promise<AccountMatter> {
  const { account } = books;
  const unbilled = await unbilledCharges(act, account.id);
  const billed = new Set<string>();
  for (const id of everHolding(account)) for (const key of await billedBefore(act, await billsFrom(act, id, cycle.from), account.id)) billed.add(key);
  return { subscriptions, plans: plansOf(account), unbilled, fees: await lateFees(act, books, cycle, unbilled), billed };
}

/** What earlier bills have had of the cycle of an account: lines of products by product and kind, instalments by name. */
async function billedBefore({ tx }: Act, earlier: readonly Resource[], accountId: string): Promise<string[]> {
  if (earlier.length === 0) return [];
  const { rows } = await tx.list(RATE, { where: [oneOf('bill.id', ...earlier.map(({ id }) => id))] });
  const byBill = new Map(earlier.map((bill) => [bill.id, billedTo(bill)]));
  const own = rows.filter(({ body }) => (objects(body['billingAccount'])[0]?.['id'] ?? byBill.get(String(objects(body['bill'])[0]?.['id']))) === accountId);
  return own.flatMap(({ body }) => [standingKey(chargeIn(body)), String(body['name'])]);
}

async function writeLines({ tx }: Act, account: Resource, billId: string, { charges, left }: ComposedBill): Promise<void> {
  const taken = new Set(charges.map(({ id }) => id));
  for (const charge of charges) await tx.put(RATE, rateOf(charge, charge.id ?? newId(), lineBilling(charge, billId)));
  // A credit that was taken in part leaves its document to that part.
  const parts = left.filter(({ id }) => taken.has(id));
  for (const rest of parts) await tx.put(RATE, rateOf(rest, newId(), notBilled(rest.account ?? accountReference(account))));
}

/** Where the net of a charge is entered. */
function accountOf({ kind }: Charge, accountId: string): string {
  if (kind === 'credit') return credits(accountId);
  if (kind === 'deferred') return deferred(accountId);
  return kind === 'penalty' ? LATE_FEES : REVENUE;
}

function sidesOf(accountId: string, { charges, totals }: ComposedBill): Side[] {
  const lines = Map.groupBy(charges, (charge) => accountOf(charge, charge.account?.id ?? accountId));
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

async function writeBill(act: Act, run: Run, composed: ComposedBill): Promise<Resource> {
  const { books, cycle, runType, billId, joined } = run;
  const { account } = books;
  const others = (await billsFrom(act, account.id, cycle.from)).length;
  const number = numberFor(run, others);
  const billedAt = Math.min(cycle.to, act.now.getTime());
  const parties = { billingAccount: accountReference(account), customer: customerOf(account) };
  const plan = { id: billId, number, cycle, runType, state: 'sent', paid: 0, billedAt, ...parties };
  const { id, ...body } = billBody(plan, composed.totals);
  const href = `/tmf-api/customerBillManagement/v4/customerBill/${id}`;
  const paymentMethod = await autopayMethodOf(act, account);
  const bill = { id, href, '@type': 'CustomerBill', ...body, ...(paymentMethod && { paymentMethod }) };
  await enter(act, `bill/${billId}`, `Bill ${number}`, sidesOf(account.id, composed), billId);
  const ids = [account.id, ...joined.map((one) => one.books.account.id)];
  const settled = composed.totals.total === 0 ? { ...bill, state: 'settled' } : await withCredit(act, ids, bill);
  await keepBill(act, books, settled);
  return settled;
}

/** Money that was paid beyond any bill goes to the first bill there is, that of each account whose charges are on it. */
async function withCredit(act: Act, [accountId = '', ...joined]: readonly string[], bill: Resource): Promise<Resource> {
  let settled = bill;
  for (const id of [accountId, ...joined]) {
    const used = Math.min(await credited(act, unapplied(id)), dueOf(settled));
    if (used <= 0) continue;
    const entry = id === accountId ? `credit-used/${bill.id}` : `credit-used/${bill.id}/${id}`;
    await enter(act, entry, 'Credit used for a bill', [[unapplied(id), used], [receivable(accountId), -used]], bill.id);
    settled = settledBy(settled, used, undefined, act.now);
  }
  return settled;
}
