import type { Bill, Money, PaymentPart, TrailMismatch } from '@faceplate/contracts';
import { subtract } from '@faceplate/domain';
import type { Booking, PaymentSeen, Seen } from './seen.ts';

/** What is still on its way between two systems contradicts nothing yet. */
const ON_THE_WAY = 5 * 60_000;

type Found = Omit<TrailMismatch, 'says'>;

const isSame = (one: Money, other: Money): boolean => one.amount === other.amount && one.currency === other.currency;
const isOld = (at: string | undefined, now: Date): boolean => at === undefined || now.getTime() - Date.parse(at) > ON_THE_WAY;

/** Amounts of one currency; those of another are no part of the sum. */
const totalOf = (amounts: readonly Money[], currency: string): Money => ({ amount: amounts.reduce((sofar, one) => sofar + (one.currency === currency ? one.amount : 0), 0), currency });

const paymentOf = ({ wish, bookings }: PaymentSeen): { id: string; number: string } | undefined => {
  const booked = bookings?.[0]?.payment;
  return wish ? { id: wish.id, number: wish.reference } : booked && { id: booked.id, number: booked.reference };
};
const numberOf = ({ payment: { id, reference } }: Booking) => ({ id, number: reference });
const billNumber = ({ id, number }: Bill) => ({ id, number });

/** The bank took it back: billing counted it once, and rightly does not any more. */
const isReturned = ({ payment: { status } }: Booking, { wish }: PaymentSeen): boolean => status === 'returned' || (status === 'failed' && wish?.wasBooked === true);
const isCounted = ({ payment: { status } }: Booking): boolean => status !== 'failed' && status !== 'abandoned' && status !== 'returned';
const isPaid = ({ payment: { status } }: Booking): boolean => status === 'paid';

const isTaken = ({ charge }: PaymentSeen): boolean => charge !== undefined && charge !== 'none' && charge.state === 'succeeded';

/** The provider is asked for the amount of the wish, and takes that. */
function chargedOtherwise(seen: PaymentSeen): Found[] {
  const { wish, charge } = seen;
  if (!wish || !charge || charge === 'none' || charge.state === 'failed' || charge.state === 'cancelled' || isSame(charge.amount, wish.amount)) return [];
  const payment = paymentOf(seen);
  // Of parts that are not the caller's not even the sum is told.
  return [{ kind: 'amount-differs', ...(payment && { payment }), ...(wish.isWhole && { expected: wish.amount, found: charge.amount }) }];
}

/** A booking's items are what it is for: together they are the booking. */
function itemsOtherwise({ bookings = [] }: PaymentSeen): Found[] {
  return bookings.flatMap((booking) => {
    const { items, payment } = booking;
    return items && !isSame(items, payment.amount) ? [{ kind: 'amount-differs' as const, payment: numberOf(booking), expected: payment.amount, found: items }] : [];
  });
}

/** What was wished for each account, beside what is booked for it. */
function bookedOtherwise(seen: PaymentSeen, now: Date): Found[] {
  const { wish, bookings } = seen;
  if (!wish || !bookings) return [];
  const payment = paymentOf(seen);
  const counted = bookings.filter(isCounted);
  if (counted.some(({ items, payment: { amount } }) => items && !isSame(items, amount))) return [];
  const { currency } = wish.amount;
  const booked = totalOf(counted.map(({ payment: { amount } }) => amount), currency);
  // A system that keeps no items has one sum for all accounts.
  if (wish.isWhole && isSame(booked, wish.amount) && counted.some(({ items }) => items === undefined)) return [];
  const isLost = isTaken(seen) && isOld(wish.settledAt ?? wish.at, now) && !bookings.some((booking) => isReturned(booking, seen));
  return [...Map.groupBy(wish.parts, ({ account }) => account.id).values()].flatMap((parts): Found[] => {
    const [{ account } = { account: { id: '', name: '' } }] = parts;
    const expected = totalOf(parts.map(({ amount }) => amount), currency);
    const mine = counted.flatMap((booking) => booking.payment.parts.filter((part) => accountOf(part, wish.parts) === account.id));
    const found = totalOf(mine.map(({ amount }) => amount), currency);
    const told = { ...(payment && { payment }), account, expected };
    if (mine.length === 0) return isLost ? [{ kind: 'charged-not-booked', ...told }] : [];
    return isSame(expected, found) ? [] : [{ kind: 'amount-differs', ...told, found }];
  });
}

/** A system that names no account for an item still names its bill. */
const accountOf = ({ bill, account }: PaymentPart, wished: readonly PaymentPart[]): string => (bill && wished.find((part) => part.bill?.id === bill.id)?.account.id) ?? account.id;

