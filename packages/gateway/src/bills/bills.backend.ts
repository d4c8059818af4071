import type { Call } from '../routing/route.ts';
import { byAccount, type OwnRows, ownRecord, ownRows, type Scope } from '../tmf/owned.ts';
import type { Rows } from '../tmf/gather.ts';
import { text } from '../tmf/read.ts';
import { rowsOf } from '../tmf/rows.ts';
import type { TmfBody } from '../upstream/types.ts';

/** Two years of monthly bills of forty accounts; beyond that the newest. */
const MOST_BILLS = 1_000;
const MOST_LINES = 10_000;

/** What the bill routes need from the other side (TMF678). */
export interface BillsBackend {
  readonly origin: string;
  /** Newest first, as far as the upstream sorts. Of one account, or of all of mine. */
  bills(accountId?: string): Promise<OwnRows>;
  bill(id: string): Promise<TmfBody>;
  /** The lines of one bill. Their right to be seen is the bill's. */
  lines(billId: string): Promise<Rows>;
}

export function billsBackend(call: Call): BillsBackend {
  const client = call.tmf('TMF678');
  return {
    origin: client.origin,
    bills: (accountId) => {
      const scope: Scope = accountId === undefined ? byAccount(call) : { by: 'billingAccount.id', ids: [accountId] };
      return ownRows(call, 'TMF678', 'customerBill', scope, { query: { sort: '-billDate' }, limit: MOST_BILLS });
    },
    bill: (id) => ownRecord(call, 'TMF678', 'customerBill', id),
    lines: async (billId) => {
      const list = await client.list('appliedCustomerBillingRate', { 'bill.id': billId }, { limit: MOST_LINES });
      return rowsOf(call, 'TMF678', 'appliedCustomerBillingRate', { ...list, items: list.items.filter((row) => text(row, 'bill', 'id') === billId) });
    },
  };
}
