import type { Bill, Charge, Gap } from '@faceplate/contracts';
import { chargeDisputes } from '../disputes/charge-disputes.ts';
import type { Call } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { billOf } from './bills.adapter.ts';
import { billsBackend, type LineRows } from './bills.backend.ts';
import { chargeOn } from './charge.adapter.ts';

/** Lines that a bill brings along; the rest are asked for when somebody comes to them. */
export const FIRST_LINES = 200;

/** A bill with what was asked of its lines, and what could not be. */
export interface FoundBill {
  bill: Bill;
  gaps: Gap[];
  /** Not all of its lines could be read. */
  isCut: boolean;
}

/**
 * The bill and its first lines, asked for at once: a bill nobody may see is not found, whatever its lines. Where their
 * system does not say how many there are, all of them.
 */
export async function openedBill(call: Call, id: string): Promise<Bill> {
  const backend = billsBackend(call);
  const [body, first, disputes] = await Promise.all([backend.bill(id), backend.lines(id, { offset: 0, limit: FIRST_LINES }), chargeDisputes(call, id)]);
  const isCounted = !first.partial || first.total > first.rows.length + first.unreadable;
  const { bill } = found(call, body, isCounted ? first : await backend.lines(id), isCounted);
  return { ...bill, charges: bill.charges.map((charge) => withDispute(charge, disputes.of(charge.id))) };
}

export const withDispute = (charge: Charge, dispute: Charge['dispute']): Charge => (dispute ? { ...charge, dispute } : charge);

/** The bill with all its lines: for papers, and for whoever reckons with them. */
export async function wholeBill(call: Call, id: string): Promise<Bill> {
  const backend = billsBackend(call);
  const [body, rows] = await Promise.all([backend.bill(id), backend.lines(id)]);
  return found(call, body, rows, false).bill;
}

/** The same where it has no more than so many lines; of a longer one the first. */
export async function foundUpTo(call: Call, id: string, most: number): Promise<FoundBill> {
  const backend = billsBackend(call);
  const [body, first] = await Promise.all([backend.bill(id), backend.lines(id, { offset: 0, limit: FIRST_LINES })]);
  const rows = first.partial && first.total <= most ? await backend.lines(id, { offset: 0, limit: most }) : first;
  return found(call, body, rows, rows.partial);
}

function found(call: Call, body: TmfBody, rows: LineRows, windowed: boolean): FoundBill {
  const { origin } = billsBackend(call);
  const setting = settingOf(call);
  const { items: charges, gaps } = readEach('TMF678', rows, (row) => chargeOn(row, text(body, 'billingAccount', 'id') ?? '', setting));
  const lines = { charges, ...(windowed && rows.partial && { of: rows.total }) };
  return { bill: readOne(origin, () => billOf(body, lines, setting, origin)), gaps, isCut: rows.partial };
}
