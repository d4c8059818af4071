import type { Call } from '../routing/route.ts';
import { onceEach, type Rows } from '../tmf/gather.ts';
import { byAccount, type OwnRows, ownRecord, ownRows, type Scope } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import { rowsOf } from '../tmf/rows.ts';
import type { TmfBody } from '../upstream/types.ts';

/** Two years of monthly bills of forty accounts; beyond that the newest. */
const MOST_BILLS = 1_000;
/** More than any bill that people or their programs read has. */
const MOST_LINES = 120_000;
/** Keeps the request line short enough for every proxy. */
const BILLS_A_REQUEST = 50;

export interface LineRows extends Rows {
  /** How many the bill has in all, as far as its system says. */
  total: number;
  /** There are more than were asked for, or than can be read. */
  partial: boolean;
}

/** What the bill routes need from the other side (TMF678). */
export interface BillsBackend {
  readonly origin: string;
  /** Newest first, as far as the upstream sorts. Of one account, or of all of mine. */
  bills(accountId?: string): Promise<OwnRows>;
  bill(id: string): Promise<TmfBody>;
  /** The lines of one bill, all or some. Their right to be seen is the bill's. */
  lines(billId: string, window?: { offset: number; limit: number }): Promise<LineRows>;
  /** The lines of several bills, at most so many: those of the first bills first. */
  linesOf(billIds: readonly string[], most: number): Promise<LineRows>;
}

const RATE = 'appliedCustomerBillingRate';

export function billsBackend(call: Call): BillsBackend {
  const client = call.tmf('TMF678');
  /** A server that heeds no filter gives everybody's. */
  const lines = async (billIds: readonly string[], window: { offset?: number; limit: number }): Promise<LineRows> => {
    const list = await client.list(RATE, { 'bill.id': billIds.length === 1 ? billIds[0] : billIds }, window);
    const items = list.items.filter((row) => billIds.includes(text(row, 'bill', 'id') ?? ''));
    const strangers = list.items.length - items.length;
    const { total, partial } = list;
    return { ...rowsOf(call, 'TMF678', RATE, { ...list, items, partial: false }), total: strangers > 0 ? items.length : total, partial };
  };
  return {
    origin: client.origin,
    bills: (accountId) => {
      const scope: Scope = accountId === undefined ? byAccount(call) : { by: 'billingAccount.id', ids: [accountId] };
      return ownRows(call, 'TMF678', 'customerBill', scope, { query: { sort: '-billDate' }, limit: MOST_BILLS });
    },
    bill: (id) => ownRecord(call, 'TMF678', 'customerBill', id),
    lines: (billId, window = { offset: 0, limit: MOST_LINES }) => lines([billId], window),
    linesOf: async (billIds, most) => {
      const parts: LineRows[] = [];
      let left = most;
      for (let at = 0; at < billIds.length && left > 0; at += BILLS_A_REQUEST) {
        const part = await lines(billIds.slice(at, at + BILLS_A_REQUEST), { limit: left });
        left -= part.rows.length + part.unreadable;
        parts.push(part);
      }
      return joined(parts, parts.length * BILLS_A_REQUEST < billIds.length);
    },
  };
}

function joined(parts: readonly LineRows[], isCut: boolean): LineRows {
  const [first] = parts;
  const sum = (of: (part: LineRows) => number) => parts.reduce((sofar, part) => sofar + of(part), 0);
  return {
    rows: parts.flatMap(({ rows }) => rows),
    unreadable: sum(({ unreadable }) => unreadable),
    total: sum(({ total }) => total),
    partial: isCut || parts.some(({ partial }) => partial),
    gaps: onceEach(parts.flatMap((part) => part.gaps ?? [])),
    ...(first?.bad && { bad: first.bad }),
  };
}