/** Billing hears of a payment only when the provider has the money. */
function neverCharged(seen: PaymentSeen): Found[] {
  const { wish, charge, bookings = [] } = seen;
  const paid = bookings.filter(isPaid);
  if (!wish || charge === undefined || isTaken(seen) || paid.length === 0) return [];
  const payment = paymentOf(seen);
  return [{ kind: 'booked-not-charged', ...(payment && { payment }), found: totalOf(paid.map(({ payment: { amount } }) => amount), wish.amount.currency) }];
}

const appliedBy = ({ applied = [] }: Bill, paymentId: string): Money[] => applied.filter(({ kind, id }) => kind === 'payment' && id === paymentId).map(({ amount }) => amount);

/** What a bill counts of a booking. Where it does not say which payment it was: the one that is for it, by its amount. */
export function countedOf(bill: Bill, { payment: { id, parts } }: Booking): Money[] {
  const named = appliedBy(bill, id);
  if (named.length > 0) return named;
  const wanted = parts.filter((part) => part.bill?.id === bill.id).map(({ amount }) => amount);
  const fits = (bill.applied ?? []).find((one) => one.kind === 'payment' && one.id === undefined && wanted.some((amount) => isSame(amount, one.amount)));
  return fits ? [fits.amount] : [];
}

/** Of a payment bills count at most what is left of it. */
function countedTooOften(seen: PaymentSeen, bills: readonly Bill[]): Found[] {
  return (seen.bookings ?? []).flatMap((booking) => {
    const { amount, id } = booking.payment;
    const left = isCounted(booking) ? subtract(amount, refundedOf(booking)) : { ...amount, amount: 0 };
    const found = totalOf(bills.flatMap((bill) => appliedBy(bill, id)), amount.currency);
    return found.amount > left.amount ? [{ kind: 'applied-too-much' as const, payment: numberOf(booking), expected: left, found }] : [];
  });
}

const refundedOf = ({ refunds, payment: { amount } }: Booking): Money => totalOf(refunds.filter(({ isDone }) => isDone).map((one) => one.amount), amount.currency);

/** A bill that is still to be paid counts what was booked for it; what is more than it needs is the account's credit. */
function notCounted(seen: PaymentSeen, bills: ReadonlyMap<string, Bill>, now: Date): Found[] {
  return (seen.bookings ?? []).filter((booking) => isPaid(booking) && !booking.mayHaveMoreRefunds && isOld(booking.payment.at, now)).flatMap((booking) =>
    booking.payment.parts.flatMap((part): Found[] => {
      const bill = bills.get(part.bill?.id ?? '');
      if (!bill || !isPayable(bill) || bill.total.currency !== part.amount.currency) return [];
      const found = totalOf(countedOf(bill, booking), part.amount.currency);
      // What was given back may have been taken from this very bill.
      return found.amount + refundedOf(booking).amount >= part.amount.amount ? [] : [{ kind: 'booked-not-applied', payment: numberOf(booking), bill: billNumber(bill), expected: part.amount, found }];
    }),
  );
}

/** Money is still waited for: what is in dispute, or on hold, takes none. */
const isPayable = ({ remaining, disputed, status }: Bill): boolean => status !== 'on-hold' && remaining.amount - (disputed?.amount ?? 0) > 0;

/** What a bill says is settled is what has settled it. */
function settledOtherwise(bill: Bill, keepApplied: ReadonlySet<string>): Found[] {
  const { total, remaining, applied = [] } = bill;
  const expected = subtract(total, remaining);
  const found = totalOf(applied.map(({ amount }) => amount), total.currency);
  if (total.amount <= 0 || isSame(expected, found)) return [];
  // Systems that never write it down contradict nothing.
  if (applied.length === 0 && !keepApplied.has(bill.origin)) return [];
  return [{ kind: found.amount > expected.amount ? 'applied-too-much' : 'paid-not-applied', bill: billNumber(bill), expected, found }];
}

/** Where the systems contradict each other. Nothing is concluded from what could not be asked. */
export function mismatchesIn({ payments, bills, keepApplied, now }: Seen): Found[] {
  const all = [...bills.values()];
  return [
    ...payments.flatMap((seen) => [
      ...chargedOtherwise(seen), ...itemsOtherwise(seen), ...bookedOtherwise(seen, now), ...neverCharged(seen), ...countedTooOften(seen, all), ...notCounted(seen, bills, now),
    ]),
    ...all.flatMap((bill) => settledOtherwise(bill, keepApplied)),
  ];
}
