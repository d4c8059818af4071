import type { BillSummary, Gap, InterimBill, InterimBillList, InterimRefusal } from '@faceplate/contracts';
import { billSummaryOf } from '../bills/bills.adapter.ts';
import { billsBackend } from '../bills/bills.backend.ts';
import type { Call } from '../routing/route.ts';
import { onceEach, orGap, readEach } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { interimBillOf } from './interim.adapter.ts';
import { type InterimBackend, interimBackend } from './interim.backend.ts';
import { previewOf } from './preview.ts';
import { holderOf, type Waiting, waitingOf } from './waiting.ts';

/** How an account stands: what was asked for, what waits for a bill, and what stands in the way of asking. */
export type Standing = Omit<InterimBillList, 'total'>;

/** Reads it of one of the caller's own accounts. */
export async function standingOf(call: Call, account: TmfBody, accountId: string): Promise<Standing> {
  const setting = settingOf(call);
  const backend = interimBackend(call);
  const holder = holderOf(call, account);
  const [asked, bills, waiting] = await Promise.all([backend.asked(accountId), billsOf(call, accountId), holder ? NONE : waitingOf(call, account, accountId)]);
  const { items, gaps } = readEach('TMF678', asked, (row) => interimBillOf(row, numbersIn(bills.items), backend.origin));
  const [last] = bills.items.toSorted((one, other) => other.period.to.localeCompare(one.period.to));
  const preview = waiting.runUp.map((one) => previewOf(one, last?.period, setting)).filter(({ lines }) => lines > 0);
  const refused = refusalOf({
    items,
    isElsewhere: holder !== undefined,
    isWhole: waiting.isWhole,
    hasCharges: preview.some(({ total }) => total.amount > 0),
    keepsSumAlone: waiting.runUp.length === 0 && waiting.sum > 0,
  });
  return { items: newestFirst(items), preview, ...(refused && { refused }), ...(holder && { with: holder }), gaps: onceEach([...gaps, ...bills.gaps, ...waiting.gaps]) };
}

/** Of an account whose charges stand on another's bill nothing waits for its own. */
const NONE: Waiting = { runUp: [], isWhole: true, sum: 0, gaps: [] };

/** Bills lend their numbers and the time they cover: without them there is a gap, and the rest stands. */
async function billsOf(call: Call, accountId: string): Promise<{ items: BillSummary[]; gaps: Gap[] }> {
  const { origin, bills } = billsBackend(call);
  const found = await orGap('TMF678', bills(accountId));
  if (!found.value) return { items: [], gaps: found.gaps };
  const { items, gaps } = readEach('TMF678', found.value, (row) => billSummaryOf(row, settingOf(call), origin));
  return { items: items.filter(({ account }) => account.id === accountId), gaps };
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
  isElsewhere: boolean;
  isWhole: boolean;
  hasCharges: boolean;
  /** Some billing systems say what has been run up, and not of what it is. */
  keepsSumAlone: boolean;
}

/** In the order in which waiting helps. */
function refusalOf({ items, isElsewhere, isWhole, hasCharges, keepsSumAlone }: Ground): InterimRefusal | undefined {
  if (items.some(({ status }) => status === 'making')) return 'under-way';
  if (isElsewhere) return 'on-another-bill';
  if (!isWhole) return 'not-known';
  return hasCharges || keepsSumAlone ? undefined : 'nothing-unbilled';
}
