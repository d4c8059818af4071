import type { BillSummary, Gap, InterimBill, InterimBillList, InterimRefusal } from '@faceplate/contracts';
import { accountOf } from '../accounts/accounts.adapter.ts';
import { billSummaryOf } from '../bills/bills.adapter.ts';
import { billsBackend } from '../bills/bills.backend.ts';
import type { Call } from '../routing/route.ts';
import { onceEach, orGap, readEach } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { readUnbilled, type RunUp } from '../usage/unbilled.ts';
import { interimBillOf } from './interim.adapter.ts';
import { type InterimBackend, interimBackend } from './interim.backend.ts';
import { previewOf } from './preview.ts';

/** How an account stands: what was asked for, what waits for a bill, and what stands in the way of asking. */
export type Standing = Omit<InterimBillList, 'total'>;

/** Reads it of one of the caller's own accounts. */
export async function standingOf(call: Call, account: TmfBody, accountId: string): Promise<Standing> {
  const setting = settingOf(call);
  const backend = interimBackend(call);
  const [asked, bills, waiting] = await Promise.all([backend.asked(accountId), billsOf(call, accountId), waitingOf(call, accountId)]);
  const { items, gaps } = readEach('TMF678', asked, (row) => interimBillOf(row, numbersIn(bills.items), backend.origin));
  const [last] = bills.items.toSorted((one, other) => other.period.to.localeCompare(one.period.to));
  const preview = waiting.runUp.map((one) => previewOf(one, last?.period, setting)).filter(({ lines }) => lines > 0);
  const refused = refusalOf({
    items,
    isWhole: waiting.isWhole,
    hasCharges: preview.some(({ total }) => total.amount > 0),
    keepsSumAlone: waiting.runUp.length === 0 && unbilledSum(call, account) > 0,
  });
  return { items: newestFirst(items), preview, ...(refused && { refused }), gaps: onceEach([...gaps, ...bills.gaps, ...waiting.gaps]) };
}

/** Bills lend their numbers and the time they cover: without them there is a gap, and the rest stands. */
async function billsOf(call: Call, accountId: string): Promise<{ items: BillSummary[]; gaps: Gap[] }> {
  const { origin, bills } = billsBackend(call);
  const found = await orGap('TMF678', bills(accountId));
  if (!found.value) return { items: [], gaps: found.gaps };
  const { items, gaps } = readEach('TMF678', found.value, (row) => billSummaryOf(row, settingOf(call), origin));
  return { items: items.filter(({ account }) => account.id === accountId), gaps };
}

async function waitingOf(call: Call, accountId: string): Promise<{ runUp: RunUp[]; isWhole: boolean; gaps: Gap[] }> {
  const { value, gaps } = await orGap('TMF678', readUnbilled(call, { by: 'billingAccount.id', ids: [accountId] }));
  if (!value) return { runUp: [], isWhole: false, gaps };
  const isWhole = value.isWhole(accountId);
  return { runUp: isWhole ? value.of(accountId) : [], isWhole, gaps: value.gaps };
}

/** The account's own word for what has been run up, for systems that keep no open charges. */
function unbilledSum(call: Call, account: TmfBody): number {
  const { origin } = call.tmf('TMF666');
  return readOne(origin, () => accountOf(account, settingOf(call), origin)).balances.unbilled.amount;
}

/** The task as it is answered on its own. */
export async function interimBill(call: Call, backend: InterimBackend, body: TmfBody): Promise<InterimBill> {
  const one = readOne(backend.origin, () => interimBillOf(body, () => undefined, backend.origin));
  if (!one.bill) return one;
  const { id } = one.bill;
  const { value } = await orGap('TMF678', billsBackend(call).bill(id));
  return value ? { ...one, bill: { id, number: readOne(backend.origin, () => billSummaryOf(value, settingOf(call), backend.origin)).number } } : one;
}

const numbersIn = (bills: readonly BillSummary[]) => (id: string) => bills.find((bill) => bill.id === id)?.number;

const newestFirst = (items: readonly InterimBill[]): InterimBill[] => items.toSorted((one, other) => (other.changedAt ?? '').localeCompare(one.changedAt ?? '') || one.id.localeCompare(other.id));

interface Ground {
  items: readonly InterimBill[];
  isWhole: boolean;
  hasCharges: boolean;
  /** Some billing systems say what has been run up, and not of what it is. */
  keepsSumAlone: boolean;
}

/** In the order in which waiting helps. */
function refusalOf({ items, isWhole, hasCharges, keepsSumAlone }: Ground): InterimRefusal | undefined {
  if (items.some(({ status }) => status === 'making')) return 'under-way';
  if (!isWhole) return 'not-known';
  return hasCharges || keepsSumAlone ? undefined : 'nothing-unbilled';
}
