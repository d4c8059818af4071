import type { Bill, BillChange, Cause, Charge, Gap } from '@faceplate/contracts';
import { type BillFacts, explainChange, type Joined } from '@faceplate/domain/bill-change';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { joiningsOf } from '../consolidation/joinings.ts';
import { disputesBackend } from '../disputes/disputes.backend.ts';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { type Found, onceEach, orGap, readEach, type Rows, unreadable } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';
import { accountProducts } from './account-products.ts';
import { billSummaryOf } from './bills.adapter.ts';
import { billsBackend } from './bills.backend.ts';
import { type FoundBill, foundUpTo } from './one-bill.ts';
import { productFactsOf } from './product-facts.adapter.ts';

/** Longer bills are not set against each other: it would keep everybody else waiting. */
const MOST_LINES = 10_000;

/** Why a bill differs from the one before it, or from one of the person's own that is named. */
export async function billChange(call: Call, id: string, against?: string): Promise<BillChange> {
  const after = await foundUpTo(call, id, MOST_LINES);
  const before = await foundUpTo(call, against ?? (await earlierThan(call, after.bill)), MOST_LINES);
  const all = [...after.gaps, ...before.gaps];
  // Of lines that were not read nobody can say that they are gone.
  if (after.isCut || before.isCut) return { ...inOne(call, after, before), gaps: onceEach([...all, unreadable('TMF678')]) };
  const { facts, gaps } = await factsFor(call, after.bill, before.bill);
  const change = readOne(billsBackend(call).origin, () => explainChange(after.bill, before.bill, facts));
  const known = [...all, ...gaps];
  // Months lie between others, and what a gap keeps from us is no fault of the bill's.
  if (against === undefined && known.length === 0 && change.causes.some(({ kind }) => kind === 'unexplained')) tell(call, after.bill);
  const mayDetail = call.allows({ accountIds: [after.bill.account.id] }, 'bill.detail') && call.allows({ accountIds: [before.bill.account.id] }, 'bill.detail');
  return { ...change, causes: mayDetail ? change.causes : change.causes.map(withoutDetail), gaps: onceEach(known) };
}

/** The operator hears of it: somebody will ask. */
const tell = (call: Call, { id, origin }: Bill): void =>
  call.quarantine({ api: 'TMF678', upstream: origin, resource: 'customerBill', id, path: 'taxIncludedAmount', rule: 'unexplained' });

/** The newest of the same account and currency that is older. */
async function earlierThan(call: Call, { id, date, account, total }: Bill): Promise<string> {
  const backend = billsBackend(call);
  const found = await backend.bills(account.id);
  const { items } = readEach('TMF678', found, (body) => billSummaryOf(body, settingOf(call), backend.origin));
  const older = items.filter((one) => one.id !== id && one.account.id === account.id && one.date < date && one.total.currency === total.currency);
  const [newest] = older.toSorted((one, other) => other.date.localeCompare(one.date) || other.number.localeCompare(one.number));
  if (!newest) throw new Refusal({ status: 404, code: 'bill-first', title: 'There is no earlier bill to compare this one with.' });
  return newest.id;
}

/** What happened to the products on both bills; without their system less can be named, and the rest stays unexplained. */
async function factsFor(call: Call, after: Bill, before: Bill): Promise<{ facts: BillFacts; gaps: Gap[] }> {
  const charges = [...after.charges, ...before.charges];
  const ids = [...new Set(charges.flatMap(({ service }) => service?.productId ?? []))];
  const about = charges.some(({ kind, reason }) => kind === 'credit' && reason?.kind === 'ticket');
  const [found, disputes, joined] = await Promise.all([
    ids.length > 0 ? orGap('TMF637', accountProducts(call, ids)) : NOTHING,
    about ? orGap('TMF621', disputesBackend(call).disputes()) : NOTHING,
    joinedTo(call, after.account.id, charges),
  ]);
  const products = found.value ? readEach('TMF637', found.value, (body) => productFactsOf(body, settingOf(call))) : { items: [], gaps: [] };
  const tickets = disputes.value?.rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])) ?? [];
  return { facts: { products: products.items, disputes: tickets, joined: joined.items }, gaps: [...found.gaps, ...products.gaps, ...disputes.gaps, ...joined.gaps] };
}

/** When the other accounts came onto this bill that have lines on it, or left it. Asked only where there are such lines. */
async function joinedTo(call: Call, holderId: string, charges: readonly Charge[]): Promise<{ items: Joined[]; gaps: Gap[] }> {
  const ids = [...new Set(charges.flatMap(({ account }) => account?.id ?? []))];
  if (ids.length === 0) return { items: [], gaps: [] };
  const found = await orGap('TMF666', accountsBackend(call).accounts());
  const { items, gaps } = found.value ? readEach('TMF666', found.value, (body) => ({ id: body['id'], joinings: joiningsOf(body, call.tenant.zone) })) : { items: [], gaps: [] };
  const here = items.flatMap(({ id, joinings }) => joinings.flatMap(({ with: holder, ...days }) => (typeof id === 'string' && ids.includes(id) && holder.id === holderId ? [{ accountId: id, ...days }] : [])));
  return { items: here, gaps: [...found.gaps, ...gaps] };
}

const NOTHING: Found<Rows> = { value: { rows: [], unreadable: 0 }, gaps: [] };

function inOne(call: Call, after: FoundBill, before: FoundBill): Omit<BillChange, 'gaps'> {
  const bare = ({ bill }: FoundBill): Bill => ({ ...bill, charges: [] });
  return readOne(billsBackend(call).origin, () => explainChange(bare(after), bare(before), { products: [] }));
}

/** Which number it was, and how much was used, is for who may see a bill in detail. */
const withoutDetail = ({ service: _service, account: _account, quantity: _quantity, days: _days, reason: _reason, ...cause }: Cause): Cause => cause;
