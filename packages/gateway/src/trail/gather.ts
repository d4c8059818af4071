import type { Bill, TrailMissing } from '@faceplate/contracts';
import type { Attempt } from '../payments/attempt.ts';
import { records, text } from '../tmf/read.ts';
import type { Call } from '../routing/route.ts';
import type { TmfBody } from '../upstream/types.ts';
import { billsAfter, type OrderSeen, ordersBehind } from './orders.ts';
import { mineIn, ownAttempt, seePayments } from './payments-seen.ts';
import { countedOf } from './mismatches.ts';
import type { Booking, PaymentSeen, Seen } from './seen.ts';
import type { TrailBackend } from './trail.backend.ts';

/** What there is to tell: `bills` are those it is about, `seen` has also what they must be checked against. */
export interface Gathered {
  seen: Seen;
  bills: readonly Bill[];
  orders: readonly OrderSeen[];
  missing: TrailMissing[];
}

const byId = (bills: readonly Bill[]): Map<string, Bill> => new Map(bills.map((bill) => [bill.id, bill]));
const partsOf = ({ wish, bookings = [] }: PaymentSeen) => [...(wish?.parts ?? []), ...bookings.flatMap(({ payment }) => payment.parts)];
const bookingIds = (payments: readonly PaymentSeen[]): string[] => payments.flatMap(({ bookings = [] }) => bookings.map(({ payment }) => payment.id));

/** Of one payment: where it was wished for, who took it, how it is booked, what it has paid, and what that was for. */
export async function ofPayment(call: Call, backend: TrailBackend, { attempt, body }: { attempt?: Attempt | undefined; body?: TmfBody | undefined }): Promise<Gathered> {
  const { payments, missing } = await seePayments(call, backend, attempt ? [attempt] : [], body ? [body] : []);
  const named = [...new Set(payments.flatMap(partsOf).flatMap(({ bill }) => bill?.id ?? []))];
  const counting = await backend.counting(bookingIds(payments));
  const known = byId(counting);
  const bills = [...counting, ...(await backend.bills(named.filter((id) => !known.has(id))))];
  const behind = await ordersBehind(call, backend, bills);
  return gathered(call, backend, { payments, bills, all: bills, orders: behind.orders, missing: [...missing, ...behind.missing] });
}

/** Of one bill: what it charges for, and every payment that names it or that it names. */
export async function ofBill(call: Call, backend: TrailBackend, bill: Bill): Promise<Gathered> {
  const [paid, behind] = [await paymentsOf(call, backend, [bill]), await ordersBehind(call, backend, [bill])];
  return gathered(call, backend, { ...paid, bills: [bill], orders: behind.orders, missing: [...paid.missing, ...behind.missing] });
}

/** Of one order: the bills that charge what it brought, and what has paid those. */
export async function ofOrder(call: Call, backend: TrailBackend, body: TmfBody): Promise<Gathered> {
  const order = await billsAfter(call, backend, body);
  const bills = [...new Set(order.lines.map(({ bill }) => bill))];
  const paid = await paymentsOf(call, backend, bills);
  return gathered(call, backend, { ...paid, bills, orders: [order] });
}

interface Paid {
  payments: PaymentSeen[];
  /** The bills, and all others that count one of the payments. */
  all: Bill[];
  missing: TrailMissing[];
}

async function paymentsOf(call: Call, backend: TrailBackend, bills: readonly Bill[]): Promise<Paid> {
  const open = bills.filter(({ account }) => backend.accountIds.includes(account.id));
  if (open.length === 0) return { payments: [], all: [...bills], missing: bills.length > 0 ? [{ kind: 'booking', system: call.tmf('TMF676').origin, reason: 'not-yours' }] : [] };
  const accounts = [...new Set(open.map(({ account }) => account.id))];
  const ids = new Set(open.map(({ id }) => id));
  const applied = new Set(open.flatMap((bill) => (bill.applied ?? []).flatMap(({ kind, id }) => (kind === 'payment' && id !== undefined ? [id] : []))));
  const bodies = (await backend.payments({}, accounts)).rows;
  const concern = bodies.filter((body) => applied.has(text(body, 'id') ?? '') || records(body, 'paymentItem').some((item) => ids.has(text(item, 'item', 'id') ?? '')));
  const beyond = [...applied].filter((id) => !concern.some((body) => text(body, 'id') === id));
  const others = beyond.length === 0 ? [] : (await backend.payments({ id: beyond })).rows;
  const attempts = await attemptsFor(call, accounts, ids, [...concern, ...others]);
  const { payments, missing } = await seePayments(call, backend, attempts, [...concern, ...others]);
  const known = byId(bills);
  const counting = (await backend.counting(bookingIds(payments))).filter(({ id }) => !known.has(id));
  return { payments, all: [...bills, ...counting], missing };
}

/** Payments of the portal's with a part for one of the bills, and those that billing's records go back to. */
async function attemptsFor(call: Call, accounts: readonly string[], bills: ReadonlySet<string>, bodies: readonly TmfBody[]): Promise<Attempt[]> {
  const kept = (await call.payments?.store.of(accounts, 200)) ?? [];
  const begun = kept.filter((attempt) => mineIn(call, attempt).some(({ bill }) => bill && bills.has(bill.id)));
  const behind = await Promise.all(bodies.map((body) => ownAttempt(call, text(body, 'correlatorId'))));
  return [...new Map([...begun, ...behind.flatMap((attempt) => attempt ?? [])].map((attempt) => [attempt.id, attempt])).values()];
}

async function gathered(call: Call, backend: TrailBackend, { payments, bills, all, orders, missing }: Paid & Pick<Gathered, 'bills' | 'orders'>): Promise<Gathered> {
  const keepApplied = await keeping(backend, all);
  const bookings = payments.flatMap(({ bookings: some = [] }) => some);
  const seen = { payments, bills: byId(all), keepApplied, now: call.clock() };
  return { seen, bills, orders, missing: [...missing, ...bills.flatMap((bill) => notKept(bill, bookings, keepApplied)).filter(({ kind }) => kind !== 'booking' || backend.knowsAllPayments)] };
}

const isSettled = ({ total, remaining }: Bill): boolean => total.amount > 0 && remaining.amount < total.amount;

/** Billing systems that say what has paid a bill. One that says so of no bill at all does not keep it. */
async function keeping(backend: TrailBackend, bills: readonly Bill[]): Promise<Set<string>> {
  const keep = new Set(bills.filter(({ applied }) => applied).map(({ origin }) => origin));
  for (const { account, origin } of bills.filter((bill) => isSettled(bill) && !bill.applied)) {
    if (!keep.has(origin) && (await backend.billsOf(account.id)).some((bill) => bill.origin === origin && bill.applied)) keep.add(origin);
  }
  return keep;
}

/** What one system has and another has not: a gap of the trail. */
function notKept(bill: Bill, bookings: readonly Booking[], keepApplied: ReadonlySet<string>): TrailMissing[] {
  const { applied = [], origin: system } = bill;
  if (isSettled(bill) && applied.length === 0 && !keepApplied.has(system)) return [{ kind: 'applied', system, reason: 'not-kept' }];
  const wanted = applied.filter(({ kind }) => kind === 'payment').reduce((sofar, { amount }) => sofar + amount.amount, 0);
  const found = bookings.flatMap((booking) => countedOf(bill, booking)).reduce((sofar, { amount }) => sofar + amount, 0);
  return found >= wanted ? [] : [{ kind: 'booking', system, reason: 'not-kept' }];
}
