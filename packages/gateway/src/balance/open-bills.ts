import type { Gap } from '@faceplate/contracts';
import type { OpenBill } from '@faceplate/domain';
import { billSummaryOf } from '../bills/bills.adapter.ts';
import type { Call } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { byAccount, type OwnRows, ownRows } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import { type Setting, settingOf } from '../tmf/setting.ts';
import { originOf } from '../upstream/origin.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A bill of which something is open, or overpaid. */
export type StandingBill = Omit<OpenBill, 'automatic'> & { accountId: string };

export interface OpenBills {
  bills: StandingBill[];
  /** Whether all open bills of an account are known, for an account that came from this system. */
  isWhole(accountId: string, origin: string | undefined): boolean;
  /** The system whose bills name an account. */
  originOf(accountId: string): string | undefined;
  gaps: Gap[];
}

const MOST_BILLS = 5_000;

/** All states of TMF678 but `settled`. */
const OPEN = ['new', 'validated', 'sent', 'partiallyPaid', 'onHold'];

/**
 * What is open of all bills. Asked without a state first, since some systems have words of their own for it; a customer
 * of more bills than are read at once is asked for again by TM Forum's words alone.
 */
export async function readOpenBills(call: Call): Promise<OpenBills> {
  const read = (query: { state?: string[] }) => ownRows(call, 'TMF678', 'customerBill', byAccount(call), { query: { ...query, sort: '-billDate' }, limit: MOST_BILLS });
  const found = await read({});
  return openBillsIn(found.partial ? await read({ state: OPEN }) : found, settingOf(call), call.tmf('TMF678').origin);
}

function openBillsIn(found: OwnRows, setting: Setting, origin: string): OpenBills {
  const broken = new Set<string | undefined>();
  const origins = new Map<string, string>();
  const { items, gaps } = readEach('TMF678', found, (row) => {
    const accountId = text(row, 'billingAccount', 'id');
    if (accountId !== undefined) origins.set(accountId, originOf(row) ?? origin);
    try {
      return standingOf(row, setting, origin);
    } catch (error) {
      broken.add(accountId);
      throw error;
    }
  });
  const missing = new Set((found.gaps ?? []).map(({ source }) => source));
  const answered = new Set(origins.values());
  const doubtful = found.unreadable > 0 || found.partial || broken.has(undefined);
  return {
    bills: items.filter(({ remaining }) => remaining.amount !== 0),
    // Of one of several systems nothing was heard: an account is whole only where it is known to be of another.
    isWhole: (accountId, from) => !doubtful && !broken.has(accountId) && (missing.size === 0 || (from !== undefined && answered.has(from) && !missing.has(from))),
    originOf: (accountId) => origins.get(accountId),
    gaps,
  };
}

function standingOf(row: TmfBody, setting: Setting, origin: string): StandingBill {
  const { id, account, due, remaining, disputed } = billSummaryOf(row, setting, origin);
  return { id, accountId: account.id, due, remaining, held: text(row, 'state') === 'onHold', ...(disputed && { disputed }) };
}
