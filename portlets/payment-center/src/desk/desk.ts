import type { BillSummary, Money, Payment, PaymentStatus } from '@faceplate/contracts';
import { money, oldestFirst, sum } from '@faceplate/domain';

/** One payment takes so many parts at most (contracts/payment.ts). */
const MOST_PARTS = 100;

/** A bill of which something can be paid now. */
export interface OpenBill extends Pick<BillSummary, 'id' | 'number' | 'account' | 'origin' | 'due'> {
  overdue: boolean;
  /** What can be paid now: what is disputed or on its way is not in it. */
  open: Money;
}

/** What is owed of a bill and not to be paid now. */
export interface HeldBack extends Pick<BillSummary, 'id' | 'number' | 'account'> {
  why: 'on-hold' | 'disputed' | 'on-its-way' | 'after-that';
  amount: Money;
  /** The payment that is on its way. */
  paymentId?: string;
}

/** All that is open in one currency. One payment never mixes two. */
export interface Desk {
  currency: string;
  /** Oldest first, as many as go into one payment. */
  bills: OpenBill[];
  /** What `bills` add up to. */
  total: Money;
  /** How many more there are, for a payment after this one. */
  later: number;
  held: HeldBack[];
}

const UNDER_WAY: readonly PaymentStatus[] = ['needs-you', 'processing', 'scheduled'];

/** The provider has not had its last word: what the payment is for may not be paid a second time meanwhile. */
export const isUnderWay = ({ status }: Pick<Payment, 'status'>): boolean => UNDER_WAY.includes(status);

/** What can be paid and what cannot, one desk a currency, the one with the most open bills first. */
export function desksOf(bills: readonly BillSummary[], payments: readonly Payment[]): Desk[] {
  const going = payments.filter(isUnderWay);
  const groups = Object.entries(Object.groupBy(bills, ({ remaining }) => remaining.currency));
  return groups
    .map(([currency, group = []]) => deskOf(currency, group, going))
    .filter(({ bills: open, held }) => open.length + held.length > 0)
    .toSorted((one, other) => other.bills.length - one.bills.length || one.currency.localeCompare(other.currency));
}

function deskOf(currency: string, bills: readonly BillSummary[], going: readonly Payment[]): Desk {
  const parted = bills.filter(({ remaining }) => remaining.amount > 0).map((bill) => part(bill, going));
  const open = parted.flatMap(({ payable }) => payable ?? []).toSorted(oldestFirst);
  const shown = open.slice(0, MOST_PARTS);
  return {
    currency,
    bills: shown,
    total: sum(shown.map((bill) => bill.open), currency),
    later: open.length - shown.length,
    held: parted.flatMap(({ held }) => held),
  };
}

/**
 * Cuts what is owed of a bill into what can be paid now and what is held back, and why. A bill that somebody is paying
 * waits for that as a whole: the service takes one payment of a bill at a time.
 */
function part(bill: BillSummary, going: readonly Payment[]): { payable?: OpenBill; held: HeldBack[] } {
  const { id, number, account, origin, due, status, remaining, disputed } = bill;
  if (status === 'on-hold') return { held: [{ id, number, account, why: 'on-hold', amount: remaining }] };
  const held: HeldBack[] = [];
  let left = remaining.amount;
  const hold = (why: HeldBack['why'], amount: number, paymentId?: string) => {
    const most = Math.min(amount, left);
    if (most <= 0) return;
    left -= most;
    held.push({ id, number, account, why, amount: money(most, remaining.currency), ...(paymentId !== undefined && { paymentId }) });
  };
  if (disputed) hold('disputed', disputed.amount);
  for (const payment of going) hold('on-its-way', paidFor(payment, id), payment.id);
  if (held.some(({ why }) => why === 'on-its-way')) hold('after-that', left);
  if (left === 0) return { held };
  return { held, payable: { id, number, account, origin, due, overdue: status === 'overdue', open: money(left, remaining.currency) } };
}

const paidFor = ({ parts }: Payment, billId: string): number =>
  parts.reduce((all, { bill, amount }) => all + (bill?.id === billId ? amount.amount : 0), 0);
