import type { Bill, Gap, LocalDate } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { factsOf } from '../policy/facts.ts';
import { onceEach, readEach, unreadable } from '../tmf/gather.ts';
import { text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { billOf, billSummaryOf } from './bills.adapter.ts';
import { billsBackend } from './bills.backend.ts';
import { chargeOn } from './charge.adapter.ts';

/** Lines read at once over all bills. Beyond that the rest of each bill is one line that is not itemised. */
export const MOST_LINES = 20_000;

export interface AllBills {
  /** Newest first, with their lines. */
  bills: Bill[];
  gaps: Gap[];
}

/** Every bill from a day on that the person may see in detail, with its lines; of one account, or of all. */
export async function billsWithLines(call: Call, from: LocalDate, account?: string): Promise<AllBills> {
  const backend = billsBackend(call);
  const setting = settingOf(call);
  const found = await backend.bills(account);
  const rows = found.rows.filter((row) => call.allows(factsOf(row), 'bill.detail'));
  const read = readEach('TMF678', { ...found, rows }, (body) => ({ body, ...billSummaryOf(body, setting, backend.origin) }));
  const listed = read.items.filter(({ date }) => date >= from).toSorted((one, other) => other.date.localeCompare(one.date) || other.number.localeCompare(one.number));
  const lines = await backend.linesOf(listed.map(({ id }) => id), MOST_LINES);
  const accountOf = new Map(listed.map(({ id, account: { id: own } }) => [id, own]));
  const charges = readEach('TMF678', lines, (row) => {
    const billId = text(row, 'bill', 'id');
    return { billId, charge: chargeOn(row, accountOf.get(billId ?? '') ?? '', setting) };
  });
  const byBill = Map.groupBy(charges.items, ({ billId }) => billId);
  const ownOf = (body: TmfBody) => (byBill.get(text(body, 'id')) ?? []).map(({ charge }) => charge);
  const bills = readEach('TMF678', { ...found, gaps: [], unreadable: 0, rows: listed.map(({ body }) => body) }, (body) => billOf(body, { charges: ownOf(body) }, setting, backend.origin));
  const cut = lines.partial ? [unreadable('TMF678')] : [];
  return { bills: bills.items, gaps: onceEach([...read.gaps, ...charges.gaps, ...bills.gaps, ...cut]) };
}
