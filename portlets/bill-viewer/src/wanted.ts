import type { BillSummary } from '@faceplate/contracts';

export const STATUSES = ['open', 'overdue', 'disputed', 'paid'] as const;
export type WantedStatus = (typeof STATUSES)[number];

/**
 * What of all bills is asked for; what is empty is not asked for. Each name is an attribute of the portlet and a query
 * parameter of its address, so that Back, a reload and a bookmark bring it back.
 */
export interface Wanted {
  /** Words that stand on a line. */
  readonly search: string;
  /** Billing account id. */
  readonly payer: string;
  readonly status: string;
  /** Of the bill's date, `2026`. */
  readonly year: string;
}

export const NOTHING_WANTED: Wanted = { search: '', payer: '', status: '', year: '' };

/** Where all bills are, or those asked for. */
export function addressOf(wanted: Partial<Wanted> = {}): string {
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  return query.size > 0 ? `/bills?${query}` : '/bills';
}

/** One bill, or a line of it. */
export const billAddress = (billId: string, chargeId = '') => `/bills/${[billId, chargeId].filter(Boolean).map(encodeURIComponent).join('/')}`;

const is: Record<WantedStatus, (bill: BillSummary) => boolean> = {
  open: ({ status, remaining, disputed }) => status !== 'on-hold' && remaining.amount > (disputed?.amount ?? 0),
  overdue: ({ status }) => status === 'overdue',
  disputed: ({ disputed }) => disputed !== undefined && disputed.amount > 0,
  paid: ({ status }) => status === 'paid',
};

/** An address is written by hand at times: a status that is none asks for nothing. */
export function wantedBills(bills: readonly BillSummary[], { payer, status, year }: Pick<Wanted, 'payer' | 'status' | 'year'>): BillSummary[] {
  const fits = is[status as WantedStatus] ?? (() => true);
  return bills.filter((bill) => (!payer || bill.account.id === payer) && (!year || bill.date.startsWith(year)) && fits(bill));
}

/** What can be chosen: only what would leave something. */
export function choicesOf(bills: readonly BillSummary[]) {
  return {
    payers: [...new Map(bills.map(({ account, origin }) => [account.id, { ...account, origin }])).values()],
    years: [...new Set(bills.map(({ date }) => date.slice(0, 4)))].toSorted().toReversed(),
    statuses: STATUSES.filter((status) => bills.some(is[status])),
  };
}
export type Choices = ReturnType<typeof choicesOf>;
